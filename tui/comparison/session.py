"""The parts of the comparison screen that need an opened comparison: made when it is there, so none asks for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader.messages import versions_remark
from storyreader.row_filters import FILTERS, Filter, row_with
from tui.comparison.annotating import Annotating
from tui.comparison.correcting import Correcting
from tui.comparison.desk import Desk
from tui.comparison.keeper import Keeper
from tui.comparison.keeping import Keeping
from tui.comparison.navigation import Navigation
from tui.comparison.orphans import OrphanTray
from tui.comparison.searching import Searching
from tui.comparison.status import ComparisonStatus
from tui.framed import FramedScreen
from tui.workspace import Workspace
from widgets.note_sheet import NoteSheet

if TYPE_CHECKING:
    from storyreader.application import Opened
    from storyreader.comparison import Comparison
    from storyreader.saving import SavedComparison


class EmptySession:
    """Before a comparison is opened: there is nothing to act on, to close or to lose. `parts` do the actions."""

    parts: tuple[object, ...] = ()

    def __init__(self, screen: FramedScreen) -> None:
        self.screen = screen

    @property
    def saved(self) -> "SavedComparison | None":
        """The comparison as it is saved; None when it is not."""
        return None

    @property
    def earlier(self) -> "SavedComparison | None":
        """What was saved of the same two files before they changed; None when nothing was."""
        return None

    def say(self, text: str) -> None:
        """Put a word of the app in the status line."""
        self.screen.status(text)

    def show_place(self) -> None:
        """Say where the reader is, and of whose accounts."""

    def close_topmost(self) -> bool:
        """Close what was opened last; False when there is nothing."""
        return False

    def to_first_tab(self) -> bool:
        """Go to the first tab; False when the reader is there."""
        return False

    def keep_everything(self) -> None:
        """Write what is not on the disk yet."""


class Session(EmptySession):
    """One opened comparison on the screen."""

    def __init__(self, screen: FramedScreen, opened: "Opened", verdicts: Sequence[str]) -> None:
        super().__init__(screen)
        workspace = screen.query_one(Workspace)
        self.status = ComparisonStatus(screen, workspace, opened)
        keeper, sheet = screen.query_one(Keeper), screen.query_one(NoteSheet)
        self.desk = Desk(screen, opened, workspace, sheet, keeper, self.status)
        tray = OrphanTray(self.desk)
        self.searching = Searching(self.desk)
        self.navigation = Navigation(self.desk, tray)
        self.annotating = Annotating(self.desk, verdicts, self.navigation.go_on)
        self.keeping = Keeping(self.desk, self.annotating)
        self.parts = (self.navigation, self.searching, self.annotating, Correcting(self.desk), tray, self.keeping)

    @property
    def saved(self) -> "SavedComparison | None":
        return self.desk.notebook.saved

    @property
    def earlier(self) -> "SavedComparison | None":
        return self.desk.opened.earlier

    def say(self, text: str) -> None:
        self.status.say(text)

    def show_place(self) -> None:
        self.status.show_head()
        self.status.show_row()

    def keep_everything(self) -> None:
        self.keeping.keep_everything()

    def show(self) -> None:
        """Show the comparison from where the reader goes on, with what they should know about it."""
        opened, blind = self.desk.opened, self.screen.opener.blind
        self.desk.workspace.show(self.desk.comparison, opened.notebook.texts(), opened.notebook.reviewed, blind=blind)
        self.desk.show_notes()
        self.status.count()  # in the marks of this comparison
        liked = self.screen.opener.remembered.filter
        chosen: Filter = next((name for name in FILTERS if name == liked), "all")
        self.desk.workspace.choose(chosen, self.desk.workspace.order)
        if opened.wanted and opened.row not in self.desk.workspace.row_indexes:
            self.desk.workspace.choose("all", self.desk.workspace.order)
        if (opened.row or opened.wanted) and opened.row in self.desk.workspace.row_indexes:
            self.desk.workspace.set_tab("text")
            self.desk.workspace.go(opened.row)
        self.status.show_head()
        changed = versions_remark(self.desk.comparison)
        self.status.say(" ".join([*opened.messages, *([changed] if changed else [])]))

    def deepen(self, comparison: "Comparison") -> None:
        """Take a better comparison of the same articles, unless the reader has begun to work on this one."""
        row = self.desk.workspace.row
        if self.desk.notebook.replace(comparison):
            self.status.count()
            self.desk.workspace.renew(comparison, {}, (), row_with(comparison, row) if row else None)
            self.status.say("Semantic matches added.")

    def moved(self, *, by_reader: bool) -> None:
        """The reader has come to another row, or to another view; what was said stays when they did not move."""
        if not by_reader:
            self.status.hold()
        elif self.status.forget():
            self.navigation.moved()
            self.annotating.end_choice()
        self.show_place()

    def close_topmost(self) -> bool:
        """Close a choice of words, a search, the reasons, a filter; go back to the table one came from."""
        if self.annotating.end_choice():
            self.status.say("")
        elif self.searching.end():
            pass
        elif self.screen.query_one("#sheet").has_class("shown"):
            self.navigation.put_reasons_away()
        elif self.navigation.unfilter() or self.navigation.return_to_table():
            pass
        else:
            return False
        return True

    def to_first_tab(self) -> bool:
        return self.navigation.to_first_tab()
