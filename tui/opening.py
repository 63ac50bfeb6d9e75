"""Getting a comparison, from two files or from the saved ones: what the comparison screen does in its thread."""

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyreader.errors import StoryReaderError

if TYPE_CHECKING:
    from storyreader.comparison import Comparison
    from storyreader.saving import SavedComparison
    from tui.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Files:
    """Two files to compare."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved comparison, by its name."""

    id: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A comparison ready to be shown; `told` are sentences the reader should see."""

    notebook: "Notebook"
    told: tuple[str, ...] = ()

    @property
    def comparison(self) -> "Comparison":
        """What is shown: the engine's result with the reader's corrections."""
        return self.notebook.comparison


def open_comparison(source: Files | Saved, author: str) -> Opened:
    """Read, clean and compare two files, or take up the saved comparison. Raises StoryReaderError."""
    from storyreader.comparing import compare
    from storyreader.library import read_article
    from storyreader.saving import Store, saved_id
    from tui.notebook import Notebook, source_changes

    store = Store()
    if isinstance(source, Saved):
        saved = store.load(source.id)
        if saved is None:
            raise StoryReaderError("This comparison is no longer there.", "It may have been deleted elsewhere.")
        comparison = saved.restored()
        told = source_changes(saved, comparison)
        return Opened(Notebook(comparison, saved, author), tuple(told))
    left, right = read_article(source.left), read_article(source.right)
    told = []
    try:
        saved = store.load(saved_id(left, right))
    except StoryReaderError as error:
        saved = None
        told.append(str(error))
    if saved is not None:
        comparison = saved.restored()
        told.append("You saved this comparison before; it is opened with your notes.")
    else:
        comparison = compare(left, right)
        _give_back_memory()
    return Opened(Notebook(comparison, saved, author), tuple(told))


def compared_again(saved: "SavedComparison", author: str) -> tuple[Saved, Opened]:
    """Read both pages of a saved comparison again, compare, save and open the result. Raises StoryReaderError."""
    from storyreader.saving import Store, recomputed

    found = recomputed(saved)
    Store().save(found.saved)
    told = f"Compared again: {found.placed} of what you added kept its place, {len(found.orphans)} orphaned"
    told += " (4 shows it)." if found.orphans else "."
    source = Saved(found.saved.id)
    opened = open_comparison(source, author)
    return source, Opened(opened.notebook, (told, *opened.told))


def _give_back_memory() -> None:
    """Hand what comparing has freed back to the system, where its C library can: 25 of 200 MB for long articles."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def compared_by_meaning(comparison: "Comparison") -> "Comparison | None":
    """The two articles compared once more with sentence vectors; None without the extra that has them."""
    from storyreader.comparing import compare
    from storyreader.library import StoredVectors
    from storyreader.semantic import EncoderMissing, load_encoder

    vectors = StoredVectors()
    try:
        return compare(comparison.left, comparison.right, load_encoder(vectors))
    except EncoderMissing:
        return None
    finally:
        vectors.close()
