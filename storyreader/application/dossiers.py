"""Writing dossiers: one comparison in one format, or in several into a folder of its own."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from storyreader.atomic import write_atomic
from storyreader.errors import SavingFailed, StoryReaderError
from storyreader.exporting import FILES, NOTE_FILES, render
from storyreader.paths import exports_folder
from storyreader.saving import SavedArticle, SavedComparison

_LONGEST_NAME, _MOST_BYTES = 48, 180
"""Characters of a name, and bytes on the disk: systems take 255, with ending and number."""


def write_dossier(saved: SavedComparison | SavedArticle, form: str, folder: Path | None = None) -> Path:
    """Write a comparison, or the notes on an article, in one format, never over another file; gives the new file, whose
    name comes from the title. Without a `folder` it lies among the reader's exports.

    Raises StoryReaderError.
    """
    folder = folder or exports_folder()
    content = render(saved, form)
    name, ending = _file_name(saved.title), FILES[form].partition(".")[2]
    file = folder / f"{name}.{ending}"
    number = 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.{ending}"
    write_dossier_file(file, content)
    return file


def write_dossier_folder(saved: SavedComparison | SavedArticle, forms: Iterable[str], folder: Path) -> None:
    """Write a comparison, or the notes on an article, in some formats into a folder of its own inside `folder`.

    Raises StoryReaderError.
    """
    files = NOTE_FILES if isinstance(saved, SavedArticle) else FILES
    own = folder / f"{_file_name(saved.title)}-{saved.id}"
    for form in forms:
        write_dossier_file(own / files[form], render(saved, form))


def write_dossier_file(file: Path, content: bytes) -> None:
    """Write a dossier where the reader wants it, over what is there. Raises StoryReaderError."""
    try:
        write_atomic(file, content)
    except SavingFailed as error:
        message = error.message.replace("Not saved", "Not written", 1)
        raise StoryReaderError(message, "Choose another place with -o or --all.") from error


def _file_name(title: str) -> str:
    """A title, in whatever script, as a name for a file or a folder that every system takes."""
    letters = [
        sign if sign.isalnum() or unicodedata.category(sign).startswith("M") else " "
        for sign in unicodedata.normalize("NFC", title).lower()
    ]
    name = "-".join("".join(letters).split())[:_LONGEST_NAME]
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    return name.strip("-") or "comparison"
