"""Finds the headline among the lines near the article's beginning, or in the heading over the comments.

A headline is a short line without a full stop that shares its words with the body, stands close above it, and is often
repeated on the page (in the path of links, in the share box).
"""

import re
from collections import Counter

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft

_QUOTED_BY_COMMENTS = re.compile(
    r"(?:thoughts?|comments?|responses?|replies|reply|kommentare?|gedanken?|commentaires?|comentarios?|commenti|pensieri|"
    r"pensamientos?|comentários?|reacties|kommentarer|kommentar|respuestas?|réflexions?|odpowiedzi|komentarze?y?)\s+"
    r"(?:on|to|zu|sur|sobre|en|su|in|op|til|på|do|em)\s*:?\s*[“\"„«‘'](.{8,300})[”\"“»’']\s*$",
    re.IGNORECASE,
)
_FARTHEST = 30
"""Blocks above the body in which a headline is looked for."""


def find(draft: Draft) -> None:
    """Fill the headline and judge its line."""
    body = [number for number, block in enumerate(draft.blocks) if block.kept]
    first = body[0] if body else len(draft.blocks)
    vocabulary = Counter(
        token for number in body[:40] for token in set(draft.blocks[number].shape.tokens) if len(token) > 3
    )
    repeats = Counter(block.shape.tokens for block in draft.blocks if block.shape.words > 2)
    best: tuple[float, Block] | None = None
    for number in range(max(0, first - _FARTHEST), min(first + 3, len(draft.blocks))):
        block = draft.blocks[number]
        if block.kept and (block.shape.closes or number > first):
            continue
        score = _rate(block, first - number, vocabulary, repeats[block.shape.tokens])
        if score > 0 and (best is None or score >= best[0]):
            best = (score, block)
    quoted = _over_comments(draft)
    if best is not None and best[0] >= 1.0:
        draft.find("headline", best[1].text, "line above the body")
        _mark(draft, best[1])
    if quoted is not None:
        draft.find("headline", quoted[0], "comments heading")
        if quoted[1].reason == BODY or not quoted[1].reason:
            quoted[1].reason = "comment"


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
    if not 3 <= shape.words <= 40 or any(strength >= 2 for strength in shape.cues) or shape.has_email:
        return -1.0
    if (
        block.reason not in {"", BODY, "repeated line", "teaser repeat"}
        or shape.separators > 2
        or shape.digit_share > 0.3
    ):
        return -1.0
    long_words = [token for token in shape.tokens if len(token) > 3]
    if not long_words:
        return -1.0
    shared = sum(1 for token in long_words if vocabulary[token]) / len(long_words)
    score = 2.0 * shared + min(1.0, shape.words / 8) - max(0, distance - 2) * 0.05
    if shape.words > 22:
        score -= 0.5
    if shape.last in ".,:;" or (shape.sentences > 1 and shape.words > 14):
        score -= 1.0
    return score + 0.5 * min(2, repeats - 1)
