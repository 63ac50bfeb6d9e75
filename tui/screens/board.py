"""The board screen: many accounts of one event, claim by claim."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from storyreader import application
from storyreader.errors import StoryReaderError
from storyreader.exporting import BOARD_FILES
from storyreader.settings import Settings
from tui.board.annotating import BoardAnnotating
from tui.board.desk import BoardDesk
from tui.board.opener import BoardMaker
from tui.board.viewing import BoardViewing
from tui.comparison.keeper import Keeper
from tui.framed import FramedScreen
from tui.keymap import BOARD, bindings_of
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.matrix import Matrix, MatrixHead
from widgets.note_sheet import NoteSheet
from widgets.text_view import TextView

if TYPE_CHECKING:
    from storyreader.application import BoardFiles, ReadingShelf
    from storyreader.article import Article

MEASURE = 104
"""Longest line in cells below and beside the claims, where sentences are looked up rather than read on."""


def _wide(view: TextView) -> TextView:
    view.measure = MEASURE
    return view


class BoardScreen(FramedScreen):
    """Opens a board from files, or a saved one by its name. Until it is there, its keys do nothing."""

    name_in_keymap = BOARD
    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(BOARD)

    def __init__(self, source: "BoardFiles | str", settings: Settings, shelf: "ReadingShelf") -> None:
        super().__init__()
        self.settings = settings
        self._source = source
        self._shelf = shelf
        self.desk: BoardDesk | None = None
        """The opened board; None until it is there."""
        self._parts: tuple[object, ...] = ()

    def body(self) -> Iterator[Widget]:
        head = MatrixHead()
        yield BoardMaker(self.settings.author, self._shelf)
        yield Keeper()
        with Vertical(id="claims"):
            yield head
            yield Matrix(head, ascii_marks=self.settings.marks == "ascii")
            yield _wide(TextView(label_width=5, id="evidence"))
        yield _wide(TextView(id="board-lines"))
        yield NoteSheet(self.settings.verdicts)
        yield FindLine()

    def begin(self) -> None:
        self.head("Laying the accounts beside each other…")
        self.status("Reading and comparing… q goes back.")
        self.query_one(Matrix).focus()
        self.call_after_refresh(self.query_one(BoardMaker).make, self._source)

    @property
    def mode(self) -> str:
        return f"{BOARD}.{self.desk.tab if self.desk else 'claims'}"

    @property
    def parts(self) -> Sequence[object]:
        return (self, *self._parts)

    @on(BoardMaker.Made)
    def _show(self, message: BoardMaker.Made) -> None:
        message.stop()
        if message.opened is None:
            self.head("No board")
            self.status(f"! {message.problem} q goes back.")
            return
        self.desk = BoardDesk(self, message.opened)
        self._viewing = BoardViewing(self.desk, self._compare)
        self._annotating = BoardAnnotating(self.desk, self._viewing, self.settings.verdicts)
        self._parts = (self._viewing, self._annotating)
        self.desk.show()
        self.show_keys()
        if message.opened.messages:
            self.status(" ".join(message.opened.messages))

    # What the widgets tell

    @on(BlockView.Highlighted, "#matrix")
    def _moved(self, message: BlockView.Highlighted) -> None:
        message.stop()
        self._show_place()

    @on(Matrix.ColumnChanged)
    def _moved_aside(self, message: Matrix.ColumnChanged) -> None:
        message.stop()
        self._show_place()

    @on(BlockView.Chosen, "#matrix")
    def _chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        if self.desk is not None:
            self._viewing.action_read()

    def _show_place(self) -> None:
        if self.desk is not None:
            self.desk.show_place()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        if self.desk is not None:
            self._viewing.find(message)

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        self._annotating.edited(message.fields)

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self._annotating.closed()

    @on(NoteSheet.EditorWanted)
    def _to_editor(self, message: NoteSheet.EditorWanted) -> None:
        message.stop()
        self._annotating.to_editor()

    @on(Keeper.Kept)
    def _kept(self, message: Keeper.Kept) -> None:
        message.stop()
        if message.problem:
            self.status(f"! {message.problem}")

    @on(Keeper.Exported)
    def _exported(self, message: Keeper.Exported) -> None:
        message.stop()
        self.status(message.text)

    def blind_changed(self) -> None:
        if self.desk is not None:
            self.desk.show()

    # Keys of the screen itself

    def action_find(self) -> None:
        """Find claims by words of any account."""
        if self.desk is not None:
            self.query_one(FindLine).open()
            self.status("Words that the accounts tell a claim in.")

    def action_save(self) -> None:
        """Save the board even without a note."""
        if self.desk is not None:
            self.desk.notebook.keep()
            self.desk.changed("Saved; B lists what is saved.")

    def action_export(self) -> None:
        """Write the board out for another person, in one of the formats."""
        if self.desk is not None:
            self.ask("Export as", list(BOARD_FILES), self._export)

    def _export(self, form: str) -> None:
        if self.desk is not None:
            self.desk.keeper.export(self.desk.notebook, form)

    def action_saved(self) -> None:
        self.opener.open_saved_list()

    def _compare(self, left: "Article", right: "Article") -> None:
        if not left.path or not right.path:
            self.status("The pages of these accounts are not known any more.")
        else:
            self.opener.open_comparison(application.Files(left.path, right.path))

    # Leaving

    def step_back(self) -> bool:
        """Go back from what stands beside the claims, end finding, take marks away."""
        desk = self.desk
        if desk is None:
            return False
        if desk.tab != "claims":
            self._viewing.show_tab("claims")
        elif desk.marked:
            desk.marked = []
            desk.show_notes()
        else:
            return self._viewing.end_finding()
        return True

    def leave(self) -> None:
        """Leave the board, with everything on the disk."""
        self.keep_everything()
        self.dismiss()

    def keep_everything(self) -> None:
        """Write what is still being typed, before the board is left."""
        if self.desk is None:
            return
        with contextlib.suppress(Exception):  # the sheet may be gone already
            if self.desk.sheet.is_open:
                self._annotating.take(self.desk.sheet.fields)
        try:
            self.desk.notebook.write()
        except StoryReaderError as error:
            self.app.notify(str(error), severity="error", timeout=15, markup=False)
