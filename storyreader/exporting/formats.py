"""The formats of a dossier, by name: what each writes, and into which file of a folder with everything."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader import exporting
from storyreader.errors import StoryReaderError
from storyreader.visible import escaped_json, shown_text

if TYPE_CHECKING:
    from storyreader.exporting.dossier import Dossier
    from storyreader.saving import SavedArticle, SavedComparison

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


def render(saved: "SavedComparison", form: str) -> bytes:
    """A saved comparison in one of the formats. Raises StoryReaderError when its content is damaged."""
    from pydantic import ValidationError  # help and version list the formats without it

    try:
        return _FORMATS[form](exporting.dossier_of(saved))
    except (ValidationError, LookupError) as error:
        raise StoryReaderError(
            f"The comparison {saved.id} is damaged and cannot be exported.", "Open it in the app to see what is there."
        ) from error


def render_notes(saved: "SavedArticle") -> bytes:
    """The notes on an article, as Markdown. Raises StoryReaderError when the file's content is damaged."""
    from pydantic import ValidationError  # as above

    try:
        return _as_text(exporting.render_article_notes(saved))
    except (ValidationError, LookupError) as error:
        raise StoryReaderError(f"The notes {saved.id} are damaged and cannot be exported.") from error


_FORMATS: "dict[str, Callable[[Dossier], bytes]]" = {
    "markdown": lambda dossier: _as_text(exporting.render_markdown(dossier)),
    "html": lambda dossier: _as_text(exporting.render_html(dossier)),
    "json": lambda dossier: _as_json(exporting.export_document(dossier)),
    "csv": lambda dossier: exporting.render_csv(dossier),  # noqa: PLW0108  loaded when it is used
    "w3c": lambda dossier: _as_json(exporting.annotation_collection(dossier.saved)),
    "bibtex": lambda dossier: _as_text(exporting.render_bibtex(dossier)),
    "csl": lambda dossier: _as_json(exporting.render_csl(dossier)),
}


def _as_json(document: object) -> bytes:
    return escaped_json(json.dumps(document, ensure_ascii=False, indent=1)).encode() + b"\n"


def _as_text(document: str) -> bytes:
    return shown_text(document).encode()
