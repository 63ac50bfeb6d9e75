"""Saved comparisons, and all their notes: open, find, sort, rename, duplicate, delete and bring back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from storyreader import application, saving
from storyreader.errors import StoryReaderError
from storyreader.messages import shown_title
from tui.keymap import COMPARISONS, NOTES, SAVED, bindings_of
from tui.screens.base import FramedScreen
from tui.screens.prompts import WriteScreen
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.saved_list import SavedList
from widgets.table import Table, TableItem
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.saving import Listing, SavedSummary

_ORDERS: "dict[str, Callable[[SavedSummary], object]]" = {
    "latest first": lambda summary: -summary.changed.timestamp(),
    "by title": lambda summary: summary.title.casefold(),
    "most notes first": lambda summary: -summary.notes,
    "least reviewed first": lambda summary: summary.reviewed / max(1, summary.rows),
}


class SavedScreen(FramedScreen):
    """Reads the folder in a thread whenever it is shown."""

    name_in_keymap = SAVED
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED)

    @dataclass
    class Listed(Message):
        """The folder has been read; `text` tells what was done before.

        `deleted` and `restored` name what has just been, each as name and title.
        """

        listing: "Listing"
        text: str = ""
        deleted: tuple[str, str] | None = None
        restored: tuple[str, str] | None = None

    def __init__(self) -> None:
        super().__init__()
        self._summaries: tuple[SavedSummary, ...] = ()
        self._noted: list[SavedSummary] = []
        self._deleted: list[tuple[str, str]] = []
        self._words = ""
        self._order = "latest first"
        self._notes = False

    def body(self) -> Iterator[Widget]:
        yield SavedList(id="saved")
        yield Table(id="notes")
        yield TextView(id="nothing", classes="panes")
        yield FindLine()

    @property
    def _list(self) -> SavedList:
        return self.query_one(SavedList)

    @property
    def _table(self) -> Table:
        return self.query_one("#notes", Table)

    def begin(self) -> None:
        self.head("Saved comparisons")
        self.status("Reading…")
        self._table.display = False
        self._list.focus()
        self.blind_changed()

    def blind_changed(self) -> None:
        self._list.blind = self.opener.blind
        self._list.lay_out()

    def on_screen_resume(self) -> None:
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="saved")
    def _read(self) -> None:
        self.post_message(self.Listed(saving.Store().listing()))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        message.stop()
        self._summaries = message.listing.heads
        if message.deleted is not None:
            self._deleted.append(message.deleted)
        if message.restored in self._deleted:
            self._deleted.remove(message.restored)
        for problem in message.listing.problems:
            self.app.notify(problem, severity="warning", timeout=15, markup=False)
        self._fill(message.text)

    def _fill(self, text: str = "") -> None:
        matching = self._summaries
        if self._words:
            matching = tuple(self._summaries[at] for at in application.matching_summaries(self._words, self._summaries))
        shown = sorted(matching, key=_ORDERS[self._order])  # type: ignore[arg-type]  # each order gives keys of one kind
        self._list.show(shown)
        items = self._note_items()
        self._table.show(items)
        some = bool(items) if self._notes else bool(shown)
        self._list.display = some and not self._notes
        self._table.display = some and self._notes
        nothing = self.query_one("#nothing", TextView)
        nothing.display = not some
        if not some:
            nothing.show_blocks(self._nothing())
        if some and not self.query_one(FindLine).is_open:
            (self._table if self._notes else self._list).focus()
        count = f"{len(shown)} of {len(self._summaries)}" if self._words else f"{len(self._summaries)}"
        tabs = "1 comparisons  [2 notes]" if self._notes else "[1 comparisons]  2 notes"
        spots = {"1 comparisons": "saved.comparisons", "2 notes": "saved.notes"}
        self.head("Saved comparisons", f"{count} · {tabs}", spots)
        self.status(text or "Saved as you write: both articles, links and notes are in the file.", self._order)

    def _nothing(self) -> list[TextBlock]:
        if self._words:
            return [TextBlock(f"Nothing found for “{self._words}”", "title")]
        if self._notes and self._summaries:
            return [TextBlock("No notes yet", "title"), TextBlock("Press a in a comparison to write one.", above=1)]
        hint = "A comparison is saved with its first note (a), or with s. q goes back."
        return [TextBlock("No saved comparisons yet", "title"), TextBlock(hint, above=1)]

    def _note_items(self) -> list[TableItem]:
        """All notes of all comparisons that have the words, under the titles of their comparisons."""
        words = self._words.casefold().strip()
        items: list[TableItem] = []
        self._noted = []
        for summary in self._summaries:
            notes = [
                text for text in summary.note_texts if words in text.casefold() or words in summary.title.casefold()
            ]
            if notes:
                items.append(TableItem(shown_title(summary.title, blind=self._list.blind)))
                items += [TableItem(text, "✎") for text in notes]
                self._noted += [summary] * (len(notes) + 1)
        return items

    # Actions

    @property
    def _current(self) -> "SavedSummary | None":
        if self._notes:
            return self._noted[self._table.cursor] if self._table.cursor < len(self._noted) else None
        return self._list.current

    def action_open(self) -> None:
        if self._current is not None:
            self.opener.open_comparison(application.Saved(self._current.id))

    @on(BlockView.Chosen)
    def _chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_comparisons(self) -> None:
        self._notes = False
        self._fill()

    def action_notes(self) -> None:
        self._notes = True
        self._fill()

    def action_sort(self) -> None:
        names = list(_ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._fill(f"Sorted: {self._order}.")

    def action_rename(self) -> None:
        """Give the comparison a name of the reader's own."""
        summary = self._current
        if summary is None:
            return

        def named(title: str | None) -> None:
            if title and title.strip() and title != summary.title:
                self._change("rename", summary.id, title.strip())

        self.app.push_screen(WriteScreen("Name of this comparison", summary.title), named)

    def action_duplicate(self) -> None:
        """Begin anew from the same state, beside the one that is there."""
        if self._current is not None:
            self._change("duplicate", self._current.id, f"{self._current.title} (copy)")

    def action_delete(self) -> None:
        """Delete at once; u brings it back."""
        if self._current is not None:
            self._change("delete", self._current.id, self._current.title)

    def action_undo(self) -> None:
        if self._deleted:
            self._change("restore", *self._deleted[-1])
        else:
            self.status("Nothing to bring back.")

    @work(thread=True, exit_on_error=False, group="saved-change")
    def _change(self, what: str, identity: str, title: str) -> None:
        store, done = saving.Store(), False
        try:
            if what == "delete":
                store.delete(identity)
                done, text = True, f"Deleted: {title}. u brings it back."
            elif what == "restore":
                back = store.restore(identity)
                done, text = True, f"Brought back: {title}." if back else f"Already there: {title}."
            elif what == "rename":
                text = f"Renamed: {title}." if store.rename(identity, title) else "It is no longer there."
            else:
                text = f"Duplicated: {title}." if store.duplicate(identity, title) else "It is no longer there."
        except StoryReaderError as error:
            text = f"! {error}"
        deleted = (identity, title) if done and what == "delete" else None
        restored = (identity, title) if done and what == "restore" else None
        self.post_message(self.Listed(store.listing(), text, deleted, restored))

    # Finding

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._words = message.words
        self._fill()
        if message.done:
            (self._table if self._notes else self._list).focus()

    @property
    def mode(self) -> str:
        return NOTES if self._notes else COMPARISONS

    def step_back(self) -> bool:
        """End finding; False when nothing is looked for."""
        finding = bool(self._words)
        if finding:
            self._words = ""
            self._fill()
        return finding

    def end_narrowing(self) -> bool:
        """Go back from the notes to the comparisons."""
        notes = self._notes
        if notes:
            self.action_comparisons()
        return notes
