"""The board as a matrix: a claim a row, an account a column, in each cell a mark for what the account does with it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from storyreader.messages import ASCII_CELL_MARKS, CELL_MARKS, CELL_WORDS, FINDING_MARKS, HIDDEN_OUTLET, board_letter
from storyreader.story_board import Board, CellKind
from widgets.block_view import BlockView, Line, Piece
from widgets.wrapping import cells, in_two_lines, shortened

CLAIM = -1
"""The column of the claims themselves."""
NARROW, WORDED = 5, 15
"""Cells of an account's column: with the mark alone, and with its word."""
LEAST_CLAIM, MOST_CLAIM = 24, 72
_LEAD, _SEEN = 3, 6
"""Cells before a claim, for what the reader has added, and behind the accounts, for how many tell it."""
_STYLES: Mapping[CellKind, str] = {
    "says": "mark", "reworded": "reworded", "partial": "partial", "conflict": "conflict", "updated": "value",
    "attributed": "changed-right", "perhaps": "dim", "silent": "dim",
}  # fmt: skip
_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns are: cells of the claim's and of an account's column, and which accounts are in the window."""

    claim: int
    account: int
    accounts: tuple[int, ...]
    before: int
    behind: int


class MatrixHead(Widget):
    """Two lines above the matrix: the letters of the accounts, and their outlets."""

    DEFAULT_CSS = """
    MatrixHead { height: 2; width: 1fr; color: $dim-text; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[str] = ("", "")

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self.lines = lines
        self.refresh()

    def render(self) -> Content:
        return Content("\n".join(self.lines))


class Matrix(BlockView):
    """Shows the claims at `rows` (indexes in `board.claims`) and the accounts at `columns`.

    The cursor rests on a row and on a column of it: the claim itself or an account.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "column(1)", "Next account", id="move.right", show=False),
        Binding("h,left", "column(-1)", "Account before", id="move.left", show=False),
    ]

    @dataclass
    class ColumnChanged(Message):
        """The cursor has come to another column."""

        matrix: "Matrix"

        @property
        def control(self) -> "Matrix":
            return self.matrix

    def __init__(self, head: MatrixHead, *, ascii_marks: bool = False) -> None:
        super().__init__(id="matrix")
        self._head = head
        self.cell_marks = ASCII_CELL_MARKS if ascii_marks else CELL_MARKS
        self._differs = FINDING_MARKS[ascii_marks]["differs"]
        self.board: Board | None = None
        self.rows: Sequence[int] = ()
        self.columns: list[int] = []
        self.pinned = 0
        self.blind = False
        self._column = CLAIM
        self._first = 0
        self._noted: Collection[int] = ()
        self._reviewed: Collection[int] = ()
        self._marked: Sequence[_Cell] = ()
        self._strangers: Collection[int] = ()

    # What is shown

    def show(self, board: Board, rows: Sequence[int], claim: int | None = None) -> None:
        """Show some claims of a board; the cursor goes to the row of `claim`, where that is among them."""
        if self.board is None or len(self.board.articles) != len(board.articles):
            self.columns = list(range(len(board.articles)))
        self.board, self.rows = board, rows
        place = rows.index(claim) if claim is not None and claim in rows else min(self.cursor, max(0, len(rows) - 1))
        self.set_reactive(BlockView.cursor, place)
        self.lay_out()
        self.show_block(place)

    def know(
        self,
        noted: Collection[int] = (),
        reviewed: Collection[int] = (),
        marked: Sequence[_Cell] = (),
        strangers: Collection[int] = (),
    ) -> None:
        """Say on which claims there are notes, which are reviewed, which cells are marked (claim and account), and
        which accounts are of another story.
        """
        self._noted, self._reviewed, self._marked, self._strangers = noted, reviewed, marked, strangers
        self._strips.clear()
        self.refresh()
        self._show_head()

    def set_columns(self, columns: Sequence[int], pinned: int) -> None:
        """Show these accounts in this order, the first `pinned` of them always."""
        here = self.account
        self.columns, self.pinned = list(columns), pinned
        self._column = self.columns.index(here) if here in self.columns else CLAIM
        self._in_window()
        self.lay_out()

    # Where the cursor is

    @property
    def claim(self) -> int | None:
        """The index of the claim under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def account(self) -> int | None:
        """The account under the cursor; None for the claim itself."""
        return self.columns[self._column] if 0 <= self._column < len(self.columns) else None

    def go(self, claim: int, account: int | None = None) -> None:
        """Put the cursor on a claim, and on an account."""
        if claim in self.rows:
            self.cursor = self.rows.index(claim)
        self._to_column(self.columns.index(account) if account in self.columns else CLAIM)

    def action_column(self, direction: int) -> None:
        """Go to the next account, or back to the claim."""
        self._to_column(max(CLAIM, min(len(self.columns) - 1, self._column + direction)))

    def _to_column(self, column: int) -> None:
        if column == self._column:
            return
        self._column = column
        first = self._first
        self._in_window()
        if first != self._first:
            self._strips.clear()
            self.refresh()
        else:
            self.forget(self.cursor)
        self._show_head()
        self.post_message(self.ColumnChanged(self))

    def _in_window(self) -> None:
        """Move the window over the accounts so that the cursor is in it."""
        fit = self._fit(self.text_width)
        loose = max(0, len(self.columns) - self.pinned)
        room = max(1, fit - self.pinned)
        self._first = max(0, min(self._first, loose - room))
        at = self._column - self.pinned
        if at >= 0:
            self._first = max(min(self._first, at), at - room + 1)

    # Layout

    def _fit(self, width: int) -> int:
        return max(1, (width - _LEAD - self._claim_width(width) - _SEEN) // self._account_width(width))

    def _account_width(self, width: int) -> int:
        worded = (width - _LEAD - _SEEN - LEAST_CLAIM) // max(1, len(self.columns))
        return WORDED if worded >= WORDED else NARROW

    def _claim_width(self, width: int) -> int:
        wanted = width - _LEAD - _SEEN - self._account_width(width) * len(self.columns)
        return max(min(LEAST_CLAIM, width // 2), min(MOST_CLAIM, max(wanted, width * 2 // 5)))

    def _layout(self, width: int) -> _Layout:
        fit, pinned = self._fit(width), self.columns[: self.pinned]
        loose = self.columns[self.pinned :]
        shown = loose[self._first : self._first + max(1, fit - len(pinned))]
        behind = len(loose) - self._first - len(shown)
        return _Layout(self._claim_width(width), self._account_width(width), (*pinned, *shown), self._first, behind)

    def lay_out(self, *, keep_place: bool = True, same: int = 0) -> None:
        if self.size.width:
            self._in_window()
        super().lay_out(keep_place=keep_place, same=same)
        self._show_head()

    def _show_head(self) -> None:
        if self.board is None or not self.laid_out:
            return
        found = self._layout(self.text_width)
        beyond = [f"‹{found.before}" if found.before else "", f"{found.behind}›" if found.behind else ""]
        top = " " * (_LEAD + 1) + "CLAIM".ljust(found.claim - 4)[: found.claim - 4] + beyond[0].rjust(4)
        below = " " * (_LEAD + 1 + found.claim)
        for number in found.accounts:
            article = self.board.articles[number]
            letter = f"{board_letter(number)}{'×' if number in self._strangers else ''}"
            here = number == self.account
            top += (f"[{letter}]" if here else f" {letter}").ljust(found.account)
            outlet = HIDDEN_OUTLET if self.blind else article.publisher or article.headline or ""
            name = (
                f" {shortened(outlet, found.account - 2)}" if found.account > NARROW else shortened(outlet, NARROW - 1)
            )
            below += name + " " * (found.account - cells(name))
        self._head.show([f"{top}{beyond[1] or 'TOLD'}", below])

    # Blocks

    def block_count(self) -> int:
        return len(self.rows)

    def block_height(self, block: int, width: int) -> int:
        assert self.board is not None
        claim = self.board.claims[self.rows[block]]
        return len(in_two_lines(claim.text, self._claim_width(width) - 1))

    def block_lines(self, block: int, width: int) -> list[Line]:
        assert self.board is not None
        index, found = self.rows[block], self._layout(width)
        claim = self.board.claims[index]
        first, *more = in_two_lines(claim.text, found.claim - 1)
        added = ("✓" if index in self._reviewed else " ") + ("✎" if index in self._noted else " ")
        style = "title" if self._column == CLAIM and self._under(block) else ""
        line = [Piece(added.ljust(_LEAD), "note"), Piece(first, style, "text")]
        line.append(Piece(" " * (found.claim - cells(first))))
        for number in found.accounts:
            line += self._cell_pieces(block, index, number, found.account)
        told = f"{len(claim.articles)}/{len(self.board.articles)}"
        line.append(Piece(told, "dim"))
        rest: list[Line] = [[Piece(" " * _LEAD), Piece(text, style, "text")] for text in more]
        return [line, *rest]

    def _cell_pieces(self, block: int, index: int, number: int, width: int) -> list[Piece]:
        assert self.board is not None
        cell = self.board.claims[index].cells[number]
        kind = cell.kind
        mark = self.cell_marks[kind]
        mark += self._differs if cell.difference and kind not in {"conflict", "updated", "attributed"} else ""
        here = self._under(block) and number == self.account
        edges = ("[", "]") if here else (" ", " ")
        chosen = "*" if (index, number) in self._marked else ""
        word = f" {CELL_WORDS[kind]}" if width >= WORDED else ""
        text = f"{mark}{word}"
        rest = width - cells(text) - 2 - len(chosen)
        return [
            Piece(edges[0], "mark"),
            Piece(text, _STYLES[kind]),
            Piece(edges[1], "mark"),
            Piece(chosen, "mark"),
            Piece(" " * max(0, rest)),
        ]

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell where the mouse is."""
        found = self._layout(self.text_width)
        at = (event.x - 1 - _LEAD - found.claim) // found.account
        if event.x - 1 - _LEAD < found.claim:
            self._to_column(CLAIM)
        elif 0 <= at < len(found.accounts):
            self._to_column(self.columns.index(found.accounts[at]))
        super().on_click(event)
