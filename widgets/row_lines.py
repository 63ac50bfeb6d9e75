"""One row of a comparison as lines: its heading by number, mark and word, both sides, what is under them.

The engine decides kinds, changed words and values; here they are painted: mark first, then style, then colour. A
sentence that another row shows stands in its place again, dim.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from storyreader.comparison import Comparison, Row, RowKind, Side
from storyreader.messages import FINDING_MARKS, KIND_WORDS, LETTERS, PERHAPS, related_to, row_detail
from storyreader.row_filters import again
from widgets.selecting import Line, Piece
from widgets.side_texts import SideTexts
from widgets.text_search import Mark, marked
from widgets.wrapping import cells, wrap

RowView = Literal["pairs", "columns"]

INDENT = 6
_GUTTER = 6
"""Between the columns: a blank, a line, the mark, a line; and a blank at the right edge."""
_TAG = 6
"""For the letter and the number of a sentence before its column, where that has room for them."""
_LEAST_COLUMN = 24
KIND_STYLES: dict[RowKind, str] = {
    "same": "dim", "reworded": "reworded", "partial": "partial", "conflict": "clash", "only left": "left",
    "only right": "right",
}  # fmt: skip


class RowLines:
    """Draws the rows of one comparison in one view. `marks` are those of the kinds, `moved` that of a moved pair."""

    def __init__(self, texts: SideTexts, marks: Mapping[RowKind, str], moved: str, *, ascii_marks: bool) -> None:
        self.texts = texts
        self._marks, self._moved = marks, moved
        self._differs = FINDING_MARKS[ascii_marks]["differs"]
        self.view: RowView = "pairs"
        self.notes: Mapping[int, Sequence[str]] = {}
        self.reviewed: Collection[int] = ()
        self.related_shown = False

    @property
    def _comparison(self) -> Comparison:
        return self.texts.comparison

    def height(self, row_index: int, width: int) -> int:
        """How many lines a row takes, with the blank one below it."""
        row = self._comparison.rows[row_index]
        head = len(wrap(self._heading_text(row_index)[0], _heading_room(width)))
        left, right = (self._sentence_lines(side, row, width) for side in LETTERS)
        body = max(1, left, right) if self.view == "columns" else left if self._written_once(row) else left + right
        return head + body + len(self._related_lines(row, width)) + len(self._note_lines(row_index, width)) + 1

    def lines(self, row_index: int, width: int) -> list[Line]:
        """The lines of a row, as many as `height` says."""
        row = self._comparison.rows[row_index]
        body = self._columns(row, width) if self.view == "columns" else self._pairs(row, width)
        under = [*self._related_lines(row, width), *self._note_lines(row_index, width)]
        return [*self._heading(row_index, width), *body, *under, []]

    # The heading

    def _heading_text(self, row_index: int) -> tuple[str, list[Mark]]:
        """Kind and what there is to say of a row, with the styles of its parts."""
        row = self._comparison.rows[row_index]
        values = self.texts.values.get(row_index, ())
        word = KIND_WORDS[row.kind].upper()
        marks = [Mark(0, len(word), KIND_STYLES[row.kind])]
        if row.link is not None and self._comparison.links[row.link].moved:
            word += f" {self._moved}"
        if row_index in self.reviewed:
            word += " ✓ reviewed"
        detail = row_detail(self._comparison, row, values)
        if not detail:
            return word, [*marks, Mark(marks[0].end, len(word), "dim")]
        if values and row.kind != "conflict":
            detail = f"{self._differs} {detail}"
        start = len(word) + 2
        loud = start + len(detail.split(" · ")[0]) if values or row.kind == "conflict" else start
        marks += [Mark(marks[0].end, start, "dim"), Mark(start, loud, "mark"), Mark(loud, start + len(detail), "dim")]
        return f"{word}  {detail}", marks

    def _heading(self, row_index: int, width: int) -> list[Line]:
        row = self._comparison.rows[row_index]
        text, marks = self._heading_text(row_index)
        first = [Piece(f"{row_index + 1:>3} ", "dim"), Piece(self._marks[row.kind], KIND_STYLES[row.kind]), Piece(" ")]
        return [
            [*(first if at == 0 else [Piece(" " * INDENT)]), *marked(text, part, marks, source="")]
            for at, part in enumerate(wrap(text, _heading_room(width)))
        ]

    # Under the sentences

    def _related_lines(self, row: Row, width: int) -> list[Line]:
        """What the sentences of a row are perhaps related to, dim; nothing while that is folded."""
        if not self.related_shown or not row.related:
            return []
        room = max(8, width - INDENT - 1)
        lines: list[Line] = []
        for side, number in related_to(self._comparison, row):
            text = f"{LETTERS[side]}{number + 1} {self.texts.text(side, number)}"
            for at, (start, end) in enumerate(wrap(text, room)):
                tag = f"   {PERHAPS}  " if at == 0 else " " * INDENT
                lines.append([Piece(tag, "dim"), Piece(text[start:end], "dim")])
        return lines

    def _note_lines(self, row_index: int, width: int) -> list[Line]:
        return [
            [
                Piece(" " * (INDENT - 2)),
                Piece("✎ " if at == 0 else "  ", "note"),
                Piece(note[start:end], "note", "note"),
            ]
            for note in self.notes.get(row_index, ())
            for at, (start, end) in enumerate(wrap(note, width - INDENT - 2))
        ]

    # Both sides

    def _shown(self, side: Side, row: Row) -> tuple[tuple[int, ...], str]:
        """The sentences of one side that stand in a row, and the style of their plain words."""
        elsewhere = again(self._comparison, row)
        if elsewhere is not None and elsewhere.side == side:
            return elsewhere.numbers, "dim"
        return row.numbers(side), "dim" if row.kind == "same" else ""

    def _pairs(self, row: Row, width: int) -> list[Line]:
        if self._written_once(row):
            return list(self._side("left", row, _text_room(width), INDENT, label="="))
        return [line for side in LETTERS for line in self._side(side, row, _text_room(width), INDENT)]

    def _side(self, side: Side, row: Row, room: int, indent: int, label: str = "") -> Iterator[Line]:
        numbers, plain = self._shown(side, row)
        for number in numbers:
            tag = f"{label or LETTERS[side]}{number + 1}"
            style = "dim" if plain else side
            for at, words in enumerate(self.texts.lines(side, number, room, plain)):
                before = [Piece((f" {tag}" if at == 0 else "").ljust(indent), style)] if indent else []
                yield [*before, *words]

    def _columns(self, row: Row, width: int) -> list[Line]:
        left_room, right_room = _column_widths(width)
        left, right = self._column("left", row, left_room), self._column("right", row, right_room)
        lines: list[Line] = []
        for at in range(max(len(left), len(right))):
            mark = f" {self._marks[row.kind]} " if at == 0 else "   "
            middle = [Piece("│", "dim"), Piece(mark, KIND_STYLES[row.kind]), Piece("│ ", "dim")]
            first = left[at] if at < len(left) else []
            second = right[at] if at < len(right) else []
            gap = left_room + 1 - sum(cells(piece.text) for piece in first)
            lines.append([*first, Piece(" " * gap), *middle, *second])
        return lines

    def _column(self, side: Side, row: Row, room: int) -> list[Line]:
        if not self._shown(side, row)[0]:
            return [[Piece(f" · not in {LETTERS[side]} ·"[:room], "dim")]]
        tag = _tag_width(room)
        return list(self._side(side, row, room - tag, tag))

    # Measuring

    def _sentence_lines(self, side: Side, row: Row, width: int) -> int:
        room = _text_room(width)
        if self.view == "columns":
            column = _column_widths(width)[0 if side == "left" else 1]
            room = column - _tag_width(column)
        return sum(self.texts.height(side, number, room) for number in self._shown(side, row)[0])

    def _written_once(self, row: Row) -> bool:
        """Whether both sides read alike to the letter, so that one is enough."""
        if row.kind != "same" or len(row.left) != 1 or len(row.right) != 1:
            return False
        return self.texts.text("left", row.left[0]) == self.texts.text("right", row.right[0])


def _heading_room(width: int) -> int:
    return max(8, width - INDENT)


def _text_room(width: int) -> int:
    return max(8, width - INDENT - 1)


def _column_widths(width: int) -> tuple[int, int]:
    left = max(4, (width - _GUTTER - 2) // 2)
    return left, max(4, width - _GUTTER - 2 - left)


def _tag_width(room: int) -> int:
    return _TAG if room >= _LEAST_COLUMN else 0
