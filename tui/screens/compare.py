"""The comparison screen: opens a comparison, hands it to the parts that work on it, and opens another one."""

import gc
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from storyreader.application import Files
from storyreader.settings import Settings
from tui.comparison.keeper import Keeper
from tui.comparison.opener import ComparisonOpener
from tui.comparison.partners import Partners
from tui.comparison.session import EmptySession, Session
from tui.framed import FramedScreen
from tui.keymap import COMPARE, bindings_of
from tui.tabs import VIEWS, View
from tui.workspace import Workspace
from widgets.details_pane import DetailsPane
from widgets.find_line import FindLine
from widgets.note_sheet import NoteSheet

if TYPE_CHECKING:
    from storyreader.application import ReadingShelf, Saved
    from storyreader.library import Entry


WIDE_ENOUGH = 100
"""Columns from which two texts have room beside each other; narrower windows begin with stacked pairs."""


class CompareScreen(FramedScreen):
    """One comparison. `others` are the articles J and K go through as B, and C chooses from.

    Until a comparison is opened the session is empty, and its actions are not there.
    """

    name_in_keymap = COMPARE
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)

    def __init__(
        self, source: "Files | Saved", settings: Settings, shelf: "ReadingShelf", others: "Sequence[Entry]" = ()
    ) -> None:
        super().__init__()
        self.settings = settings
        self._source = source
        self._shelf = shelf
        self._partners = Partners(others)
        self._session = EmptySession(self)

    def body(self) -> Iterator[Widget]:
        yield ComparisonOpener(self.settings.author, self._shelf)
        yield Keeper()
        yield Workspace(ascii_marks=self.settings.marks == "ascii")
        yield Vertical(DetailsPane(id="detail"), id="sheet")
        yield NoteSheet(self.settings.verdicts)
        yield FindLine()

    def begin(self) -> None:
        liked: View = next((view for view in VIEWS if view == self.opener.remembered.view), "columns")
        self.workspace.set_view(liked if self.app.size.width >= WIDE_ENOUGH else "pairs")
        self.head("Comparing…")
        self.call_after_refresh(self._open, self._source)

    @property
    def mode(self) -> str:
        return f"{COMPARE}.{self.workspace.tab}"

    @property
    def workspace(self) -> Workspace:
        """The comparison on the screen."""
        return self.query_one(Workspace)

    @property
    def parts(self) -> Sequence[object]:
        return (self, *self._session.parts)

    @property
    def session(self) -> Session:
        """The opened comparison. Messages of the widgets that show one come only when there is one."""
        assert isinstance(self._session, Session)
        return self._session

    # Opening a comparison

    def _open(self, source: "Files | Saved") -> None:
        self.keep_everything()
        self._source = source
        self.status("Reading and comparing… q goes back.")
        self.query_one(ComparisonOpener).make(source)

    @on(ComparisonOpener.Made)
    def _show(self, message: ComparisonOpener.Made) -> None:
        message.stop()
        if message.source != self._source:
            return  # the reader has asked for another one since
        if message.opened is None:
            self.head("No comparison")
            self.status(f"! {message.problem} q goes back.")
            return
        session = Session(self, message.opened, self.settings.verdicts)
        self._session = session
        session.show()
        gc.freeze()  # a pass over a long comparison would cost more than a frame; it stays till the end anyway
        if not message.opened.notebook.saved and self.settings.semantic == "on":
            self.query_one(ComparisonOpener).deepen(message.opened)

    @on(ComparisonOpener.Deepened)
    def _show_deepened(self, message: ComparisonOpener.Deepened) -> None:
        message.stop()
        if message.opened is self.session.desk.opened:
            self.session.deepen(message.comparison)

    # What the widgets of the session tell

    @on(Workspace.Moved)
    def _moved(self, message: Workspace.Moved) -> None:
        message.stop()
        self.session.moved(by_reader=message.by_reader)

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self.session.searching.find(message)

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        self.session.annotating.edited(message.fields)

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self.session.annotating.closed()

    @on(NoteSheet.EditorWanted)
    def _to_editor(self, message: NoteSheet.EditorWanted) -> None:
        message.stop()
        self.session.annotating.to_editor()

    @on(Keeper.Kept)
    def _kept(self, message: Keeper.Kept) -> None:
        message.stop()
        self.session.keeping.kept(message)

    @on(Keeper.Exported)
    def _exported(self, message: Keeper.Exported) -> None:
        message.stop()
        self.session.status.say(message.text)

    def on_resize(self) -> None:
        """Fill the details pane when it has just come into sight."""
        self.call_after_refresh(self._show_place)

    def blind_changed(self) -> None:
        self.workspace.found.show_blind(self.opener.blind)
        self._show_place()

    def _show_place(self) -> None:
        self._session.show_place()

    def keep_everything(self) -> None:
        self._session.keep_everything()

    # Another pair of articles

    def action_next_article(self) -> None:
        self._another_right(1)

    def action_previous_article(self) -> None:
        self._another_right(-1)

    def _another_right(self, direction: int) -> None:
        """Compare A with the next article of the library."""
        files = self._partners.beside(self._source, direction) if isinstance(self._source, Files) else None
        if files is None:
            self._session.say("There is no other article to compare A with.")
        else:
            self._open(files)

    def action_choose_partner(self) -> None:
        """Choose what to compare A with."""
        files = self._source
        if not isinstance(files, Files):
            self._session.say("A saved comparison keeps its sides.")
            return
        left = files.left
        choices = self._partners.choices(files)
        self.opener.choose_article("Compare A with", choices, lambda path: self._open(Files(left, path)))

    def action_swap(self) -> None:
        """Compare B with A."""
        if self._session.saved is not None or not isinstance(self._source, Files):
            self._session.say("A saved comparison keeps its sides.")
        else:
            self._open(Files(self._source.right, self._source.left))

    def action_recompute(self) -> None:
        """Read both pages again and compare; what has been noted, or was before the pages changed, finds its place or
        is orphaned.
        """
        if (saved := self._session.saved or self._session.earlier) is not None:
            self.keep_everything()
            self.status("Reading and comparing both pages again…")
            self.query_one(ComparisonOpener).recompute(saved, self._source)
        elif isinstance(self._source, Files):
            self._open(self._source)

    @on(ComparisonOpener.Recomputed)
    def _show_recomputed(self, message: ComparisonOpener.Recomputed) -> None:
        """Show it, or why there is none, unless the reader has asked for another one since."""
        message.stop()
        if message.asked == self._source and message.source is not None:
            self._source = message.source
            self._show(ComparisonOpener.Made(message.source, message.opened))
        elif message.asked == self._source:
            self._session.say(f"! {message.problem}")

    # Leaving

    def step_back(self) -> bool:
        return self._session.close_topmost()

    def end_narrowing(self) -> bool:
        return self._session.to_first_tab()

    def leave(self) -> None:
        """Leave the comparison, with everything on the disk."""
        self.keep_everything()
        self.dismiss()

    def action_saved(self) -> None:
        self.opener.open_saved_list()
