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
_WIDEST_PRINT, _NARROWEST_PRINT = 160, 24
_UNSPACED = "\u3000"
"""From this character on scripts have no spaces between words."""
_FULL_PRINT = 0.85
"""Share of the width that a full line of a print has at least."""
_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-$")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_CLOSING = (".", "!", "?", "”", '"', "»")
_MANY = 3
"""Lines that must continue before a page counts as hard-wrapped."""


def text_blocks(page: PageText) -> list[Block]:
    """Return the blocks of a page's text in order; blank lines and those of the wrapper belong to none."""
    lines = _lines_of(page)
    texts = ["" if line.blank else line.raw for line in lines]
    width = wrap_width(texts, page.printed)
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
            and (
                _continues(group[-1].raw, line.raw, width)
                or (page.printed and _goes_on(group[-1].raw, line.raw, width))
            )
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


def wrap_width(lines: Sequence[str], printed: bool = False) -> int:
    """Return the width at which the page is hard-wrapped, or 0 when it is not; a print always is at some width."""
    filled = [line.strip() for line in lines if line.strip()]
    longest = max((len(line.rstrip()) for line in lines), default=0)
    narrowest, widest = (_NARROWEST_PRINT, _WIDEST_PRINT) if printed else (_NARROWEST, _WIDEST)
    if not narrowest <= longest <= widest or not filled:
        return 0
    width = longest
    if printed:  # letters differ in width, but for those of scripts without spaces
        unspaced = 2 * sum(line >= _UNSPACED for line in filled) > len(filled)
        width = longest - 1 if unspaced else int(longest * _FULL_PRINT)
    wrapped = plain = closed = 0
    for line, following in itertools.pairwise(lines):
        if not following.strip() or not (len(line.split()) >= 4 or (printed and line.strip() >= _UNSPACED)):
            continue
        if _continues(line, following, width):
            wrapped += 1
            closed += line.rstrip().endswith(_CLOSING)
        else:
            plain += 1
    many = wrapped >= _MANY and (printed or wrapped > 2 * plain)
    return width if many and 2 * closed < wrapped else 0


def _continues(line: str, following: str, width: int) -> bool:
    unspaced = line.rstrip()[-1:] >= _UNSPACED and following.lstrip()[0] >= _UNSPACED
    room = 1 if unspaced else 1 + len(following.split(None, 1)[0])
    return len(line.rstrip()) + room > width and (unspaced or len(line.split()) > 1)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a long line that ends no sentence stands above a word without a capital, wherever the page is cut off."""
    told = line.strip()
    return len(told) > width // 2 and not told.endswith(_CLOSING) and following.lstrip()[:1].islower()


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
        if line[-1:] >= _UNSPACED and following[:1] >= _UNSPACED:
            return line + following
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
