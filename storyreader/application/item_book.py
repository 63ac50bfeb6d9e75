"""What the notebooks of a comparison and of an article share: writing notes, undoing, and the way to the disk."""

from collections.abc import Sequence
from threading import Lock
from typing import Any, Generic, NamedTuple

from storyreader.application.unsaved import UNSAVED
from storyreader.errors import StoryReaderError
from storyreader.saving import Item, Note, SavedType, Step, StepAction, Store, living, now, recorded, redone, undone

_SHOWN = 30
"""Characters of a note by which an undone step is named."""


class Turned(NamedTuple):
    """A step that was undone or done again: its name, and where it was (row or sentence); None where there is none."""

    says: str
    place: int | None


class ItemBook(Generic[SavedType]):
    """Items that the reader adds. They come to the disk with the first change, or when the reader asks.

    Every change is kept in memory until it has been written; `write` may be called from any thread.
    """

    def __init__(self, saved: SavedType | None, author: str) -> None:
        self.saved = saved
        self._author = author
        self._writing: Note | None = None
        self._step: str | None = None
        self._unsaved = False
        self._lock = Lock()
        self._at_the_disk = Lock()

    # What a notebook knows of its places

    def _new(self) -> SavedType:
        """A file without anything of the reader's."""
        raise NotImplementedError

    def _place_of(self, item: Item) -> int | None:
        """Where an item is shown, from 0."""
        raise NotImplementedError

    def _turned_to(self, items: Sequence[Item]) -> None:
        """These items have changed."""

    # Writing

    @property
    def tags(self) -> list[str]:
        """The tags in use, the latest first."""
        notes = sorted(living(self.saved.notes) if self.saved else [], key=lambda note: note.changed, reverse=True)
        return list(dict.fromkeys(tag for note in notes for tag in note.tags))

    def _begin(self, note: Note) -> Note:
        self._writing, self._step = note, None
        return note

    def take(self, **fields: Any) -> None:
        """Put what was typed into the note; an emptied note counts as deleted. One sitting is one step to undo."""
        if self._writing is None or all(getattr(self._writing, name) == value for name, value in fields.items()):
            return
        note = self._writing.model_copy(update={**fields, "changed": now()})
        note = note.model_copy(update={"deleted": note.empty})
        self._writing = note
        self._step = self._record("note", note, text=shortened_note(note), step=self._step)

    # Undoing

    def undo(self) -> Turned | None:
        """Take back the latest step; None when there is none."""
        return self._turn(undone)

    def redo(self) -> Turned | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn(redone)

    def _turn(self, turned: Any) -> Turned | None:
        self._writing = None
        with self._lock:
            if self.saved is None or (found := turned(self.saved)) is None:
                return None
            self.saved, step = found
            self._unsaved = True
        items = self._items_of(step)
        self._turned_to(items)
        return Turned(step.says, next((at for item in items if (at := self._place_of(item)) is not None), None))

    def _items_of(self, step: Step) -> list[Item]:
        """The items of a step as they are now."""
        assert self.saved is not None
        names = {change.after["id"] for change in step.changes}
        corrections = [*self.saved.link_corrections, *getattr(self.saved, "claim_corrections", ())]
        items: list[Item] = [*self.saved.notes, *self.saved.reviews, *corrections]
        return [item for item in items if item.id in names]

    def _record(self, action: StepAction, *items: Item, text: str = "", step: str | None = None) -> str:
        with self._lock:
            self.saved, made = recorded(self.saved or self._new(), action, items, text, step)
            self._unsaved = True
        self._turned_to(items)
        return made.id

    # Bringing it to the disk

    @property
    def unsaved(self) -> bool:
        """Whether there is something that is not on the disk yet."""
        return self._unsaved

    def keep(self) -> None:
        """Have it saved even without a note."""
        with self._lock:
            self.saved = self.saved or self._new()
            self._unsaved = True

    def as_saved(self) -> SavedType:
        """It as its file would have it, whether or not there is one yet."""
        return self.saved or self._new()

    def write(self) -> bool:
        """Write what is not on the disk yet; False when there was nothing. Raises SavingFailed and keeps it then.

        Whoever comes while another thread writes waits: afterwards everything known at the call is on the disk.
        """
        with self._at_the_disk:
            with self._lock:
                saved, unsaved, self._unsaved = self.saved, self._unsaved, False
            if saved is None or not unsaved:
                return False
            try:
                Store().save(saved)
            except StoryReaderError as error:
                self._unsaved = True
                UNSAVED.failed(self, str(error))
                raise
            if not self._unsaved:
                UNSAVED.written(saved.id)
            return True


def shortened_note(note: Note) -> str:
    """Enough of a note to know it again."""
    text = note.told
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def deleted_item(item: Item) -> Item:
    """The item as it is when the reader has deleted it."""
    return item.model_copy(update={"deleted": True, "changed": now()})
