"""One comparison in all its views: rows under or beside each other, both texts whole, facts, who is quoted.

The workspace keeps the reader's place from view to view. Places are rows of the comparison, from 0; what is shown, and
in which order, is decided by storyreader.row_filters.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from storyreader.comparison import Comparison, Row, RowKind
from storyreader.messages import ASCII_MARKS, KIND_MARKS
from storyreader.row_filters import FILTERS, ORDERS, Filter, Order, Overviews, filtered_rows
from widgets.block_view import BlockView
from widgets.comparison_panel import ComparisonPanel
from widgets.details_pane import DetailsPane
from widgets.full_texts import FullTexts
from widgets.side_texts import SideTexts
from widgets.table import Table

if TYPE_CHECKING:
    from storyreader.findings import Findings
    from storyreader.saving import Target

View = Literal["pairs", "columns", "texts"]
VIEWS: tuple[View, ...] = ("pairs", "columns", "texts")
VIEW_WORDS: dict[View, str] = {"pairs": "one under the other", "columns": "side by side", "texts": "both texts whole"}

Tab = Literal["text", "facts", "who", "orphans"]
TABS: dict[Tab, str] = {"text": "1 text", "facts": "2 facts", "who": "3 who", "orphans": "4 orphans"}
TABLES: tuple[Tab, ...] = ("facts", "who", "orphans")


class Workspace(Horizontal):
    """Shows a comparison; `Moved` tells of every change of place."""

    @dataclass
    class Moved(Message):
        """The reader has come to another row, or to another view."""

    @dataclass
    class Opened(Message):
        """An item of a table was chosen with the mouse, and its sentences are shown."""

    @dataclass
    class Found(Message):
        """What is said of the two articles beside their links has been worked out."""

        comparison: Comparison
        findings: "Findings"

    def __init__(self, *, ascii_marks: bool) -> None:
        super().__init__(classes="panes")
        self.ascii_marks = ascii_marks
        self.marks: dict[RowKind, str] = ASCII_MARKS if ascii_marks else KIND_MARKS
        self.comparison: Comparison | None = None
        self.view: View = "pairs"
        self.tab: Tab = "text"
        self.filter: Filter = "all"
        self.order: Order = "order of A"
        self.places: Sequence[int] = ()
        self.place: int | None = None
        self.notes: Mapping[int, Sequence[str]] = {}
        self.reviewed: Collection[int] = ()
        self.overviews: Overviews | None = None
        self._texts: SideTexts | None = None
        self._tables_of: Comparison | None = None

    def compose(self) -> ComposeResult:
        yield ComparisonPanel(ascii_marks=self.ascii_marks, id="comparison")
        yield FullTexts(self.marks, id="texts")
        for name in TABLES:
            yield Table(id=name)
        yield DetailsPane(id="rail")

    @property
    def panel(self) -> ComparisonPanel:
        """The rows."""
        return self.query_one(ComparisonPanel)

    @property
    def _full(self) -> FullTexts:
        return self.query_one(FullTexts)

    @property
    def table(self) -> Table | None:
        """The table of the present tab; None where the texts are shown."""
        return None if self.tab == "text" else self.query_one(f"#{self.tab}", Table)

    @property
    def row(self) -> Row | None:
        """The row the reader is at."""
        return self.comparison.rows[self.place] if self.comparison and self.place is not None else None

    # What is shown

    def show(self, comparison: Comparison, notes: Mapping[int, Sequence[str]], reviewed: Collection[int] = ()) -> None:
        """Show a comparison from its first row."""
        self.comparison, self.notes, self.reviewed = comparison, notes, reviewed
        self._texts, self.overviews = SideTexts(comparison), Overviews(comparison)
        self.filter, self.order = "all", "order of A"
        self.places = range(len(comparison.rows))
        self.place = 0 if comparison.rows else None
        self.panel.show(comparison, notes, self._texts)
        self.panel.show_notes(notes, reviewed)
        self._full.show(self._texts, self.places, notes, self.place)
        self.set_tab(self.tab)

    def renew(
        self,
        comparison: Comparison,
        notes: Mapping[int, Sequence[str]],
        reviewed: Collection[int],
        place: int | None,
    ) -> None:
        """Show the comparison again after its links have changed, at a place; filter and order stay if they can."""
        chosen, order = self.filter, self.order
        self.show(comparison, notes, reviewed)
        if not self.choose(chosen, order):
            self.choose("all", order)
        if place is not None and comparison.rows:
            self.go(min(place, len(comparison.rows) - 1))

    def selected_target(self) -> "Target | None":
        """The words selected with the mouse, as what a note can be about; None when nothing is selected."""
        from storyreader.saving import span_target

        chosen = self.panel.selected_words() if self.tab == "text" and self.view != "texts" else None
        if chosen is None or self.comparison is None:
            return None
        side, number, start, end = chosen
        return span_target(self.comparison, side, number, (start, end))

    def show_notes(self, notes: Mapping[int, Sequence[str]], reviewed: Collection[int]) -> None:
        """Change the notes and what has been reviewed; the reader keeps the place."""
        self.notes, self.reviewed = notes, reviewed
        self.panel.show_notes(notes, reviewed)
        self._show_full()

    def set_view(self, view: View) -> None:
        """Change the view; the reader keeps the place."""
        self.view = view
        self._show_view()

    def set_tab(self, tab: Tab) -> None:
        """Change between the texts and the tables."""
        self.tab = tab
        self._show_view()
        if tab in ("facts", "who") and self.comparison is not None and self._tables_of is not self.comparison:
            self._find_out(self.comparison)

    def _show_view(self) -> None:
        rows = self.view != "texts"
        self.panel.display = self.tab == "text" and rows
        self._full.display = self.tab == "text" and not rows
        for name in TABLES:
            self.query_one(f"#{name}", Table).display = self.tab == name
        if rows:
            self.panel.set_view("pairs" if self.view == "pairs" else "columns")
        else:
            self.call_after_refresh(self._show_full)
        self.take_focus()
        self.post_message(self.Moved())

    def take_focus(self) -> None:
        """Have the keys go to what is shown."""
        shown: Widget | None = self.table
        if shown is None and self.view == "texts":
            self._full.take_focus()
        else:
            (shown or self.panel).focus()

    def _show_full(self) -> None:
        if self.view == "texts" and self._texts is not None:
            self._full.show(self._texts, self.places, self.notes, self.place)

    def choose(self, chosen: Filter, order: Order) -> bool:
        """Filter and sort; the reader keeps the place where it is still shown. False when nothing is left to show."""
        if self.comparison is None:
            return False
        places = filtered_rows(self.comparison, chosen, order, self.notes, self.reviewed)
        if not places:
            return False
        self.filter, self.order, self.places = chosen, order, places
        self.panel.show_places(places)
        self.place = self.panel.place
        self._show_full()
        self.post_message(self.Moved())
        return True

    def next_filter(self, direction: int) -> None:
        """The next filter that shows anything."""
        at = FILTERS.index(self.filter)
        for step in range(1, len(FILTERS) + 1):
            if self.choose(FILTERS[(at + direction * step) % len(FILTERS)], self.order):
                return

    def next_order(self) -> None:
        """The next way of sorting."""
        self.choose(self.filter, ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    # Where the reader is

    def go(self, place: int) -> None:
        """Go to a row; when the filter hides it, the filter is taken off."""
        if place not in self.places:
            self.choose("all", self.order)
        self.place = place
        self.panel.go(place)
        if self.view == "texts":
            self._full.go(place)
        self.post_message(self.Moved())

    @on(BlockView.Highlighted, "#comparison")
    def _row_changed(self, message: BlockView.Highlighted) -> None:
        message.stop()
        if self.tab == "text" and self.view != "texts" and self.panel.place != self.place:
            self.place = self.panel.place
            self.post_message(self.Moved())

    @on(FullTexts.Moved)
    def _sentence_changed(self, message: FullTexts.Moved) -> None:
        message.stop()
        if message.place != self.place:
            self.place = message.place
            self.panel.go(message.place)
            self.post_message(self.Moved())

    @on(BlockView.Highlighted, "Table")
    def _item_changed(self, message: BlockView.Highlighted) -> None:
        message.stop()
        self.post_message(self.Moved())

    def next_difference(self, direction: int, start: int | None = None) -> int | None:
        """The place of the nearest row shown after `start` (the reader's place) that is not the same in both."""
        if self.comparison is None:
            return None
        here = self.place if start is None else start
        order = self.places if direction > 0 else self.places[::-1]
        at = order.index(here) + 1 if here in order else 0
        return next((place for place in order[at:] if self.comparison.rows[place].kind != "same"), None)

    def find(self, words: str) -> int:
        """Mark the words wherever they stand, go to the first row that has them, and say how many rows do."""
        if self._texts is None:
            return 0
        self._texts.words = words
        self.panel.lay_out()
        self._show_full()
        rows = self.rows_found()
        if rows and self.place not in rows:
            self.go(next((place for place in rows if self.place is None or place > self.place), rows[0]))
        return len(rows)

    def rows_found(self) -> list[int]:
        """The places of the rows shown that have the words looked for."""
        if self._texts is None or self.comparison is None or not self._texts.words.strip():
            return []
        return [place for place in self.places if self._texts.has_words(self.comparison.rows[place])]

    # Facts, and who is quoted

    @work(thread=True, exclusive=True, exit_on_error=False, group="findings")
    def _find_out(self, comparison: Comparison) -> None:
        from storyreader.findings import find_findings

        self.post_message(self.Found(comparison, find_findings(comparison)))

    @on(Found)
    def _fill_tables(self, message: Found) -> None:
        from widgets.findings_items import fact_items, voice_items

        message.stop()
        if message.comparison is self.comparison:
            self._tables_of = self.comparison
            self.query_one("#facts", Table).show(fact_items(message.findings, ascii_marks=self.ascii_marks))
            self.query_one("#who", Table).show(voice_items(message.findings))

    @on(BlockView.Chosen, "Table")
    def _item_chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        if self.open_item():
            self.post_message(self.Opened())

    def open_item(self) -> bool:
        """From a table to the sentences of its current item; False when it has none."""
        item = self.table.current if self.table else None
        if item is None or not item.spots or self._texts is None:
            return False
        places = [self._texts.row_of[side][sentence] for side, sentence in item.spots]
        linked = [place for place in places if self.comparison and self.comparison.rows[place].link is not None]
        self.set_tab("text")
        self.go((linked or places)[0])
        return True
