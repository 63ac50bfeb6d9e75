"""What the parts of the comparison screen share once a comparison is opened."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyreader import saving
from storyreader.comparison import Passage
from tui.comparison.keeper import Keeper
from tui.comparison.status import ComparisonStatus
from tui.framed import FramedScreen
from tui.tabs import FOUND, Tab
from tui.workspace import Workspace
from widgets.note_sheet import NoteSheet

if TYPE_CHECKING:
    from storyreader.application import FactPlace, Notebook, Opened
    from storyreader.comparison import Comparison
    from storyreader.saving import Target


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened comparison, the widgets that show it, and the few things that every part does with them."""

    screen: FramedScreen
    opened: "Opened"
    workspace: Workspace
    note_sheet: NoteSheet
    keeper: Keeper
    status: ComparisonStatus

    @property
    def notebook(self) -> "Notebook":
        """What the reader has added."""
        return self.opened.notebook

    @property
    def comparison(self) -> "Comparison":
        """What is shown: the engine's result with the reader's corrections."""
        return self.opened.comparison

    def row_in_hand(self) -> int | None:
        """The row that the reader can say something about: under the cursor, or that of the finding under it."""
        return self.workspace.row_index if self.workspace.tab != "orphans" else None

    def rows_in_hand(self) -> tuple[int, ...]:
        """The row in hand; several where they are folded into one line."""
        row_index, space = self.row_in_hand(), self.workspace
        folded = space.panel.rows_under_cursor if space.tab == "text" and space.view != "texts" else ()
        return folded if row_index in folded else () if row_index is None else (row_index,)

    def target_in_hand(self) -> "Target | None":
        """What the reader says something about: the words selected with mouse or keyboard, in a table those of the fact
        under the cursor; None when it is the row as a whole.
        """
        places = self._places_in_hand()
        return saving.words_target(self.comparison, places) if places else None

    def _places_in_hand(self) -> "tuple[FactPlace, ...]":
        space = self.workspace
        if space.tab in FOUND:
            return space.found.passages
        chosen = space.panel.selected_words() if space.tab == "text" and space.view != "texts" else None
        return ((chosen[0], Passage(*chosen[1:])),) if chosen is not None else ()

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the reader moves."""
        self.status.say(text)

    def show_tab(self, tab: Tab) -> None:
        """Change between the texts and the tables."""
        self.workspace.set_tab(tab)
        self.status.show_head()

    def show_notes(self) -> None:
        """Show what the notebook holds."""
        if self.workspace.texts is not None:
            self.workspace.texts.paint(self.notebook.painted())
        self.workspace.show_notes(self.notebook.texts(), self.notebook.reviewed, self.notebook.judgements())

    def show_again(self, row_index: int | None) -> None:
        """Show the comparison with the reader's corrections of links; the reader stays near a row."""
        self.workspace.renew(self.comparison, self.notebook.texts(), self.notebook.reviewed, row_index)
        self.show_notes()

    def changed(self, text: str) -> None:
        """Show a change, say a word about it and write it."""
        self.show_notes()
        if text:
            self.say(text)
        self.keeper.write(self.notebook)
