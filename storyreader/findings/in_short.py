"""A comparison at a glance: when each account appeared, what differs, what one side leaves out, whom only one quotes.

Nothing is decided here that the comparison and its findings have not said; the weightiest of it is chosen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storyreader.article import Article
from storyreader.comparison import SIDES, ArticleFact, Comparison, Observation, Passage, Side
from storyreader.dates import day_of
from storyreader.fact import FactValue
from storyreader.findings.nouns import Findings, Utterance, Voice
from storyreader.findings.omissions import STANDING_ALONE
from storyreader.findings.row_values import RowValue, differing_values
from storyreader.lexicon import tables_for

MOST_DIFFERING = 5
MOST_LEFT_OUT = 3
MOST_SOURCES = 4
"""So many of each are told; how many more there are is told beside them."""
LEAST_QUOTED = 3
"""Words: a shorter quotation is a word in quotation marks."""
HEDGES = frozenset({"alleged"})
"""Caveats that belong to the claim beside them alone."""
_HEADLINES = frozenset({"headline_not_carried", "headline_promises", "headline_figure"})


@dataclass(frozen=True, slots=True)
class Gap:
    """How the two publications lie in time. `earlier` is the side that came first, None on one day or at one minute;
    `by` is exact to the minute where both times are told, else in whole days.
    """

    earlier: Side | None
    by: timedelta
    exact: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A caveat, a denial or a source that only `side` has. `vouched`: the other side tells the claim without it."""

    what: str
    side: Side
    passage: Passage
    text: str
    vouched: bool


@dataclass(frozen=True, slots=True)
class OnlyQuoted:
    """A quotation that only `side` has; `name` is who speaks, empty where nobody is named."""

    side: Side
    name: str
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class InShort:
    """What one screen tells of a comparison; its event and its coverage stand in the summary.

    `gap` is None where a date is missing. `differing` are conflicts and values told differently, the weightiest first,
    `left_out` and `sources` the weightiest as well; `more_*` count those that are not among them. `sources` are voices
    of one side alone, `quoted` the longest quotation that only one side has, one for each side at most. `observations`
    are those of the findings.
    """

    gap: Gap | None
    differing: tuple[RowValue, ...] = ()
    more_differing: int = 0
    left_out: tuple[LeftOut, ...] = ()
    more_left_out: int = 0
    sources: tuple[Voice, ...] = ()
    quoted: tuple[OnlyQuoted, ...] = ()
    observations: tuple[Observation, ...] = ()


def find_in_short(comparison: Comparison, findings: Findings) -> InShort:
    """Choose what one screen tells. Swapping the sides gives the mirror image."""
    differing = [value for _, value in differing_values(comparison, findings)]
    left_out = list(_weightiest(comparison, findings))
    return InShort(
        gap=publication_gap(comparison.left, comparison.right),
        differing=tuple(differing[:MOST_DIFFERING]),
        more_differing=max(0, len(differing) - MOST_DIFFERING),
        left_out=tuple(left_out[:MOST_LEFT_OUT]),
        more_left_out=max(0, len(left_out) - MOST_LEFT_OUT),
        sources=tuple(_sources(comparison, findings)),
        quoted=tuple(_only_quoted(findings)),
        observations=tuple(_once(findings.observations)),
    )


def publication_gap(left: Article, right: Article) -> Gap | None:
    """Which account came first and by how much; None where one of them has no date."""
    one, other = left.published, right.published
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        apart = timedelta(minutes=round((other - one).total_seconds() / 60))
        return Gap(_first(apart), abs(apart), exact=True)
    days = day_of(one), day_of(other)
    if days[0] is None or days[1] is None:
        return None
    apart = days[1] - days[0]
    return Gap(_first(apart), abs(apart), exact=False)


def _first(apart: timedelta) -> Side | None:
    return "left" if apart > timedelta() else "right" if apart < timedelta() else None


def _weightiest(comparison: Comparison, findings: Findings) -> Iterator[LeftOut]:
    """What one side leaves out, doubts and denials first; the same words of one side once. Beside a claim that only one
    side tells, a hedge ("allegedly") is left out by nobody.
    """
    caveats, seen = _caveats(comparison), set[tuple[Side, str]]()
    values = {one: caveats.get((one.side, one.passage)) for one in _left_out(findings)}
    found = [one for one, value in values.items() if one.vouched or value not in HEDGES]
    for one in sorted(found, key=lambda one: (values[one] not in STANDING_ALONE, not one.vouched)):
        if (one.side, one.text.casefold()) not in seen:
            seen.add((one.side, one.text.casefold()))
            yield one


def _caveats(comparison: Comparison) -> dict[tuple[Side, Passage], FactValue]:
    """What each caveat tells, by where it stands."""
    sides: tuple[tuple[Side, Sequence[ArticleFact]], ...] = (
        ("left", comparison.facts_left), ("right", comparison.facts_right),
    )  # fmt: skip
    return {
        (side, Passage(item.sentence, item.fact.span.start, item.fact.span.end)): item.fact.value
        for side, facts in sides
        for item in facts
        if item.fact.kind == "caveat"
    }


def _left_out(findings: Findings) -> Iterator[LeftOut]:
    """Caveats that the other side's claim lacks, sources likewise, then caveats about what only one side tells."""
    told = {(found.side, found.passage) for found in findings.omissions}
    for what in ("caveat", "source"):
        for found in findings.omissions:
            if found.what == what:
                yield LeftOut(what, found.side, found.passage, found.text, vouched=True)
    for row in findings.facts:
        if row.kind == "caveat" and not (row.left and row.right):
            side: Side = "left" if row.left else "right"
            mention = (*row.left, *row.right)[0]
            if (side, mention.passage) not in told:
                yield LeftOut("caveat", side, mention.passage, mention.text, vouched=False)


def _sources(comparison: Comparison, findings: Findings) -> Iterator[Voice]:
    """The voices of one side alone, without those who could be anybody: "some", "another man"."""
    tables = {side: tables_for(comparison.article(side).language or "en") for side in SIDES}
    for voice in findings.voices:
        side: Side = "left" if voice.left else "right"
        if _is_own(voice) and not tables[side].has("indefinites", voice.name.split()[0].lower()):
            yield voice


def _is_own(voice: Voice) -> bool:
    """Whether only one side has a voice, and not merely a shared quotation under another name."""
    said = (*voice.left, *voice.right)
    return bool(voice.name) and not (voice.left and voice.right) and not any(one.shared for one in said)


def _only_quoted(findings: Findings) -> Iterator[OnlyQuoted]:
    for side in SIDES:
        own = [
            OnlyQuoted(side, voice.name, said)
            for voice in findings.voices
            for said in (voice.left if side == "left" else voice.right)
            if said.direct and not said.shared and said.words >= LEAST_QUOTED
        ]
        if own:
            yield min(own, key=lambda found: (not found.name, -found.utterance.words, found.utterance.passage.sentence))


def _once(observations: tuple[Observation, ...]) -> Iterator[Observation]:
    """Source chains first, then what is amiss with a headline, once for each side; shares of sources are no news."""
    seen: set[object] = set()
    for observation in observations:
        if observation.code == "source_chain":
            yield observation
        elif observation.code in _HEADLINES and observation.values[0] not in seen:
            seen.add(observation.values[0])
            yield observation
