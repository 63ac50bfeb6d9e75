"""Writing dossiers: a saved comparison, board or article in one format, or in several into a folder of its own."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from storyreader.application.board_notebook import BoardNotebook
from storyreader.atomic import write_atomic
from storyreader.errors import SavingFailed, StoryReaderError
from storyreader.exporting import BOARD_FILES, FILES, NOTE_FILES, BoardDossier, render, render_board
from storyreader.paths import exports_folder
from storyreader.reading import Reading
from storyreader.saving import Saved, SavedArticle, SavedBoard
from storyreader.story_board import BoardFinder

_LONGEST_NAME, _MOST_BYTES = 48, 180
"""Characters of a name, and bytes on the disk: systems take 255, with ending and number."""


def formats_of(saved: Saved) -> Mapping[str, str]:
    """The formats in which something saved can be written, and the file of each in a folder with everything."""
    if isinstance(saved, SavedBoard):
        return BOARD_FILES
    return NOTE_FILES if isinstance(saved, SavedArticle) else FILES


def rendered(saved: Saved, form: str) -> bytes:
    """Something saved in one of its formats. Raises StoryReaderError for another one, or when it is damaged."""
    known = formats_of(saved)
    if form not in known:
        raise StoryReaderError(f"{saved.title} cannot be exported as {form}.", f"Choose one of {', '.join(known)}.")
    if not isinstance(saved, SavedBoard):
        return render(saved, form)
    book = BoardNotebook(BoardFinder([Reading(article) for article in saved.restored()]), saved, "")
    return render_board(BoardDossier(book.board, saved.title, items=book.items, orphans=book.orphans), form)


def write_dossier(saved: Saved, form: str, folder: Path | None = None) -> Path:
    """Write something saved in one format, never over another file; gives the new file, whose name comes from the
    title. Without a `folder` it lies among the reader's exports.

    Raises StoryReaderError.
    """
    folder = folder or exports_folder()
    content = rendered(saved, form)
    name, ending = _file_name(saved.title), formats_of(saved)[form].partition(".")[2]
    file = folder / f"{name}.{ending}"
    number = 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.{ending}"
    write_dossier_file(file, content)
    return file


def write_dossier_folder(saved: Saved, forms: Iterable[str], folder: Path) -> None:
    """Write something saved in some formats into a folder of its own inside `folder`. Raises StoryReaderError."""
    files = formats_of(saved)
    own = folder / f"{_file_name(saved.title)}-{saved.id}"
    for form in forms:
        content = rendered(saved, form)
        write_dossier_file(own / files[form], content)


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
