"""A saved comparison laid out for another person to check: rows with both quotations and everything the reader added.

The formats (Markdown, HTML, CSV) only write what stands here, so that none of them says more or less than another.
Sentences are named as on the screen: A1, B7, counting from 1. Counts are counts, never a judgement of truth.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import storyreader
from storyreader import findings
from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Row, Side
from storyreader.exporting.sections import sections
from storyreader.exporting.text import row_title
from storyreader.findings import Findings
from storyreader.locators import short_name
from storyreader.messages import (
    KIND_WORDS,
    LETTERS,
    NO_HEADLINE,
    ShortLine,
    details,
    kind_counts,
    labelled_lines,
    length_text,
    overview_lines,
    short_text,
    simplified_text,
    time_text,
)
from storyreader.saving import (
    Anchor,
    Item,
    LinkCorrection,
    Note,
    Review,
    SavedComparison,
    corrected_comparison,
    items_by_row,
    living,
    standing_corrections,
    whole_items,
)

UNKNOWN = "unknown"
"""What stands for a detail that the page does not tell."""


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One row. `title` is its mark, kind and what differs; `differences` are all of its sentences on facts."""

    number: int
    row: Row
    title: str
    differences: tuple[str, ...]
    notes: tuple[Note, ...]
    reviews: tuple[Review, ...]
    link_corrections: tuple[LinkCorrection, ...]

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who has looked at it as a whole."""
        return tuple(dict.fromkeys(review.author for review in whole_items(self.reviews)))

    @property
    def facts_reviewed(self) -> tuple[Review, ...]:
        """The marks on single facts of it."""
        return tuple(review for review in self.reviews if not review.target.whole)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything an export tells. `orphans` are items that have lost their place, with their old quotations."""

    saved: SavedComparison
    comparison: Comparison
    findings: Findings
    entries: tuple[DossierRow, ...]
    orphans: tuple[Item, ...]

    def article(self, side: Side) -> Article:
        """The article of one side."""
        return self.comparison.left if side == "left" else self.comparison.right

    @property
    def notes(self) -> int:
        """How many notes there are, orphans included."""
        return len(self.saved.living_notes)

    @property
    def reviewed(self) -> int:
        """How many rows have been looked at as a whole."""
        return sum(1 for entry in self.entries if entry.reviewers)


def dossier_of(saved: SavedComparison) -> Dossier:
    """The dossier of a saved comparison, the reader's corrections applied. Raises pydantic.ValidationError."""
    comparison = corrected_comparison(saved)
    found = findings.find_findings(comparison)
    values = findings.values_by_row(comparison, found)
    notes = items_by_row(comparison, saved.notes)
    reviews = items_by_row(comparison, saved.reviews)
    link_corrections = items_by_row(comparison, standing_corrections(saved))
    entries = tuple(
        DossierRow(
            number=index + 1,
            row=row,
            title=row_title(comparison, row, values.get(index, ())),
            differences=_differences(comparison, row),
            notes=tuple(notes.get(index, ())),
            reviews=tuple(reviews.get(index, ())),
            link_corrections=tuple(link_corrections.get(index, ())),
        )
        for index, row in enumerate(comparison.rows)
    )
    shown = {item.id for entry in entries for item in (*entry.notes, *entry.reviews, *entry.link_corrections)}
    items: list[Item] = [*living(saved.notes), *living(saved.reviews), *living(saved.link_corrections)]
    return Dossier(saved, comparison, found, entries, tuple(item for item in items if item.id not in shown))


def found_beside(dossier: Dossier) -> list[tuple[str, list[str]]]:
    """What is said of the accounts beside their links: facts, voices, caveats; titles with lines."""
    return list(sections(dossier.findings))


def in_short(dossier: Dossier) -> list[str]:
    """The comparison at a glance, as on the first screen."""
    return short_text(dossier.comparison, findings.find_in_short(dossier.comparison, dossier.findings))


def pair_note(dossier: Dossier) -> str:
    """What a reference to either article may say of the two."""
    return "; ".join(["Compared with each other by storyreader", *in_short(dossier)])


def in_short_lines(dossier: Dossier) -> list[ShortLine]:
    """The same line by line, each with its label and sentences."""
    return labelled_lines(dossier.comparison, findings.find_in_short(dossier.comparison, dossier.findings))


def _differences(comparison: Comparison, row: Row) -> tuple[str, ...]:
    return tuple(found.says for found in comparison.links[row.link].differences) if row.link is not None else ()


def outlet(article: Article) -> str:
    """Who published it, or that this is not known."""
    return article.publisher or UNKNOWN


def source_lines(article: Article) -> Iterator[tuple[str, str]]:
    """Name and value of everything that is told of one article's source."""
    yield "Headline", article.headline or NO_HEADLINE
    yield "Outlet", outlet(article)
    if article.agency and article.agency != article.publisher:
        yield "Wire", article.agency
    if article.byline:
        yield "Byline", article.byline
    yield "Published", time_text(article.published)
    if article.updated:
        yield "Updated", time_text(article.updated)
    if article.saved:
        yield "Saved", time_text(article.saved)
    if article.url:
        yield "Address", article.url
    if article.path:
        yield "File", file_name(article)
    yield "Length", f"{length_text(article)}, {len(article.sentences)} sentences"
    if remark := simplified_text(article):
        yield "Reading", remark
    yield "Content hash", article.content_hash or UNKNOWN


def file_name(article: Article) -> str:
    """The name of the page's file; its folder says more of the reader than of the page."""
    return short_name(article.path.replace("\\", "/"))


def count_lines(dossier: Dossier) -> list[str]:
    """The counts of kinds, of what was reviewed and noted, and how much each article has of the other."""
    counts = ", ".join(f"{KIND_WORDS[kind]} {count}" for kind, count in kind_counts(dossier.comparison).items())
    link_corrections = len(standing_corrections(dossier.saved))
    lines = [
        f"Rows: {counts}",
        f"Reviewed: {dossier.reviewed} of {len(dossier.entries)} rows",
        f"Notes: {dossier.notes}; corrections of links: {link_corrections}",
    ]
    return [*lines, *overview_lines(dossier.comparison), *dossier.comparison.summary.remarks]


def made_lines(dossier: Dossier) -> list[str]:
    """By what and when all this was made, so that it can be made again."""
    saved = dossier.saved
    return [
        f"Comparison {saved.id}, begun {time_text(saved.created)}, last changed {time_text(saved.changed)}",
        f"Compared by storyreader {saved.app_version}, exported by storyreader {storyreader.__version__}",
        "The counts are counts, not a judgement of truth.",
    ]


def by_line(item: Item) -> str:
    """Who made an item and when."""
    return f"{item.author or UNKNOWN}, {time_text(item.changed)}"


def words_of(item: Item) -> list[str]:
    """The words inside a sentence that an item is about, of each article that has some."""
    return [anchor.exact for anchor in item.target.anchors if anchor.span is not None]


def earlier_words(dossier: Dossier, item: Item) -> list[tuple[Side, str]]:
    """How the quotations read when the item was made, where they read differently now."""
    return [(side, anchor.was) for side, anchor in _anchors(dossier, item) if anchor.was]


def old_quotations(dossier: Dossier, item: Item) -> list[tuple[Side, str]]:
    """The quotations of an orphaned item."""
    return [(side, anchor.was or anchor.exact) for side, anchor in _anchors(dossier, item)]


def _anchors(dossier: Dossier, item: Item) -> list[tuple[Side, Anchor]]:
    """The anchors of an item by side, the left one first."""
    names = dossier.comparison.names.items()
    return [(side, anchor) for side, name in names if (anchor := item.target.anchor(name)) is not None]


def item_lines(dossier: Dossier, item: Item) -> list[tuple[str, str]]:
    """Name and value of everything in an item; several lines of text stay several lines."""
    if isinstance(item, Review):
        told = " | ".join(f"“{words}”" for words in words_of(item))
        return [("Reviewed", told), ("By", by_line(item))] if told else [("Reviewed", by_line(item))]
    if isinstance(item, LinkCorrection):
        return [("Correction", f"{item.kind} ({names(dossier, item)})"), ("By", by_line(item))]
    assert isinstance(item, Note)
    return note_lines(item, [(LETTERS[side], text) for side, text in earlier_words(dossier, item)])


def note_lines(note: Note, earlier: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Name and value of everything in a note; `earlier` are the wordings on which it was written, each with the letter
    of its side, which a single article does not have.
    """
    found = [("On the words", f"“{words}”") for words in words_of(note)]
    found += [("Verdict", note.verdict), ("Note", note.text.strip())]
    found += [("Tags", " ".join(f"#{tag}" for tag in note.tags)), ("Evidence", note.evidence.strip())]
    found += [("Highlighted", "yes" if note.highlight else "")]
    found += [
        ("Written on the earlier wording", f"{letter}: “{text}”" if letter else f"“{text}”") for letter, text in earlier
    ]
    return [(name, value) for name, value in found if value] + [("By", by_line(note))]


def names(dossier: Dossier, item: Item) -> str:
    """The sentences an item is about: "A3 + A4, B2"."""
    numbers = [(LETTERS[side], anchor.sentences) for side, anchor in _anchors(dossier, item)]
    return ", ".join(" + ".join(f"{letter}{n + 1}" for n in found) for letter, found in numbers if found)


def places(letter: str, numbers: Iterable[int]) -> str:
    """The names of some sentences of one side."""
    return " + ".join(f"{letter}{number + 1}" for number in numbers)


def heading(dossier: Dossier) -> str:
    """The title of the export."""
    return dossier.saved.title or "Comparison"


def sides(dossier: Dossier) -> Mapping[str, Article]:
    """Both articles by their letters."""
    return {LETTERS[side]: dossier.article(side) for side in SIDES}


def described(article: Article) -> str:
    """An article in one line: headline and details."""
    return f"{article.headline or NO_HEADLINE}. {details(article)}"
