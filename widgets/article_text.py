"""An article as blocks of text: its head, its paragraphs with the reader's notes under them, or its raw page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from storyreader.messages import HIDDEN_OUTLET, length_text, minutes_text, simplified_text, time_text
from widgets.text_search import Mark
from widgets.text_view import TextBlock
from widgets.wrapping import shortened

if TYPE_CHECKING:
    from storyreader.article import Article, PageLine
    from storyreader.library import Entry
    from storyreader.saving import Note

UNSURE = 0.35
"""A page of which less than this share was kept is worth a second look, and the text says so."""

_SHOWN_IN_HEAD = {"headline", "byline", "date"}
_QUOTED = 40
"""Cells of a sentence by which a note names it."""

Notes = Mapping[int, "Sequence[Note]"]
"""Notes by the number of the sentence they are on."""


class Remarks(NamedTuple):
    """What the app has to say above an article: how many lines were corrected on other pages of the outlet, how many
    those pages speak against, how many notes have lost their place.
    """

    offered: int = 0
    taught: int = 0
    orphans: int = 0


class ArticleBlocks(NamedTuple):
    """The blocks, and the index of the block of each paragraph."""

    blocks: list[TextBlock]
    paragraphs: list[int]


def entry_blocks(entry: "Entry", paragraphs: Sequence[str], *, blind: bool) -> list[TextBlock]:
    """What is known of an article while its page is being read: its head, and its text once that is known."""
    head = _head(entry.headline, (entry.publisher, entry.agency), entry.published, blind=blind)
    return [*head, *(TextBlock(paragraph, "", 1) for paragraph in paragraphs)]


def article_blocks(article: "Article", remarks: Remarks, notes: Notes, *, blind: bool) -> ArticleBlocks:
    """The article to read."""
    blocks = _head(article.headline, (article.publisher, article.agency), article.published, blind=blind)
    if article.byline and not blind:
        blocks.append(TextBlock(f"By {article.byline}", "dim"))
    if article.saved:
        blocks.append(TextBlock(f"Page saved {time_text(article.saved)}", "dim"))
    blocks += [TextBlock(_measured(article), "dim"), *(TextBlock(text, "note") for text in _doubts(article, remarks))]
    if not article.paragraphs:
        blocks.append(TextBlock("No article text was found on this page. R shows the page as it was read.", "", 1))
    places: list[int] = []
    for number, paragraph in enumerate(article.paragraphs):
        places.append(len(blocks))
        blocks.append(TextBlock(paragraph, "", 1))
        blocks += [TextBlock(f"✎ {text}", "note") for text in _told(article, number, notes)]
    return ArticleBlocks(blocks, places)


def _head(
    headline: str | None, names: tuple[str | None, str | None], when: datetime | date | str | None, *, blind: bool
) -> list[TextBlock]:
    publisher, agency = names
    wire = f" · wire: {agency}" if agency and agency != publisher else ""
    outlet = HIDDEN_OUTLET if blind else (publisher or "outlet unknown") + wire
    return [TextBlock(headline or "No headline found", "title"), TextBlock(f"{outlet} · {time_text(when)}", "dim")]


def _measured(article: "Article") -> str:
    """How long the text is, and how much of the page is hidden."""
    hidden = sum(1 for line in article.removed if line.text.strip() and line.reason not in _SHOWN_IN_HEAD)
    parts = [f"{_counted(hidden, 'page line')} hidden (R shows them)"]
    if article.characters:
        parts = [length_text(article), minutes_text(article), *parts]
    return " · ".join(part for part in parts if part)


def _doubts(article: "Article", remarks: Remarks) -> Iterator[str]:
    if remark := simplified_text(article):
        yield f"{remark} R shows what was read."
    if article.share_kept < UNSURE and article.paragraphs:
        yield f"Kept {article.share_kept:.0%} of the page. R shows the rest."
    yield from (f"Note: {warning}" for warning in article.warnings)
    if article.corrected:
        yield f"{_counted(len(article.corrected), 'line')} corrected by you."
    if remarks.offered:
        yield (
            f"You corrected {_counted(remarks.offered, 'line')} like those here on other pages of this outlet. "
            "L does the same here."
        )
    if remarks.taught:
        yield f"This outlet's other pages suggest correcting {_counted(remarks.taught, 'line')} here. L does so."
    if remarks.orphans:
        yield f"{_counted(remarks.orphans, 'note')} of yours lost the place in this text; B, then 2, shows all notes."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _told(article: "Article", paragraph: int, notes: Notes) -> Iterator[str]:
    """The notes on a paragraph; each names its sentence where there are several. A highlight is seen in the text."""
    sentences = [sentence for sentence in article.sentences if sentence.paragraph == paragraph]
    for sentence in sentences:
        for note in notes.get(sentence.number, ()):
            if note.highlight and not note.text.strip():
                continue
            anchor = note.target.anchor(article.name)
            whole = anchor is None or anchor.span is None
            name = f"“{shortened(sentence.text, _QUOTED)}” · " if whole and len(sentences) > 1 else ""
            yield f"{name}{note.told}"


def note_marks(article: "Article", notes: Notes) -> dict[int, list[Mark]]:
    """What notes paint in the text, by the number of the paragraph: highlights, and the words that notes are on."""
    found: dict[int, list[Mark]] = {}
    for number, there in notes.items():
        sentence = article.sentences[number]
        for note in there:
            anchor = note.target.anchor(article.name)
            span = anchor.span if anchor is not None else None
            if span is None and not note.highlight:
                continue
            start, end = span or (0, sentence.end - sentence.start)
            style = "highlight" if note.highlight else "noted"
            mark = Mark(sentence.start + start, sentence.start + end, style)
            found.setdefault(sentence.paragraph, []).append(mark)
    return found


def page_blocks(article: "Article") -> list[TextBlock]:
    """The page as it was read, a verdict before each line that has words."""
    heading = "The page as it was read, with a verdict before each line. L corrects a line, R goes back."
    lines = [
        TextBlock(line.text, "" if line.kept else "dim", int(at == 0), _verdict(article, line))
        for at, line in enumerate(worded_lines(article))
    ]
    return [TextBlock(heading, "dim"), *lines]


def worded_lines(article: "Article") -> "list[PageLine]":
    """The lines of the page that have words."""
    return [line for line in article.lines if line.text.strip()]


def _verdict(article: "Article", line: "PageLine") -> str:
    if not line.kept:
        return line.reason
    return "kept by you" if line.number in article.corrected else "kept"
