"""The comparison: every row with its kind by mark and word, as stacked pairs or side by side.

The engine decides the rows, their kinds and the changed words; this widget paints them, mark first, then style, then
colour. Rows count from 0; widths are in cells.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Row, Side
from storyreader.describing import (
    ASCII_MARKS,
    ASCII_MOVED_MARK,
    KIND_MARKS,
    KIND_WORDS,
    MOVED_MARK,
    row_detail,
)
from widgets.block_view import BlockView, Line, Piece
from widgets.finding import Mark, found_in, marked
from widgets.wrapping import Slice, cells, shortened, wrap

View = Literal["pairs", "columns"]
VIEWS: tuple[View, ...] = ("pairs", "columns")

_INDENT = 6
_GUTTER = 6
"""Between the columns: a blank, a line, the mark, a line; and a blank at the right edge."""
_LETTERS: dict[Side, str] = {"left": "A", "right": "B"}


class ComparisonPanel(BlockView):
    """Shows a comparison. `view` is "pairs" (one under the other) or "columns" (side by side)."""

    def __init__(self, *, ascii_marks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.view: View = "pairs"
        self._notes: Mapping[int, Sequence[str]] = {}
        self.marks = ASCII_MARKS if ascii_marks else KIND_MARKS
        self._moved = ASCII_MOVED_MARK if ascii_marks else MOVED_MARK
        self._wraps: dict[tuple[Side, int, int], list[Slice]] = {}
        self._changed: dict[tuple[Side, int], list[Mark]] = {}
        self._words = ""

    # What is shown

    def show(self, comparison: Comparison, notes: Mapping[int, Sequence[str]]) -> None:
        """Show a comparison from its first row, with the texts of the notes by row."""
        self.comparison, self._notes = comparison, notes
        self._wraps.clear()
        self._changed = _changed_words(comparison)
        self.set_reactive(BlockView.cursor, 0)
        self.lay_out(keep_place=False)

    def show_notes(self, notes: Mapping[int, Sequence[str]]) -> None:
        """Change the notes; the row under the cursor keeps its place."""
        self._notes = notes
        self.lay_out()

    def set_view(self, view: View) -> None:
        """Change the view; the row under the cursor keeps its place."""
        if view != self.view:
            self.view = view
            self.lay_out()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self._rows
        return rows[self.cursor] if 0 <= self.cursor < len(rows) else None

    @property
    def _rows(self) -> tuple[Row, ...]:
        return self.comparison.rows if self.comparison else ()

    def next_difference(self, direction: int, start: int | None = None) -> int | None:
        """The nearest row after `start` (the cursor) that is not the same in both articles; None at the end."""
        place = (self.cursor if start is None else start) + direction
        while 0 <= place < len(self._rows):
            if self._rows[place].kind != "same":
                return place
            place += direction
        return None

    def find(self, words: str) -> int:
        """Mark the words wherever they stand, go to the first row that has them, and say how many rows do."""
        self._words = words
        self.lay_out()
        rows = self.rows_found()
        if rows and self.cursor not in rows:
            self.cursor = next((place for place in rows if place > self.cursor), rows[0])
        return len(rows)

    def rows_found(self) -> list[int]:
        """The rows that have the words looked for."""
        return [
            place
            for place, row in enumerate(self._rows)
            if any(
                found_in(self._article(side).sentences[number].text, self._words)
                for side in SIDES
                for number in _numbers(row, side)
            )
        ]

    def overview(self, width: int) -> str:
        """All rows as marks in at most `width` cells; where several share a cell, the weightiest is shown."""
        rows = self._rows
        if not rows or width <= 0:
            return ""
        order = ("conflict", "only right", "only left", "partial", "reworded", "same")
        share = max(1.0, len(rows) / width)
        groups = [rows[int(at * share) : int((at + 1) * share)] for at in range(min(width, len(rows)))]
        return "".join(self.marks[min((row.kind for row in group), key=order.index)] for group in groups if group)

    # Blocks

    def block_count(self) -> int:
        return len(self._rows)

    def block_height(self, block: int, width: int) -> int:
        row = self._rows[block]
        left, right = (self._sentence_lines(side, row, width) for side in ("left", "right"))
        notes = sum(len(wrap(note, width - _INDENT - 2)) for note in self._notes.get(block, ()))
        if self.view == "columns":
            return 2 + max(1, left, right) + notes
        return 2 + (left if self._told_once(row) else left + right) + notes

    def block_lines(self, block: int, width: int) -> list[Line]:
        row = self._rows[block]
        body = self._columns(row, width) if self.view == "columns" else self._pairs(row, width)
        return [self._heading(block, row, width), *body, *self._note_lines(block, width), []]

    def _heading(self, block: int, row: Row, width: int) -> Line:
        number = f"{block + 1:>3} "
        mark = self.marks[row.kind]
        line = [
            Piece(number, "dim"),
            Piece(mark, {"only left": "left", "only right": "right"}.get(row.kind, "mark")),
            Piece(" "),
            Piece(KIND_WORDS[row.kind].upper(), "conflict" if row.kind == "conflict" else "mark"),
        ]
        used = 4 + 2 + len(KIND_WORDS[row.kind])
        assert self.comparison is not None
        if row.link is not None and self.comparison.links[row.link].moved:
            line.append(Piece(f" {self._moved}", "mark"))
            used += 2
        if detail := row_detail(self.comparison, row):
            style = "mark" if row.kind == "conflict" else "dim"
            line.append(Piece(" " + shortened(detail, width - used - 1), style))
        return line

    def _note_lines(self, block: int, width: int) -> list[Line]:
        return [
            [Piece(" " * (_INDENT - 2)), Piece(("✎ " if at == 0 else "  ") + note[start:end], "note")]
            for note in self._notes.get(block, ())
            for at, (start, end) in enumerate(wrap(note, width - _INDENT - 2))
        ]

    def _pairs(self, row: Row, width: int) -> list[Line]:
        if self._told_once(row):
            return self._side_lines("left", row, width, label="=")
        return self._side_lines("left", row, width) + self._side_lines("right", row, width)

    def _side_lines(self, side: Side, row: Row, width: int, label: str = "") -> list[Line]:
        letter = label or _LETTERS[side]
        lines: list[Line] = []
        for number in _numbers(row, side):
            tag = f"{letter}{number + 1}"
            for at, slice_ in enumerate(self._wrapped(side, number, self._text_room(width))):
                shown = tag if at == 0 else ""
                pieces = [Piece(" " + shown.ljust(_INDENT - 1), side if label == "" else "dim")]
                lines.append(pieces + self._pieces(side, number, slice_))
        return lines

    def _columns(self, row: Row, width: int) -> list[Line]:
        left_room, right_room = _column_widths(width)
        left, right = self._column("left", row, left_room), self._column("right", row, right_room)
        lines: list[Line] = []
        for at in range(max(len(left), len(right))):
            mark = f" {self.marks[row.kind]} " if at == 0 else "   "
            middle = [Piece("│", "dim"), Piece(mark, "mark"), Piece("│ ", "dim")]
            first = left[at] if at < len(left) else []
            second = right[at] if at < len(right) else []
            gap = left_room + 1 - sum(cells(piece.text) for piece in first)
            lines.append([*first, Piece(" " * gap), *middle, *second])
        return lines

    def _column(self, side: Side, row: Row, room: int) -> list[Line]:
        numbers = _numbers(row, side)
        if not numbers:
            where = "shown elsewhere" if row.elsewhere else f"not in {_LETTERS[side]}"
            return [[Piece(shortened(f"· {where} ·", room), "dim")]]
        return [
            self._pieces(side, number, slice_) for number in numbers for slice_ in self._wrapped(side, number, room)
        ]

    def _pieces(self, side: Side, number: int, slice_: Slice) -> Line:
        """The words of a line of a sentence, the changed ones in their style."""
        text = self._article(side).sentences[number].text
        marks = [*self._changed.get((side, number), ()), *found_in(text, self._words)]
        return marked(text, slice_, marks)

    # Measuring

    def _text_room(self, width: int) -> int:
        return max(8, width - _INDENT - 1)

    def _sentence_lines(self, side: Side, row: Row, width: int) -> int:
        columns = _column_widths(width)
        stacked = self.view == "pairs"
        room = self._text_room(width) if stacked else columns[0] if side == "left" else columns[1]
        return sum(len(self._wrapped(side, number, room)) for number in _numbers(row, side))

    def _wrapped(self, side: Side, number: int, room: int) -> list[Slice]:
        key = (side, number, room)
        if key not in self._wraps:
            self._wraps[key] = wrap(self._article(side).sentences[number].text, room)
        return self._wraps[key]

    def _article(self, side: Side) -> Article:
        assert self.comparison is not None
        return self.comparison.left if side == "left" else self.comparison.right

    def _told_once(self, row: Row) -> bool:
        """Whether both sides read alike to the letter, so that one is enough."""
        if row.kind != "same" or len(row.left) != 1 or len(row.right) != 1:
            return False
        left, right = self._article("left"), self._article("right")
        return left.sentences[row.left[0]].text == right.sentences[row.right[0]].text


def _numbers(row: Row, side: Side) -> tuple[int, ...]:
    return row.left if side == "left" else row.right


def _column_widths(width: int) -> tuple[int, int]:
    left = max(4, (width - _GUTTER - 2) // 2)
    return left, max(4, width - _GUTTER - 2 - left)


def _changed_words(comparison: Comparison) -> dict[tuple[Side, int], list[Mark]]:
    """The changed stretches of each sentence, for the link under which the sentence is shown."""
    found: dict[tuple[Side, int], list[Mark]] = {}
    for row in comparison.rows:
        for change in comparison.links[row.link].changes if row.link is not None else ():
            for side, passage in zip(SIDES, (change.left, change.right), strict=True):
                if passage and passage.sentence in _numbers(row, side):
                    mark = Mark(passage.start, passage.end, f"changed-{side}")
                    found.setdefault((side, passage.sentence), []).append(mark)
    return found
