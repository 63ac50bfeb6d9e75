"""The notes on a single article as Markdown: its source, then each note under its quotation."""

from collections.abc import Iterator

import storyreader
from storyreader.exporting.dossier import by_line, source_lines
from storyreader.exporting.dossier_markdown import lines_of_text, plain
from storyreader.messages import NO_HEADLINE, time_text
from storyreader.saving import Note, SavedArticle


def render_article_notes(saved: SavedArticle) -> str:
    """The whole text. Raises pydantic.ValidationError when the stored article is damaged."""
    article = saved.restored()
    parts = [f"# {plain(article.headline or NO_HEADLINE)}", ""]
    parts += [f"- **{name}:** {plain(value)}" for name, value in source_lines(article)]
    parts += ["", f"- Notes begun {time_text(saved.created)}, last changed {time_text(saved.changed)}"]
    parts += [f"- Read by storyreader {saved.app_version}, exported by storyreader {storyreader.__version__}"]
    parts += ["", "## Notes", ""]
    for note in sorted(saved.living_notes, key=_place):
        parts += [*_quoted(note), "", *_lines(note), ""]
    return "\n".join(parts).rstrip() + "\n"


def _place(note: Note) -> tuple[bool, list[int]]:
    """Notes in the order of the text; those that lost their place at the end."""
    return note.orphaned, [number for anchor in note.target.anchors for number in anchor.sentences]


def _quoted(note: Note) -> Iterator[str]:
    for anchor in note.target.anchors:
        where = ", ".join(str(number + 1) for number in anchor.sentences) or "place lost"
        yield f"> **{where}** {plain(anchor.exact)}"


def _lines(note: Note) -> Iterator[str]:
    found = [("Verdict", note.verdict), ("Note", note.text.strip()), ("Tags", " ".join(f"#{tag}" for tag in note.tags))]
    found += [("Evidence", note.evidence.strip()), ("Highlighted", "yes" if note.highlight else "")]
    yield from (f"- **{name}:** {lines_of_text(value)}" for name, value in found if value)
    yield f"- **By:** {plain(by_line(note))}"
