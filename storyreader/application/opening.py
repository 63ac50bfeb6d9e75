"""Getting a comparison, from two files or from the saved ones. All of it is slow: screens call it in a thread."""

import contextlib
import ctypes
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from storyreader import application, comparing, library, saving, semantic
from storyreader.errors import StoryReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storyreader.application.notebook import Notebook
    from storyreader.application.reading_shelf import ReadingShelf
    from storyreader.comparison import Comparison
    from storyreader.library import Catalogue, Entry, Story
    from storyreader.saving import SavedComparison
    from storyreader.semantic import SentenceEncoder


@dataclass(frozen=True, slots=True)
class Files:
    """Two files to compare."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved comparison, by its name; with the id of a `note` it is opened where the note is."""

    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A comparison ready to be shown; `messages` are sentences for the reader, `row` is where they begin, among the
    texts when it is `wanted`, `earlier` is what they saved of the same two files before those changed.
    """

    notebook: "Notebook"
    messages: tuple[str, ...] = ()
    row: int = 0
    wanted: bool = False
    earlier: "SavedComparison | None" = None

    @property
    def comparison(self) -> "Comparison":
        """What is shown: the engine's result with the reader's corrections."""
        return self.notebook.comparison


def compare_files(files: Files, encoder: "SentenceEncoder | None" = None) -> "Comparison":
    """Read, clean and compare two files. Raises UnreadablePage."""
    return comparing.compare(library.read_article(files.left), library.read_article(files.right), encoder)


def open_comparison(source: Files | Saved, author: str, shelf: "ReadingShelf") -> Opened:
    """Read, clean and compare two files, or take up the saved comparison. Raises StoryReaderError."""
    if isinstance(source, Saved):
        return _open_saved(source, author)
    store = saving.Store()
    left, right = shelf.article(source.left), shelf.article(source.right)
    identity = saving.saved_id(left, right)
    messages = []
    try:
        saved = store.load(identity)
    except StoryReaderError as error:
        saved = None
        messages.append(str(error))
    saved = application.UNSAVED.with_waiting(saved, identity)
    if saved is not None:
        comparison = saved.restored()
        messages.append("You saved this comparison before; it is opened with your notes.")
    else:
        comparison = comparing.compare_readings(shelf.reading_of(left), shelf.reading_of(right))
        _give_back_memory()
    opened = _opened(application.Notebook(comparison, saved, author), messages)
    return opened if saved is not None else _with_earlier(opened)


def _with_earlier(opened: Opened) -> Opened:
    """The comparison with an offer of what was noted before its pages changed, if anything was."""
    earlier = application.earlier_saved(opened.comparison.left, opened.comparison.right)
    if earlier is None:
        return opened
    offer = "You noted something on an earlier state of these pages; r brings it here."
    return replace(opened, messages=(*opened.messages, offer), earlier=earlier)


def _opened(notebook: "Notebook", messages: "Iterable[str]") -> Opened:
    """A comparison with the place at which the reader goes on; that the two were compared is remembered."""
    row = application.row_to_begin(notebook.comparison, notebook.reviewed)
    application.remember_row(notebook.comparison, row)
    return Opened(notebook, tuple(messages), row)


def _open_saved(source: Saved, author: str) -> Opened:
    saved = application.UNSAVED.with_waiting(saving.Store().load(source.id), source.id)
    if saved is None:
        raise StoryReaderError("This comparison is no longer there.", "It may have been deleted elsewhere.")
    comparison = saved.restored()
    notebook = application.Notebook(comparison, saved, author)
    opened = _opened(notebook, application.source_changes(saved))
    row = notebook.row_of_note(source.note) if source.note else None
    return opened if row is None else replace(opened, row=row, wanted=True)


def compare_again(saved: "SavedComparison", author: str) -> tuple[Saved, Opened]:
    """Read both pages of a saved comparison again, compare, save and open the result. Raises StoryReaderError."""
    found = saving.recomputed(saved)
    saving.Store().save(found.saved)
    message = f"Compared again: {found.placed} of your items kept their place, {len(found.orphans)} orphaned"
    message += " (5 shows them)." if found.orphans else "."
    source = Saved(found.saved.id)
    opened = _open_saved(source, author)
    return source, replace(opened, messages=(message, *opened.messages))


def compare_semantically(comparison: "Comparison", shelf: "ReadingShelf") -> "Comparison | None":
    """The two articles compared once more with sentence vectors; None without the extra that has them."""
    vectors = library.StoredVectors()
    try:
        encoder = semantic.load_encoder(vectors)
        left, right = shelf.reading_of(comparison.left), shelf.reading_of(comparison.right)
        return comparing.compare_readings(left, right, encoder)
    except semantic.EncoderMissing:
        return None
    finally:
        vectors.close()


def stories_across_languages(
    entries: "Sequence[Entry]", stories: "Sequence[Story]", catalogue: "Catalogue"
) -> "list[Story]":
    """The stories with the accounts in other languages put into theirs; as they are without the extra for it."""
    if len({entry.language for entry in entries if not entry.problem}) < 2:
        return list(stories)
    vectors = library.StoredVectors()
    try:
        encoder = semantic.load_encoder(vectors)
        return library.with_other_languages(entries, stories, encoder, catalogue.lead_of)
    except semantic.EncoderMissing:
        return list(stories)
    finally:
        vectors.close()


def _give_back_memory() -> None:
    """Hand what comparing has freed back to the system, where its C library can: 25 of 200 MB for long articles."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
