"""The comparison screen: shows the workspace, goes through the differences, changes view, filter and partner."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from storyreader.comparison import Comparison
from storyreader.errors import StoryReaderError
from storyreader.library import Entry
from storyreader.messages import KIND_WORDS, kind_counts
from storyreader.settings import Settings
from tui.keymap import COMPARE, bindings_of
from tui.opening import Files, Opened, Saved, compared_again, compared_by_meaning, open_comparison
from tui.screens.moving import MovingScreen
from tui.workspace import TABS, Workspace
from widgets.details_pane import DetailsPane
from widgets.find_line import FindLine
from widgets.frame import with_place
from widgets.naming import side_name
from widgets.note_sheet import NoteSheet

if TYPE_CHECKING:
    from storyreader.saving import SavedComparison

_STRIP = 24
"""Cells of the overview in the status line."""


class CompareScreen(MovingScreen):
    """One comparison. `others` are the articles J and K go through as B, and C chooses from."""

    name_in_keymap = COMPARE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)

    @dataclass
    class Made(Message):
        """The comparison asked for, or why there is none."""

        source: Files | Saved
        opened: Opened | None
        problem: str = ""

    @dataclass
    class Recomputed(Message):
        """What was shown from `asked` was compared again and is saved as `source`; or why not, `source` None."""

        asked: Files | Saved
        source: Saved | None
        opened: Opened | None = None
        problem: str = ""

    @dataclass
    class Deepened(Message):
        """The comparison once more, with what the optional sentence vectors found."""

        opened: Opened
        comparison: Comparison

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
        yield Vertical(DetailsPane(id="detail"), id="sheet")
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
        self._count(comparison)
        self.workspace.show(comparison, message.opened.notebook.texts(), message.opened.notebook.reviewed)
        gc.freeze()  # a pass over a long comparison would cost more than a frame; it stays till the end anyway
        told = [*message.opened.told, *comparison.summary.remarks]
        if not comparison.links and comparison.only_left and comparison.only_right:
            told.append("So here are the facts of both; 1 shows the texts.")
            self.workspace.set_tab("facts")
        self.tell_head()
        self.say(" ".join(told))
        if not message.opened.notebook.saved and self.settings.meaning == "on":
            self._deepen(message.opened)

    @work(thread=True, exclusive=True, exit_on_error=False, group="meaning")
    def _deepen(self, opened: Opened) -> None:
        """Look for what is told in other words or another language, while the reader is already reading."""
        if (comparison := compared_by_meaning(opened.comparison)) is not None:
            self.post_message(self.Deepened(opened, comparison))

    @on(Deepened)
    def _show_deepened(self, message: Deepened) -> None:
        message.stop()
        if message.opened is self._opened and message.opened.notebook.replace(message.comparison):
            self._count(message.comparison)
            self.workspace.renew(message.comparison, {}, (), self.workspace.place)
            self.say("Compared by meaning too.")

    def _count(self, comparison: Comparison) -> None:
        found = kind_counts(comparison)
        self._counts = " ".join(f"{mark}{found[kind]}" for kind, mark in self.workspace.marks.items() if found[kind])

    def tell_head(self) -> None:
        if self._opened is None:
            return
        comparison = self._opened.comparison
        blind = getattr(self.app, "blind", False)
        names = f"A {side_name(comparison, 'left', blind=blind)} ⇄ B {side_name(comparison, 'right', blind=blind)}"
        shown = [
            tab for tab in TABS if tab != "orphans" or self._opened.notebook.orphans or self.workspace.tab == "orphans"
        ]
        tabs = "  ".join(f"[{TABS[tab]}]" if tab == self.workspace.tab else TABS[tab] for tab in shown)
        saved = "saved · " if self._opened.notebook.saved else ""
        self.head(names, f"{saved}{tabs}" if self.app.size.width >= 70 else tabs)

    # Where the reader stands

    @on(Workspace.Moved)
    def _moved(self, message: Workspace.Moved) -> None:
        message.stop()
        if self._here() != self._said_at:
            self._said, self._at_end = "", 0
            self.end_choice()
        self.tell_place()

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the next move."""
        self._said, self._said_at = text, self._here()
        self.tell_place()

    def _here(self) -> tuple[object, ...]:
        table = self.workspace.table
        return self.workspace.tab, self.workspace.place if table is None else table.cursor

    def tell_place(self) -> None:
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
            where = "Enter opens the sentences" if space.tab != "orphans" else "Enter gives it a place, or deletes it"
        self.status(f"{where} · {self._said}" if self._said else f"{where}  {self._strip(place)}", right)
        for guide in self.query(DetailsPane):
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
        self.call_after_refresh(self.tell_place)

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

    def action_recompute(self) -> None:
        """Read both pages again and compare; what has been noted finds its place, or is orphaned."""
        if self._opened is None or self._opened.notebook.saved is None:
            if isinstance(self._source, Files):
                self._open(self._source)
            return
        self.keep_everything()
        self.status("Reading and comparing both pages again…")
        self._recompute(self._opened.notebook.saved, self._source)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _recompute(self, saved: "SavedComparison", asked: Files | Saved) -> None:
        try:
            self.post_message(self.Recomputed(asked, *compared_again(saved, self.settings.author)))
        except StoryReaderError as error:
            self.post_message(self.Recomputed(asked, None, problem=str(error)))

    @on(Recomputed)
    def _show_recomputed(self, message: Recomputed) -> None:
        """Show it, or why there is none, unless the reader has asked for another one since."""
        if message.asked == self._source and message.source is not None:
            self._source = message.source
            self._show(self.Made(message.source, message.opened))
        elif message.asked == self._source:
            self.say(f"! {message.problem}")

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""
        self.tell_head()

    def action_back(self) -> None:
        """Close what is open, else leave the comparison."""
        if self.sheet.is_open:
            self.sheet.action_close()
        elif self.end_choice():
            self.say("")
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
