"""A series of pictures inside a story, each numbered "3/12" or "Image 3 of 12", is no part of what is told.

An entry reaches from its number to the next; the last one is as long as the others. Where the pictures' texts are most
of the body they are the story, and only their numbers go.
"""

import itertools
import re
from collections.abc import Sequence
from statistics import median_high

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft, words_in

_NUMBER = re.compile(
    r"[(\[]?(?:(?<![^\W\d])[^\W\d]+\s+)?"
    r"(?:(\d{1,3})\s?/\s?(\d{1,3})\b(?!\s*[/.\d])|(\d{1,3})\s(?:of|von|de|sur|di|van|av|из|من)\s(\d{1,3})\W*$)",
    re.IGNORECASE,
)
_LONGEST = 14
"""Words of a line that opens an entry."""
_FEWEST = 3
_FARTHEST = 6
"""Blocks of an entry."""
_TITLE = 10
"""Words of a heading over the series."""
_REASON = "picture series"


def apply(draft: Draft) -> None:
    """Judge the entries, or where they are the story their numbers."""
    blocks = draft.blocks
    starts = _starts(blocks)
    if len(starts) < _FEWEST:
        return
    series = blocks[starts[0] : starts[-1] + _last_entry(blocks, starts)]
    words = words_in(block for block in series if block.kept)
    if 2 * words > words_in(block for block in blocks if block.kept):
        series = [blocks[start] for start in starts if _is_bare(blocks[start])]
    elif starts[0] and _is_title(blocks[starts[0] - 1]):
        series = [blocks[starts[0] - 1], *series]
    for block in series:
        if block.reason in {"", BODY}:
            block.reason = _REASON


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where the entries of the longest series begin: numbers that count up to the same number, close to each other."""
    best: list[int] = []
    run: list[int] = []
    before = (0, 0)
    for number, block in enumerate(blocks):
        match = _NUMBER.match(block.text) if block.shape.words <= _LONGEST and not block.shape.closes else None
        if match is None:
            continue
        at, total = (int(number) for number in match.groups() if number)
        follows = run and total == before[1] and at == before[0] + 1 and number - run[-1] <= _FARTHEST
        run = [*run, number] if follows else [number]
        before = (at, total)
        best = run if len(run) > len(best) else best
    return best


def _last_entry(blocks: Sequence[Block], starts: Sequence[int]) -> int:
    """The blocks of the last entry: as many as usual, as long as they look like those of the one before."""
    usual = median_high([after - before for before, after in itertools.pairwise(starts)])
    before, last = (blocks[start : start + usual] for start in starts[-2:])
    alike = [mine.shape.prose == other.shape.prose for mine, other in zip(last, before, strict=False)]
    return len(list(itertools.takewhile(bool, alike)))


def _is_bare(block: Block) -> bool:
    """Whether a line has nothing but its number."""
    return not _NUMBER.sub("", block.text, count=1).strip(" .:)]-–—")


def _is_title(block: Block) -> bool:
    return block.shape.words <= _TITLE and not block.shape.closes
