"""Another story below the article is cut off where its own headline, with its byline or date, stands.

Endless pages show the next story under the first. Its headline looks like one, a line with a full date follows within
three lines, and its text tells of other things than the article began with. A live blog's entries and a date at the end
look alike from afar, so nearly all words must differ, and much of the likely text must stand above. In markup a second
headline in the first one's element, on top of an article of its own, says so much that less is asked of the words; of
one with a label above it, "Next story", nothing is asked but its date.
"""

import itertools
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from storyreader.cleaning.block_stats import function_words
from storyreader.cleaning.candidates import bylines_of
from storyreader.cleaning.cues import START, plain_words
from storyreader.cleaning.draft import Block, Draft, words_in

REASON = "following story"
_LEAST_ABOVE = 120.0
"""Words of likely body text above the other story's headline."""
_LEAST_ABOVE_ANEW = 50.0
"""Words above a headline that plainly opens an article of its own."""
_LEAD, _NEXT = 200, 150
"""Words of the article's and of the other story's beginning that are compared."""
_ALIEN = 0.07
"""Share of the other story's longer words that the article's beginning may have."""
_ALIEN_ANEW = 0.2
_SIGNED_WITHIN = 3
_REACH = 80
"""Blocks below a headline in which its story's text is looked for."""
_LINE = 8
"""Words of a line above a headline that is no kicker of its own."""
_FEWEST_WORDS = 20
_FEWEST_TITLE, _LONGEST_TITLE = 4, 25
"""Words of a headline."""
_LONGEST_DATE = 14
"""Words of a line with a date."""
_DIGITS = 0.1
"""Share of its characters that are digits, so that a heading such as "Elections 2026" is none."""
_STEM = 6
_LIKELY = 0.5
_GOES_ON = 0.8
"""Share of the likely text that the extractor has, above and below a headline, when it takes both for one article."""
_HEADINGS = frozenset({"h1", "h2"})


def apply(draft: Draft) -> None:
    """Judge everything from the other story's headline on."""
    if draft.clean:
        return
    blocks = draft.blocks
    mass = [block.shape.words * block.score if block.score >= 0.5 else 0.0 for block in blocks]
    above = list(itertools.accumulate(mass, initial=0.0))
    lead: frozenset[str] | None = None
    for number in range(len(blocks)):
        if above[number] >= _LEAST_ABOVE_ANEW and _is_labelled(blocks, number):
            _cut(blocks, number)
            return
        anew = _opens_anew(draft, number)
        signed = _heads_a_story(blocks, number) or (anew and _bears_byline(draft, number))
        if above[number] < (_LEAST_ABOVE_ANEW if anew else _LEAST_ABOVE) or not signed:
            continue
        lead = _stems(blocks[:number], _LEAD) if lead is None else lead
        other = _stems(itertools.islice(blocks, number + 1, number + 1 + _REACH), _NEXT)
        if len(other) >= _FEWEST_WORDS and len(other & lead) < (_ALIEN_ANEW if anew else _ALIEN) * len(other):
            if not anew and not _bears_byline(draft, number) and _is_one_article(draft, number):
                return
            _cut(blocks, number)
            return


def _cut(blocks: list[Block], number: int) -> None:
    for rest in blocks[number:]:
        rest.decide(REASON)


def _is_labelled(blocks: list[Block], number: int) -> bool:
    """Whether the line above a headline says that another story follows, and one below is short and full of figures."""
    if not number or " ".join(plain_words(blocks[number - 1].text)) not in _labels():
        return False
    below = (block.shape for block in blocks[number + 1 : number + 1 + _SIGNED_WITHIN])
    dated = any(shape.words <= _LONGEST_DATE and shape.digit_share > _DIGITS for shape in below)
    return dated and _FEWEST_TITLE <= blocks[number].shape.words <= _LONGEST_TITLE


@cache
def _labels() -> frozenset[str]:
    text = files("storyreader.cleaning").joinpath("data/next_story.txt").read_text("utf-8")
    return frozenset(text.splitlines())


def _bears_byline(draft: Draft, number: int) -> bool:
    """Whether a line below a headline opens with a word for "by"."""
    within = range(number + 1, number + 1 + _SIGNED_WITHIN)
    return any(candidate.opened and candidate.index in within for candidate in bylines_of(draft))


def _is_one_article(draft: Draft, number: int) -> bool:
    """Whether the extractor, which ends where an article does, goes on past a headline with what it has above."""
    if not draft.extractor_texts or not draft.extractor_texts[0]:
        return False
    halves = []
    for part in (draft.blocks[:number], draft.blocks[number : number + _REACH]):
        likely = [block for block in part if block.score >= _LIKELY and block.shape.prose]
        halves.append(sum(block.shape.words * block.extracted for block in likely) / max(1, words_in(likely)))
    return min(halves) >= _GOES_ON


def _opens_anew(draft: Draft, number: int) -> bool:
    """Whether a block of markup is the first of a part of its own, in the heading element that the page's headline has
    too: of an article, or of anything where that is the element for the heading of all.
    """
    own = draft.blocks[number].structure
    first = None if draft.headline_index is None else draft.blocks[draft.headline_index].structure
    if own is None or first is None or own.tag not in _HEADINGS or own.tag != first.tag:
        return False
    if own.tag != "h1" and "article" not in own.flags:
        return False
    above = reversed(draft.blocks[max(0, number - _REACH) : number])
    before = next((block.structure for block in above if block.shape.words >= _LINE), None)
    if before is None or not own.ancestors:
        return False
    holder = own.ancestors[0]
    return holder not in first.ancestors[:1] and holder not in before.ancestors


def _heads_a_story(blocks: list[Block], number: int) -> bool:
    shape = blocks[number].shape
    if (
        not _FEWEST_TITLE <= shape.words <= _LONGEST_TITLE
        or shape.closes
        or max(shape.cues) >= START
        or _signs(blocks[number])
    ):
        return False
    return any(_signs(block) for block in blocks[number + 1 : number + 1 + _SIGNED_WITHIN])


def _signs(block: Block) -> bool:
    """Whether a short line tells the day of publication."""
    shape = block.shape
    return shape.words <= _LONGEST_DATE and not shape.closes and shape.has_year and shape.digit_share > _DIGITS


def _stems(blocks: Iterable[Block], words: int) -> frozenset[str]:
    """The beginnings of the longer words of the first likely text of a stretch."""
    common = function_words()
    found: set[str] = set()
    size = 0
    for block in blocks:
        if block.score >= 0.5 and block.shape.words >= 8:
            found.update(token[:_STEM] for token in block.shape.tokens if len(token) > 3 and token not in common)
            size += block.shape.words
            if size >= words:
                break
    return frozenset(found)
