"""Saved comparisons, and all their notes: open, find, sort, rename, duplicate, delete and bring back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from storyreader.errors import StoryReaderError
from storyreader.settings import Settings
from tui.keymap import SAVED, bindings_of
from tui.screens.asking import WriteScreen
from tui.screens.base import FramedScreen
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.naming import shown_title
from widgets.saved_list import SavedList
from widgets.table import Table, TableItem
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.saving import Listing, SavedSummary

_ALIKE = 75
"""Likeness (0 to 100) from which a title counts as found."""

_ORDERS: "dict[str, Callable[[SavedSummary], object]]" = {
    "latest first": lambda head: -head.changed.timestamp(),
    "by title": lambda head: head.title.casefold(),
    "most notes first": lambda head: -head.notes,
    "least reviewed first": lambda head: head.reviewed / max(1, head.rows),
}


class SavedScreen(FramedScreen):
    """Reads the folder in a thread whenever it is shown."""

    name_in_keymap = SAVED
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED)

    @dataclass
    class Listed(Message):
        """The folder has been read; `says` tells what was done before.

        `deleted` and `restored` name what has just been, each as name and title.
        """

        listing: "Listing"
        says: str = ""
        deleted: tuple[str, str] | None = None
        restored: tuple[str, str] | None = None

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._heads: tuple[SavedSummary, ...] = ()
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

    def on_mount(self) -> None:
        self.head("Saved comparisons")
        self.status("Reading…")
        self._table.display = False
        self._list.focus()
        self.blind_changed()

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""
        self._list.blind = getattr(self.app, "blind", False)
        self._list.lay_out()

    def on_screen_resume(self) -> None:
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="saved")
    def _read(self) -> None:
        from storyreader.saving import Store

        self.post_message(self.Listed(Store().listing()))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        message.stop()
        self._heads = message.listing.heads
        if message.deleted is not None:
            self._deleted.append(message.deleted)
        if message.restored in self._deleted:
            self._deleted.remove(message.restored)
        for problem in message.listing.problems:
            self.app.notify(problem, severity="warning", timeout=15, markup=False)
        self._fill(message.says)

    def _fill(self, says: str = "") -> None:
        shown = sorted((head for head in self._heads if self._matches(head)), key=_ORDERS[self._order])  # type: ignore[arg-type]  # each order gives keys of one kind
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
        count = f"{len(shown)} of {len(self._heads)}" if self._words else f"{len(self._heads)}"
        tabs = "1 comparisons  [2 notes]" if self._notes else "[1 comparisons]  2 notes"
        self.head("Saved comparisons", f"{count} · {tabs}")
        self.status(says or "Kept as you write: both articles, links and notes are in the file.", self._order)

    def _nothing(self) -> list[TextBlock]:
        if self._words:
            return [TextBlock(f"Nothing found for “{self._words}”", "title")]
        if self._notes and self._heads:
            return [TextBlock("No notes yet", "title"), TextBlock("a in a comparison writes one.", above=1)]
        told = "A comparison is kept with its first note (a), or by s. q goes back."
        return [TextBlock("No saved comparisons yet", "title"), TextBlock(told, above=1)]

    def _matches(self, head: "SavedSummary") -> bool:
        words = self._words.casefold().strip()
        if not words or words in head.searched:
            return True
        from rapidfuzz import fuzz  # not needed before somebody searches

        return len(words) > 3 and fuzz.partial_ratio(words, head.title.casefold()) >= _ALIKE

    def _note_items(self) -> list[TableItem]:
        """All notes of all comparisons that have the words, under the titles of their comparisons."""
        words = self._words.casefold().strip()
        items: list[TableItem] = []
        self._noted = []
        for head in self._heads:
            notes = [text for text in head.note_texts if words in text.casefold() or words in head.title.casefold()]
            if notes:
                items.append(TableItem(shown_title(head.title, blind=self._list.blind)))
                items += [TableItem(text, "✎") for text in notes]
                self._noted += [head] * (len(notes) + 1)
        return items

    # Actions

    @property
    def _current(self) -> "SavedSummary | None":
        if self._notes:
            return self._noted[self._table.cursor] if self._table.cursor < len(self._noted) else None
        return self._list.current

    def action_open(self) -> None:
        from tui.opening import Saved
        from tui.screens.compare import CompareScreen

        if self._current is not None:
            self.app.push_screen(CompareScreen(Saved(self._current.id), self.settings))

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
        head = self._current
        if head is None:
            return

        def named(title: str | None) -> None:
            if title and title.strip() and title != head.title:
                self._change("rename", head.id, title.strip())

        self.app.push_screen(WriteScreen("Name of this comparison", head.title), named)

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
            self.status("There is nothing to bring back.")

    @work(thread=True, exit_on_error=False, group="saved-change")
    def _change(self, what: str, identity: str, title: str) -> None:
        from storyreader.saving import Store

        store, done = Store(), False
        try:
            if what == "delete":
                store.delete(identity)
                done, says = True, f"Deleted: {title}. u brings it back."
            elif what == "restore":
                back = store.restore(identity)
                done, says = True, f"Brought back: {title}." if back else f"It is there already: {title}."
            elif what == "rename":
                says = f"Named: {title}." if store.rename(identity, title) else "It is no longer there."
            else:
                says = f"Duplicated: {title}." if store.duplicate(identity, title) else "It is no longer there."
        except StoryReaderError as error:
            says = f"! {error}"
        deleted = (identity, title) if done and what == "delete" else None
        restored = (identity, title) if done and what == "restore" else None
        self.post_message(self.Listed(store.listing(), says, deleted, restored))

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

    def action_back(self) -> None:
        if self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        elif self._words:
            self._words = ""
            self._fill()
        else:
            self.dismiss()
