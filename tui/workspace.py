"""One comparison in all its views: in short, rows under or beside each other, both full texts, facts, who is quoted.

The workspace keeps the reader on the same row from view to view. Rows count from 0; what is shown, and in which order,
is decided by storyreader.row_filters.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from storyreader.application import Judgements
from storyreader.comparison import Comparison, Row, RowKind
from storyreader.messages import ASCII_MARKS, KIND_MARKS, row_marks
from storyreader.row_filters import Filter, Order, Overviews, RowsKnown, filtered_rows
from tui.findings_pane import FindingsPane
from tui.findings_worker import FindingsWorker
from tui.tabs import FOUND, Tab, View
from widgets.block_view import BlockView
from widgets.comparison_panel import ComparisonPanel
from widgets.details_pane import DetailsPane
from widgets.findings_table import FindingsTable
from widgets.full_texts import FullTexts
from widgets.overview_strip import OverviewStrip
from widgets.short_view import ShortView
from widgets.side_texts import SideTexts
from widgets.table import Table


class Workspace(Horizontal):
    """Shows a comparison; `Moved` tells of every move of the reader."""

    @dataclass
    class Moved(Message):
        """The reader has come to another row or view, or another row to them, as findings arrived."""

        by_reader: bool = True

    def __init__(self, *, ascii_marks: bool) -> None:
        super().__init__(classes="panes")
        self.ascii_marks = ascii_marks
        self.marks: dict[RowKind, str] = dict(ASCII_MARKS if ascii_marks else KIND_MARKS)
        self.comparison: Comparison | None = None
        self.view: View = "pairs"
        self.tab: Tab = "short"
        self.came_from: Tab | None = None
        self.filter: Filter = "all"
        self.order: Order = "order of A"
        self.row_indexes: Sequence[int] = ()
        self.row_index: int | None = None
        self.notes: Mapping[int, Sequence[str]] = {}
        self.reviewed: Collection[int] = ()
        self.overviews: Overviews | None = None
        self.texts: SideTexts | None = None

    def compose(self) -> ComposeResult:
        yield FindingsWorker()
        panel = ComparisonPanel(ascii_marks=self.ascii_marks, id="comparison")
        panel.marks = self.marks
        yield panel
        yield FullTexts(self.marks, id="texts")
        yield OverviewStrip(self.marks)
        yield FindingsPane(ascii_marks=self.ascii_marks)
        yield Table(id="orphans")
        yield DetailsPane(id="rail")

    @property
    def panel(self) -> ComparisonPanel:
        """The rows."""
        return self.query_one(ComparisonPanel)

    @property
    def _full(self) -> FullTexts:
        return self.query_one(FullTexts)

    @property
    def found(self) -> FindingsPane:
        """What is found beside the rows."""
        return self.query_one(FindingsPane)

    @property
    def table(self) -> "ShortView | FindingsTable | Table | None":
        """The list of the present tab; None where the texts are shown."""
        if self.tab == "text":
            return None
        return self.query_one("#orphans", Table) if self.tab == "orphans" else self.found.view

    @property
    def row(self) -> Row | None:
        """The row the reader is at."""
        return self.comparison.rows[self.row_index] if self.comparison and self.row_index is not None else None

    # What is shown

    def show(
        self, comparison: Comparison, notes: Mapping[int, Sequence[str]], reviewed: Collection[int] = (), *,
        blind: bool = False,
    ) -> None:  # fmt: skip
        """Show a comparison from its first row; what is found beside the rows follows."""
        self.comparison, self.notes, self.reviewed = comparison, notes, reviewed
        self.marks.update(row_marks(comparison, ascii_marks=self.ascii_marks))
        self.texts, self.overviews = SideTexts(comparison), Overviews(comparison)
        self.filter, self.order = "all", "order of A"
        self.row_indexes = range(len(comparison.rows))
        self.row_index = 0 if comparison.rows else None
        self.panel.show(comparison, notes, self.texts)
        self.panel.show_notes(notes, reviewed)
        self._full.show(self.texts, self.row_indexes, notes, self.row_index)
        self.found.show(self.texts, blind=blind)
        self.set_tab(self.tab)
        self.call_after_refresh(self.query_one(FindingsWorker).look, comparison)

    def renew(
        self, comparison: Comparison, notes: Mapping[int, Sequence[str]], reviewed: Collection[int],
        row_index: int | None,
    ) -> None:  # fmt: skip
        """Show the comparison again after its links have changed, at a row; filter and order stay if they can."""
        chosen, order, words = self.filter, self.order, self.words
        self.show(comparison, notes, reviewed)
        self.mark_words(words)
        if not self.choose(chosen, order):
            self.choose("all", order)
        if row_index is not None and comparison.rows:
            self.go(min(row_index, len(comparison.rows) - 1))

    def show_notes(self, notes: Mapping[int, Sequence[str]], reviewed: Collection[int], judgements: Judgements) -> None:
        """Change the notes, what has been reviewed, and the words on rows and facts; the reader stays on the row."""
        self.notes, self.reviewed = notes, reviewed
        self.panel.show_notes(notes, reviewed)
        self.found.show_notes(notes, judgements)
        self._show_full()

    def set_view(self, view: View) -> None:
        """Change the view; the reader stays on the row."""
        self.view = view
        self._show_view()

    def set_tab(self, tab: Tab) -> None:
        """Change between the texts and the tables; the texts open where a table has led."""
        self.tab, self.came_from = tab, None
        if tab == "text" and self.row_index is not None and not self.panel.go(self.row_index):
            self.row_index = self.panel.row_index
        self._show_view()

    def _show_view(self) -> None:
        rows = self.view != "texts"
        self.panel.display = self.tab == "text" and rows
        self._full.display = self.tab == "text" and not rows
        self.query_one(OverviewStrip).display = self.tab == "text"
        self.query_one("#orphans", Table).display = self.tab == "orphans"
        self.found.display = self.tab in FOUND
        if self.tab in FOUND:
            self.found.show_tab(self.tab)
            self._follow()
        if rows:
            self.panel.set_view("pairs" if self.view == "pairs" else "columns")
            self.call_after_refresh(self.keep_in_sight)
        else:
            self.call_after_refresh(self._show_full)
        self.take_focus()
        if self.comparison is not None:
            self.post_message(self.Moved())

    def keep_in_sight(self) -> None:
        """Have the row under the cursor in the window."""
        self.panel.show_block(self.panel.cursor)

    def _follow(self) -> None:
        """Take the row of the finding under the cursor, if findings are shown, as the reader's."""
        if self.tab in FOUND and (row_index := self.found.row_index) is not None:
            self.row_index = row_index

    def take_focus(self) -> None:
        """Have the keys go to what is shown."""
        shown: Widget | None = self.table
        if shown is None and self.view == "texts":
            self._full.take_focus()
        else:
            (shown or self.panel).focus()

    def _show_full(self) -> None:
        if self.view == "texts" and self.texts is not None:
            self._full.show(self.texts, self.row_indexes, self.notes, self.row_index)

    def choose(self, chosen: Filter, order: Order) -> bool:
        """Filter and sort; the reader stays on the row where it is still shown. False when nothing is left to show."""
        if self.comparison is None:
            return False
        row_indexes = filtered_rows(self.comparison, chosen, order, self.known)
        if not row_indexes:
            return False
        self.filter, self.order, self.row_indexes = chosen, order, row_indexes
        self.panel.show_rows(row_indexes)
        self.row_index = self.panel.row_index
        self._show_full()
        self.post_message(self.Moved())
        return True

    # Where the reader is

    def go(self, row_index: int) -> None:
        """Go to a row; when the filter hides it, the filter is taken off."""
        if row_index not in self.row_indexes:
            self.choose("all", self.order)
        self.row_index = row_index
        self.panel.go(row_index)
        if self.view == "texts":
            self._full.go(row_index)
        self.post_message(self.Moved())

    @on(BlockView.Highlighted, "#comparison")
    def _row_changed(self, message: BlockView.Highlighted) -> None:
        message.stop()
        if self.tab == "text" and self.view != "texts" and self.panel.row_index != self.row_index:
            self.row_index = self.panel.row_index
            self.post_message(self.Moved())

    @on(FullTexts.Moved)
    def _sentence_changed(self, message: FullTexts.Moved) -> None:
        message.stop()
        if message.row_index != self.row_index:
            self.row_index = message.row_index
            self.panel.go(message.row_index)
            self.post_message(self.Moved())

    @on(BlockView.Highlighted, "FindingsPane BlockView, Table")
    def _item_changed(self, message: BlockView.Highlighted) -> None:
        message.stop()
        if self.tab in FOUND and message.view is self.table:
            self.found.follow()
            self._follow()
            self.post_message(self.Moved())

    @on(OverviewStrip.Chosen)
    def _strip_chosen(self, message: OverviewStrip.Chosen) -> None:
        message.stop()
        self.go(message.row_index)

    def mark_words(self, words: str) -> None:
        """Mark the words wherever they stand."""
        if self.texts is not None:
            self.texts.words = words
            self.panel.lay_out()
            self._show_full()

    def rows_with_words(self) -> list[int]:
        """The indexes of the rows shown that have the words marked."""
        return self.texts.rows_with_words(self.row_indexes) if self.texts is not None else []

    @property
    def words(self) -> str:
        """The words that are looked for; empty where nothing is."""
        return self.texts.words.strip() if self.texts is not None else ""

    # What is found beside the rows

    @on(FindingsWorker.Found)
    def _take_findings(self, message: FindingsWorker.Found) -> None:
        message.stop()
        if message.comparison is self.comparison and self.texts is not None:
            self.texts.show_values(message.values)
            self.panel.lay_out()
            self._show_full()
            self.found.take(message.findings, message.in_short)
            self._follow()
            self.post_message(self.Moved(by_reader=False))

    @property
    def known(self) -> RowsKnown:
        """What is known of the rows beside their kinds."""
        return RowsKnown(self.notes, self.reviewed, self.texts.values if self.texts is not None else {})

    @on(BlockView.Chosen, "FindingsPane BlockView")
    def _item_chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        self.open_item()

    def show_place(self) -> None:
        """Show beside the scroll bar where the reader is."""
        self.query_one(OverviewStrip).show(self.overviews, self.row_index)

    def to_texts(self) -> None:
        """Show the texts, wherever the reader is; from findings there is a way back."""
        if (tab := self.tab) != "text":
            self.set_tab("text")
            self.came_from = tab if tab in FOUND else None

    def open_item(self) -> bool:
        """From a finding to its sentences; False when it has none."""
        row_index = self.found.row_index
        if self.tab not in FOUND or row_index is None:
            return False
        self.to_texts()
        self.go(row_index)
        return True
