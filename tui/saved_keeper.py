"""Reading and changing the folder of saved files in threads."""

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from storyreader import application, saving
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from tui.background import Background, in_thread

if TYPE_CHECKING:
    from storyreader.application import Saved
    from storyreader.saving import Listing

FolderChange = Literal["delete", "restore", "rename", "duplicate"]


class SavedKeeper(Background):
    """Does what the list of saved files asks for, one thing at a time, and tells what came of it.

    So no listing from before a change arrives after the one from behind it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._one_at_a_time = threading.Lock()

    @dataclass
    class Listed(Message):
        """The folder has been read; `text` tells what was done before.

        `deleted` and `restored` name what has just been, each as name and title.
        """

        listing: "Listing"
        text: str = ""
        deleted: tuple[str, str] | None = None
        restored: tuple[str, str] | None = None

    @dataclass
    class SourcesKnown(Message):
        """What has become of the pages of the saved file under the cursor."""

        id: str
        changes: list[str]

    @dataclass
    class ComparedAnew(Message):
        """Both pages were read and compared again, and the result is saved; `source` is None when they cannot be."""

        source: "Saved | None"
        text: str

    @in_thread("saved", exclusive=True)
    def read(self) -> None:
        """Read the folder."""
        with self._one_at_a_time:
            self.post_message(self.Listed(saving.Store().listing()))

    @in_thread("sources", exclusive=True)
    def check_sources(self, identity: str) -> None:
        """Find out whether the pages of a saved file are as they were."""
        self.post_message(self.SourcesKnown(identity, application.sources_of(identity)))

    @in_thread("saved-change")
    def compare_anew(self, identity: str) -> None:
        """Compare the two pages of a saved comparison again."""
        self.post_message(_compared_anew(identity))

    @in_thread("export")
    def export(self, identity: str, form: str) -> None:
        """Write a saved file out for another person."""
        with self._one_at_a_time:
            self.post_message(self.Listed(saving.Store().listing(), _exported(identity, form)))

    @in_thread("saved-change")
    def change(self, what: FolderChange, identity: str, title: str) -> None:
        """Delete a saved file, bring it back, rename it or duplicate it under a title."""
        with self._one_at_a_time:
            self.post_message(_changed(what, identity, title))


def _changed(what: FolderChange, identity: str, title: str) -> SavedKeeper.Listed:
    """Change the folder; for a thread."""
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
    return SavedKeeper.Listed(store.listing(), text, deleted, restored)


def _exported(identity: str, form: str) -> str:
    """Write a saved file out, and say where it is; for a thread."""
    store = saving.Store()
    try:
        saved = store.load_file(identity)
        if saved is None:
            return "It is no longer there."
        return f"Exported to {shown(application.write_dossier(saved, form))}"
    except StoryReaderError as error:
        return f"! {error}"


def _compared_anew(identity: str) -> SavedKeeper.ComparedAnew:
    """Compare the two pages of a saved comparison again; for a thread."""
    try:
        saved = saving.Store().load(identity)
        if saved is None:
            return SavedKeeper.ComparedAnew(None, "It is no longer there.")
        source, opened = application.compare_again(saved, "")
        return SavedKeeper.ComparedAnew(source, opened.messages[0])
    except StoryReaderError as error:
        return SavedKeeper.ComparedAnew(None, f"! {error}")
