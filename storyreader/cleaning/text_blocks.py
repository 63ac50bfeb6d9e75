"""Cuts a text page into blocks: a line is a block, unless the page is hard-wrapped and the line goes on in the next.

A page is hard-wrapped when nearly all its text stands in lines of one limited width and most lines stop only because
the next word would not have fitted. Widths are characters.
"""

import itertools
import re
from collections.abc import Sequence

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.draft import Block
from storyreader.cleaning.wrappers.page_text import Line, PageText
from storyreader.cleaning.wrappers.print_edges import print_words

_WIDEST, _NARROWEST = 100, 40
_WIDEST_PRINT = 160
_FULL_PRINT = 0.85
"""Share of the width that a full line of a print has at least."""
_CUT = re.compile(r"([^\W\d_]{2,})-$")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_CLOSING = (".", "!", "?", "”", '"', "»")
_MANY = 3
"""Lines that must continue before a page counts as hard-wrapped."""


def text_blocks(page: PageText) -> list[Block]:
    """Return the blocks of a page's text in order; blank lines and those of the wrapper belong to none."""
    lines = _lines_of(page)
    texts = ["" if line.blank else line.raw for line in lines]
    width = wrap_width(texts, _FULL_PRINT if page.printed else 1.0)
    joined = _Joined(texts) if width else None
    blocks: list[Block] = []
    group: list[Line] = []
    gap = below = 0
    for line in lines:
        if line.blank:
            below = min(2, below + 1)
            continue
        if (
            group
            and width
            and not below
            and _continues(group[-1].raw, line.raw, width)
            and not (page.printed and _begins(group[-1].raw, line.raw, width))
        ):
            group.append(line)
            continue
        if group:
            blocks.append(_block(group, gap, joined))
        group, gap, below = [line], below if group or blocks else 2, 0
    if group:
        blocks.append(_block(group, gap, joined))
    return blocks


def _lines_of(page: PageText) -> list[Line]:
    """The page's lines; those of a wrapper count as blank, but for printed edges, around which the text goes on."""
    if page.printed:
        return [line for line in page.lines if not line.wrapper]
    return [Line(line.number, line.raw, "") if line.wrapper else line for line in page.lines]


def paragraphs_of(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text that holds nothing but these, set apart by blank lines."""
    return [
        Block(block.text, (2 * number + 1,), (block.text,), 1 if number else 2, block.shape)
        for number, block in enumerate(blocks)
    ]


def wrap_width(lines: Sequence[str], full: float = 1.0) -> int:
    """Return the width at which the page is hard-wrapped, or 0 when it is not.

    `full` is the share of the width that a full line has at least: in print, where letters differ in width, not all.
    """
    lengths = [len(line.rstrip()) for line in lines]
    total = sum(lengths)
    longest = max(lengths, default=0)
    if not _NARROWEST <= longest <= (_WIDEST if full == 1.0 else _WIDEST_PRINT) or not total:
        return 0
    width = int(longest * full)
    wrapped = plain = closed = 0
    for line, following in itertools.pairwise(lines):
        if len(line.split()) < 4 or not following.strip():
            continue
        if _continues(line, following, width):
            wrapped += 1
            closed += line.rstrip().endswith(_CLOSING)
        else:
            plain += 1
    many = wrapped > 2 * plain or full < 1.0  # a print is always wrapped; the question is only at which width
    return width if wrapped >= _MANY and many and 2 * closed < wrapped else 0


def _continues(line: str, following: str, width: int) -> bool:
    first = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(first) > width and len(line.split()) > 1


def _begins(line: str, following: str, width: int) -> bool:
    """Whether a short line without an end stands below an ended one: a paragraph's last line would have an end."""
    ends = [text.rstrip().endswith(_CLOSING) for text in (line, following)]
    return ends == [True, False] and len(following.rstrip()) < width // 2


class _Joined:
    """Tells how words that are cut at a line's end are joined: as they stand elsewhere on the page."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = {word for text in texts for word in _HYPHENED.findall(text)}

    def join(self, line: str, following: str) -> str:
        """One line behind another; the hyphen of a cut word goes, that of a word with a hyphen stays.

        Before a conjunction stands no cut word but the first of two endings: Vor- und Nachteile.
        """
        end, first = _CUT.search(line), _FIRST.match(following)
        if end is None or first is None or first.group().casefold() in print_words("conjunctions"):
            return f"{line} {following}"
        whole, hyphened = end.group(1) + first.group(), f"{end.group(1)}-{first.group()}"
        kept = hyphened in self.words and whole not in self.words
        return (line if kept else line[:-1]) + following


def _block(group: list[Line], gap: int, joined: _Joined | None) -> Block:
    text = " ".join(group[0].text.split())
    for line in group[1:]:
        told = " ".join(line.text.split())
        text = joined.join(text, told) if joined else f"{text} {told}"
    return Block(text, tuple(line.number for line in group), tuple(line.raw for line in group), gap, shape_of(text))
