"""Many accounts of one event beside each other: the nouns of the board.

Articles are told by their place in `Board.articles`, sentences by their number; both count from 0.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from storyreader.article import Article
from storyreader.comparison import Difference, Event, Passage
from storyreader.fact import Fact
from storyreader.findings import Drift, Utterance
from storyreader.library import Edit
from storyreader.spoken import Spoken

CellKind = Literal["says", "reworded", "partial", "conflict", "updated", "attributed", "perhaps", "silent"]
CELL_KINDS: tuple[CellKind, ...] = (
    "says", "reworded", "partial", "conflict", "updated", "attributed", "perhaps", "silent",
)  # fmt: skip
TELLING = frozenset(CELL_KINDS) - {"perhaps", "silent"}
"""Kinds of cells in which an article tells the claim."""


class SentencePlace(NamedTuple):
    """A sentence of an article of the board; the order is that of the articles, then of their sentences."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one article does with a claim.

    "says": in the words of the claim, or nearly; "reworded": the same in other words; "partial": a part of it, or it
    and more; "conflict": a value that cannot hold beside the claim's; "updated": a figure that its later account
    raises; "attributed": it names another source for it; "perhaps": a sentence that may tell it, too unsure to be
    counted; "silent": nothing that was found. `sentences` are the numbers of its sentences that tell it. `difference`
    is what differs (of a cell that is no conflict: two values that are perhaps not of the same thing), `against` the
    sentence that it differs from, on its left: that which stands for the claim, as far as possible. `shared` are the
    stretches of its sentences that tell the claim, where they tell more; empty for whole sentences. `sources` are
    those who are said to know it, as the article calls them; none where it tells it on its own word.
    """

    kind: CellKind
    sentences: tuple[int, ...] = ()
    difference: Difference | None = None
    against: SentencePlace | None = None
    shared: tuple[Passage, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether the article tells the claim."""
        return self.kind in TELLING


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with what every article does with it; `cells` has one for each article of the board.

    `representative` is the sentence whose wording stands for it, `text` that wording, `facts` those of that sentence.
    `position` is where the articles tell it, 0 (first sentence) to 1 (last), on average. `first` is the article that
    told it first among those whose time is known, None where none is. `origins` is the number of origins that tell it,
    as far as they are seen.
    """

    representative: SentencePlace
    text: str
    cells: tuple[ClaimCell, ...]
    facts: tuple[Fact, ...]
    position: float
    first: int | None
    origins: int

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that tell it."""
        return tuple(number for number, cell in enumerate(self.cells) if cell.tells)

    @property
    def places(self) -> tuple[SentencePlace, ...]:
        """The sentences that tell it."""
        return tuple(SentencePlace(article, n) for article in self.articles for n in self.cells[article].sentences)

    @property
    def conflicts(self) -> bool:
        """Whether two articles contradict each other about it."""
        return any(cell.kind == "conflict" for cell in self.cells)


OriginCode = Literal["copied", "versions", "agency", "credits"]


@dataclass(frozen=True, slots=True)
class OriginEvidence(Spoken):
    """Why two articles are taken for one origin: a code with its values.

    | code | values |
    |---|---|
    | copied | share of the words of `one` that stand in `other`, 0 to 1; the longest run of words they share |
    | versions | the same: two versions of one page |
    | agency | the agency that both name as theirs |
    | credits | the outlet that both credit with the story |
    """

    code: OriginCode
    one: int
    other: int
    values: tuple[str | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that have a source in common, as far as the pages show it; one alone: no common source was seen."""

    articles: tuple[int, ...]
    evidence: tuple[OriginEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What a voice says at one place of an article; its utterance is `shared` when another article quotes it too."""

    article: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """Two versions of one quotation in two articles, the smaller number on the left of `drift`."""

    left: int
    right: int
    drift: Drift


@dataclass(frozen=True, slots=True)
class BoardVoice:
    """Who is quoted or cited, in which articles. `named` is False for "officials"; `name` is empty where nobody is
    named. `changes` are the quotations that articles tell differently.
    """

    name: str
    named: bool
    heard: tuple[Heard, ...]
    changes: tuple[QuoteChange, ...] = ()

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles in which it speaks."""
        return tuple(sorted({one.article for one in self.heard}))

    @property
    def words(self) -> int:
        """How many of its words are quoted in all."""
        return sum(one.utterance.words for one in self.heard)

    def words_in(self, article: int) -> int:
        """How many of its words an article quotes."""
        return sum(one.utterance.words for one in self.heard if one.article == article)


@dataclass(frozen=True, slots=True)
class BoardVersions:
    """Two accounts that are versions of one page, and what was changed between them without a word, ranked."""

    earlier: int
    later: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class BoardCaveat:
    """Words of an article that doubt, limit or deny: `text` as written ("could not verify"), `value` the kind of caveat
    ("unverified").
    """

    place: SentencePlace
    text: str
    value: str


UNDATED = ("~", True, "")
"""Stands behind every date."""


def appeared(article: Article) -> tuple[str, bool, str]:
    """When an account was published, to be sorted: moments by the day and hour in UTC, a day whose hour is not told
    behind the hours of that day, as it cannot be said to be earlier; accounts without a date last.
    """
    moment = article.published or article.updated
    if moment is None:
        return UNDATED
    if not isinstance(moment, datetime):
        return moment.isoformat(), True, ""
    known = moment.astimezone(UTC) if moment.tzinfo else moment
    return known.date().isoformat(), False, known.time().isoformat()


@dataclass(frozen=True, slots=True)
class Board:
    """Many accounts of one event, claim by claim. Comparing the articles in another order gives the same claims.

    `claims` stand in the order of the story; every sentence that claims something is in at least one of them. `events`
    tells for each article whether it is of one event with the article that has most in common with the others.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    voices: tuple[BoardVoice, ...]
    caveats: tuple[BoardCaveat, ...]
    versions: tuple[BoardVersions, ...]
    events: tuple[Event, ...]

    @property
    def shared(self) -> tuple[Claim, ...]:
        """The claims that more than one article tells."""
        return tuple(claim for claim in self.claims if len(claim.articles) > 1)

    def left_out(self, article: int) -> tuple[Claim, ...]:
        """What a reader of one article alone would not know: claims of others, those of most origins first."""
        missing = [claim for claim in self.claims if claim.cells[article].kind == "silent"]
        return tuple(sorted(missing, key=lambda one: (-one.origins, -len(one.articles), one.position)))

    def alone(self, article: int) -> tuple[Claim, ...]:
        """What this article alone tells."""
        return tuple(claim for claim in self.claims if claim.articles == (article,))

    def caveats_of(self, article: int) -> tuple[BoardCaveat, ...]:
        """What an article doubts, limits or denies."""
        return tuple(caveat for caveat in self.caveats if caveat.place.article == article)

    def origin_of(self, article: int) -> int:
        """The number of the origin that an article belongs to."""
        return next(number for number, origin in enumerate(self.origins) if article in origin.articles)
