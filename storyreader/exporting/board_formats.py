"""The formats of a board, by name: what each writes, and into which file of a folder with everything."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from storyreader import exporting
from storyreader.messages import board_counts
from storyreader.visible import escaped_json, shown_text

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
    "text": lambda dossier: _as_text(exporting.render_board_text(dossier)),
    "json": lambda dossier: _as_json(exporting.board_document(dossier)),
    "markdown": lambda dossier: _as_text(exporting.render_board_markdown(dossier)),
    "html": lambda dossier: _as_text(exporting.render_board_html(dossier)),
    "csv": lambda dossier: exporting.render_board_csv(dossier),  # noqa: PLW0108  loaded when it is used
    "classroom": lambda dossier: _as_text(exporting.classroom_sheet(dossier)),
    "answers": lambda dossier: _as_text(exporting.classroom_answers(dossier)),
    "w3c": lambda dossier: _as_json(exporting.board_annotations(dossier)),
    "bibtex": lambda dossier: _as_text(exporting.render_bibtex(*_references(dossier))),
    "csl": lambda dossier: _as_json(exporting.render_csl(*_references(dossier))),
}


def _references(dossier: "BoardDossier") -> "tuple[Mapping[str, Article], str]":
    """The accounts by their letters, and what is to be known of all of them."""
    return exporting.shown_accounts(dossier), board_counts(dossier.board)


def _as_text(document: str) -> bytes:
    return shown_text(document).encode()


def _as_json(document: object) -> bytes:
    return escaped_json(json.dumps(document, ensure_ascii=False, indent=1)).encode() + b"\n"
