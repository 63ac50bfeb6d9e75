"""What the list shows of a saved comparison, or of the notes on an article, without articles and links."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from storyreader.saving.applying import corrected_comparison
from storyreader.saving.boards import BOARD_FORMAT
from storyreader.saving.items import Note, living, whole_items
from storyreader.saving.model import FORMAT, SavedComparison, SavedFile, plain_data


class NotedPassage(NamedTuple):
    """A note in one line, its verdict and tags, and the quotations it is about: "A" or "B" (nothing in a single
    article) and the words. `id` is the note's own, `sentence` the number of the first sentence it is on, from 0; None
    when it has lost its place.
    """

    told: str
    verdict: str
    tags: tuple[str, ...]
    quotations: tuple[tuple[str, str], ...]
    id: str = ""
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class SavedSummary:
    """What the list shows of a saved file; `format` tells its kind. `outlets` and `articles` (names as in
    `Entry.article_id`) are of both sides, or of the one article, `paths` their files; `counts` are rows by kind, with
    the reader's corrections; times are aware.
    """

    id: str
    title: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    changed: datetime
    passages: tuple[NotedPassage, ...]
    counts: dict[str, int]
    reviewed: int = 0
    paths: tuple[str, ...] = ()
    format: str = FORMAT

    @property
    def is_comparison(self) -> bool:
        """Whether it is a comparison."""
        return self.format == FORMAT

    @property
    def is_board(self) -> bool:
        """Whether it is a board; else it is a comparison or the notes on one article."""
        return self.format == BOARD_FORMAT

    @property
    def notes(self) -> int:
        """How many notes there are."""
        return len(self.passages)

    @property
    def rows(self) -> int:
        """How many rows a comparison has."""
        return sum(self.counts.values())

    @property
    def note_texts(self) -> tuple[str, ...]:
        """The notes, each in one line."""
        return tuple(passage.told for passage in self.passages)

    @property
    def searched(self) -> str:
        """Everything a search looks at, in lower case."""
        return " ".join([self.title, *self.outlets, *self.note_texts]).casefold()


def saved_summary(saved: SavedFile) -> SavedSummary:
    """The head of a saved file."""
    articles = saved.stored_articles
    counts = _counts(saved) if isinstance(saved, SavedComparison) else {}
    names = {_name(article): letter for letter, article in articles.items()}
    return SavedSummary(
        id=saved.id,
        title=saved.title,
        outlets=tuple(article.get("publisher") or "unknown" for article in articles.values()),
        articles=tuple(str(article.get("id") or "") for article in articles.values()),
        changed=saved.changed,
        passages=tuple(_passage(note, names) for note in saved.living_notes),
        counts=counts,
        reviewed=len(whole_items(living(saved.reviews))),
        paths=tuple(str(article.get("path") or "") for article in articles.values()),
        format=saved.format,
    )


def _name(article: dict[str, Any]) -> str:
    return str(article.get("content_hash") or article.get("id") or "")


def _counts(saved: SavedComparison) -> dict[str, int]:
    """The rows of each kind; the reader's corrections of links change them."""
    comparison = saved.comparison
    if living(saved.link_corrections):
        comparison = plain_data(corrected_comparison(saved))
    counts: dict[str, int] = {}
    for row in comparison.get("rows", ()):
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    return counts


def _passage(note: Note, names: dict[str, str]) -> NotedPassage:
    """A note with what it is about: of words chosen the whole sentence is not at hand, so the words alone."""
    quotations = tuple((names.get(anchor.article, "B"), anchor.exact) for anchor in note.target.anchors)
    sentence = next((number for anchor in note.target.anchors for number in anchor.sentences), None)
    return NotedPassage(note.told, note.verdict, tuple(note.tags), quotations, note.id, sentence)
