"""The reader's side of one comparison: the notes, which one is being written, and bringing it all to the disk."""

from pathlib import Path
from threading import Lock

from storyreader.comparison import Comparison, Row
from storyreader.errors import StoryReaderError
from storyreader.saving import Note, SavedComparison, Store, new_saved
from storyreader.saving.model import now
from storyreader.saving.places import notes_by_row, target_of


class Notebook:
    """Notes on one comparison. It comes to the disk with its first note, or when the reader asks.

    Every change is kept in memory until it has been written; `write` may be called from any thread.
    """

    def __init__(self, comparison: Comparison, saved: SavedComparison | None, author: str) -> None:
        self.comparison = comparison
        self.saved = saved
        self._author = author
        self._writing: Note | None = None
        self._unsaved = False
        self._lock = Lock()
        self._at_the_disk = Lock()

    def texts(self) -> dict[int, list[str]]:
        """The texts of the notes by the place of their row."""
        return {place: [note.text for note in notes if note.text] for place, notes in self._by_row().items()}

    def _by_row(self) -> dict[int, list[Note]]:
        return notes_by_row(self.comparison, self.saved.notes) if self.saved else {}

    def begin(self, place: int) -> str:
        """Start writing on the row at `place`: its latest note, or a new one. Gives the text so far."""
        row: Row = self.comparison.rows[place]
        there = self._by_row().get(place)
        self._writing = there[-1] if there else Note(target=target_of(self.comparison, row), author=self._author)
        return self._writing.text

    def take(self, text: str) -> None:
        """Put what was typed into the note; an emptied note counts as deleted."""
        if self._writing is None or text == self._writing.text:
            return
        with self._lock:
            changes = {"text": text, "changed": now(), "deleted": not text.strip()}
            self._writing = self._writing.model_copy(update=changes)
            saved = self.saved or new_saved(self.comparison)
            others = [note for note in saved.notes if note.id != self._writing.id]
            self.saved = saved.model_copy(update={"notes": [*others, self._writing]})
            self._unsaved = True

    def keep(self) -> None:
        """Have the comparison saved even without a note."""
        with self._lock:
            self.saved = self.saved or new_saved(self.comparison)
            self._unsaved = True

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


def source_changes(saved: SavedComparison, comparison: Comparison) -> list[str]:
    """Sentences about source files that are gone or have changed since the comparison was saved."""
    from storyreader.loading import read_page
    from storyreader.paths import shown

    told = []
    for letter, article in (("A", comparison.left), ("B", comparison.right)):
        if not article.path:
            continue
        if not Path(article.path).exists():
            told.append(f"{letter}: {shown(article.path)} is gone; the saved copy is shown.")
            continue
        try:
            changed = read_page(article.path).content_hash != article.content_hash
        except StoryReaderError as error:
            told.append(f"{letter}: {error.message} The saved copy is shown.")
            continue
        if changed:
            told.append(f"{letter} changed since {saved.changed.astimezone():%d %b, %H:%M}; the saved copy is shown.")
    return told
