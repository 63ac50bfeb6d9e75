"""Looking at a board: tabs, filters, orders, columns, finding, and reading an account from one of its cells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader.messages import article_name, board_letter
from tui.board.desk import BOARD_FILTERS, BOARD_ORDERS, BoardDesk, BoardTab, CellInHand
from widgets.find_line import FindLine
from widgets.text_view import TextBlock

if TYPE_CHECKING:
    from storyreader.article import Article


class BoardViewing:
    """Shows another part of the board; changes nothing. `compare` has two articles compared."""

    def __init__(self, desk: BoardDesk, compare: "Callable[[Article, Article], None]") -> None:
        self._desk = desk
        self._compare = compare

    # Tabs

    def action_claims(self) -> None:
        self.show_tab("claims")

    def action_left_out(self) -> None:
        self.show_tab("left-out")

    def action_origins(self) -> None:
        self.show_tab("origins")

    def action_voices(self) -> None:
        self.show_tab("voices")

    def show_tab(self, tab: BoardTab) -> None:
        """Go to the claims, or to what stands beside them."""
        desk = self._desk
        desk.tab = tab
        claims = tab == "claims"
        desk.screen.query_one("#claims").display = claims
        desk.lines.display = not claims
        if claims:
            desk.matrix.focus()
        else:
            desk.lines.label_width = 2
            desk.lines.show_blocks(desk.lines_of(tab))
            desk.lines.focus()
        desk.show_place()

    def action_read(self) -> None:
        """Read the account under the cursor from the sentence of the cell on; from there back to the claims."""
        desk, cell = self._desk, self._desk.in_hand
        if desk.tab != "claims":
            self.show_tab("claims")
            return
        if cell is None:
            return
        claim = desk.board.claims[cell.claim]
        account = claim.representative.article if cell.account is None else cell.account
        told = set(claim.cells[account].sentences) if claim.cells[account].kind != "perhaps" else set()
        article = desk.board.articles[account]
        name = (
            f"{board_letter(account)}"
            if desk.screen.opener.blind
            else f"{board_letter(account)}: {article_name(article)}"
        )
        blocks = [TextBlock(article.headline or name, "title", label="")]
        blocks += [
            TextBlock(
                one.text,
                "highlight" if one.number in told else "",
                above=int(one.number == 0 or one.paragraph != article.sentences[one.number - 1].paragraph),
                label=str(one.number + 1),
            )
            for one in article.sentences
        ]
        self.show_tab("account")
        desk.lines.label_width = 5
        desk.lines.show_blocks(blocks)
        desk.lines.show_block(1 + min(claim.cells[account].sentences or (0,)))
        desk.screen.status(f"{name} · Enter or q goes back to the claims", message="")

    # Which claims

    def action_filter(self) -> None:
        self._filter(1)

    def action_filter_back(self) -> None:
        self._filter(-1)

    def _filter(self, step: int) -> None:
        desk, cell = self._desk, self._desk.in_hand
        desk.beside = cell.account if cell is not None and cell.account is not None else desk.beside or 0
        desk.filter = BOARD_FILTERS[(BOARD_FILTERS.index(desk.filter) + step) % len(BOARD_FILTERS)]
        desk.show()
        desk.say(f"Shown: {desk.filter_words}, {len(desk.matrix.rows)} of {len(desk.board.claims)} claims.")

    def action_sort(self) -> None:
        desk = self._desk
        desk.order = BOARD_ORDERS[(BOARD_ORDERS.index(desk.order) + 1) % len(BOARD_ORDERS)]
        desk.show()
        desk.say(f"Sorted by {desk.order}.")

    def action_next(self) -> None:
        self._next(1)

    def action_previous(self) -> None:
        self._next(-1)

    def _next(self, direction: int) -> None:
        """Go to the next cell that conflicts."""
        desk = self._desk
        matrix, claims = desk.matrix, desk.board.claims
        stops = [
            (row, column)
            for row, claim in enumerate(matrix.rows)
            for column, account in enumerate(matrix.columns)
            if claims[claim].cells[account].kind in {"conflict", "updated"}
        ]
        account = matrix.account
        here = matrix.cursor, -1 if account is None else matrix.columns.index(account)
        later = [stop for stop in stops if (stop > here if direction > 0 else stop < here)]
        if not later:
            desk.say("No further conflict." if stops else "No conflict among the claims shown.")
            return
        row, column = later[0] if direction > 0 else later[-1]
        matrix.go(matrix.rows[row], matrix.columns[column])

    # Which accounts

    def action_hide(self) -> None:
        """Hide the account under the cursor."""
        matrix, account = self._desk.matrix, self._desk.matrix.account
        if account is None or len(matrix.columns) < 2:
            self._desk.say("l goes to the account to be hidden.")
            return
        at = matrix.columns.index(account)
        kept = [number for number in matrix.columns if number != account]
        matrix.set_columns(kept, matrix.pinned - (at < matrix.pinned))
        self._desk.show_place()
        self._desk.say(f"{board_letter(account)} is hidden; = shows all again.")

    def action_all_columns(self) -> None:
        """Show all accounts in their own order."""
        self._desk.matrix.set_columns(range(len(self._desk.board.articles)), 0)
        self._desk.show_place()

    def action_move_left(self) -> None:
        self._move(-1)

    def action_move_right(self) -> None:
        self._move(1)

    def _move(self, direction: int) -> None:
        matrix, account = self._desk.matrix, self._desk.matrix.account
        if account is None:
            self._desk.say("l goes to the account to be moved.")
            return
        columns = list(matrix.columns)
        at = columns.index(account)
        to = max(0, min(len(columns) - 1, at + direction))
        columns.insert(to, columns.pop(at))
        matrix.set_columns(columns, matrix.pinned)
        self._desk.show_place()

    def action_pin(self) -> None:
        """Keep the account under the cursor in sight at the left; again: let it go."""
        matrix, account = self._desk.matrix, self._desk.matrix.account
        if account is None:
            self._desk.say("l goes to the account to be kept in sight.")
            return
        at = matrix.columns.index(account)
        rest = [number for number in matrix.columns if number != account]
        if at < matrix.pinned:
            matrix.set_columns([*rest[: matrix.pinned - 1], account, *rest[matrix.pinned - 1 :]], matrix.pinned - 1)
        else:
            matrix.set_columns([*rest[: matrix.pinned], account, *rest[matrix.pinned :]], matrix.pinned + 1)
        self._desk.show_place()

    # Two cells

    def toggle_mark(self, cell: CellInHand) -> None:
        """Mark a cell, two at most, or take its mark away."""
        desk = self._desk
        desk.marked = [one for one in desk.marked if one != cell] if cell in desk.marked else [*desk.marked, cell][-2:]
        desk.show_notes()
        if len(desk.marked) == 2:
            desk.say("Two cells are marked: c compares their accounts, L says that they tell one claim.")
        elif desk.marked:
            desk.say("Marked. Space marks a second cell; c compares with the account whose words stand for the claim.")

    def action_compare(self) -> None:
        """Compare the accounts of the marked cells, or that under the cursor with the one that stands for the claim."""
        desk, cell = self._desk, self._desk.in_hand
        accounts = [one.account for one in desk.marked if one.account is not None]
        if cell is not None and len(accounts) < 2:
            own = cell.account if cell.account is not None else desk.board.claims[cell.claim].representative.article
            accounts = [own, *accounts]
            accounts.append(desk.board.claims[cell.claim].representative.article)
            accounts.extend(desk.board.claims[cell.claim].articles)
        two = list(dict.fromkeys(accounts))[:2]
        if len(two) < 2:
            desk.say("One account alone tells this; Space marks two cells to compare.")
        else:
            self._compare(desk.board.articles[two[0]], desk.board.articles[two[1]])

    # Finding

    def find(self, message: FindLine.Asked) -> None:
        """Show the claims that have some words; in the other tabs mark them."""
        desk = self._desk
        if desk.tab != "claims":
            desk.lines.find(message.words)
        else:
            desk.words = message.words
            desk.filter = "all" if message.words else desk.filter
            desk.show()
        if message.done:
            (desk.matrix if desk.tab == "claims" else desk.lines).focus()

    def end_finding(self) -> bool:
        """Show all claims again; False when nothing was looked for."""
        desk = self._desk
        if not desk.words:
            return False
        desk.words = ""
        desk.filter = "shared" if desk.board.shared else "all"
        desk.show()
        return True
