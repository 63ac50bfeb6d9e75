"""How the reader goes through a comparison: differences, found words, partners, views, filters, tabs."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from storyreader.row_filters import filter_counts
from tui.screens.noting import NotingScreen
from tui.workspace import VIEW_WORDS, VIEWS, Tab, Workspace
from widgets.find_line import FindLine
from widgets.naming import row_text


class MovingScreen(NotingScreen):
    """The part of the comparison screen that moves the reader; nothing is changed here."""

    BINDINGS: ClassVar[list[BindingType]] = []
    _at_end = 0
    _words = ""

    def tell_place(self) -> None:
        """Say in the status line where the reader is."""
        raise NotImplementedError

    # Moving

    def action_next(self) -> None:
        self._forward(1)

    def action_previous(self) -> None:
        self._forward(-1)

    def _forward(self, direction: int) -> None:
        """To the next place found while something is looked for, else to the next difference."""
        space = self.workspace
        if space.table is not None:
            at = space.table.next_weighty(direction)
            self.say(f"{at[0]} of {at[1]}" if at else "No further one differs.")
        elif not self._words or space.place is None:
            self._to_difference(direction)
        elif not (rows := space.rows_found()):
            self.say(f"“{self._words}” is in neither text; q ends the search.")
        else:
            here = space.places.index(space.place)
            later = [place for place in rows if (space.places.index(place) - here) * direction > 0]
            place = (later or rows)[0 if direction > 0 else -1]
            self._go(place, f"“{self._words}” {rows.index(place) + 1} of {len(rows)}")

    def _to_difference(self, direction: int) -> None:
        """Go to the next difference; at the end say so, and go round at the second press."""
        if self._opened is None:
            return
        rows = self._opened.comparison.rows
        place = self.workspace.next_difference(direction)
        if place is None and self._at_end == direction:
            place = self.workspace.next_difference(direction, start=-1)
        if place is None:
            self.say(f"No {'further' if direction > 0 else 'earlier'} difference. Once more goes round.")
            self._at_end = direction
            return
        alike = [at for at in self.workspace.places if rows[at].kind == rows[place].kind]
        self._go(place, f"{alike.index(place) + 1} of {len(alike)}")

    def _go(self, place: int, said: str) -> None:
        """Go to a row and say something about it."""
        self.workspace.go(place)
        self.say(said)

    def action_partner(self) -> None:
        """Go to the row where the other half of this sentence is shown, and back."""
        row, here = self.workspace.row, self.workspace.place
        if row is None or here is None or self._opened is None:
            return
        pointing = [at for at, other in enumerate(self._opened.comparison.rows) if here in other.elsewhere]
        if places := [*row.elsewhere, *pointing]:
            self._go(places[0], "p goes back")
        else:
            self.say("Both halves are here." if row.link is not None else "This sentence has no partner.")

    # Views, filters, tabs

    def action_view(self) -> None:
        if self.workspace.tab != "text":
            self._to_tab("text")
            return
        view = VIEWS[(VIEWS.index(self.workspace.view) + 1) % len(VIEWS)]
        self.workspace.set_view(view)
        self.say(VIEW_WORDS[view])

    def action_filter(self) -> None:
        self._filter(1)

    def action_filter_back(self) -> None:
        self._filter(-1)

    def _filter(self, direction: int) -> None:
        """The next filter that shows anything, with the counts of all."""
        if self._opened is None:
            return
        self.workspace.next_filter(direction)
        counts = filter_counts(self._opened.comparison, self.workspace.notes, self.workspace.reviewed)
        self.say(" ".join(f"{name} {count}" for name, count in counts.items() if count))

    def action_sort(self) -> None:
        """The next way of sorting."""
        self.workspace.next_order()
        self.say(f"sorted: {self.workspace.order}")

    def action_text(self) -> None:
        self._to_tab("text")

    def action_facts(self) -> None:
        self._to_tab("facts")

    def action_who(self) -> None:
        self._to_tab("who")

    def action_orphans(self) -> None:
        self.show_orphans()
        self._to_tab("orphans")

    def _to_tab(self, tab: Tab) -> None:
        self.workspace.set_tab(tab)
        self.tell_head()

    def action_detail(self) -> None:
        """In a table open the sentences; else show why these were paired. Enter again puts that away."""
        if self._opened is None:
            return
        if self.workspace.tab == "orphans":
            self.settle_item()
            return
        if self.workspace.table is not None:
            if self.workspace.open_item():
                self.tell_head()
            return
        self.query_one("#sheet").toggle_class("shown")
        self.call_after_refresh(self.tell_place)
        self.call_after_refresh(self.keep_in_sight)

    @on(Workspace.Opened)
    def _opened_item(self, message: Workspace.Opened) -> None:
        message.stop()
        self.tell_head()

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else the sentences of this row with their source."""
        row = self.workspace.row
        text = self.get_selected_text()
        if text is None and row is not None and self._opened is not None:
            text = row_text(self._opened.comparison, row)
        if text:
            self.app.copy_to_clipboard(text)
            self.say("Sent to the terminal's clipboard; not every terminal takes it.")

    # Finding

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._words = message.words
        count = self.workspace.find(message.words)
        found = f"“{message.words}” in {count} row{'' if count == 1 else 's'}; n and N go through them, q ends."
        self.say(found if message.words else "")
        if message.done:
            self.workspace.take_focus()
