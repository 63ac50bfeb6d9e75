"""The formats of an export, by name: what each writes, and into which file of a folder with everything."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader import exporting, saving
from storyreader.errors import StoryReaderError
from storyreader.visible import escaped_json, shown_text

if TYPE_CHECKING:
    from storyreader.exporting.article_notes import ArticleNotes
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
"""The formats, and the file of each in a folder with everything on a comparison."""

NOTE_FILES = {
    "markdown": "notes.md",
    "html": "notes.html",
    "json": "notes.json",
    "csv": "notes.csv",
    "w3c": "annotations.jsonld",
    "bibtex": "article.bib",
    "csl": "article.csl.json",
}
"""The same of the notes on a single article."""


def render(saved: "SavedComparison | SavedArticle", form: str) -> bytes:
    """A saved comparison, or the notes on an article, in one of the formats. Raises StoryReaderError when the content
    is damaged.
    """
    from pydantic import ValidationError  # help and version list the formats without it

    try:
        if isinstance(saved, saving.SavedArticle):
            return _NOTE_FORMATS[form](exporting.article_notes_of(saved))
        return _FORMATS[form](exporting.dossier_of(saved))
    except (ValidationError, LookupError) as error:
        raise StoryReaderError(
            f"{saved.id} is damaged and cannot be exported.", "Open it in the app to see what is there."
        ) from error


_FORMATS: "dict[str, Callable[[Dossier], bytes]]" = {
    "markdown": lambda dossier: as_text(exporting.render_markdown(dossier)),
    "html": lambda dossier: as_text(exporting.render_html(dossier)),
    "json": lambda dossier: as_json(exporting.export_document(dossier)),
    "csv": lambda dossier: exporting.render_csv(dossier),  # noqa: PLW0108  loaded when it is used
    "w3c": lambda dossier: as_json(exporting.annotation_collection(dossier.saved, exporting.in_short(dossier))),
    "bibtex": lambda dossier: as_text(exporting.render_bibtex(exporting.sides(dossier), exporting.pair_note(dossier))),
    "csl": lambda dossier: as_json(exporting.render_csl(exporting.sides(dossier), exporting.pair_note(dossier))),
}
_NOTE_FORMATS: "dict[str, Callable[[ArticleNotes], bytes]]" = {
    "markdown": lambda notes: as_text(exporting.notes_markdown(notes)),
    "html": lambda notes: as_text(exporting.notes_html(notes)),
    "json": lambda notes: as_json(exporting.notes_document(notes)),
    "csv": lambda notes: exporting.notes_csv(notes),  # noqa: PLW0108  as above
    "w3c": lambda notes: as_json(exporting.annotation_collection(notes.saved)),
    "bibtex": lambda notes: as_text(exporting.render_bibtex({"": notes.article})),
    "csl": lambda notes: as_json(exporting.render_csl({"": notes.article})),
}


def as_json(document: object) -> bytes:
    """A document as JSON in which nothing acts upon a terminal."""
    return escaped_json(json.dumps(document, ensure_ascii=False, indent=1)).encode() + b"\n"


def as_text(document: str) -> bytes:
    """A text in which nothing acts upon a terminal."""
    return shown_text(document).encode()
