"""The comparison row by row, each with its kind by mark and word, as stacked pairs or side by side.

The engine decides the rows, their kinds and the changed words; this widget paints them, mark first, then style, then
colour. A row index is a row's number in the comparison, from 0; a block is its number among the rows shown.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from storyreader.comparison import Comparison, Row, RowKind, Side
from storyreader.messages import (
    ASCII_MARKS,
    ASCII_MOVED_MARK,
    KIND_MARKS,
    KIND_WORDS,
    LETTERS,
    MOVED_MARK,
    PERHAPS,
    related_to,
    row_detail,
)
from widgets.block_view import BlockView, Line, Piece
from widgets.side_texts import SideTexts
from widgets.word_choice import WordChoice
from widgets.wrapping import cells, shortened, wrap

RowView = Literal["pairs", "columns"]

_INDENT = 6
_GUTTER = 6
"""Between the columns: a blank, a line, the mark, a line; and a blank at the right edge."""


class ComparisonPanel(BlockView):
    """Shows rows. `view` is "pairs" (stacked) or "columns" (side by side)."""

    def __init__(self, *, ascii_marks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.view: RowView = "pairs"
        self.row_indexes: Sequence[int] = ()
        self.marks: dict[RowKind, str] = ASCII_MARKS if ascii_marks else KIND_MARKS
        self._moved = ASCII_MOVED_MARK if ascii_marks else MOVED_MARK
        self._notes: Mapping[int, Sequence[str]] = {}
        self._reviewed: Collection[int] = ()
        self._texts: SideTexts | None = None
        self.choice: WordChoice | None = None
        self.related_shown = False

    # What is shown

    def show(self, comparison: Comparison, notes: Mapping[int, Sequence[str]], texts: SideTexts | None = None) -> None:
        """Show all rows from the first, with the texts of the notes by row. Other views may share `texts`."""
        self.comparison, self._notes = comparison, notes
        self.row_indexes = range(len(comparison.rows))
        self._texts = texts or SideTexts(comparison)
        self.set_reactive(BlockView.cursor, 0)
        self.lay_out(keep_place=False)

    def show_rows(self, row_indexes: Sequence[int]) -> None:
        """Show these rows in this order; the cursor stays on its row, else goes to the nearest after it."""
        here = self.row_index
        self.row_indexes = row_indexes
        if here is not None:
            block = self._block_of(here)
            later = [at for at, row_index in enumerate(row_indexes) if row_index >= here]
            self.set_reactive(BlockView.cursor, block if block is not None else later[0] if later else 0)
        self.lay_out()

    def show_notes(self, notes: Mapping[int, Sequence[str]], reviewed: Collection[int] = ()) -> None:
        """Change the notes and the reviewed rows; the row under the cursor stays where it is."""
        self._notes, self._reviewed = notes, reviewed
        self.lay_out()

    def show_related(self, shown: bool) -> None:
        """Show what sentences are perhaps related to under them, or fold it away again."""
        self.related_shown = shown
        self.lay_out()

    def set_view(self, view: RowView) -> None:
        """Change the view; the row under the cursor stays where it is."""
        if view != self.view:
            self.view = view
            self.lay_out()

    @property
    def row_index(self) -> int | None:
        """The index of the row under the cursor."""
        return self.row_indexes[self.cursor] if 0 <= self.cursor < len(self.row_indexes) else None

    def go(self, row_index: int) -> bool:
        """Put the cursor on a row; False when it is not among those shown."""
        block = self._block_of(row_index)
        if block is not None:
            self.cursor = block
        return block is not None

    def _block_of(self, row_index: int) -> int | None:
        if isinstance(self.row_indexes, range):
            return row_index if row_index in self.row_indexes else None
        return self.row_indexes.index(row_index) if row_index in self.row_indexes else None

    def selected_words(self) -> tuple[Side, int, int, int] | None:
        """The words chosen with keyboard or mouse, if in one sentence: side, number, first and end character.

        Offsets are in characters of the sentence.
        """
        if self.choice is not None:
            return self.choice.chosen
        selection = self.text_selection
        if selection is None or selection.start is None or self._texts is None:
            return None
        taken = self.get_selection(selection)
        if taken is None or not taken[0] or (source := self._selected_source(selection)) not in LETTERS:
            return None
        side: Side = "left" if source == "left" else "right"
        words = " ".join(taken[0].split())
        for number in self._row(max(0, self.block_at(selection.start.y))).numbers(side):
            if (at := self._texts.text(side, number).find(words)) >= 0:
                return side, number, at, at + len(words)
        return None

    def choose_words(self, step: str) -> None:
        """Choose words of the row with the keyboard: "next" begins or goes to the next sentence, "end" stops.

        "right" and "left" move by a word, "more" and "less" make the choice longer or shorter.
        """
        if self._texts is None or self.row_index is None:
            return
        if self.choice is None or step == "end":
            self.choice = WordChoice(self._texts, self._row(self.cursor)) if step == "next" else None
        elif step == "next":
            self.choice.next_sentence()
        elif step in ("left", "right"):
            self.choice.move(1 if step == "right" else -1)
        else:
            self.choice.extend(1 if step == "more" else -1)
        self._texts.chosen = self.choice.chosen if self.choice else None
        self.forget(self.cursor)

    # Blocks

    def block_count(self) -> int:
        return len(self.row_indexes)

    def block_height(self, block: int, width: int) -> int:
        row_index = self.row_indexes[block]
        row = self._row(block)
        left, right = (self._sentence_lines(side, row, width) for side in LETTERS)
        notes = sum(len(wrap(note, width - _INDENT - 2)) for note in self._notes.get(row_index, ()))
        notes += len(self._related_lines(row, width))
        if self.view == "columns":
            return 2 + max(1, left, right) + notes
        return 2 + (left if self._written_once(row) else left + right) + notes

    def block_lines(self, block: int, width: int) -> list[Line]:
        row = self._row(block)
        body = self._columns(row, width) if self.view == "columns" else self._pairs(row, width)
        under = [*self._related_lines(row, width), *self._note_lines(self.row_indexes[block], width)]
        return [self._heading(block, row, width), *body, *under, []]

    def _row(self, block: int) -> Row:
        assert self.comparison is not None
        return self.comparison.rows[self.row_indexes[block]]

    def _heading(self, block: int, row: Row, width: int) -> Line:
        assert self.comparison is not None
        row_index = self.row_indexes[block]
        mark = self.marks[row.kind]
        line = [
            Piece(f"{row_index + 1:>3} ", "dim"),
            Piece(mark, {"only left": "left", "only right": "right"}.get(row.kind, "mark")),
            Piece(" "),
            Piece(KIND_WORDS[row.kind].upper(), "conflict" if row.kind == "conflict" else "mark"),
        ]
        if row.link is not None and self.comparison.links[row.link].moved:
            line.append(Piece(f" {self._moved}", "mark"))
        if row_index in self._reviewed:
            line.append(Piece(" reviewed", "dim"))
        used = sum(cells(piece.text) for piece in line)
        if detail := row_detail(self.comparison, row):
            style = "mark" if row.kind == "conflict" else "dim"
            line.append(Piece(" " + shortened(detail, width - used - 1), style))
        return line

    def _related_lines(self, row: Row, width: int) -> list[Line]:
        """What the sentences of a row are perhaps related to, dim; nothing while that is folded."""
        if not self.related_shown or not row.related:
            return []
        assert self.comparison is not None
        room = max(8, width - _INDENT - 1)
        lines: list[Line] = []
        for side, number in related_to(self.comparison, row):
            text = f"{LETTERS[side]}{number + 1} {self.comparison.article(side).sentences[number].text}"
            for at, (start, end) in enumerate(wrap(text, room)):
                tag = f"   {PERHAPS}  " if at == 0 else " " * _INDENT
                lines.append([Piece(tag, "dim"), Piece(text[start:end], "dim")])
        return lines

    def _note_lines(self, row_index: int, width: int) -> list[Line]:
        return [
            [
                Piece(" " * (_INDENT - 2)),
                Piece("✎ " if at == 0 else "  ", "note"),
                Piece(note[start:end], "note", "note"),
            ]
            for note in self._notes.get(row_index, ())
            for at, (start, end) in enumerate(wrap(note, width - _INDENT - 2))
        ]

    def _pairs(self, row: Row, width: int) -> list[Line]:
        if self._written_once(row):
            return self._side_lines("left", row, width, label="=")
        return self._side_lines("left", row, width) + self._side_lines("right", row, width)

    def _side_lines(self, side: Side, row: Row, width: int, label: str = "") -> list[Line]:
        assert self._texts is not None
        lines: list[Line] = []
        for number in row.numbers(side):
            tag = f"{label or LETTERS[side]}{number + 1}"
            for at, words in enumerate(self._texts.lines(side, number, self._text_room(width))):
                shown = tag if at == 0 else ""
                lines.append([Piece(" " + shown.ljust(_INDENT - 1), "dim" if label else side), *words])
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
        assert self._texts is not None
        numbers = row.numbers(side)
        if not numbers:
            where = "shown elsewhere" if row.elsewhere else f"not in {LETTERS[side]}"
            return [[Piece(shortened(f"· {where} ·", room), "dim")]]
        return [line for number in numbers for line in self._texts.lines(side, number, room)]

    # Measuring

    def _text_room(self, width: int) -> int:
        return max(8, width - _INDENT - 1)

    def _sentence_lines(self, side: Side, row: Row, width: int) -> int:
        assert self._texts is not None
        columns = _column_widths(width)
        stacked = self.view == "pairs"
        room = self._text_room(width) if stacked else columns[0] if side == "left" else columns[1]
        return sum(self._texts.height(side, number, room) for number in row.numbers(side))

    def _written_once(self, row: Row) -> bool:
        """Whether both sides read alike to the letter, so that one is enough."""
        if row.kind != "same" or len(row.left) != 1 or len(row.right) != 1:
            return False
        assert self._texts is not None
        return self._texts.text("left", row.left[0]) == self._texts.text("right", row.right[0])


def _column_widths(width: int) -> tuple[int, int]:
    left = max(4, (width - _GUTTER - 2) // 2)
    return left, max(4, width - _GUTTER - 2 - left)
