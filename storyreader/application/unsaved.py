"""Words that could not be brought to the disk: they wait here until they are, whatever screen the reader is on."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from storyreader import saving
from storyreader.errors import StoryReaderError

if TYPE_CHECKING:  # what waits is known before the first frame, what it is made of is loaded later
    from storyreader.saving import SavedFile

WaitingType = TypeVar("WaitingType", bound="SavedFile")


class Waiting(Protocol):
    """What may wait to be written: a notebook."""

    def as_saved(self) -> Any:
        """What is to be written: a SavedFile of the notebook's own kind."""

    def write(self) -> bool:
        """Write it; False when there is nothing to write. Raises StoryReaderError."""


class Unsaved:
    """Notebooks that wait to be written, by the names of their files. May be asked from any thread.

    `problem` is why the latest could not be written, empty when none waits; `changed` is called when that changes.
    """

    def __init__(self) -> None:
        self._books: dict[str, Waiting] = {}
        self._lock = Lock()
        self.problem = ""
        self.changed: Callable[[], None] = _nobody

    def __len__(self) -> int:
        return len(self._books)

    def failed(self, book: "Waiting", problem: str) -> None:
        """A notebook could not be written."""
        with self._lock:
            self._books[book.as_saved().id] = book
            self.problem = problem
        self.changed()

    def written(self, identity: str) -> None:
        """All that is known of a file is on the disk."""
        with self._lock:
            known = self._books.pop(identity, None) is not None
            self.problem = self.problem if self._books else ""
        if known:
            self.changed()

    def with_waiting(self, saved: WaitingType | None, identity: str) -> WaitingType | None:
        """A file as it is on the disk, with what still waits to be written to it."""
        with self._lock:
            book = self._books.get(identity)
        if book is None:
            return saved
        waiting: WaitingType = book.as_saved()
        return waiting.merged_with(saved) if saved is not None else waiting

    def write_all(self) -> str:
        """Try again; gives why not, empty when nothing waits any more."""
        with self._lock:
            books = list(self._books.values())
        for book in books:
            try:
                if not book.write():
                    self.written(book.as_saved().id)
            except StoryReaderError as error:
                self.problem = str(error)
        return self.problem

    def write_into(self, folder: Path) -> list[Path]:
        """Write what waits into another folder, where `storyreader import` can take it up. Raises StoryReaderError."""
        with self._lock:
            books = list(self._books.values())
        store, files = saving.Store(folder), []
        for book in books:
            written = store.save(book.as_saved())
            files.append(store.file(written.id))
            self.written(written.id)
        return files


def _nobody() -> None:
    """Until a screen wants to know."""


UNSAVED = Unsaved()
"""What waits in this process."""
