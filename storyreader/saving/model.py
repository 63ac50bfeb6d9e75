"""What a saved comparison holds. The file is the truth: it carries both articles whole, so the pages may vanish."""

import hashlib
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

import storyreader
from storyreader.article import Article
from storyreader.comparison import Comparison, Side

FORMAT = "storyreader-comparison"
VERSION = 1


def now() -> datetime:
    """The present moment, aware, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Stored(BaseModel):
    """Fields of a newer version are kept when an older one saves the file again."""

    model_config = ConfigDict(extra="allow")


class Target(Stored):
    """What a note is about: sentence numbers (from 0) on each side, and the sentences as they read then."""

    left: list[int] = Field(default_factory=list)
    right: list[int] = Field(default_factory=list)
    quote_left: str = ""
    quote_right: str = ""

    def touches(self, side: Side, sentence: int) -> bool:
        """Whether a sentence is among those the note is about."""
        return sentence in (self.left if side == "left" else self.right)


class Note(Stored):
    """The reader's words on a link or a sentence. A deleted note stays in the file, so that merging can tell."""

    id: str = Field(default_factory=lambda: uuid.uuid4().hex[:12])
    target: Target
    text: str = ""
    author: str = ""
    created: datetime = Field(default_factory=now)
    changed: datetime = Field(default_factory=now)
    deleted: bool = False


class SavedComparison(Stored):
    """One file. `comparison` is the engine's result as plain data: both articles, links, rows, facts, summary."""

    format: Literal["storyreader-comparison"] = "storyreader-comparison"
    version: int = VERSION
    id: str
    title: str
    app_version: str = storyreader.__version__
    created: datetime = Field(default_factory=now)
    changed: datetime = Field(default_factory=now)
    notes: list[Note] = Field(default_factory=list)
    comparison: dict[str, Any]

    @property
    def living_notes(self) -> list[Note]:
        """The notes that are not deleted, oldest first."""
        return sorted((note for note in self.notes if not note.deleted), key=lambda note: (note.created, note.id))

    def restored(self) -> Comparison:
        """The comparison as the screens use it, from the stored data alone. Raises pydantic.ValidationError."""
        found = _comparison_adapter().validate_python(self.comparison)
        return replace(found, left=_with_plain_dates(found.left), right=_with_plain_dates(found.right))

    def merged_with(self, other: "SavedComparison") -> "SavedComparison":
        """Both readers' notes: each note in its latest state, none lost."""
        latest: dict[str, Note] = {}
        for note in [*other.notes, *self.notes]:
            known = latest.get(note.id)
            if known is None or note.changed >= known.changed:
                latest[note.id] = note
        notes = sorted(latest.values(), key=lambda note: (note.created, note.id))
        return self.model_copy(update={"notes": notes, "created": min(self.created, other.created)})


@cache
def _comparison_adapter() -> TypeAdapter[Comparison]:
    return TypeAdapter(Comparison)


def _with_plain_dates(article: Article) -> Article:
    """A day without a time reads back as midnight; make it a day again. A real midnight has a zone or is rare."""
    return replace(article, published=_plain(article.published), updated=_plain(article.updated))


def _plain(value: datetime | date | None) -> datetime | date | None:
    midnight = isinstance(value, datetime) and value.tzinfo is None and value.time() == time()
    return value.date() if midnight and isinstance(value, datetime) else value


def saved_id(left: Article, right: Article) -> str:
    """The name of a pair of articles: the same whichever of the two is left, and wherever the files lie."""
    pair = "\n".join(sorted([left.content_hash or left.id, right.content_hash or right.id]))
    return hashlib.sha256(pair.encode()).hexdigest()[:16]


def new_saved(comparison: Comparison) -> SavedComparison:
    """A comparison ready to be saved, without notes yet."""
    left, right = comparison.left, comparison.right
    outlets = [article.publisher or article.headline or "unknown" for article in (left, right)]
    return SavedComparison(
        id=saved_id(left, right),
        title=f"{left.headline or right.headline or 'Untitled'}: {outlets[0]} / {outlets[1]}",
        comparison=_comparison_adapter().dump_python(comparison, mode="json"),
    )
