"""How the reader goes through a comparison: differences, partners, views, filters, folds, tabs."""

from collections.abc import Sequence
from typing import Any

from storyreader.comparison import SIDES, Row, Side
from storyreader.messages import LOOKING, citation, source_line
from storyreader.row_filters import FILTERS, ORDERS, again, filter_counts
from tui.comparison.desk import Desk
from tui.comparison.orphans import OrphanTray
from tui.comparison.stepping import step_ahead
from tui.tabs import FOUND, TABLED, TABS, VIEW_WORDS, VIEWS
from widgets.stops_view import StopsView
from widgets.table import Table

_END = {1: "That was the last.", -1: "That was the first."}


class Navigation:
    """Moves the reader; nothing is changed here."""

    def __init__(self, desk: Desk, tray: OrphanTray) -> None:
        self._desk = desk
        self._space = desk.workspace
        self._tray = tray
        self._at_end = 0

    # Moving

    def moved(self) -> None:
        """The reader has left the row at which the end was said."""
        self._at_end = 0

    def action_next(self) -> None:
        self._forward(1)

    def action_previous(self) -> None:
        self._forward(-1)

    def action_next_difference(self) -> None:
        self._forward(1, every=True)

    def action_previous_difference(self) -> None:
        self._forward(-1, every=True)

    def go_on(self) -> None:
        """After a row has been reviewed: to the next one that is to be, in a table to the next stop."""
        self._forward(1, every=True)

    def _forward(self, direction: int, *, every: bool = False) -> None:
        """To the next stop of the table, the next row found during a search, the next conflict or differing value, or
        with `every` the next difference; at the end say so, and wrap at the second press.
        """
        space = self._space
        if space.table is not None:
            self._to_stop(space.table, direction)
            return
        step = step_ahead(space, direction, every=every, round_the_end=self._at_end == direction)
        if step is not None:
            found = f"“{space.words}” " if space.words else ""
            self._go(step.row_index, f"{found}{step.told}")
        elif space.words:
            self._desk.say(f"“{space.words}” is in neither text; q ends the search.")
        else:
            end = f"No {'more' if direction > 0 else 'earlier'} differences." if every else _END[direction]
            self._desk.say(f"{end} Press again to wrap.")
            self._at_end = direction

    def _to_stop(self, table: "StopsView[Any] | Table", direction: int) -> None:
        """Go to the next of the findings at which a reader stops, or say why there is none."""
        stop = table.next_stop(direction)
        if stop is not None:
            self._desk.say(f"{stop[0]} of {stop[1]}")
        elif self._space.found.looking:
            self._desk.say(LOOKING)
        else:
            self._desk.say(_END[direction])

    def _go(self, row_index: int, text: str) -> None:
        """Go to a row among the texts and say something about it."""
        self._space.to_texts()
        self._space.go(row_index)
        self._desk.say(text)

    def action_partner(self) -> None:
        """Go to the row where the other half of this sentence is shown, and back."""
        row, here = self._space.row, self._space.row_index
        if row is None or here is None:
            return
        comparison = self._desk.comparison
        elsewhere = again(comparison, row)
        lacks = ((at, again(comparison, other)) for at, other in enumerate(comparison.rows))
        pointing = [at for at, lack in lacks if lack is not None and lack.row_index == here]
        if elsewhere is not None:
            self._go(elsewhere.row_index, "p goes back")
        elif partners := [*pointing, *row.elsewhere]:
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
        self._desk.screen.opener.keep_in_mind(view=view)
        self._desk.say(VIEW_WORDS[view])

    def action_fold(self) -> None:
        """Open what is folded, or fold it: runs of same sentences, in the facts the names."""
        if self._space.tab == "text":
            panel = self._space.panel
            panel.set_folded(not panel.folded)
            self._desk.say(f"{panel.folds} same sentences folded" if panel.folds else "")
        elif self._space.tab != "orphans":
            self._space.found.fold()

    def action_filter(self) -> None:
        self._filter(1)

    def action_filter_back(self) -> None:
        self._filter(-1)

    def _filter(self, direction: int) -> None:
        """The next filter that shows anything, with the counts of all."""
        if self._space.tab in TABLED:
            self._desk.say(self._space.found.next_filter(direction))
            return
        if self._space.tab != "text":
            return
        space, at = self._space, FILTERS.index(self._space.filter)
        for step in range(1, len(FILTERS) + 1):
            if space.choose(FILTERS[(at + direction * step) % len(FILTERS)], space.order):
                break
        self._desk.screen.opener.keep_in_mind(filter=space.filter)
        counts = filter_counts(self._desk.comparison, self._space.known)
        self._desk.say(" ".join(f"{name} {count}" for name, count in counts.items() if count))

    def action_sort(self) -> None:
        """The next way of sorting."""
        if self._space.tab in TABLED:
            self._desk.say(self._space.found.next_order())
        elif self._space.tab == "text":
            order = ORDERS[(ORDERS.index(self._space.order) + 1) % len(ORDERS)]
            self._space.choose(self._space.filter, order)
            self._desk.say(f"sorted: {self._space.order}")

    def unfilter(self) -> bool:
        """Take the filter off; False when there is none."""
        if self._space.tab == "text":
            filtered = self._space.filter != "all" and self._space.choose("all", self._space.order)
            if filtered:
                self._desk.screen.opener.keep_in_mind(filter="all")
            return filtered
        return self._space.tab in TABLED and self._space.found.unfilter()

    def return_to_table(self) -> bool:
        """Go back to the table from which the reader came to these sentences; False when it was none."""
        came_from = self._space.came_from
        if came_from is not None:
            self._desk.show_tab(came_from)
        return came_from is not None

    def to_first_tab(self) -> bool:
        """Go to the first tab; False when the reader is there."""
        first = next(iter(TABS))
        elsewhere = self._space.tab != first
        if elsewhere:
            self._desk.show_tab(first)
        return elsewhere

    def action_short(self) -> None:
        self._desk.show_tab("short")

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
                self._desk.say("q goes back")
        else:
            self._desk.screen.query_one("#sheet").toggle_class("shown")
            self._desk.screen.run_later(self._desk.status.show_row)
            self._desk.screen.run_later(self._desk.workspace.keep_in_sight)

    def put_reasons_away(self) -> None:
        """Hide why the pair under the cursor was paired."""
        self._desk.screen.query_one("#sheet").remove_class("shown")

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else the sentences of this row or finding with their source."""
        text = self._desk.screen.get_selected_text()
        if text is None and (sentences := self._sentences_in_hand()):
            text = citation(self._desk.comparison, sentences, blind=self._desk.screen.opener.blind)
        if text:
            self._desk.keeper.copy(text)

    def action_copy_source(self) -> None:
        """Copy the sources alone."""
        blind, comparison = self._desk.screen.opener.blind, self._desk.comparison
        sources = (source_line(article, blind=blind) for article in (comparison.left, comparison.right))
        self._desk.keeper.copy("\n".join(sources))

    def _sentences_in_hand(self) -> dict[Side, Sequence[int]]:
        """The sentences of the finding under the cursor, or of the row."""
        if self._space.tab in FOUND:
            found = self._space.found.sentences
            return {side: tuple(number for where, number in found if where == side) for side in SIDES}
        row = self._space.row
        return {side: row.numbers(side) for side in SIDES} if row is not None and self._space.tab == "text" else {}
