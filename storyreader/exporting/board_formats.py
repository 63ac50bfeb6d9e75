"""The formats of a board, by name: what each writes, and into which file of a folder with everything."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from storyreader import exporting
from storyreader.exporting.formats import as_json, as_text
from storyreader.messages import board_counts

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.exporting.board_dossier import BoardDossier

BOARD_FILES = {
    "text": "board.txt",
    "json": "board.json",
    "markdown": "board.md",
    "html": "board.html",
    "csv": "board.csv",
    "classroom": "classroom.md",
    "answers": "answers.md",
    "w3c": "annotations.jsonld",
    "bibtex": "articles.bib",
    "csl": "articles.csl.json",
}
"""The formats, and the file of each in a folder with everything on a board."""


def render_board(dossier: "BoardDossier", form: str) -> bytes:
    """A board in one of the formats."""
    return _FORMATS[form](dossier)


_FORMATS: "dict[str, Callable[[BoardDossier], bytes]]" = {
    "text": lambda dossier: as_text(exporting.render_board_text(dossier)),
    "json": lambda dossier: as_json(exporting.board_document(dossier)),
    "markdown": lambda dossier: as_text(exporting.render_board_markdown(dossier)),
    "html": lambda dossier: as_text(exporting.render_board_html(dossier)),
    "csv": lambda dossier: exporting.render_board_csv(dossier),  # noqa: PLW0108  loaded when it is used
    "classroom": lambda dossier: as_text(exporting.classroom_sheet(dossier)),
    "answers": lambda dossier: as_text(exporting.classroom_answers(dossier)),
    "w3c": lambda dossier: as_json(exporting.board_annotations(dossier)),
    "bibtex": lambda dossier: as_text(exporting.render_bibtex(*_references(dossier))),
    "csl": lambda dossier: as_json(exporting.render_csl(*_references(dossier))),
}


def _references(dossier: "BoardDossier") -> "tuple[Mapping[str, Article], str]":
    """The accounts by their letters, and what is to be known of all of them."""
    return exporting.shown_accounts(dossier), board_counts(dossier.board)
