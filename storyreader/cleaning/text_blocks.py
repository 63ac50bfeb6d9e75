"""Cuts a text page into blocks: a line is a block, unless the page is hard-wrapped and the line goes on in the next.

A page is hard-wrapped when nearly all its text stands in lines of one limited width and most lines stop only because
the next word would not have fitted. Widths are characters.
"""

import itertools
from collections.abc import Sequence

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.draft import Block

_WIDEST, _NARROWEST = 100, 40
_CLOSING = (".", "!", "?", "”", '"', "»")
_MANY = 3
"""Lines that must continue before a page counts as hard-wrapped."""


def text_blocks(text: str) -> list[Block]:
    """Return the blocks of a page's text in order; blank lines belong to none."""
    lines = text.split("\n")
    width = wrap_width(lines)
    blocks: list[Block] = []
    group: list[tuple[int, str]] = []
    gap = below = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            below = min(2, below + 1)
            continue
        if group and width and not below and _continues(group[-1][1], line, width):
            group.append((number, line))
            continue
        if group:
            blocks.append(_block(group, gap))
        group, gap, below = [(number, line)], below if group or blocks else 2, 0
    if group:
        blocks.append(_block(group, gap))
    return blocks


def paragraphs_of(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text that holds nothing but these, set apart by blank lines."""
    return [
        Block(block.text, (2 * number + 1,), (block.text,), 1 if number else 2, block.shape)
        for number, block in enumerate(blocks)
    ]


def wrap_width(lines: Sequence[str]) -> int:
    """Return the width at which the page is hard-wrapped, or 0 when it is not."""
    lengths = [len(line.rstrip()) for line in lines]
    total = sum(lengths)
    longest = max(lengths, default=0)
    if not _NARROWEST <= longest <= _WIDEST or not total:
        return 0
    wrapped = plain = closed = 0
    for line, following in itertools.pairwise(lines):
        if len(line.split()) < 4 or not following.strip():
            continue
        if _continues(line, following, longest):
            wrapped += 1
            closed += line.rstrip().endswith(_CLOSING)
        else:
            plain += 1
    return longest if wrapped >= _MANY and wrapped > 2 * plain and 2 * closed < wrapped else 0


def _continues(line: str, following: str, width: int) -> bool:
    first = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(first) > width and len(line.split()) > 1


def _block(group: list[tuple[int, str]], gap: int) -> Block:
    text = " ".join(" ".join(line for _, line in group).split())
    return Block(text, tuple(number for number, _ in group), tuple(line for _, line in group), gap, shape_of(text))
