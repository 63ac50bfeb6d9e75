"""Writing a dossier from inside the app: into the folder the app was started in, never over another file."""

import re
from pathlib import Path

from storyreader.atomic import write_atomic
from storyreader.exporting import FILES, written
from storyreader.saving import SavedComparison

FORMATS = tuple(FILES)


def write_dossier(saved: SavedComparison, form: str, folder: Path) -> Path:
    """Write a comparison in one format; gives the file, whose name comes from the title. Raises StoryReaderError."""
    name = re.sub(r"[^a-z0-9]+", "-", saved.title.lower())[:48].strip("-") or "comparison"
    ending = FILES[form].partition(".")[2]
    file = folder / f"{name}.{ending}"
    number = 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.{ending}"
    write_atomic(file, written(saved, form))
    return file
