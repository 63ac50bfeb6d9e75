"""The reader's saved files: a comparison, or a single article, with everything that was added to it. The file is the
truth: it carries its articles whole, so the pages may vanish.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal, Self, TypeVar

from pydantic import Field, TypeAdapter

import storyreader
from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Side, pair_names
from storyreader.messages import LETTERS
from storyreader.saving.items import LinkCorrection, Moment, Note, Review, Step, Stored, living, merged_items, now
from storyreader.saving.migrating import migrated

FORMAT, ARTICLE_FORMAT = "storyreader-comparison", "storyreader-article-notes"
VERSION = 3


class SavedFile(Stored):
    """What every saved file has: its name, and what the reader has added, with the steps that made it."""

    format: str
    version: int = VERSION
    id: str
    title: str
    app_version: str = storyreader.__version__
    created: Moment = Field(default_factory=now)
    changed: Moment = Field(default_factory=now)
    notes: list[Note] = Field(default_factory=list)
    reviews: list[Review] = Field(default_factory=list)
    link_corrections: list[LinkCorrection] = Field(default_factory=list)
    steps: list[Step] = Field(default_factory=list)

    @property
    def stored_articles(self) -> dict[str, dict[str, Any]]:
        """The articles as the file keeps them, by their letters; a single one has none."""
        raise NotImplementedError

    @property
    def living_notes(self) -> list[Note]:
        """The notes that are not deleted, oldest first."""
        return living(self.notes)

    def merged_with(self, other: "SavedFile") -> Self:
        """What both have: each item and each step in its latest state, none lost."""
        steps = {step.id: step for step in other.steps} | {step.id: step for step in self.steps}
        return self.model_copy(
            update={
                "notes": merged_items(self.notes, other.notes),
                "reviews": merged_items(self.reviews, other.reviews),
                "link_corrections": merged_items(self.link_corrections, other.link_corrections),
                "steps": sorted(steps.values(), key=lambda step: (step.at, step.id)),
                "created": min(self.created, other.created),
            }
        )


SavedType = TypeVar("SavedType", bound=SavedFile)


class SavedComparison(SavedFile):
    """`comparison` is the engine's result as plain data: both articles, links, rows, facts, summary.

    `earlier` names the saved comparisons of earlier states of the pages from which this one took its items over.
    """

    format: Literal["storyreader-comparison"] = "storyreader-comparison"
    comparison: dict[str, Any]
    earlier: list[str] = Field(default_factory=list)

    @property
    def stored_articles(self) -> dict[str, dict[str, Any]]:
        return {LETTERS[side]: self.comparison.get(side, {}) for side in SIDES}

    @property
    def names(self) -> dict[Side, str]:
        """The names of its two articles, as `Comparison.names` gives them."""
        sides = (self.comparison[side] for side in SIDES)
        left, right = (str(article.get("content_hash") or article.get("id") or "") for article in sides)
        return pair_names(left, right)

    def restored(self) -> Comparison:
        """The comparison as the engine made it, from the stored data alone. Raises pydantic.ValidationError."""
        found = _comparison_adapter().validate_python(self.comparison)
        return replace(found, left=_with_plain_dates(found.left), right=_with_plain_dates(found.right))


class SavedArticle(SavedFile):
    """The notes on one article, each on a sentence or on words of one. `article` is the article as plain data."""

    format: Literal["storyreader-article-notes"] = "storyreader-article-notes"
    article: dict[str, Any]

    @property
    def stored_articles(self) -> dict[str, dict[str, Any]]:
        return {"": self.article}

    def restored(self) -> Article:
        """The article as it was read, from the stored data alone. Raises pydantic.ValidationError."""
        return article_of(self.article)


@cache
def _comparison_adapter() -> TypeAdapter[Comparison]:
    return TypeAdapter(Comparison)


@cache
def _article_adapter() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


def _with_plain_dates(article: Article) -> Article:
    """A day without a time reads back as midnight; make it a day again. A real midnight has a zone or is rare."""
    return replace(
        article, published=_plain(article.published), updated=_plain(article.updated), saved=_plain(article.saved)
    )


def _plain(value: datetime | date | None) -> datetime | date | None:
    midnight = isinstance(value, datetime) and value.tzinfo is None and value.time() == time()
    return value.date() if midnight and isinstance(value, datetime) else value


def saved_id(left: Article, right: Article) -> str:
    """The name of a pair of articles: the same whichever of the two is left, and wherever the files lie."""
    return pair_id(left.name, right.name)


def pair_id(left: str, right: str) -> str:
    """The name of a pair of pages by their hashes."""
    pair = "\n".join(sorted([left, right]))
    return hashlib.sha256(pair.encode()).hexdigest()[:16]


def new_saved(comparison: Comparison) -> SavedComparison:
    """A comparison ready to be saved, without notes yet."""
    left, right = comparison.left, comparison.right
    outlets = [article.publisher or article.headline or "unknown" for article in (left, right)]
    return SavedComparison(
        id=saved_id(left, right),
        title=f"{left.headline or right.headline or 'Untitled'}: {outlets[0]} / {outlets[1]}",
        comparison=plain_data(comparison),
    )


def article_notes_id(article: Article) -> str:
    """The name of the file with the notes on an article, wherever the article's own file lies."""
    return hashlib.sha256(article.name.encode()).hexdigest()[:16]


def new_saved_article(article: Article) -> SavedArticle:
    """An article ready to be saved, without notes yet."""
    title = f"{article.headline or 'Untitled'}: {article.publisher or 'unknown'}"
    return SavedArticle(id=article_notes_id(article), title=title, article=article_data(article))


def article_data(article: Article) -> dict[str, Any]:
    """The article as the file keeps it."""
    data: dict[str, Any] = _article_adapter().dump_python(article, mode="json")
    return data


def article_of(data: dict[str, Any]) -> Article:
    """An article as it was read, from what a file keeps of it. Raises pydantic.ValidationError."""
    return _with_plain_dates(_article_adapter().validate_python(data))


def plain_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as the file keeps it."""
    data: dict[str, Any] = _comparison_adapter().dump_python(comparison, mode="json")
    return data


def parsed(document: Mapping[str, Any]) -> SavedComparison:
    """A comparison's file of any version up to this one. Raises pydantic.ValidationError."""
    return SavedComparison.model_validate(migrated(document))


def parsed_article(document: Mapping[str, Any]) -> SavedArticle:
    """The file of an article's notes. Raises pydantic.ValidationError."""
    return SavedArticle.model_validate(document)
