"""Two articles side by side: links, what stands alone, and the reading order in which all of it is shown."""

from dataclasses import dataclass
from typing import Literal

from storyreader.article import Article
from storyreader.fact import Fact, FactValue
from storyreader.spoken import Spoken

LinkKind = Literal["same", "reworded", "partial", "conflict"]
RowKind = Literal["same", "reworded", "partial", "conflict", "only left", "only right"]
Side = Literal["left", "right"]

SIDES: tuple[Side, Side] = ("left", "right")


def pair_names(left: str, right: str) -> dict[Side, str]:
    """What the two articles of a pair are called, by their hashes; a page beside itself needs a second name."""
    return {"left": left, "right": right if right != left else f"{right}+"}


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
class SharedClaim:
    """A stretch of a left and one of a right sentence that tell the same."""

    left: Passage
    right: Passage


DifferenceKind = Literal["value", "count", "date", "place", "name", "polarity", "speaker", "quote", "source"]
DifferenceReason = Literal[
    "value", "date", "negation", "antonym", "name", "bound", "rounding", "naming", "spelling", "speaker", "source",
    "quotation", "updated", "unsure",
]  # fmt: skip
GroundCode = Literal[
    "same_text", "shared_run", "shared_names", "shared_numbers", "shared_words", "similar_meaning", "similar_wording",
    "own_match", "own_not_a_conflict", "written",
]  # fmt: skip
ObservationCode = Literal[
    "languages", "empty", "same_text", "no_links", "taken_back", "shared_wording", "sourcing", "source_chain",
    "headline_not_carried", "headline_promises", "headline_figure", "written",
]  # fmt: skip
CodeValue = str | int | float


@dataclass(frozen=True, slots=True)
class Difference(Spoken):
    """A fact that differs inside a link.

    `left_text` and `right_text` are what the two sides tell, with the word that a figure counts ("at least 24 dead");
    `left_value` and `right_value` their normalised values where they are facts. `reason` says how the two relate:
    "value", "date", "negation", "antonym", "name", "speaker" and "quotation" cannot both hold; "bound", "rounding",
    "naming", "spelling" and "source" can; "updated" is a figure that a later account raises; "unsure" are two values
    in one place that may be told of two things. `confidence` is 0 to 100. `conflict` is False for a harmless
    difference, such as a fuller name or a rounded number, and for one that the reader has called harmless.
    """

    what: DifferenceKind
    left: Passage
    right: Passage
    left_text: str
    right_text: str
    reason: DifferenceReason
    confidence: int
    conflict: bool
    left_value: FactValue | None = None
    right_value: FactValue | None = None

    @property
    def sure(self) -> int:
        """`confidence` under the name that scripts and the JSON document know."""
        return self.confidence


@dataclass(frozen=True, slots=True)
class Ground(Spoken):
    """Why sentences were paired: a code, and what it is about (the shared words, names, figures; a cosine).

    "own_match" and "own_not_a_conflict" are the reader's own word; "written" holds a sentence of an earlier version.
    """

    code: GroundCode
    values: tuple[CodeValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation(Spoken):
    """Something about the comparison as a whole that the reader should know: a code with its values.

    | code | values |
    |---|---|
    | languages | the two ISO 639-1 codes: without vectors only names and figures link them |
    | empty | the sides without a sentence |
    | same_text | "outlets differ", or none |
    | no_links | words in the longest shared run |
    | taken_back | the side that corrects or withdraws an earlier report |
    | shared_wording | share 0 to 1; the side it is of, or "both"; the agency or ""; "twin", "edited" or "versions" |
    | sourcing | shares of sentences with a source, left and right, 0 to 1 |
    | source_chain | of each side the outlets it credits, those through which it has it; empty: none |
    | headline_not_carried | the side |
    | headline_promises | the side, the words of the headline, the words of the text that leave it open |
    | headline_figure | the side, the figure as written |
    | written | a sentence of an earlier version |
    """

    code: ObservationCode
    values: tuple[CodeValue, ...] = ()


EventVerdict = Literal["same event", "later account", "two events", "unsure"]
EventReasonCode = Literal["names_shared", "names_alone", "no_event", "published_apart"]


@dataclass(frozen=True, slots=True)
class EventReason(Spoken):
    """What speaks for or against one event: a code with its values.

    | code | values |
    |---|---|
    | names_shared | names that both accounts have, the weightiest first |
    | names_alone | the side, and names that only it has |
    | no_event | the side or sides that hardly name a day or a source, as guides and lists do |
    | published_apart | days from the publication of the left account to that of the right one |
    """

    code: EventReasonCode
    values: tuple[CodeValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Event(Spoken):
    """Whether both articles tell of one event. "later account": of one event, published on another day."""

    verdict: EventVerdict = "unsure"
    reasons: tuple[EventReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the two articles that tell the same thing.

    `left` and `right` are 0-based sentence numbers: every left sentence goes with every right one, and a sentence
    may be in several links. `score` is the chance in percent that they do; 100 for the same text. `moved`: the pair
    stands out of the common order. `rewritten`: the wording differs so much that it reads best as two whole sentences;
    `changes` is then empty. `grounds` say why the sentences were paired. `shared` are the stretches that tell the same
    where the two tell it only in part.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    kind: LinkKind
    score: float
    moved: bool = False
    grounds: tuple[Ground, ...] = ()
    changes: tuple[Change, ...] = ()
    differences: tuple[Difference, ...] = ()
    rewritten: bool = False
    shared: tuple[SharedClaim, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The grounds as sentences for the reader."""
        return tuple(ground.says for ground in self.grounds)

    def numbers(self, side: Side) -> tuple[int, ...]:
        """The sentence numbers of one side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class Related:
    """Two sentences that perhaps tell the same: too unsure for a link, and counted nowhere.

    `left` and `right` are 0-based sentence numbers, `score` the chance in percent.
    """

    left: int
    right: int
    score: float

    def number(self, side: Side) -> int:
        """The sentence number of one side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of the comparison on the screen. Every sentence of both articles is in exactly one row.

    `link` is the index in `Comparison.links`, None for a sentence that stands alone. A linked row may lack one side
    when that sentence is already shown in an earlier row; `elsewhere` then lists the indexes of those rows. `related`
    are the indexes in `Comparison.related` of what its sentences are perhaps related to.
    """

    kind: RowKind
    left: tuple[int, ...]
    right: tuple[int, ...]
    link: int | None = None
    elsewhere: tuple[int, ...] = ()
    related: tuple[int, ...] = ()

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
    stretch of the same words in both, as written on the left, `longest_run_words` its length in words. Of two events
    coverage says nothing.
    """

    coverage_left: float = 0.0
    coverage_right: float = 0.0
    verbatim_share: float = 0.0
    longest_run: str = ""
    longest_run_words: int = 0
    wire: str | None = None
    headline_left: int | None = None
    headline_right: int | None = None
    observations: tuple[Observation, ...] = ()
    event: Event = Event()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the event is, where that is worth a word, and the observations, as sentences for the reader."""
        said = (self.event.says,) if self.event.verdict in {"two events", "later account"} else ()
        return (*said, *(observation.says for observation in self.observations))


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
    related: tuple[Related, ...] = ()

    @property
    def names(self) -> dict[Side, str]:
        """The name of the article on each side."""
        return pair_names(self.left.name, self.right.name)

    @property
    def named(self) -> tuple[tuple[str, Article], tuple[str, Article]]:
        """The two articles with their names, the left one first."""
        return (self.names["left"], self.left), (self.names["right"], self.right)

    def article(self, side: Side) -> Article:
        """The article on a side."""
        return self.left if side == "left" else self.right
