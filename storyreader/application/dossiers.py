"""Writing dossiers: one comparison in one format, or in several into a folder of its own."""

import re
from collections.abc import Iterable
from pathlib import Path

from storyreader.atomic import write_atomic
from storyreader.errors import SavingFailed, StoryReaderError
from storyreader.exporting import FILES, render
from storyreader.saving import SavedComparison

_LONGEST_NAME = 48


def write_dossier(saved: SavedComparison, form: str, folder: Path) -> Path:
    """Write a comparison in one format, never over another file; gives the new file, whose name comes from the title.

    Raises StoryReaderError.
    """
    name, ending = _file_name(saved.title), FILES[form].partition(".")[2]
    file = folder / f"{name}.{ending}"
    number = 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.{ending}"
    write_atomic(file, render(saved, form))
    return file


def write_dossier_folder(saved: SavedComparison, forms: Iterable[str], folder: Path) -> None:
    """Write a comparison in some formats into its own folder inside `folder`. Raises StoryReaderError."""
    own = folder / f"{_file_name(saved.title)}-{saved.id}"
    for form in forms:
        write_dossier_file(own / FILES[form], render(saved, form))


def write_dossier_file(file: Path, content: bytes) -> None:
    """Write a dossier where the reader wants it, over what is there. Raises StoryReaderError."""
    try:
        write_atomic(file, content)
    except SavingFailed as error:
        message = error.message.replace("Not saved", "Not written", 1)
        raise StoryReaderError(message, "Choose another place with -o or --all.") from error


def _file_name(title: str) -> str:
    """A title as a name for a file or a folder that every system takes."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower())[:_LONGEST_NAME].strip("-") or "comparison"
