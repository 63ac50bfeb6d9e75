"""Two articles side by side: links, what stands alone, and the reading order in which all of it is shown."""

from dataclasses import dataclass
from typing import Literal

from storyreader.article import Article
from storyreader.fact import Fact

LinkKind = Literal["same", "reworded", "partial", "conflict"]
RowKind = Literal["same", "reworded", "partial", "conflict", "only left", "only right"]
Side = Literal["left", "right"]

SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one sentence: `sentence` counts from 0, `start` and `end` are characters of that sentence."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change of wording: the left phrase became the right one. None on a side: the phrase is not there."""

    left: Passage | None
    right: Passage | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that differs inside a link.

    `what` is one of value, count, date, place, name, polarity, speaker, quote, source. `says` is the sentence for
    the reader ("A: at least 24 dead, B: 31 dead"). `sure` is 0 to 100. `conflict` is False for a harmless
    difference, such as a fuller name or a rounded number.
    """

    what: str
    left: Passage
    right: Passage
    says: str
    sure: int
    conflict: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the two articles that tell the same thing.

    `left` and `right` are 0-based sentence numbers: every left sentence goes with every right one, and a sentence
    may be in several links. `score` is 0 to 100. `moved`: the pair stands out of the common order. `heavy`: the
    wording differs so much that it reads best as two whole sentences; `changes` is then empty. `reasons` say why the
    sentences were paired.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    kind: LinkKind
    score: float
    moved: bool = False
    reasons: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    differences: tuple[Difference, ...] = ()
    heavy: bool = False

    def numbers(self, side: Side) -> tuple[int, ...]:
        """The sentence numbers of one side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of the comparison on the screen. Every sentence of both articles is in exactly one row.

    `link` is the place in `Comparison.links`, None for a sentence that stands alone. A linked row may lack one side
    when that sentence is already shown in an earlier row; `elsewhere` then lists the places of those rows.
    """

    kind: RowKind
    left: tuple[int, ...]
    right: tuple[int, ...]
    link: int | None = None
    elsewhere: tuple[int, ...] = ()

    def numbers(self, side: Side) -> tuple[int, ...]:
        """The sentence numbers of one side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class ArticleFact:
    """A fact of one article: in which sentence it stands, and whether the other article has it too."""

    sentence: int
    fact: Fact
    shared: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the whole comparison, never a score of truth.

    `coverage_*` and `verbatim_share` are 0 to 1 (shares of sentences, of words); `longest_run` is the longest
    stretch of the same words in both, as written on the left, `longest_run_words` its length in words.
    """

    coverage_left: float = 0.0
    coverage_right: float = 0.0
    verbatim_share: float = 0.0
    longest_run: str = ""
    longest_run_words: int = 0
    wire: str | None = None
    headline_left: int | None = None
    headline_right: int | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is known about two articles together; comparing B with A gives the mirror image."""

    left: Article
    right: Article
    links: tuple[Link, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    rows: tuple[Row, ...]
    facts_left: tuple[ArticleFact, ...] = ()
    facts_right: tuple[ArticleFact, ...] = ()
    summary: Summary = Summary()
