"""Saved comparisons: open, find, delete and bring back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from storyreader.errors import StoryReaderError
from storyreader.settings import Settings
from tui.keymap import SAVED, bindings_of
from tui.screens.base import FramedScreen
from widgets.find_line import FindLine
from widgets.saved_list import SavedList
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.saving import Listing, SavedHead


class SavedScreen(FramedScreen):
    """Reads the folder in a thread whenever it is shown."""

    name_in_keymap = SAVED
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED)

    @dataclass
    class Listed(Message):
        """The folder has been read."""

        listing: "Listing"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._heads: tuple[SavedHead, ...] = ()
        self._deleted: list[tuple[str, str]] = []
        self._words = ""
        self._said = ""

    def body(self) -> Iterator[Widget]:
        yield SavedList(id="saved")
        yield TextView(id="nothing", classes="panes")
        yield FindLine()

    @property
    def _list(self) -> SavedList:
        return self.query_one(SavedList)

    def on_mount(self) -> None:
        self.head("Saved comparisons")
        self.status("Reading…")
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
        for problem in message.listing.problems:
            self.app.notify(problem, severity="warning", timeout=15, markup=False)
        self._fill()

    def _fill(self) -> None:
        words = self._words.casefold()
        shown = [
            h for h in self._heads if words in f"{h.title} {' '.join(h.outlets)} {' '.join(h.note_texts)}".casefold()
        ]
        self._list.show(shown)
        self._list.display = bool(shown)
        nothing = self.query_one("#nothing", TextView)
        nothing.display = not shown
        if not self._heads:
            nothing.show_blocks([
                TextBlock("No saved comparisons yet", "title"),
                TextBlock("A comparison is kept with its first note (a), or by s. q goes back.", above=1),
            ])  # fmt: skip
        elif not shown:
            nothing.show_blocks([TextBlock(f"Nothing found for “{self._words}”", "title")])
        if shown and not self.query_one(FindLine).is_open:
            self._list.focus()
        self.head("Saved comparisons", f"{len(shown)} of {len(self._heads)}" if words else f"{len(self._heads)}")
        self.status(self._said or "Kept as you write: both articles, links and notes are in the file.")
        self._said = ""

    def action_open(self) -> None:
        from tui.opening import Saved
        from tui.screens.compare import CompareScreen

        if self._list.current is not None:
            self.app.push_screen(CompareScreen(Saved(self._list.current.id), self.settings))

    @on(SavedList.Chosen)
    def _chosen(self, message: SavedList.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_delete(self) -> None:
        """Delete at once; u brings it back."""
        if self._list.current is not None:
            self._change("delete", self._list.current.id, self._list.current.title)

    def action_undo(self) -> None:
        if self._deleted:
            self._change("restore", *self._deleted[-1])
        else:
            self.status("There is nothing to bring back.")

    @work(thread=True, exit_on_error=False, group="saved-change")
    def _change(self, what: str, identity: str, title: str) -> None:
        from storyreader.saving import Store

        store = Store()
        try:
            if what == "delete":
                store.delete(identity)
                self._deleted.append((identity, title))
                self._said = f"Deleted: {title}. u brings it back."
            else:
                back = store.restore(identity)
                self._deleted.remove((identity, title))
                self._said = f"Brought back: {title}." if back else f"It is there already: {title}."
        except StoryReaderError as error:
            self._said = f"! {error}"
        self.post_message(self.Listed(store.listing()))

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._words = message.words
        self._fill()
        if message.done:
            self._list.focus()

    def action_back(self) -> None:
        if self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        else:
            self.dismiss()
