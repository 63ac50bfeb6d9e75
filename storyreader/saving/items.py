"""What the reader adds to articles: notes, reviewed marks, corrections of links, and the steps that made them.

Every item has an identity, an anchor in the articles and the time of its last change; deleted items stay in the file,
so that two writers can be merged. Every action of the reader is a step that can be undone.
"""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from storyreader.messages import step_words
from storyreader.story_board import ClaimCorrectionKind

LinkCorrectionKind = Literal["not a match", "match", "not a conflict"]


_YEARS = range(1000, 9000)


_TICK, _BURST = timedelta(milliseconds=1), timedelta(minutes=1)
_last = [datetime.min.replace(tzinfo=UTC)]
_one_at_a_time = Lock()


def now() -> datetime:
    """The present moment, aware, to the millisecond; what is made in one millisecond gets moments in its order."""
    moment = datetime.now(UTC)
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    with _one_at_a_time:
        if timedelta(0) <= _last[0] - moment < _BURST:  # a clock that was put back is believed
            moment = _last[0] + _TICK
        _last[0] = moment
    return moment


def _aware(moment: datetime) -> datetime:
    """A moment that another program wrote without a zone is UTC; one that cannot be reckoned with is refused."""
    if moment.year not in _YEARS:
        raise ValueError("a moment so far away cannot be right")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Moment = Annotated[datetime, AfterValidator(_aware)]
"""A time of a saved file, always aware."""


def new_id() -> str:
    """A name for an item that no other has."""
    return uuid.uuid4().hex[:12]


class Stored(BaseModel):
    """Fields of a newer version are kept when an older one saves the file again."""

    model_config = ConfigDict(extra="allow")


class Anchor(Stored):
    """A place in one article, told so that it can be found again when the article changes.

    `article` is the name of the article, the hash of its page. `sentences` count from 0. `exact` is their text, or the
    part of one sentence that `span` (characters of that sentence) cuts out; `prefix` and `suffix` are what stands
    before and after it in the article. `was` is how the quotation read when the item was made, where it reads
    differently now.
    """

    article: str = ""
    sentences: list[int] = Field(default_factory=list)
    span: tuple[int, int] | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    was: str = ""


class Target(Stored):
    """What an item is about: sentences of one or several articles, each named by its hash, one anchor an article."""

    anchors: list[Anchor] = Field(default_factory=list)

    def anchor(self, article: str) -> Anchor | None:
        """The place in an article."""
        return next((anchor for anchor in self.anchors if anchor.article == article), None)

    @property
    def places(self) -> frozenset[tuple[str, tuple[int, ...], tuple[int, int] | None]]:
        """What it is about, whatever stands around it: articles, sentences, words."""
        return frozenset((anchor.article, tuple(anchor.sentences), anchor.span) for anchor in self.anchors)

    @property
    def whole(self) -> bool:
        """Whether it is about whole sentences, and not about words of them."""
        return all(anchor.span is None for anchor in self.anchors)

    def numbers(self, article: str) -> list[int]:
        """The numbers of its sentences in an article."""
        anchor = self.anchor(article)
        return anchor.sentences if anchor else []


class Item(Stored):
    """Something the reader has added. A deleted one stays in the file, so that merging can tell.

    An `orphaned` one is about words that the articles of this comparison do not have any more: its anchors have no
    sentence numbers, only the old quotations, until the reader gives it a place or deletes it.
    """

    id: str = Field(default_factory=new_id)
    target: Target
    author: str = ""
    created: Moment = Field(default_factory=now)
    changed: Moment = Field(default_factory=now)
    deleted: bool = False
    orphaned: bool = False


class Note(Item):
    """The reader's words on a link, a sentence or some words of one; a `highlight` needs none."""

    text: str = ""
    verdict: str = ""
    tags: list[str] = Field(default_factory=list)
    evidence: str = ""
    highlight: bool = False

    @property
    def told(self) -> str:
        """The note in one line: the words it is about, verdict, text, tags, evidence."""
        words = " | ".join(f"“{anchor.exact}”" for anchor in self.target.anchors if anchor.span)
        parts = [words, self.verdict.upper(), self.text.strip()]
        parts += [" ".join(f"#{tag}" for tag in self.tags), self.evidence.strip()]
        parts.append("highlighted" if self.highlight and not self.text.strip() else "")
        return " · ".join(part for part in parts if part)

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it that would be worth keeping."""
        return not (self.text.strip() or self.verdict or self.tags or self.evidence.strip() or self.highlight)


class Review(Item):
    """The reader has looked at this pair or sentence."""


class LinkCorrection(Item):
    """The reader's own word on links: these sentences do not match, do match, or do not contradict each other."""

    kind: LinkCorrectionKind


class ClaimCorrection(Item):
    """The reader's own word on the claims of a board, about sentences of several articles; what each kind says is told
    in `storyreader.story_board.BoardCorrection`. The first anchor is the one that is spoken of.
    """

    kind: ClaimCorrectionKind


class ItemChange(Stored):
    """One item before and after a step: `kind` names the list it is in, `before` is None for a new item."""

    kind: Literal["notes", "reviews", "link_corrections", "claim_corrections"]
    before: dict[str, Any] | None
    after: dict[str, Any]


StepAction = Literal[
    "note", "reviewed", "not reviewed", "highlight", "no highlight", "not a match", "match", "not a conflict",
    "one claim", "another claim", "another story", "placed again", "deleted", "import", "written",
]  # fmt: skip


class Step(Stored):
    """One action of the reader: what was done, and to what (`text`: the note, the row, how many items). An `undone`
    step can be done again until another comes after it. "written" holds the words of an earlier version.
    """

    id: str = Field(default_factory=new_id)
    at: Moment = Field(default_factory=now)
    action: StepAction
    text: str = ""
    changes: list[ItemChange]
    undone: bool = False

    @property
    def says(self) -> str:
        """The step in words."""
        words: str = step_words(self.action, self.text)
        return words


ItemType = TypeVar("ItemType", bound=Item)


def living(items: Sequence[ItemType]) -> list[ItemType]:
    """The items that are not deleted, oldest first."""
    return sorted((item for item in items if not item.deleted), key=lambda item: (item.created, item.id))


def whole_items(items: Sequence[ItemType]) -> list[ItemType]:
    """Those that are about whole sentences."""
    return [item for item in items if item.target.whole]


def merged_items(left: Sequence[ItemType], right: Sequence[ItemType]) -> list[ItemType]:
    """The items of both, each in its latest state, oldest first."""
    latest: dict[str, ItemType] = {}
    for item in [*right, *left]:
        known = latest.get(item.id)
        if known is None or item.changed >= known.changed:
            latest[item.id] = item
    return sorted(latest.values(), key=lambda item: (item.created, item.id))
