"""The comparison screen: shows the workspace, goes through the differences, changes view, filter and partner."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from storyreader.arranging import filter_counts
from storyreader.describing import KIND_WORDS, kind_counts
from storyreader.errors import StoryReaderError
from storyreader.library import Entry
from storyreader.settings import Settings
from tui.keymap import COMPARE, bindings_of
from tui.opening import Files, Opened, Saved, open_comparison
from tui.screens.noting import NotingScreen
from tui.workspace import TABS, VIEW_WORDS, VIEWS, Tab, Workspace
from widgets.find_line import FindLine
from widgets.frame import with_place
from widgets.guide import Guide
from widgets.naming import row_text, side_name
from widgets.note_sheet import NoteSheet

_STRIP = 24
"""Cells of the overview in the status line."""


class CompareScreen(NotingScreen):
    """One comparison. `others` are the articles J and K go through as B, and C chooses from."""

    name_in_keymap = COMPARE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)

    @dataclass
    class Made(Message):
        """The comparison asked for, or why there is none."""

        source: Files | Saved
        opened: Opened | None
        problem: str = ""

    def __init__(self, source: Files | Saved, settings: Settings, others: Sequence[Entry] = ()) -> None:
        super().__init__()
        self.settings = settings
        self._source = source
        self._others = others
        self._said = ""
        self._said_at: tuple[object, ...] = ()
        self._at_end = 0
        self._words = ""
        self._counts = ""

    def body(self) -> Iterator[Widget]:
        yield Workspace(ascii_marks=self.settings.marks == "ascii")
        yield Vertical(Guide(id="detail"), id="sheet")
        yield NoteSheet(self.settings.verdicts)
        yield FindLine()

    def on_mount(self) -> None:
        self.workspace.set_view("pairs" if self.app.size.width < 100 else "columns")
        self.head("Comparing…")
        self._open(self._source)

    # Making the comparison

    def _open(self, source: Files | Saved) -> None:
        self.keep_everything()
        self._source = source
        self.status("Reading and comparing… q goes back.")
        self._make(source)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _make(self, source: Files | Saved) -> None:
        try:
            self.post_message(self.Made(source, open_comparison(source, self.settings.author)))
        except StoryReaderError as error:
            self.post_message(self.Made(source, None, str(error)))

    @on(Made)
    def _show(self, message: Made) -> None:
        message.stop()
        if message.source != self._source:
            return  # the reader has asked for another one since
        if message.opened is None:
            self.head("No comparison")
            self.status(f"! {message.problem} q goes back.")
            return
        self._opened = message.opened
        comparison = message.opened.comparison
        found = kind_counts(comparison)
        self._counts = " ".join(f"{mark}{found[kind]}" for kind, mark in self.workspace.marks.items() if found[kind])
        self.workspace.show(comparison, message.opened.notebook.texts(), message.opened.notebook.reviewed)
        gc.freeze()  # a pass over a long comparison would cost more than a frame; it stays till the end anyway
        told = [*message.opened.told, *comparison.summary.remarks]
        if not comparison.links and comparison.rows:
            told.append("So here are the facts of both; 1 shows the texts.")
            self.workspace.set_tab("facts")
        self.tell_head()
        self.say(" ".join(told))

    def tell_head(self) -> None:
        if self._opened is None:
            return
        comparison = self._opened.comparison
        blind = getattr(self.app, "blind", False)
        names = f"A {side_name(comparison, 'left', blind=blind)} ⇄ B {side_name(comparison, 'right', blind=blind)}"
        tabs = "  ".join(f"[{words}]" if tab == self.workspace.tab else words for tab, words in TABS.items())
        saved = "saved · " if self._opened.notebook.saved else ""
        self.head(names, f"{saved}{tabs}" if self.app.size.width >= 70 else tabs)

    # Where the reader stands

    @on(Workspace.Moved)
    def _moved(self, message: Workspace.Moved) -> None:
        message.stop()
        if self._here() != self._said_at:
            self._said, self._at_end = "", 0
        self._tell_place()

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the next move."""
        self._said, self._said_at = text, self._here()
        self._tell_place()

    def _here(self) -> tuple[object, ...]:
        table = self.workspace.table
        return self.workspace.tab, self.workspace.place if table is None else table.cursor

    def _tell_place(self) -> None:
        if self._opened is None:
            return
        space, comparison = self.workspace, self._opened.comparison
        place, row = space.place, space.row
        notes = sum(len(texts) for texts in space.notes.values())
        right = f"{self._counts} · {notes} note{'' if notes == 1 else 's'}"
        if space.reviewed:
            right = f"{right} · {len(space.reviewed)}/{len(comparison.rows)} reviewed"
        if space.filter != "all":
            right = f"{space.filter} {len(space.places)} of {len(comparison.rows)} · {right}"
        if row is None or place is None or space.overviews is None:
            self.status(self._said or "Neither article has a sentence.", right)
            return
        where = f"{place + 1}/{len(comparison.rows)} {space.marks[row.kind]} {KIND_WORDS[row.kind]}"
        if space.tab != "text":
            where = "Enter opens the sentences"
        self.status(f"{where} · {self._said}" if self._said else f"{where}  {self._strip(place)}", right)
        for guide in self.query(Guide):
            if guide.size.width:  # the one that is on the screen, if any
                guide.show(space.overviews, place, space.notes.get(place, ()), space.marks)

    def _strip(self, place: int) -> str:
        """The overview with the present place, where the guide rail does not show it."""
        overviews = self.workspace.overviews
        if overviews is None or self.workspace.tab != "text" or self.has_class("-widest"):
            return ""
        found = overviews.get(_STRIP if self.app.size.width < 100 else 2 * _STRIP)
        return with_place("".join(self.workspace.marks[kind] for kind in found.kinds), found.cells.get(place, -1))

    def on_resize(self) -> None:
        """Fill the guide rail when it has just come into sight."""
        self.call_after_refresh(self._tell_place)

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

    # Another pair of articles

    def action_next_article(self) -> None:
        self._another_right(1)

    def action_previous_article(self) -> None:
        self._another_right(-1)

    def _another_right(self, direction: int) -> None:
        """Compare A with the next article of the library."""
        if not isinstance(self._source, Files) or len(self._others) < 3:
            self.say("There is no other article to compare A with.")
            return
        places = [entry.path for entry in self._others if entry.path != self._source.left]
        at = places.index(self._source.right) if self._source.right in places else -1
        self._open(Files(self._source.left, places[(at + direction) % len(places)]))

    def action_choose_partner(self) -> None:
        """Choose what to compare A with."""
        from tui.screens.choose import ChooseScreen

        if not isinstance(self._source, Files):
            self.say("A saved comparison keeps its sides.")
            return
        left = self._source.left
        others = [entry for entry in self._others if entry.path != left]
        blind = getattr(self.app, "blind", False)
        self.app.push_screen(ChooseScreen("Compare A with", others, blind=blind), self._chosen)

    def _chosen(self, path: str | None) -> None:
        if path is not None and isinstance(self._source, Files):
            self._open(Files(self._source.left, path))

    def action_swap(self) -> None:
        """Compare B with A."""
        if self._opened is None or self._opened.notebook.saved or not isinstance(self._source, Files):
            self.say("A saved comparison keeps its sides.")
        else:
            self._open(Files(self._source.right, self._source.left))

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

    def _to_tab(self, tab: Tab) -> None:
        self.workspace.set_tab(tab)
        self.tell_head()

    def action_detail(self) -> None:
        """In a table open the sentences; else show why these were paired. Enter again puts that away."""
        if self._opened is None:
            return
        if self.workspace.table is not None:
            if self.workspace.open_item():
                self.tell_head()
            return
        self.query_one("#sheet").toggle_class("shown")
        self.call_after_refresh(self._tell_place)
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

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""
        self.tell_head()

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

    def action_back(self) -> None:
        """Close what is open, else leave the comparison."""
        if self.sheet.is_open:
            self.sheet.action_close()
        elif self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        elif self._words:
            self._words = ""
            self.workspace.find("")
            self.say("")
        elif self.query_one("#sheet").has_class("shown"):
            self.action_detail()
        else:
            self.keep_everything()
            self.dismiss()

    def action_saved(self) -> None:
        from tui.screens.saved import SavedScreen

        self.app.push_screen(SavedScreen(self.settings))
