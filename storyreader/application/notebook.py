"""The reader's side of one comparison: notes, reviewed marks, corrections, undoing, and bringing it to the disk."""

from collections.abc import Sequence
from threading import Lock
from typing import Any

from storyreader.comparison import Comparison
from storyreader.errors import StoryReaderError
from storyreader.saving import (
    Item,
    LinkCorrection,
    LinkCorrectionKind,
    Note,
    Review,
    SavedComparison,
    StepAction,
    Store,
    Target,
    items_by_row,
    living,
    new_saved,
    now,
    orphans,
    pair_target,
    recorded,
    redone,
    row_of,
    target_of,
    undone,
    with_link_corrections,
)

_SHOWN = 30
"""Characters of a note by which an undone step is named."""


class Notebook:
    """What the reader adds to one comparison. It comes to the disk with the first change, or when the reader asks.

    Every change is kept in memory until it has been written; `write` may be called from any thread. `comparison` is
    what the engine found with the reader's corrections of links on top.
    """

    def __init__(self, comparison: Comparison, saved: SavedComparison | None, author: str) -> None:
        self._found = comparison
        self.saved = saved
        self._author = author
        self._writing: Note | None = None
        self._step: str | None = None
        self._unsaved = False
        self._lock = Lock()
        self._at_the_disk = Lock()
        self.comparison = self._amended()

    # What there is

    @property
    def notes(self) -> dict[int, list[Note]]:
        """The notes by the index of their row."""
        return items_by_row(self.comparison, self.saved.notes) if self.saved else {}

    def texts(self) -> dict[int, list[str]]:
        """The notes as they are shown, by the index of their row."""
        return {row_index: [note.told for note in notes] for row_index, notes in self.notes.items()}

    def judgements(self) -> dict[int, str]:
        """The reader's word on each row that has one: the latest verdict, else that the row has been reviewed."""
        verdicts = {
            row_index: verdict
            for row_index, notes in self.notes.items()
            if (verdict := next((note.verdict for note in reversed(notes) if note.verdict), ""))
        }
        return dict.fromkeys(self.reviewed, "✓ reviewed") | verdicts

    @property
    def reviewed(self) -> frozenset[int]:
        """The indexes of the rows that have been looked at."""
        return frozenset(items_by_row(self.comparison, self.saved.reviews)) if self.saved else frozenset()

    @property
    def tags(self) -> list[str]:
        """The tags in use, the latest first."""
        notes = sorted(living(self.saved.notes) if self.saved else [], key=lambda note: note.changed, reverse=True)
        return list(dict.fromkeys(tag for note in notes for tag in note.tags))

    def _amended(self) -> Comparison:
        return with_link_corrections(self._found, self.saved) if self.saved else self._found

    def replace(self, comparison: Comparison) -> bool:
        """Take a better comparison of the same articles; False when the reader has begun to work on this one."""
        if self.saved is None:
            self._found = self.comparison = comparison
        return self.saved is None

    # Changing it

    def begin(self, row_index: int, target: Target | None = None, *, new: bool = False) -> Note:
        """Start writing on the row at `row_index`: its latest note, or a new one; `target` narrows it to some words."""
        there = [] if new or target is not None else self.notes.get(row_index, [])
        row = self.comparison.rows[row_index]
        self._writing = (
            there[-1] if there else Note(target=target or target_of(self.comparison, row), author=self._author)
        )
        self._step = None
        return self._writing

    def take(self, **fields: Any) -> None:
        """Put what was typed into the note; an emptied note counts as deleted. One sitting is one step to undo."""
        if self._writing is None or all(getattr(self._writing, name) == value for name, value in fields.items()):
            return
        note = self._writing.model_copy(update={**fields, "changed": now()})
        note = note.model_copy(update={"deleted": note.empty})
        self._writing = note
        self._step = self._record("note", note, text=_shortened(note.told), step=self._step)

    def review(self, *row_indexes: int) -> bool:
        """Mark rows as reviewed, or take that back where all of them are; tells which of the two."""
        reviews = items_by_row(self.comparison, self.saved.reviews) if self.saved else {}
        if all(row_index in reviews for row_index in row_indexes):
            there = [item for row_index in row_indexes for item in reviews[row_index]]
            self._record("not reviewed", *(_deleted(item) for item in there))
            return False
        rows = [self.comparison.rows[row_index] for row_index in row_indexes if row_index not in reviews]
        targets = (target_of(self.comparison, row) for row in rows)
        self._record("reviewed", *(Review(target=target, author=self._author) for target in targets))
        return True

    def highlight(self, row_index: int, target: Target | None = None) -> bool:
        """Highlight a row or some words without a note, or take that back; tells which of the two."""
        target = target or target_of(self.comparison, self.comparison.rows[row_index])
        there = [note for note in self.notes.get(row_index, ()) if note.highlight and note.target == target]
        if there:
            self._record("no highlight", *(_deleted(note) for note in there))
            return False
        self._record("highlight", Note(target=target, author=self._author, highlight=True))
        return True

    def same_as_last(self, row_index: int) -> str | None:
        """Write the latest note once more, on the row at `row_index`; gives its text, None when there is none yet."""
        last = max(living(self.saved.notes) if self.saved else [], key=lambda note: note.changed, default=None)
        if last is None:
            return None
        target = target_of(self.comparison, self.comparison.rows[row_index])
        note = Note(target=target, author=self._author, text=last.text, verdict=last.verdict, tags=list(last.tags))
        self._record("note", note, text=_shortened(note.told))
        return note.told

    def judge(self, row_index: int, verdict: str) -> None:
        """Give a row a verdict; the same verdict again takes it away."""
        note = self.begin(row_index)
        self.take(verdict="" if note.verdict == verdict else verdict)
        self._writing = None

    def amend(self, kind: LinkCorrectionKind, left: Sequence[int], right: Sequence[int]) -> int | None:
        """Correct the links between some sentences; gives the row in which they are shown now."""
        item = LinkCorrection(kind=kind, target=pair_target(self._found, left, right), author=self._author)
        self._record(kind, item)
        return row_of(self.comparison, item)

    @property
    def orphans(self) -> list[Item]:
        """The items that have lost their place in articles that have changed."""
        return orphans(self.saved) if self.saved else []

    def place_again(self, item: Item, row_index: int) -> None:
        """Give an orphaned item a place: the row at `row_index`."""
        target = target_of(self.comparison, self.comparison.rows[row_index])
        changes = {"target": target, "orphaned": False, "changed": now()}
        self._record("placed again", item.model_copy(update=changes), text=str(row_index + 1))

    def drop(self, item: Item) -> None:
        """Delete an orphaned item."""
        self._record("deleted", _deleted(item))

    def undo(self) -> str | None:
        """Take back the latest step; gives its name, None when there is none."""
        return self._turn(undone)

    def redo(self) -> str | None:
        """Do again what was undone last; gives its name, None when there is nothing."""
        return self._turn(redone)

    def _turn(self, turned: Any) -> str | None:
        self._writing = None
        with self._lock:
            if self.saved is None or (found := turned(self.saved)) is None:
                return None
            self.saved, step = found
            self._unsaved = True
        self.comparison = self._amended()
        says: str = step.says
        return says

    def _record(self, action: StepAction, *items: Item, text: str = "", step: str | None = None) -> str:
        with self._lock:
            self.saved, made = recorded(self.saved or new_saved(self._found), action, items, text, step)
            self._unsaved = True
        if any(isinstance(item, LinkCorrection) for item in items):
            self.comparison = self._amended()
        return made.id

    # Bringing it to the disk

    def keep(self) -> None:
        """Have the comparison saved even without a note."""
        with self._lock:
            self.saved = self.saved or new_saved(self._found)
            self._unsaved = True

    def as_saved(self) -> SavedComparison:
        """The comparison as its file would have it, whether or not there is one yet."""
        return self.saved or new_saved(self._found)

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
            except StoryReaderError:
                self._unsaved = True
                raise
            return True


def _shortened(text: str) -> str:
    """Enough of a note to know it again."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _deleted(item: Item) -> Item:
    return item.model_copy(update={"deleted": True, "changed": now()})
