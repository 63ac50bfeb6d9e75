"""Articles and comparisons as text for people and as documents for programs, one format a module."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.exporting.annotations import annotation_collection as annotation_collection
    from storyreader.exporting.article_notes import render_article_notes as render_article_notes
    from storyreader.exporting.documents import (
        article_document as article_document,
        comparison_document as comparison_document,
    )
    from storyreader.exporting.dossier import dossier_of as dossier_of
    from storyreader.exporting.dossier_html import render_html as render_html
    from storyreader.exporting.dossier_markdown import render_markdown as render_markdown
    from storyreader.exporting.formats import FILES as FILES, render as render, render_notes as render_notes
    from storyreader.exporting.json_export import export_document as export_document
    from storyreader.exporting.markdown import (
        article_markdown as article_markdown,
        comparison_markdown as comparison_markdown,
    )
    from storyreader.exporting.references import render_bibtex as render_bibtex, render_csl as render_csl
    from storyreader.exporting.spreadsheet import render_csv as render_csv
    from storyreader.exporting.text import (
        article_text as article_text,
        comparison_text as comparison_text,
        explained_text as explained_text,
    )

_HOMES = {
    "annotation_collection": "annotations", "article_document": "documents", "comparison_document": "documents",
    "dossier_of": "dossier", "render_html": "dossier_html", "render_markdown": "dossier_markdown", "FILES": "formats",
    "render": "formats", "render_notes": "formats", "render_article_notes": "article_notes",
    "export_document": "json_export", "article_markdown": "markdown", "comparison_markdown": "markdown",
    "render_bibtex": "references", "render_csl": "references", "render_csv": "spreadsheet", "article_text": "text",
    "comparison_text": "text", "explained_text": "text",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
