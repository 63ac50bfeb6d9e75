"""The formats of a dossier, by name: what each writes, and into which file of a folder with everything."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader.errors import StoryReaderError

if TYPE_CHECKING:
    from storyreader.exporting.dossier import Dossier
    from storyreader.saving import SavedComparison

FILES = {
    "markdown": "dossier.md",
    "html": "dossier.html",
    "json": "comparison.json",
    "csv": "links-and-notes.csv",
    "w3c": "annotations.jsonld",
    "bibtex": "articles.bib",
    "csl": "articles.csl.json",
}
"""The formats, and the file of each in a folder with everything."""


def written(saved: "SavedComparison", form: str) -> bytes:
    """A saved comparison in one of the formats. Raises StoryReaderError when its content is damaged."""
    from pydantic import ValidationError

    from storyreader.exporting.dossier import dossier_of

    try:
        return _FORMATS[form](dossier_of(saved))
    except (ValidationError, LookupError) as error:
        raise StoryReaderError(
            f"The comparison {saved.id} is damaged and cannot be exported.", "Open it in the app to see what is there."
        ) from error


def _markdown(dossier: "Dossier") -> bytes:
    from storyreader.exporting.dossier_markdown import dossier_markdown

    return dossier_markdown(dossier).encode()


def _html(dossier: "Dossier") -> bytes:
    from storyreader.exporting.dossier_html import dossier_html

    return dossier_html(dossier).encode()


def _json(dossier: "Dossier") -> bytes:
    from storyreader.exporting.json_export import export_document

    return _as_json(export_document(dossier, _author()))


def _csv(dossier: "Dossier") -> bytes:
    from storyreader.exporting.spreadsheet import dossier_csv

    return dossier_csv(dossier)


def _w3c(dossier: "Dossier") -> bytes:
    from storyreader.exporting.annotations import annotation_collection

    return _as_json(annotation_collection(dossier.saved))


def _bibtex(dossier: "Dossier") -> bytes:
    from storyreader.exporting.references import dossier_bibtex

    return dossier_bibtex(dossier).encode()


def _csl(dossier: "Dossier") -> bytes:
    from storyreader.exporting.references import dossier_csl

    return _as_json(dossier_csl(dossier))


_FORMATS: "dict[str, Callable[[Dossier], bytes]]" = {
    "markdown": _markdown, "html": _html, "json": _json, "csv": _csv, "w3c": _w3c, "bibtex": _bibtex, "csl": _csl,
}  # fmt: skip


def _as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _author() -> str:
    from storyreader.settings import read_settings

    return read_settings().author
