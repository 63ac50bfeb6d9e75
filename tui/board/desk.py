"""What the parts of the board's screen share once a board is opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from storyreader.messages import (
    CELL_WORDS,
    account_line,
    board_counts,
    board_letter,
    carriers,
    caveat_lines,
    cell_line,
    cell_lines,
    edit_lines,
    event_lines,
    first_appearances,
    left_out_lines,
    lone_lines,
    origins_of,
    quoted_lines,
    sentence_name,
)
from storyreader.story_board import appeared
from tui.comparison.keeper import Keeper
from tui.framed import FramedScreen
from widgets.matrix import Matrix
from widgets.note_sheet import NoteSheet
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.application import BoardNotebook, OpenedBoard
    from storyreader.story_board import Board, Claim

BoardTab = Literal["claims", "left-out", "origins", "voices", "account"]
BOARD_TABS: dict[BoardTab, str] = {
    "claims": "1 claims", "left-out": "2 left out", "origins": "3 origins", "voices": "4 who",
}  # fmt: skip
BoardFilter = Literal["shared", "conflicts", "one account only", "not in", "with notes", "all"]
BOARD_FILTERS: tuple[BoardFilter, ...] = ("shared", "conflicts", "one account only", "not in", "with notes", "all")
BoardOrder = Literal["story", "weight", "first told"]
BOARD_ORDERS: tuple[BoardOrder, ...] = ("story", "weight", "first told")


class CellInHand(NamedTuple):
    """A claim, by its index, and an account; None for the claim itself."""

    claim: int
    account: int | None


class BoardDesk:
    """An opened board, the widgets that show it, and what every part does with them."""

    def __init__(self, screen: FramedScreen, opened: "OpenedBoard") -> None:
        self.screen = screen
        self.notebook: BoardNotebook = opened.notebook
        self.matrix = screen.query_one(Matrix)
        self.evidence = screen.query_one("#evidence", TextView)
        self.lines = screen.query_one("#board-lines", TextView)
        self.sheet = screen.query_one(NoteSheet)
        self.keeper = screen.query_one(Keeper)
        self.tab: BoardTab = "claims"
        self.filter: BoardFilter = "shared" if self.board.shared else "all"
        self.order: BoardOrder = "story"
        self.beside: int | None = None
        self.words = ""
        self.marked: list[CellInHand] = []
        self._counts = ""

    @property
    def board(self) -> "Board":
        """What is shown: what the engine found with the reader's corrections."""
        return self.notebook.board

    @property
    def in_hand(self) -> CellInHand | None:
        """The cell under the cursor."""
        claim = self.matrix.claim
        return None if claim is None else CellInHand(claim, self.matrix.account)

    # Which claims are shown

    def shown_rows(self) -> list[int]:
        """The claims that are shown, in order."""
        rows = [number for number, claim in enumerate(self.board.claims) if self._is_shown(number, claim)]
        claims = self.board.claims
        if self.order == "weight":
            rows.sort(key=lambda n: (-claims[n].conflicts, -claims[n].origins, -len(claims[n].articles), n))
        elif self.order == "first told":
            dates = [appeared(article) for article in self.board.articles]
            rows.sort(key=lambda n: ((first := claims[n].first) is None, dates[first or 0], n))
        return rows

    def _is_shown(self, number: int, claim: "Claim") -> bool:
        if self.words and not self._has_words(claim):
            return False
        told = len(claim.articles)
        return {
            "shared": told > 1,
            "conflicts": claim.conflicts,
            "one account only": told == 1,
            "not in": self.beside is not None and claim.cells[self.beside].kind == "silent",
            "with notes": number in self.notebook.notes,
            "all": True,
        }[self.filter] and told > 0

    def _has_words(self, claim: "Claim") -> bool:
        articles = self.board.articles
        texts = [articles[place.article].sentences[place.sentence].text for place in claim.places]
        return all(any(word in text.casefold() for text in texts) for word in self.words.casefold().split())

    @property
    def filter_words(self) -> str:
        """The filter as the reader sees it."""
        if self.filter == "not in" and self.beside is not None:
            return f"not in {board_letter(self.beside)}"
        return self.filter

    # Showing

    def show(self, claim: int | None = None) -> None:
        """Show the claims, the cursor on one of them, and everything around them."""
        self._counts = board_counts(self.board, brief=True)
        self.matrix.blind = self.screen.opener.blind
        self.matrix.show(self.board, self.shown_rows(), self.matrix.claim if claim is None else claim)
        self.show_notes()

    def show_notes(self) -> None:
        """Show what the notebook holds."""
        self.matrix.know(
            noted=self.notebook.notes,
            reviewed=self.notebook.reviewed,
            marked=[(cell.claim, cell.account) for cell in self.marked if cell.account is not None],
            strangers=self.notebook.strangers,
        )
        self.show_place()

    def show_place(self) -> None:
        """Say in head and status line where the reader is, and show the words of the cell under the cursor."""
        self._show_head()
        if self.tab == "claims":
            self.evidence.show_blocks(self._evidence())
        self.screen.status(self._where(), self._totals(), message="")

    def _show_head(self) -> None:
        shown = "  ".join(f"[{word}]" if tab == self.tab else word for tab, word in BOARD_TABS.items())
        saved = "saved · " if self.notebook.saved else ""
        spots = {word: f"board.{tab}" for tab, word in BOARD_TABS.items()}
        wide = self.screen.app.size.width >= 100
        self.screen.head(f"Board · {self._counts}", f"{saved}{shown}" if wide else shown, spots)

    def _where(self) -> str:
        cell = self.in_hand
        if self.tab != "claims":
            return ""
        if cell is None:
            return f"No claim: {self.filter_words}. f goes on to the next filter."
        claim = self.board.claims[cell.claim]
        told = f"claim {self.matrix.cursor + 1} of {len(self.matrix.rows)} · told by {carriers(claim, self.board)}"
        if cell.account is None:
            return told
        kind = claim.cells[cell.account].kind
        return f"{told} · {board_letter(cell.account)} {self.matrix.cell_marks[kind]} {CELL_WORDS[kind]}"

    def _totals(self) -> str:
        parts = [self.filter_words, self.order if self.order != "story" else ""]
        parts.append(f"“{self.words}”" if self.words else "")
        reviewed = len(self.notebook.reviewed)
        parts.append(f"{reviewed} reviewed" if reviewed else "")
        hidden = len(self.board.articles) - len(self.matrix.columns)
        parts.append(f"{hidden} hidden" if hidden else "")
        return " · ".join(part for part in parts if part) if self.tab == "claims" else ""

    def _evidence(self) -> list[TextBlock]:
        """The words of the cell under the cursor; of a claim those of every account that tells it."""
        cell = self.in_hand
        if cell is None:
            return [TextBlock("Nothing to show here.", "dim")]
        claim = self.board.claims[cell.claim]
        notes = [TextBlock(note.told, "note", label="✎") for note in self.notebook.notes.get(cell.claim, ())]
        if cell.account is None:
            place = claim.representative
            first = TextBlock(claim.text, "title", label=sentence_name(place.article, place.sentence))
            rest = cell_lines(self.board, claim, blind=self.screen.opener.blind)
            return [first, *notes, *(TextBlock(line, label="") for line in rest)]
        return [*self._cell_blocks(claim, cell.account), *notes]

    def _cell_blocks(self, claim: "Claim", account: int) -> list[TextBlock]:
        cell, sentences = claim.cells[account], self.board.articles[account].sentences
        if not cell.sentences:
            return [
                TextBlock(f"Nothing was found in {board_letter(account)} that tells this claim.", "dim", label=""),
                TextBlock(claim.text, label=sentence_name(claim.representative.article, claim.representative.sentence)),
            ]
        own = [TextBlock(sentences[n].text, "title", label=sentence_name(account, n)) for n in cell.sentences]
        line = cell_line(self.board, claim, account)
        remark = line.rpartition(" (")[2].removesuffix(")") if cell.difference is not None and " (" in line else ""
        other = cell.against or claim.representative
        text = self.board.articles[other.article].sentences[other.sentence].text
        beside = (
            [] if other.article == account else [TextBlock(text, label=sentence_name(other.article, other.sentence))]
        )
        return [*own, *([TextBlock(remark, "note", label="")] if remark else []), *beside]

    def lines_of(self, tab: BoardTab) -> list[TextBlock]:
        """What a tab beside the claims tells, as text to read."""
        board, blind = self.board, self.screen.opener.blind
        parts: list[tuple[str, Sequence[str]]] = []
        if tab == "left-out":
            parts = [
                ("What each account leaves out", left_out_lines(board)),
                ("What one account alone tells", lone_lines(board)),
                ("Caveats and denials", caveat_lines(board)),
            ]
        elif tab == "origins":
            accounts = [account_line(board, number, blind=blind) for number in range(len(board.articles))]
            parts = [
                ("Accounts", accounts), ("One event?", event_lines(board)),
                ("Origins", origins_of(board, blind=blind)), ("Versions of one page", edit_lines(board)),
                ("When first told", first_appearances(board)),
            ]  # fmt: skip
        elif tab == "voices":
            parts = [("Who is quoted", quoted_lines(board, blind=blind))]
        blocks: list[TextBlock] = []
        for title, told in parts:
            if told:
                blocks.append(TextBlock(title, "title", above=1 if blocks else 0))
                blocks += [_nested(line) for line in told]
        return blocks

    # Words and changes

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the reader moves."""
        self.screen.status(text, self._totals())

    def changed(self, text: str) -> None:
        """Show a change of the notebook, say a word about it and write it."""
        self.show_notes()
        if text:
            self.say(text)
        self.keeper.write(self.notebook)

    def renewed(self, claim: int | None, text: str) -> None:
        """Show the board with the reader's corrections of claims, the cursor on a claim."""
        self.marked = []
        if claim is not None and claim not in self.shown_rows():
            self.filter, self.words = "all", ""
        self.show(claim)
        self.changed(text)


def _nested(line: str) -> TextBlock:
    """A line that belongs to the one before has blanks before it, two a level."""
    text = line.lstrip()
    return TextBlock(f"– {text}" if text != line else text, label="")
