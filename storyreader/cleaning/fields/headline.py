"""Finds the headline among the lines near the article's beginning, or in the heading over the comments.

A headline is a short line without a full stop that shares its words with the body, stands close above it, and is often
repeated on the page (in the path of links, in the share box).
"""

import re
from collections import Counter
from collections.abc import Sequence

from storyreader.article import BODY
from storyreader.cleaning.cues import words_of
from storyreader.cleaning.draft import Block, Draft, words_in
from storyreader.cleaning.fields.outlet_by_words import outlet_name
from storyreader.cleaning.fields.trails import end_of_trail, is_trail, leads_elsewhere
from storyreader.cleaning.rules.consent import REASON as CONSENT

STATED = "stated where the page was saved"
"""The rule behind a field that the page's wrapper states."""
_QUOTED_BY_COMMENTS = re.compile(
    r"(?:thoughts?|comments?|responses?|replies|reply|kommentare?|gedanken?|commentaires?|comentarios?|commenti|pensieri|"
    r"pensamientos?|comentários?|reacties|kommentarer|kommentar|respuestas?|réflexions?|odpowiedzi|komentarze?y?|комментари(?:й|я|ев|и)|ответ(?:а|ов)?)\s+"
    r"(?:on|to|zu|sur|sobre|en|su|in|op|til|på|do|em|к|на)\s*:?\s*[“\"„«‘'](.{8,300})[”\"“»’']\s*$",
    re.IGNORECASE,
)
_WIDE_GAP = re.compile(r"\t+|[ \u00a0]{2,}")
_GLUED_MENU = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]*[a-zß-ÿа-я][A-ZÀ-ÝА-Я]){2}")
"""A word in which two capitals follow small letters: links without a space between them."""
_ENTRY = re.compile(r"\d{1,2}[:.]\d{2}\s")
_TELLS = 16
"""Words from which a sentence of the body is a paragraph, whatever else it looks like."""
_STEM = 6
"""Words count as the same when so many first letters are: enough for most endings."""
_STRANGE, _TELLING = 0.2, 0.5
"""Shares of a line's words in the body: below the first it is hardly the headline, from the second it may well be."""
_LIKELY = 0.2
"""Probability at which the model's guess is taken."""
_SURE = 0.7
"""Probability from which the words of the body are not asked: in many languages they change their shape too much."""
_SUBHEADING, _TOLD, _KICKER = 0.1, 0.25, 0.9
"""What is left of a probability below the second paragraph, of a sentence told again, on top of another headline."""
_ABOVE_BYLINE, _UNSIGNED = 0.3, 0.3
"""The probability from which a line above the byline is the headline, and what is then left of those elsewhere."""
_LONGEST_KICKER = 4
"""Words of a kicker, such as "War in the east", above a headline."""
_LONGEST_FIRST = 16
"""Words of a headline that nothing but its place and look tells."""
_LINES = 3
"""Lines above which a text that is mostly no sentences is a list or a poem."""
_SIGN_IN = re.compile(r"(?:subscribe\s*)?(?:sign|log)\s?in(?:\s*(?:subscribe|sign\s?up))?", re.IGNORECASE)
_LONGEST_DATE = 8
"""Words of a line with the day's date."""
_TOP, _MASTHEAD = 3, 12
"""Blocks on top of a page of which one may be the outlet's name, and of which one is, with a date below."""
_FARTHEST = 30
"""Blocks above the body in which a headline is looked for."""


def find(draft: Draft) -> None:
    """Fill the headline and judge its line."""
    if draft.sources.get("headline") == STATED:
        return
    if draft.clean:
        _first_line(draft)
        return
    quoted = _over_comments(draft)
    if quoted is not None:
        draft.find("headline", quoted[0], "comments heading")
        if quoted[1].reason in {"", BODY}:
            quoted[1].reason = "comment"
    guess = likeliest(draft, _LIKELY)
    if guess is not None:
        block, score = guess
        strange = score < _SURE and _share_told(block, _vocabulary(draft)) < _STRANGE
        if _is_menu(block) or strange or heads_no_story(draft, block):
            block = _better(draft, block)
        if heads_no_story(draft, block) and (other := likeliest(draft, _LIKELY, sifted=True)) is not None:
            block = other[0]  # the outlet's name stands on top
        if (
            not _is_menu(block)
            and not heads_no_story(draft, block)
            and (quoted is None or same_words(block.text, quoted[0]))
        ):
            draft.find("headline", end_of_trail(block.text), "line that looks like the headline")
            if quoted is None or block is not quoted[1]:
                _mark(draft, block)
    if "headline" not in draft.fields and (block_above := _above(draft)) is not None:
        draft.find("headline", end_of_trail(block_above.text), "line above the body")
        _mark(draft, block_above)


def likeliest(draft: Draft, least: float, sifted: bool = False) -> tuple[Block, float] | None:
    """The line that is likeliest to be the headline, with its probability, once its place is weighed too.

    Lines below the probability `least` are not asked, nor, when `sifted`, those that head no story.
    """
    told = [
        number for number, block in enumerate(draft.blocks) if block.kept and block.shape.prose and block.shape.closes
    ]
    second = told[1] if len(told) > 1 else len(draft.blocks)
    scores = dict(draft.headlines)
    again = {
        block.shape.tokens for block in draft.blocks if block.reason == "teaser repeat" and block.shape.last in ".。"
    }
    signed = _above_byline(draft, scores)
    rated = []
    for number, score in draft.headlines:
        if score < least:
            break
        if draft.blocks[number].reason == CONSENT:
            continue
        if sifted and heads_no_story(draft, draft.blocks[number]):
            continue
        rest = 1.0
        if number > second:
            rest = _SUBHEADING
        elif draft.blocks[number].shape.tokens in again:
            rest = _TOLD
        elif _is_kicker(draft.blocks, number) and scores.get(number + 1, 0.0) >= _TELLING:
            rest = _KICKER
        if signed is not None and number != signed and (number > signed or _in_masthead(draft.blocks, number, signed)):
            rest *= _UNSIGNED
        if number == 0 and _is_name_of_site(draft.blocks, scores):
            rest *= _UNSIGNED
        rated.append((score * rest, number))
    if not rated:
        return None
    score, number = max(rated, key=lambda title: title[0])
    return draft.blocks[number], score


def _above_byline(draft: Draft, scores: dict[int, float]) -> int | None:
    """The line right above the byline, where it may be the headline."""
    if draft.byline_guess is None:
        return None
    best, score = draft.byline_guess
    number = best.index - 1
    sure = best.opened or score >= _SURE
    likely = scores.get(number, 0.0) >= _ABOVE_BYLINE and draft.blocks[number].shape.last not in ".。"
    return number if sure and likely else None


def _in_masthead(blocks: Sequence[Block], number: int, signed: int) -> bool:
    """Whether a line stands right below the first line of the page, and apart from the signed one: a motto."""
    apart = any(block.gap for block in blocks[number + 1 : signed + 1])
    return apart and 0 < number < _TOP and not any(block.gap for block in blocks[1 : number + 1])


def _is_name_of_site(blocks: Sequence[Block], scores: dict[int, float]) -> bool:
    """Whether the first line stands over a line to sign in and that over a headline: the name of a newsletter."""
    over = len(blocks) > 1 and _SIGN_IN.fullmatch(blocks[1].text)
    return bool(over) and any(scores.get(number, 0.0) >= _TELLING for number in range(2, 2 + _TOP))


def _is_kicker(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line of a few words stands right on top of a longer one, as the subject does on a headline."""
    if number + 1 >= len(blocks):
        return False
    mine, below = blocks[number].shape, blocks[number + 1].shape
    return (
        mine.words <= _LONGEST_KICKER and mine.words < below.words and not below.closes and not blocks[number + 1].gap
    )


def _is_menu(block: Block) -> bool:
    """Whether a line is a row of links: a trail of sections, or words that stand apart by tabs or several blanks."""
    if is_trail(block.text) or leads_elsewhere(block.text):
        return True
    return any(len(_WIDE_GAP.findall(line.strip())) >= 2 for line in block.raw)


def heads_no_story(draft: Draft, block: Block) -> bool:
    """Whether a line is no headline: on other pages too, of a dialog, a live blog's entry, a paragraph, the outlet."""
    if block.common_heading or block.shape.bullet or block.reason == CONSENT:
        return True
    if _ENTRY.match(block.text) or _GLUED_MENU.search(block.text):
        return True
    if block.kept and block.shape.prose and block.shape.closes and block.shape.words >= _TELLS:
        return True
    top = next((number for number, other in enumerate(draft.blocks[:_MASTHEAD]) if block is other), None)
    if top is None or outlet_name(block) is None:
        return False
    below = draft.blocks[top + 1 : top + 2]
    dated = any(other.shape.has_year and other.shape.words <= _LONGEST_DATE for other in below)
    return top < _TOP or dated  # a paper's name over the day's date


def _better(draft: Draft, block: Block) -> Block:
    """A line above the body that tells much more of it than a line that tells next to nothing; else the same line."""
    other = _above(draft)
    if other is not None and _share_told(other, _vocabulary(draft)) >= _TELLING:
        return other
    return block


def _vocabulary(draft: Draft) -> Counter[str]:
    """The beginnings of the body's longer words, in how many of its first blocks each stands."""
    body = [block for block in draft.blocks if block.kept][:40]
    return Counter(stem for block in body for stem in {token[:_STEM] for token in block.shape.tokens if len(token) > 3})


def _share_told(block: Block, vocabulary: Counter[str]) -> float:
    """The share of a line's longer words that the body has too, 0 to 1."""
    stems = [token[:_STEM] for token in block.shape.tokens if len(token) > 3]
    return sum(1 for stem in stems if vocabulary[stem]) / len(stems) if stems else 0.0


def _first_line(draft: Draft) -> None:
    """On a page of paragraphs alone, a short first line without a full stop is the headline."""
    block = next((b for b in draft.blocks if not b.common_heading and not is_trail(b.text)), draft.blocks[0])
    if _opens_text(block, draft.blocks):
        draft.find("headline", block.text, "first line")
        block.reason = "headline"


def _opens_text(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line without a full stop heads the text, and is not the first item of a list or line of a poem."""
    told = words_in(other for other in blocks if other.shape.prose or other.shape.closes)
    if block.shape.bullet or (len(blocks) > _LINES and 2 * told < words_in(blocks)):
        return False
    return 3 <= block.shape.words <= _LONGEST_FIRST and not block.shape.closes and len(blocks) > 1


def _above(draft: Draft) -> Block | None:
    """The best line above the body, when it is good enough."""
    body = [number for number, block in enumerate(draft.blocks) if block.kept]
    first = body[0] if body else len(draft.blocks)
    vocabulary = _vocabulary(draft)
    repeats = Counter(block.shape.tokens for block in draft.blocks if block.shape.words > 2)
    best, best_score = None, 1.0
    for number in range(max(0, first - _FARTHEST), min(first + 1, len(draft.blocks))):
        block = draft.blocks[number]
        if block.kept and block.shape.closes:
            continue
        score = _rate(block, first - number, vocabulary, repeats[block.shape.tokens])
        if score >= best_score:
            best, best_score = block, score
    return best


def same_words(text: str, other: str) -> bool:
    """Whether two lines say the same but for marks and a few words."""
    left, right = set(words_of(text)), set(words_of(other))
    return len(left & right) >= 0.8 * max(len(left), len(right))


def _mark(draft: Draft, headline: Block) -> None:
    for block in draft.blocks:
        if block.shape.tokens == headline.shape.tokens:
            block.reason = "headline"


def _over_comments(draft: Draft) -> tuple[str, Block] | None:
    for block in draft.blocks:
        if block.shape.chars <= 400 and (match := _QUOTED_BY_COMMENTS.search(block.text)):
            return match.group(1).strip(), block
    return None


def _rate(block: Block, distance: int, vocabulary: Counter[str], repeats: int) -> float:
    shape = block.shape
    if not 3 <= shape.words <= 40 or any(strength >= 2 for strength in shape.cues) or shape.has_email or shape.bullet:
        return -1.0
    if _is_menu(block) or block.common_heading or (shape.words <= 5 and outlet_name(block)):
        return -1.0
    if (
        block.reason not in {"", BODY, "repeated line", "teaser repeat"}
        or shape.separators > 2
        or shape.digit_share > 0.3
    ):
        return -1.0
    if not any(len(token) > 3 for token in shape.tokens):
        return -1.0
    shared = _share_told(block, vocabulary)
    score = 2.0 * shared + min(1.0, shape.words / 8) - max(0, distance - 2) * 0.05
    if shape.words > 22:
        score -= 0.5
    if shape.last in ".,:;" or (shape.sentences > 1 and shape.words > 14):
        score -= 1.0
    return score + 0.5 * min(2, repeats - 1)
