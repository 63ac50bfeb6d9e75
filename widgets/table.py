"""A list of findings under headings, each with what the two articles say; choosing one opens its sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from storyreader.comparison import Side
from widgets.block_view import BlockView, Line, Piece
from widgets.text_search import Mark, marked
from widgets.wrapping import Slice, wrap

_INDENT = 6

SidePlace = tuple[Side, int]
"""A sentence: its side and its number, from 0."""


class TableItem(NamedTuple):
    """One finding, or a heading (which has no mark).

    `detail` is told less loudly after the title; `statements` are lines of label and text below it; `sentences` are
    those it stands in; n goes from one that `is_stop` to the next.
    """

    title: str
    mark: str = ""
    detail: str = ""
    statements: Sequence[tuple[str, str]] = ()
    sentences: Sequence[SidePlace] = ()
    is_stop: bool = False


class Table(BlockView):
    """Shows items; the cursor rests on those with a mark."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[TableItem] = ()
        self._wraps: dict[tuple[str, int], list[Slice]] = {}

    def show(self, items: Sequence[TableItem]) -> None:
        """Show these from the top."""
        self._items = items
        self._wraps.clear()
        first = next((at for at, item in enumerate(items) if item.mark), 0)
        self.set_reactive(BlockView.cursor, first)
        self.lay_out(keep_place=False)
        self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def current(self) -> TableItem | None:
        """The item under the cursor."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    def next_stop(self, direction: int) -> tuple[int, int] | None:
        """Go to the next stop; gives its number from 1 and how many there are, None at the end."""
        stops = [at for at, item in enumerate(self._items) if item.is_stop]
        later = [at for at in stops if (at - self.cursor) * direction > 0]
        if not later:
            return None
        self.cursor = later[0] if direction > 0 else later[-1]
        return stops.index(self.cursor) + 1, len(stops)

    def block_count(self) -> int:
        return len(self._items)

    def selectable(self, block: int) -> bool:
        return bool(self._items[block].mark)

    def block_height(self, block: int, width: int) -> int:
        item = self._items[block]
        head = len(self._wrapped(_head(item), width - 4 + _INDENT))
        if not item.mark:
            return head + self._apart(block)
        return head + sum(len(self._wrapped(text, width)) for _, text in item.statements) + bool(item.statements)

    def block_lines(self, block: int, width: int) -> list[Line]:
        item = self._items[block]
        head = _head(item)
        style = "" if item.mark else "title"
        marks = [Mark(len(item.title), len(head), "dim")] if item.detail else []
        lines: list[Line] = [[]] if not item.mark and self._apart(block) else []
        for at, part in enumerate(self._wrapped(head, width - 4 + _INDENT)):
            mark = f" {item.mark} " if item.mark and at == 0 else "   " if item.mark else ""
            loud = "conflict" if item.mark == "!" and at == 0 else "mark"
            lines.append([Piece(mark, loud), *marked(head, part, marks, style)])
        for label, text in item.statements:
            tag_style = {"A": "left", "B": "right"}.get(label[:1], "dim")
            for at, (start, end) in enumerate(self._wrapped(text, width)):
                tag = Piece(" " + (label if at == 0 else "").ljust(_INDENT - 1), tag_style)
                lines.append([tag, Piece(text[start:end], "" if label else "mark", "text")])
        return lines

    def _apart(self, block: int) -> bool:
        """Whether a heading needs a blank line above it."""
        return block > 0 and not self._items[block - 1].statements

    def _wrapped(self, text: str, width: int) -> list[Slice]:
        key = (text, width)
        if key not in self._wraps:
            self._wraps[key] = wrap(text, max(8, width - _INDENT - 1))
        return self._wraps[key]


def _head(item: TableItem) -> str:
    return f"{item.title} · {item.detail}" if item.detail else item.title
