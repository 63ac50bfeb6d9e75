"""The comparison row by row, each with its kind by mark and word, as stacked pairs or side by side.

A row index is a row's number in the comparison, from 0; a block is what the cursor rests on: one row, or a run of same
sentences that is folded into one line.
"""

from collections.abc import Collection, Mapping, Sequence

from storyreader.comparison import SIDES, Comparison, Row, RowKind, Side
from storyreader.messages import ASCII_MARKS, ASCII_MOVED_MARK, KIND_MARKS, LETTERS, MOVED_MARK
from widgets.block_view import BlockView, Line, Piece
from widgets.row_lines import KIND_STYLES, RowLines, RowView
from widgets.side_texts import SideTexts
from widgets.word_choice import WordChoice, WordStep

__all__ = ["ComparisonPanel", "RowView"]

LEAST_FOLDED = 3
"""So many same sentences in a row are folded into one line."""


class ComparisonPanel(BlockView):
    """Shows rows. `view` is "pairs" (stacked) or "columns" (side by side)."""

    def __init__(self, *, ascii_marks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.view: RowView = "pairs"
        self.row_indexes: Sequence[int] = ()
        self.marks: dict[RowKind, str] = ASCII_MARKS if ascii_marks else KIND_MARKS
        self._ascii_marks = ascii_marks
        self._blocks: Sequence[tuple[int, ...]] = ()
        self._texts: SideTexts | None = None
        self._drawing: RowLines | None = None
        self.choice: WordChoice[tuple[Side, int]] | None = None
        self.related_shown = False
        self.folded = True

    # What is shown

    def show(self, comparison: Comparison, notes: Mapping[int, Sequence[str]], texts: SideTexts | None = None) -> None:
        """Show all rows from the first, with the texts of the notes by row. Other views may share `texts`."""
        self.comparison = comparison
        self.row_indexes = range(len(comparison.rows))
        self._texts = texts or SideTexts(comparison)
        moved = ASCII_MOVED_MARK if self._ascii_marks else MOVED_MARK
        self._drawing = RowLines(self._texts, self.marks, moved, ascii_marks=self._ascii_marks)
        self._drawing.notes, self._drawing.related_shown = notes, self.related_shown
        self._fold()
        self.set_reactive(BlockView.cursor, 0)
        self.lay_out(keep_place=False)

    def show_rows(self, row_indexes: Sequence[int]) -> None:
        """Show these rows in this order; the cursor stays on its row, else goes to the nearest after it."""
        here = self.row_index
        self.row_indexes = row_indexes
        self._fold()
        if here is not None:
            block = self._block_of(here)
            later = [at for at, rows in enumerate(self._blocks) if rows[-1] >= here]
            self.set_reactive(BlockView.cursor, block if block is not None else later[0] if later else 0)
        self.lay_out()

    def show_notes(self, notes: Mapping[int, Sequence[str]], reviewed: Collection[int] = ()) -> None:
        """Change the notes and the reviewed rows; the row under the cursor stays where it is."""
        if self._drawing is not None:
            self._drawing.notes, self._drawing.reviewed = notes, reviewed
        self.lay_out()

    def show_related(self, shown: bool) -> None:
        """Show what sentences are perhaps related to under them, or fold it away again."""
        self.related_shown = shown
        if self._drawing is not None:
            self._drawing.related_shown = shown
        self.lay_out()

    def set_view(self, view: RowView) -> None:
        """Change the view; the row under the cursor stays where it is."""
        if view != self.view:
            self.view = view
            self.lay_out()

    def set_folded(self, folded: bool) -> None:
        """Fold runs of same sentences into one line each, or open them; the cursor stays on its row."""
        here = self.row_index
        self.folded = folded
        self._fold()
        if here is not None:
            self.set_reactive(BlockView.cursor, self._block_of(here) or 0)
        self.lay_out()

    @property
    def folds(self) -> int:
        """How many sentences are folded away."""
        return sum(len(rows) for rows in self._blocks if len(rows) > 1)

    def _fold(self) -> None:
        """Make the blocks of the rows shown."""
        assert self.comparison is not None
        blocks: list[tuple[int, ...]] = []
        run: list[int] = []
        kinds = self.comparison.rows
        for row_index in [*self.row_indexes, None]:
            if self.folded and row_index is not None and kinds[row_index].kind == "same":
                run.append(row_index)
                continue
            blocks += [tuple(run)] if len(run) >= LEAST_FOLDED else [(one,) for one in run]
            run = []
            if row_index is not None:
                blocks.append((row_index,))
        self._blocks = blocks

    @property
    def rows_under_cursor(self) -> tuple[int, ...]:
        """The indexes of the rows of the block under the cursor: several where they are folded."""
        return self._blocks[self.cursor] if 0 <= self.cursor < len(self._blocks) else ()

    @property
    def row_index(self) -> int | None:
        """The index of the row under the cursor, of folded rows that of the first."""
        rows = self.rows_under_cursor
        return rows[0] if rows else None

    def go(self, row_index: int) -> bool:
        """Put the cursor on a row, which opens what is folded there; False when it is not among those shown."""
        block = self._block_of(row_index)
        if block is not None and len(self._blocks[block]) > 1 and row_index != self._blocks[block][0]:
            self.set_folded(False)
            block = self._block_of(row_index)
        if block is not None:
            self.cursor = block
        return block is not None

    def _block_of(self, row_index: int) -> int | None:
        return next((at for at, rows in enumerate(self._blocks) if row_index in rows), None)

    # Words of a sentence

    def selected_words(self) -> tuple[Side, int, int, int] | None:
        """The words chosen with keyboard or mouse, if in one sentence: side, number, first and end character.

        Offsets are in characters of the sentence.
        """
        if self.choice is not None:
            return (*self.choice.place, *self.choice.span)
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

    def choose_words(self, step: WordStep) -> None:
        """Choose words of the row with the keyboard: "next" begins, too."""
        if self._texts is None or self.row_index is None:
            return
        if self.choice is not None and step != "end":
            self.choice.take(step)
        elif step == "next":
            row = self._row(self.cursor)
            places: list[tuple[Side, int]] = [(side, number) for side in SIDES for number in row.numbers(side)]
            self.choice = WordChoice([(place, self._texts.text(*place)) for place in places])
        else:
            self.choice = None
        self._texts.chosen = (*self.choice.place, *self.choice.span) if self.choice is not None else None
        self.forget(self.cursor)

    # Blocks

    def block_count(self) -> int:
        return len(self._blocks)

    def block_height(self, block: int, width: int) -> int:
        rows = self._blocks[block]
        return 2 if len(rows) > 1 else self._in_view().height(rows[0], width)

    def block_lines(self, block: int, width: int) -> list[Line]:
        rows = self._blocks[block]
        if len(rows) == 1:
            return self._in_view().lines(rows[0], width)
        number = f"{rows[0] + 1:>3} "
        return [[Piece(number, "dim"), Piece(f"{self.marks['same']} {len(rows)} same sentences, z opens", "dim")], []]

    def bar(self, block: int) -> Piece:
        """The gutter: coloured by kind, full at the cursor."""
        return Piece("▌" if block == self.cursor else "▎", KIND_STYLES[self._row(block).kind])

    def _in_view(self) -> RowLines:
        assert self._drawing is not None
        self._drawing.view = self.view
        return self._drawing

    def _row(self, block: int) -> Row:
        assert self.comparison is not None
        return self.comparison.rows[self._blocks[block][0]]
