"""The formats of a board, by name: what each writes, and into which file of a folder with everything."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader import exporting
from storyreader.visible import shown_text

if TYPE_CHECKING:
    from storyreader.exporting.board_dossier import BoardDossier

BOARD_FILES = {
    "text": "board.txt",
    "markdown": "board.md",
}
"""The formats, and the file of each in a folder with everything on a board."""


def render_board(dossier: "BoardDossier", form: str) -> bytes:
    """A board in one of the formats."""
    return _FORMATS[form](dossier)


_FORMATS: "dict[str, Callable[[BoardDossier], bytes]]" = {
    "text": lambda dossier: _as_text(exporting.render_board_text(dossier)),
    "markdown": lambda dossier: _as_text(exporting.render_board_markdown(dossier)),
}


def _as_text(document: str) -> bytes:
    return shown_text(document).encode()
