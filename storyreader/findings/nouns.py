"""What two accounts have in facts and in voices: the nouns of the tables that stand beside a comparison.

They are worked out on demand, from a finished comparison; the links never wait for them. Passages are (sentence from
0, characters of that sentence).
"""

from dataclasses import dataclass
from typing import Literal

from storyreader.comparison import Difference, Observation, Passage, Side
from storyreader.fact import FactKind
from storyreader.inconsistency import Inconsistency
from storyreader.spoken import Spoken, told_period

FactState = Literal["same", "differs", "only left", "only right", "caveat dropped"]
FactRowKind = FactKind | Literal["wording"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a fact stands, with the text there as written: "at least 24 people"."""

    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class FactRow(Spoken):
    """One fact of the two accounts with every place where it stands.

    `text` names it for both sides: the fullest text, or of values that differ what they count; `day` is the day, week
    or month that a date means, where its text alone ("Tuesday") does not tell it. `state` is "same",
    "differs" (two values or two ways of telling it), "only left", "only right", or "caveat dropped" (one side limits
    a claim that the other tells without the caveat). `conflict` is True where both values cannot hold. `difference` is
    what differs inside the link at index `link`, harmless or not. `kind` is "wording" for a conflict of words without
    a value: one side negates, or says the contrary.
    """

    kind: FactRowKind
    text: str
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    state: FactState
    conflict: bool = False
    link: int | None = None
    difference: Difference | None = None
    day: str = ""

    @property
    def label(self) -> str:
        """What the row is called: the day of a date, else its text."""
        return told_period(self.day) or self.text


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a voice says at one place.

    `text` is the quotation without its marks, or for indirect speech the words that name the source. `direct`: a
    quotation. `words`: how many words are quoted, 0 for indirect speech. `shared`: the other article has the same
    quotation, or nearly.
    """

    passage: Passage
    text: str
    direct: bool
    words: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Drift(Spoken):
    """Two versions of one quotation. `changes` are pairs of what the left one has and what the right one has in its
    place, empty where it has nothing; with `whole` there are too many, and the one pair is both quotations. `trimmed`:
    the words are the same, but one of the two begins earlier or ends later.
    """

    left: Passage
    right: Passage
    changes: tuple[tuple[str, str], ...]
    whole: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is quoted or cited. `named` is False for "officials", "a spokesman", and for quotations without a speaker,
    whose `name` is empty. `words_left` and `words_right` count the quoted words.
    """

    name: str
    named: bool
    left: tuple[Utterance, ...]
    right: tuple[Utterance, ...]
    drifts: tuple[Drift, ...] = ()
    words_left: int = 0
    words_right: int = 0


@dataclass(frozen=True, slots=True)
class Omission(Spoken):
    """A linked claim that one side tells with its source or a caveat and the other as plain fact.

    `side` is the side that has it, `text` its words there, `link` the index in `Comparison.links`. A caveat may stand
    in a sentence of its own without a partner; `link` is then that of the claim beside it.
    """

    what: Literal["source", "caveat"]
    side: Side
    link: int
    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that is said of two accounts beside their links.

    `sourced_left` and `sourced_right` are the shares of sentences with a quotation or a named or unnamed source, 0 to
    1. `observations` are how differently the two name their sources, which outlets they credit, and what a headline
    says that its text does not.
    """

    facts: tuple[FactRow, ...]
    voices: tuple[Voice, ...]
    omissions: tuple[Omission, ...]
    inconsistencies_left: tuple[Inconsistency, ...]
    inconsistencies_right: tuple[Inconsistency, ...]
    sourced_left: float
    sourced_right: float
    observations: tuple[Observation, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """The observations as sentences for the reader."""
        return tuple(observation.says for observation in self.observations)

    @property
    def dropped(self) -> tuple[Omission, ...]:
        """The omissions under the name that scripts and the JSON document know."""
        return self.omissions

    @property
    def clashes(self) -> tuple[Inconsistency, ...]:
        """The inconsistencies of both articles under the name that scripts and the JSON document know."""
        return (*self.inconsistencies_left, *self.inconsistencies_right)
