"""How the reader goes through a comparison: differences, found words, partners, views, filters, tabs."""

from typing import NamedTuple

from storyreader.comparison import Row, RowKind
from storyreader.messages import KIND_WORDS, row_citation
from storyreader.row_filters import filter_counts
from tui.comparison.desk import Desk
from tui.comparison.orphans import OrphanTray
from tui.workspace import TABS, VIEW_WORDS, VIEWS
from widgets.find_line import FindLine


class _Ahead(NamedTuple):
    """A row or an item of a table by its index, what it is, and its number from 1 among `total` of its kind."""

    at: int
    what: str
    number: int
    total: int

    @property
    def says(self) -> str:
        return f"{self.number} of {self.total}"


class Navigation:
    """Moves the reader; nothing is changed here."""

    def __init__(self, desk: Desk, tray: OrphanTray) -> None:
        self._desk = desk
        self._space = desk.workspace
        self._tray = tray
        self._words = ""
        self._at_end = 0

    # Moving

    def moved(self) -> None:
        """The reader has left the row at which the end was said."""
        self._at_end = 0

    def action_next(self) -> None:
        self._forward(1)

    def action_previous(self) -> None:
        self._forward(-1)

    def _forward(self, direction: int) -> None:
        """Go to what is ahead; at the end of the differences say so, and wrap at the second press."""
        ahead = self._ahead(direction)
        if ahead is None and self._at_end == direction:
            ahead = self._ahead(direction, start=-1)
        if ahead is not None and self._space.table is not None:
            self._space.table.next_stop(direction)
            self._desk.say(ahead.says)
        elif ahead is not None:
            self._go(ahead.at, ahead.says)
        elif self._words and self._space.table is None:
            self._desk.say(f"“{self._words}” is in neither text; q ends the search.")
        else:
            wrap = "" if self._space.table is not None else " Press again to wrap."
            self._desk.say(f"No {'more' if direction > 0 else 'earlier'} differences.{wrap}")
            self._at_end = direction

    def _ahead(self, direction: int, start: int | None = None) -> "_Ahead | None":
        """What n or N goes to: the next finding of a table, the next row found, else the next difference."""
        space = self._space
        if space.table is not None:
            stop = space.table.stop_ahead(direction)
            return stop and _Ahead(stop.item, "difference", stop.number, stop.total)
        if self._words and space.row_index is not None:
            if not (rows := space.rows_found()):
                return None
            here = space.row_indexes.index(space.row_index)
            later = [row for row in rows if (space.row_indexes.index(row) - here) * direction > 0]
            found = (later or rows)[0 if direction > 0 else -1]
            return _Ahead(found, f"“{self._words}”", rows.index(found) + 1, len(rows))
        if (difference := space.next_difference(direction, start)) is None:
            return None
        kind = self._kind(difference)
        alike = [row for row in space.row_indexes if self._kind(row) == kind]
        return _Ahead(difference, KIND_WORDS[kind].lower(), alike.index(difference) + 1, len(alike))

    def _kind(self, row_index: int) -> RowKind:
        return self._desk.comparison.rows[row_index].kind

    def what_n_does(self) -> str:
        """Where n goes from here."""
        ahead = self._ahead(1)
        return f"n: next {ahead.what}, {ahead.says}" if ahead else "n: at the end"

    def _go(self, row_index: int, text: str) -> None:
        """Go to a row and say something about it."""
        self._space.go(row_index)
        self._desk.say(text)

    def action_partner(self) -> None:
        """Go to the row where the other half of this sentence is shown, and back."""
        row, here = self._space.row, self._space.row_index
        if row is None or here is None:
            return
        pointing = [at for at, other in enumerate(self._desk.comparison.rows) if here in other.elsewhere]
        if partners := [*row.elsewhere, *pointing]:
            self._go(partners[0], "p goes back")
        elif perhaps := [at for at in self._related_rows(row) if at != here]:
            self._go(perhaps[0], "perhaps related; p goes back")
        else:
            self._desk.say("Both halves are here." if row.link is not None else "This sentence has no partner.")

    def _related_rows(self, row: Row) -> list[int]:
        """The rows of the sentences that those of a row are perhaps related to."""
        rows = self._desk.comparison.rows
        return [at for at, other in enumerate(rows) if set(other.related) & set(row.related)]

    def action_related(self) -> None:
        """Show what sentences are perhaps related to, or fold it away."""
        panel = self._space.panel
        count = len(self._desk.comparison.related)
        if not count:
            self._desk.say("No sentences are perhaps related.")
            return
        panel.show_related(not panel.related_shown)
        self._desk.say(
            f"{count} pair{'' if count == 1 else 's'} perhaps related, not counted; ~ folds them away"
            if panel.related_shown
            else ""
        )

    # Views, filters, tabs

    def action_view(self) -> None:
        if self._space.tab != "text":
            self._desk.show_tab("text")
            return
        view = VIEWS[(VIEWS.index(self._space.view) + 1) % len(VIEWS)]
        self._space.set_view(view)
        self._desk.say(VIEW_WORDS[view])

    def action_filter(self) -> None:
        self._filter(1)

    def action_filter_back(self) -> None:
        self._filter(-1)

    def _filter(self, direction: int) -> None:
        """The next filter that shows anything, with the counts of all."""
        self._space.next_filter(direction)
        counts = filter_counts(self._desk.comparison, self._space.notes, self._space.reviewed)
        self._desk.say(" ".join(f"{name} {count}" for name, count in counts.items() if count))

    def end_filter(self) -> bool:
        """Show all rows; False when they are all shown."""
        filtered = self._space.filter != "all"
        if filtered:
            self._space.choose("all", self._space.order)
            self._desk.say("All rows are shown.")
        return filtered

    def to_first_tab(self) -> bool:
        """Go to the first tab; False when the reader is there."""
        first = next(iter(TABS))
        elsewhere = self._space.tab != first
        if elsewhere:
            self._desk.show_tab(first)
        return elsewhere

    def action_sort(self) -> None:
        """The next way of sorting."""
        self._space.next_order()
        self._desk.say(f"sorted: {self._space.order}")

    def action_text(self) -> None:
        self._desk.show_tab("text")

    def action_facts(self) -> None:
        self._desk.show_tab("facts")

    def action_who(self) -> None:
        self._desk.show_tab("who")

    def action_detail(self) -> None:
        """In a table open the sentences; else show why these were paired. Enter again puts that away."""
        if self._space.tab == "orphans":
            self._tray.settle()
        elif self._space.table is not None:
            if self._space.open_item():
                self._desk.status.show_head()
        else:
            self._desk.screen.query_one("#sheet").toggle_class("shown")
            self._desk.screen.run_later(self._desk.status.show_row)
            self._desk.screen.run_later(self._desk.keep_in_sight)

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else the sentences of this row with their source."""
        row = self._space.row
        text = self._desk.screen.get_selected_text()
        if text is None and row is not None:
            text = row_citation(self._desk.comparison, row)
        if text:
            self._desk.screen.app.copy_to_clipboard(text)
            self._desk.say("Sent to the terminal's clipboard; not every terminal accepts it.")

    # Finding

    def action_find(self) -> None:
        self._desk.screen.query_one(FindLine).open()

    def find(self, message: FindLine.Asked) -> None:
        """Mark the words looked for and go to the first row that has them."""
        self._words = message.words
        count = self._space.find(message.words)
        text = f"“{message.words}” in {count} row{'' if count == 1 else 's'}; n and N step through them, q ends."
        self._desk.say(text if message.words else "")
        if message.done:
            self._space.take_focus()

    def end_search(self) -> bool:
        """Look for nothing any more; False when nothing was looked for."""
        searching = bool(self._words)
        if searching:
            self._words = ""
            self._space.find("")
            self._desk.say("")
        return searching
