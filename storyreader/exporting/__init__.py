"""Articles and comparisons as text for people and as documents for programs, one format a module."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.exporting.annotations import (
        annotation_collection as annotation_collection,
        board_annotations as board_annotations,
    )
    from storyreader.exporting.article_notes import (
        article_notes_of as article_notes_of,
        notes_csv as notes_csv,
        notes_document as notes_document,
        notes_html as notes_html,
        notes_markdown as notes_markdown,
    )
    from storyreader.exporting.board_csv import render_board_csv as render_board_csv
    from storyreader.exporting.board_dossier import BoardDossier as BoardDossier, shown_accounts as shown_accounts
    from storyreader.exporting.board_formats import BOARD_FILES as BOARD_FILES, render_board as render_board
    from storyreader.exporting.board_html import render_board_html as render_board_html
    from storyreader.exporting.board_json import board_document as board_document
    from storyreader.exporting.board_markdown import render_board_markdown as render_board_markdown
    from storyreader.exporting.board_text import render_board_text as render_board_text
    from storyreader.exporting.classroom import (
        classroom_answers as classroom_answers,
        classroom_sheet as classroom_sheet,
    )
    from storyreader.exporting.documents import (
        article_document as article_document,
        comparison_document as comparison_document,
    )
    from storyreader.exporting.dossier import (
        dossier_of as dossier_of,
        in_short as in_short,
        pair_note as pair_note,
        sides as sides,
    )
    from storyreader.exporting.dossier_html import render_html as render_html
    from storyreader.exporting.dossier_markdown import render_markdown as render_markdown
    from storyreader.exporting.formats import FILES as FILES, NOTE_FILES as NOTE_FILES, render as render
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
    "annotation_collection": "annotations", "board_annotations": "annotations", "shown_accounts": "board_dossier",
    "article_document": "documents", "comparison_document": "documents",
    "pair_note": "dossier", "dossier_of": "dossier", "in_short": "dossier", "sides": "dossier",
    "render_html": "dossier_html", "render_markdown": "dossier_markdown", "FILES": "formats", "NOTE_FILES": "formats",
    "render": "formats", "article_notes_of": "article_notes", "notes_csv": "article_notes",
    "notes_document": "article_notes", "notes_html": "article_notes", "notes_markdown": "article_notes",
    "export_document": "json_export", "article_markdown": "markdown", "comparison_markdown": "markdown",
    "render_bibtex": "references", "render_csl": "references", "render_csv": "spreadsheet", "article_text": "text",
    "comparison_text": "text", "explained_text": "text", "BOARD_FILES": "board_formats",
    "BoardDossier": "board_dossier", "render_board": "board_formats",
    "render_board_html": "board_html",
    "render_board_csv": "board_csv", "board_document": "board_json", "classroom_answers": "classroom",
    "classroom_sheet": "classroom", "render_board_markdown": "board_markdown", "render_board_text": "board_text",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
