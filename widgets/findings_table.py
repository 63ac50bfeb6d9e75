"""Findings as a table to work in: what | A | B | state | judged, each cell wrapped, none of them cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from storyreader.comparison import Passage, Side
from storyreader.messages import FINDING_MARKS, STATE_WORDS, Cell, FindingGroup, FindingItem
from widgets.block_view import Line, Piece
from widgets.stops_view import StopsView
from widgets.text_search import Mark, marked
from widgets.wrapping import cells, wrap

_MARK, _STATE, _JUDGED = 3, 9, 10
_LEAST_TABLE = 64
"""Cells of width from which the columns stand side by side; below, A and B stand under what they are about."""
_EDGES = 2
"""Cells of the bar at the cursor and of the scroll bar."""
_SENTENCES = frozenset({"source", "inconsistency"})
"""Kinds whose titles are whole sentences."""
_STYLES = {
    "conflict": "clash", "differs": "clash", "caveat dropped": "mark", "only left": "left", "only right": "right",
    "same": "dim",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableLine:
    """One finding, or a heading without one."""

    heading: str = ""
    item: FindingItem | None = None
    what: str = ""

    @property
    def sentences(self) -> tuple[tuple[Side, int], ...]:
        """The sentences of the finding."""
        return self.item.sentences if self.item else ()

    @property
    def passages(self) -> tuple[tuple[Side, Passage], ...]:
        """The words that tell the finding."""
        return self.item.passages if self.item else ()

    @property
    def is_stop(self) -> bool:
        """Whether n and N stop here."""
        return self.item is not None and self.item.is_stop


class TableHead(Widget):
    """The names of the columns, above a table and always in sight; out of sight where it has none."""

    DEFAULT_CSS = """
    TableHead { height: 1; background: $background; color: $dim-text; }
    """

    def show(self, width: int) -> None:
        """Show them for a table that is so many cells wide."""
        self.display = width - _EDGES >= _LEAST_TABLE
        self.refresh()

    def render(self) -> Content:
        left, right, what = _widths(self.size.width - _EDGES)
        names = (("what", what), ("A", left), ("B", right), ("state", _STATE - 1), ("judged", 0))
        return Content(" " * (_MARK + 1) + "".join(f"{name} ".ljust(room + 1) for name, room in names))


class FindingsTable(StopsView[TableLine]):
    """Shows groups of findings. `judged` tells the reader's word on a finding, empty where there is none yet."""

    def __init__(self, *, ascii_marks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = FINDING_MARKS[ascii_marks]
        self._judged: Callable[[FindingItem], str] = lambda _: ""
        self.folded = True

    def show(
        self,
        groups: Sequence[FindingGroup],
        nothing: str,
        judged: Callable[[FindingItem], str],
        *,
        from_top: bool = True,
    ) -> None:
        """Show these groups, the names folded as long as `folded`; `nothing` is said where there are none."""
        self._judged = judged
        lines: list[TableLine] = []
        for group in groups:
            folded = self.folded and len(groups) > 1 and all(item.kind == "name" for item in group.items)
            heading = f"{group.heading.upper()} ({len(group.items)})"
            lines.append(TableLine(f"{heading}, z opens" if folded else heading))
            before = ""
            for item in () if folded else group.items:
                told = item.title in (item.left.text, item.right.text)
                what = item.kind if told or item.kind in _SENTENCES else item.title
                lines.append(TableLine(item=item, what="" if what == before else what))
                before = what
        self.show_items(lines or [TableLine(nothing)], from_top=from_top)

    @property
    def items(self) -> list[FindingItem]:
        """The findings shown."""
        return [line.item for line in self._items if line.item is not None]

    def block_height(self, block: int, width: int) -> int:
        return len(self.block_lines(block, width))

    def block_lines(self, block: int, width: int) -> list[Line]:
        line = self._items[block]
        if line.item is None:
            head: list[Line] = [[Piece(line.heading[part[0] : part[1]], "title")] for part in wrap(line.heading, width)]
            return [[], *head] if block else head
        item = line.item
        mark = Piece(f" {self._marks[item.state]} ", _STYLES.get(item.state, "mark"))
        if width < _LEAST_TABLE:
            return self._stacked(line, item, mark, width)
        left, right, what = _widths(width)
        columns = [
            (_wrapped(Cell(line.what), what), what),
            (_wrapped(item.left, left, "left"), left),
            (_wrapped(item.right, right, "right"), right),
            ([[Piece(STATE_WORDS[item.state], _STYLES.get(item.state, "mark"))]], _STATE - 1),
            (_wrapped(Cell(self._judged(item)), _JUDGED - 1), _JUDGED - 1),
        ]
        lines: list[Line] = []
        for at in range(max(len(column) for column, _ in columns)):
            pieces: Line = [mark if at == 0 else Piece(" " * _MARK)]
            for column, room in columns:
                own = column[at] if at < len(column) else []
                pieces += [*own, Piece(" " * (room + 1 - sum(cells(piece.text) for piece in own)))]
            lines.append(pieces)
        return lines

    def _stacked(self, line: TableLine, item: FindingItem, mark: Piece, width: int) -> list[Line]:
        """What it is about and what was said of it, then each side below."""
        told = " · ".join(part for part in (item.title, STATE_WORDS[item.state], self._judged(item)) if part)
        lines = [
            [mark if at == 0 else Piece(" " * _MARK), *own]
            for at, own in enumerate(_wrapped(Cell(told), width - _MARK))
        ]
        for letter, side, cell in (("A", "left", item.left), ("B", "right", item.right)):
            if cell.text:
                own = _wrapped(cell, width - _MARK - 2, side)
                lines += [
                    [Piece(f"   {letter} " if at == 0 else " " * (_MARK + 2), side), *words]
                    for at, words in enumerate(own)
                ]
        return lines


def _widths(width: int) -> tuple[int, int, int]:
    """Cells for A, for B and for what they are about."""
    room = width - _MARK - _STATE - _JUDGED - 3
    what = max(10, min(26, room * 26 // 100))
    left = (room - what) // 2
    return left, room - what - left, what


def _wrapped(cell: Cell, width: int, source: str = "text") -> list[Line]:
    """A cell line by line: the text with its differing words marked, then the names of its sentences, dim."""
    if not cell.text:
        return [[Piece("–" if source != "text" else "", "dim")]]
    text = f"{cell.text} {cell.where}" if cell.where else cell.text
    marks = [Mark(len(cell.text), len(text), "dim"), *(Mark(start, end, "value") for start, end in cell.marks)]
    return [marked(text, part, marks, source=source) for part in wrap(text, max(4, width))]
