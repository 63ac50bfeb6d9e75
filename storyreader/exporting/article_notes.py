"""The notes on a single article laid out for another person, as Markdown, HTML, CSV and JSON: its source, then each
note under its quotation, in the order of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import storyreader
from storyreader.article import Article
from storyreader.exporting.dossier import note_lines, source_lines
from storyreader.exporting.dossier_html import as_list, language_of, listed_items, page, safe, section, source_details
from storyreader.exporting.dossier_markdown import lines_of_text, plain
from storyreader.exporting.json_export import shareable, source_fields
from storyreader.exporting.spreadsheet import csv_table, item_cells
from storyreader.messages import NO_HEADLINE, time_text
from storyreader.saving import ARTICLE_EXPORT_FORMAT, Note, SavedArticle
from storyreader.settings import read_settings

VERSION = 1
COLUMNS = (
    "sentences", "text", "entry", "verdict", "note", "words", "tags", "evidence", "author", "created", "changed",
    "outlet", "date", "headline", "content hash", "notes", "app version",
)  # fmt: skip
_LOST = "place lost"


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """Everything an export tells: the article, and its notes in the order of the text, those without a place last."""

    saved: SavedArticle
    article: Article
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """The headline."""
        return self.article.headline or NO_HEADLINE


def article_notes_of(saved: SavedArticle) -> ArticleNotes:
    """The notes of a saved file. Raises pydantic.ValidationError when the stored article is damaged."""
    return ArticleNotes(saved, saved.restored(), tuple(sorted(saved.living_notes, key=_place)))


def _place(note: Note) -> tuple[bool, list[int]]:
    return note.orphaned, [number for anchor in note.target.anchors for number in anchor.sentences]


def _quotations(note: Note) -> Iterator[tuple[str, str]]:
    """The numbers of the sentences from 1, and their words."""
    for anchor in note.target.anchors:
        yield ", ".join(str(number + 1) for number in anchor.sentences) or _LOST, anchor.exact


def _lines(note: Note) -> list[tuple[str, str]]:
    return note_lines(note, [("", anchor.was) for anchor in note.target.anchors if anchor.was])


def _made(found: ArticleNotes) -> list[str]:
    """When the notes were made, and by what."""
    saved = found.saved
    return [
        f"Notes begun {time_text(saved.created)}, last changed {time_text(saved.changed)}",
        f"Read by storyreader {saved.app_version}, exported by storyreader {storyreader.__version__}",
    ]


def notes_markdown(found: ArticleNotes) -> str:
    """The whole text."""
    parts = [f"# {plain(found.title)}", ""]
    parts += [f"- **{name}:** {plain(value)}" for name, value in source_lines(found.article)]
    parts += ["", *(f"- {plain(line)}" for line in _made(found)), "", "## Notes", ""]
    for note in found.notes:
        parts += [f"> **{where}** {plain(words)}" for where, words in _quotations(note)]
        parts += ["", *(f"- **{name}:** {lines_of_text(value)}" for name, value in _lines(note)), ""]
    return "\n".join(parts).rstrip() + "\n"


def notes_html(found: ArticleNotes) -> str:
    """The same as a page."""
    parts = [
        *section("source", "The article", source_details(found.article)),
        *section("made", "Made", as_list(_made(found))),
        *section("notes", "Notes", _note_parts(found)),
    ]
    return page(found.title, ("notes", "To the notes"), parts)


def _note_parts(found: ArticleNotes) -> Iterator[str]:
    for note in found.notes:
        for where, words in _quotations(note):
            yield f'<figure><blockquote{language_of(found.article)}><p dir="auto">{safe(words)}</p></blockquote>'
            yield f"<figcaption>{safe(where)}</figcaption></figure>"
        yield from listed_items([(note, _lines(note))])


def notes_csv(found: ArticleNotes) -> bytes:
    """A line for each note."""
    article = found.article
    source = {
        "outlet": article.publisher or "",
        "date": article.published.isoformat() if article.published else "",
        "headline": article.headline or "",
        "content hash": article.content_hash,
        "notes": found.saved.id,
        "app version": found.saved.app_version,
    }
    return csv_table(COLUMNS, (source | _cells(note) for note in found.notes))


def _cells(note: Note) -> dict[str, str]:
    quotations = list(_quotations(note))
    return {
        "sentences": "; ".join(where for where, _ in quotations),
        "text": " … ".join(words for _, words in quotations),
        **item_cells(note),
    }


def notes_document(found: ArticleNotes, by: str | None = None) -> dict[str, Any]:
    """The notes as plain fields, sentences counting from 1, and the file itself without what is nobody else's business.

    `by` is who exports it, the author of the settings where it is left out.
    """
    return {
        "format": ARTICLE_EXPORT_FORMAT,
        "version": VERSION,
        "app_version": storyreader.__version__,
        "exported_by": read_settings().author if by is None else by,
        "source": source_fields(found.article),
        "notes": [
            {
                "quotations": [{"sentences": where, "text": words} for where, words in _quotations(note)],
                **note.model_dump(mode="json", exclude={"target", "deleted"}),
            }
            for note in found.notes
        ],
        "saved": shareable(found.saved).model_dump(mode="json"),
    }
