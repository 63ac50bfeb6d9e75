"""What two accounts have in facts and in voices: the nouns of the tables that stand beside a comparison.

They are worked out on demand, from a finished comparison; the links never wait for them. Passages are (sentence from
0, characters of that sentence).
"""

from dataclasses import dataclass
from typing import Literal

from storyreader.comparison import Passage, Side
from storyreader.fact import FactKind

FactState = Literal["same", "differs", "only left", "only right", "caveat dropped"]
FactRowKind = FactKind | Literal["wording"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a fact stands, with the text there as written: "at least 24 people"."""

    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of the two accounts with every place where it stands.

    `label` names it for both sides: the fullest text, or of values that differ what they count. `state` is "same",
    "differs" (two values or two ways of telling it), "only left", "only right", or "caveat dropped" (one side limits
    a claim that the other tells without the caveat). `conflict` is True where both values cannot hold; `says` then
    tells what differs, and `link` is the place of the link in `Comparison.links`; both are also set for harmless
    differences. `kind` is "wording" for a conflict of words without a value: one side negates, or says the contrary.
    """

    kind: FactRowKind
    label: str
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    state: FactState
    conflict: bool = False
    link: int | None = None
    says: str = ""


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
class Drift:
    """Two versions of one quotation. `says` tells what changed: "A: “minutes from”, B: “minutes away from”"."""

    left: Passage
    right: Passage
    says: str


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
class Omission:
    """A linked claim that one side tells with its source or a caveat and the other as plain fact.

    `side` is the side that has it, `link` the place in `Comparison.links`.
    """

    what: Literal["source", "caveat"]
    side: Side
    link: int
    passage: Passage
    says: str


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two places of one article that cannot both hold, or one place that contradicts the calendar."""

    side: Side
    first: Passage
    second: Passage
    says: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that is said of two accounts beside their links.

    `sourced_left` and `sourced_right` are the shares of sentences with a quotation or a named or unnamed source, 0 to
    1. `remarks` are sentences for the reader: how differently the two name their sources, and what a headline says
    that its text does not.
    """

    facts: tuple[FactRow, ...]
    voices: tuple[Voice, ...]
    dropped: tuple[Omission, ...]
    clashes: tuple[Inconsistency, ...]
    sourced_left: float
    sourced_right: float
    remarks: tuple[str, ...]
