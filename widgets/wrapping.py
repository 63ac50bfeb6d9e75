"""Breaking text into lines by terminal cells, without building anything: lines are (start, end) slices of the text.

Widths are in cells, offsets in characters. Words are kept whole where they fit; between wide characters (Chinese,
Japanese, Korean) a line may break anywhere.
"""

import re
from functools import cache

from rich.cells import cell_len, get_character_cell_size

from widgets.spacing_marks import count_spacing_marks

count_spacing_marks()

Slice = tuple[int, int]

# Terminals disagree on the width of these: variation selectors, keycap, skin tones, joiner, soft hyphen, zero-width
# space. They are left out of what is drawn, so that columns stay straight; the text itself keeps them.
_NOT_DRAWN = dict.fromkeys(
    [0x00AD, 0x200B, 0x200D, 0x20E3, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)],
)
_ENOUGH = 10
"""So many characters a cell are enough to tell how a text begins."""
_WORD = re.compile(r"\S+")
_WIDE = r"\u2e80-\u303e\u3041-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"


@cache
def _wide_or_word() -> re.Pattern[str]:
    """One wide character, or a run of others; made when first needed, it takes longer to compile than to use."""
    return re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")


def drawn(text: str) -> str:
    """The text as it is sent to the terminal."""
    return text if text.isascii() else text.translate(_NOT_DRAWN)


def cells(text: str) -> int:
    """The width of a text as drawn."""
    return len(text) if text.isascii() else cell_len(text.translate(_NOT_DRAWN))


def wrap(text: str, width: int) -> list[Slice]:
    """The lines of a text in a column of `width` cells; at least one, which may be empty."""
    width = max(1, width)
    lines: list[Slice] = []
    start = end = used = 0
    pieces = _WORD if text.isascii() else _wide_or_word()
    for piece in pieces.finditer(text):
        at, stop = piece.span()
        gap = cells(text[end:at]) if end > start else 0
        need = cells(text[at:stop])
        if end > start and used + gap + need > width:
            lines.append((start, end))
            used, start, end, gap = 0, at, at, 0
        elif end == start:
            start = at
        if need > width:
            *whole, (at, stop) = _cut(text, at, stop, width)
            lines.extend(whole)
            start, used, gap, need = at, 0, 0, cells(text[at:stop])
        used += gap + need
        end = stop
    lines.append((start, end))
    return lines


def _cut(text: str, start: int, end: int, width: int) -> list[Slice]:
    """A word longer than a line, cut where the line ends."""
    cuts: list[Slice] = []
    used, begin = 0, start
    for offset in range(start, end):
        size = get_character_cell_size(text[offset]) if ord(text[offset]) not in _NOT_DRAWN else 0
        if used + size > width and offset > begin:
            cuts.append((begin, offset))
            begin, used = offset, 0
        used += size
    cuts.append((begin, end))
    return cuts


def _beginning(text: str, width: int) -> str:
    """As much of a long text as is sure to fill three lines; a short one whole."""
    beginning = text[: _ENOUGH * (width + _ENOUGH)]
    if len(beginning) == len(text) or cells(" ".join(beginning.split())) <= 3 * width:
        return text
    return beginning


def in_two_lines(text: str, width: int) -> list[str]:
    """The text in one line, or in two of which the second is cut with an ellipsis."""
    text = _beginning(text, width)
    slices = wrap(text, width)
    first = text[slices[0][0] : slices[0][1]]
    return [first] if len(slices) == 1 else [first, shortened(text[slices[1][0] :], width)]


def shortened(text: str, width: int) -> str:
    """The text in one line of at most `width` cells, with an ellipsis where it was cut."""
    text = " ".join(_beginning(text, width).split())
    if cells(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    start, end = _cut(text, 0, len(text), width - 1)[0]
    if cells(text[start:end]) > width - 1:
        return "…"  # a wide character does not fit beside it
    return text[start:end].rstrip() + "…"
