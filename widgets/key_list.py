"""A list of keys with what each does, under headings; the cursor rests on those that can be run."""

from collections.abc import Sequence
from typing import NamedTuple

from widgets.block_view import BlockView, Line, Piece
from widgets.wrapping import Slice, cells, shortened, wrap

_KEYS_WIDTH = 20
_LEAST_FOR_NAMES = 60
"""Narrower lists leave the names of the actions out."""


class KeyRow(NamedTuple):
    """A line: the keys, what they do, and the name of the action; a heading has no keys, a mark no name."""

    keys: str
    text: str
    id: str = ""


class KeyList(BlockView):
    """Shows key rows, a line each."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[KeyRow] = ()

    def show(self, rows: Sequence[KeyRow]) -> None:
        """Show these, the cursor on the first that can be run."""
        self._rows = rows
        self.set_reactive(BlockView.cursor, next((at for at, row in enumerate(rows) if row.id), 0))
        self.lay_out(keep_place=False)
        self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def current(self) -> KeyRow | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def block_count(self) -> int:
        return len(self._rows)

    def selectable(self, block: int) -> bool:
        return bool(self._rows[block].id)

    def block_height(self, block: int, width: int) -> int:
        row = self._rows[block]
        if not row.keys:
            return 1 if block == 0 else 2
        return len(self._wrapped(row, width))

    def block_lines(self, block: int, width: int) -> list[Line]:
        row = self._rows[block]
        if not row.keys:
            heading: list[Line] = [[Piece(row.text, "title")]]
            return heading if block == 0 else [[], *heading]
        keys = shortened(row.keys, _KEYS_WIDTH - 1)
        lines: list[Line] = []
        for at, (start, end) in enumerate(self._wrapped(row, width)):
            label, text = "" if at else keys, row.text[start:end].rstrip()
            line = [Piece(label + " " * (_KEYS_WIDTH - cells(label)), "mark"), Piece(text)]
            if not at and (name := self._shown_id(row, width)):
                gap = " " * max(1, width - _KEYS_WIDTH - cells(text) - cells(name) - 1)
                line += [Piece(gap), Piece(name, "dim")]
            lines.append(line)
        return lines

    def _shown_id(self, row: KeyRow, width: int) -> str:
        return row.id if width >= _LEAST_FOR_NAMES else ""

    def _wrapped(self, row: KeyRow, width: int) -> list[Slice]:
        return wrap(row.text, max(8, width - _KEYS_WIDTH - cells(self._shown_id(row, width)) - 2))
