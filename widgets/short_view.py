"""A comparison at a glance, on one screen: a column of labels, marks, words, and a bar for each share."""

from collections.abc import Sequence

from storyreader.messages import FINDING_MARKS, ShortLine
from widgets.block_view import Line, Piece
from widgets.stops_view import StopsView
from widgets.text_search import Mark, marked
from widgets.wrapping import wrap

_LABEL, _MARK = 9, 2
_LEAST_LABELLED = 60
"""Cells of width from which the labels stand in a column of their own; below, only the letters A and B are told."""
_STYLES = {
    "conflict": "clash", "differs": "clash", "caveat dropped": "mark", "only left": "left", "only right": "right",
}  # fmt: skip
_BARS = {False: ("━", "─"), True: ("=", "-")}
_BAR = 30
"""Cells of the longest bar."""


class ShortView(StopsView[ShortLine]):
    """Shows the lines; where there is room, with a blank one between what is about different things."""

    def __init__(self, *, ascii_marks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ascii_marks = ascii_marks
        self._airy = False

    def show(self, lines: Sequence[ShortLine], *, from_top: bool = True) -> None:
        """Show these lines, from the top or with the cursor where it was."""
        self.show_items(lines, from_top=from_top)
        if from_top or self.current is None or not self.current.sentences:
            self.set_reactive(StopsView.cursor, self.step(-1, 1) or 0)

    def lay_out(self, *, keep_place: bool = True, same: int = 0) -> None:
        """Measure anew, with blank lines between where all of it fits the window so."""
        self._airy = False
        width = self.text_width
        count = len(self._items)
        high = sum(self.block_height(at, width) for at in range(count))
        self._airy = high + sum(bool(item.label) for item in self._items) <= self.size.height
        super().lay_out(keep_place=keep_place, same=same)

    def block_height(self, block: int, width: int) -> int:
        return len(wrap(self._text(block), self._room(block, width))) + self._above(block)

    def block_lines(self, block: int, width: int) -> list[Line]:
        item, text = self._items[block], self._text(block)
        told = len(item.text)
        styles = [Mark(told, len(text), "dim")]
        if not item.loud and not item.sentences:
            styles.append(Mark(0, told, "dim"))
        mark = FINDING_MARKS[self._ascii_marks][item.state] if item.state else ""
        mark_piece = Piece(mark.ljust(_MARK), _STYLES.get(item.state or "", "mark"))
        label = Piece(item.label.ljust(_LABEL), item.side if item.side and item.loud else "dim")
        before_text = [label, mark_piece] if width >= _LEAST_LABELLED else [mark_piece]
        if width < _LEAST_LABELLED and item.loud and item.side:
            before_text = [Piece(item.label.ljust(_MARK), item.side)]
        first = [*before_text, *self._bar(block, width)]
        before = sum(len(piece.text) for piece in first)
        plain = "title" if item.loud else ""
        lines: list[Line] = [[] for _ in range(self._above(block))]
        for at, part in enumerate(wrap(text, self._room(block, width))):
            lines.append([*(first if at == 0 else [Piece(" " * before)]), *marked(text, part, styles, plain)])
        return lines

    def _text(self, block: int) -> str:
        item = self._items[block]
        return f"{item.text}  {item.where}" if item.is_stop else item.text

    def _room(self, block: int, width: int) -> int:
        return max(8, width - _indent(width) - 1 - sum(len(piece.text) for piece in self._bar(block, width)))

    def _bar(self, block: int, width: int) -> list[Piece]:
        item = self._items[block]
        if item.share is None or item.side is None:
            return []
        length = max(6, min(_BAR, (width - _indent(width)) // 4))
        full = round(item.share * length)
        there, missing = _BARS[self._ascii_marks]
        return [Piece(there * full, item.side), Piece(missing * (length - full), "dim"), Piece(" ")]

    def _above(self, block: int) -> int:
        return int(self._airy and block > 0 and bool(self._items[block].label))


def _indent(width: int) -> int:
    return _MARK + (_LABEL if width >= _LEAST_LABELLED else 0)
