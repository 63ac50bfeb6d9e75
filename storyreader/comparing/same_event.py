"""Whether two articles tell of one event: before anything is said of conflicts or of what one of them leaves out.

A logistic model over five figures of the two texts, trained by benchmarks/matching/train_event.py on pairs of articles
about one event and about two events of one kind. "Two events" is said only where it is nearly always right.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from storyreader.article import Article
from storyreader.comparing.eventful import tells_of_an_event
from storyreader.comparing.whole_names import whole_names
from storyreader.comparison import SIDES, Event, EventReason, EventVerdict, Link
from storyreader.dates import day_of
from storyreader.learned import Logistic
from storyreader.reading import Reading

TOP_NAMES = 10
NAMED = 3
"""Names that a reason gives of each account."""
LEAST_SENTENCES = 3
"""With fewer sentences than this nothing can be told of an account."""
LEAD = 4
"""Sentences from the beginning whose names are those of the event."""
LEAST_NAMES = 2
"""Two accounts that each have so many names and share none are of two events, however alike their words: of 175 such
pairs of ECB+ and BASIL articles one was of one event.
"""
LEAD_SHARED = 0.34
"""Share of the names of one first sentence up to which those of two accounts far apart are of two events."""
BEGINNING = 4
"""Letters by which the same name is known in another case."""
LATER = 1
"""Days between two publications from which the second is a later account."""
FAR = 30
"""Days between two publications from which two accounts that are not surely of one event are of two."""


@dataclass(frozen=True, slots=True)
class EventModel:
    """From `same` on (0 to 1) two articles tell of one event, up to `two` of two, between them nobody can tell."""

    chance: Logistic
    two: float

    @property
    def same(self) -> float:
        """The least chance of one event."""
        return self.chance.threshold


@cache
def load_event_model() -> EventModel:
    """Read the weights."""
    raw = json.loads((resources.files(__package__) / "data" / "event_weights.json").read_text(encoding="utf-8"))
    return EventModel(Logistic(raw["bias"], tuple(raw["weights"][name] for name in FEATURES), raw["same"]), raw["two"])


FEATURES = ("top names in both", "names in both", "likeness of words", "names of the leads", "links")


def event_features(left: Reading, right: Reading, links: int) -> tuple[float, ...]:
    """The figures of two articles, in the order of FEATURES; the same when the sides are swapped."""
    names = left.names, right.names
    tops = [_share([name for name, _ in own.most_common(TOP_NAMES)], other) for own, other in (names, names[::-1])]
    every = [
        sum(count for name, count in own.items() if name in other) / max(1, own.total())
        for own, other in (names, names[::-1])
    ]
    leads = left.names_of_lead(LEAD), right.names_of_lead(LEAD)
    lead = len(leads[0] & leads[1]) / max(1, min(len(leads[0]), len(leads[1])))
    return min(tops), min(every), _cosine(left.word_vector, right.word_vector), lead, math.log1p(links)


def _share(names: Sequence[str], others: Mapping[str, int]) -> float:
    return sum(name in others for name in names) / max(1, len(names))


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """How alike the words of two texts are, rare ones counting more, 0 to 1."""
    return math.fsum([left[key] * right[key] for key in left.keys() & right.keys()])


def event_of(left: Reading, right: Reading, links: Sequence[Link], *, named: bool = True) -> Event:
    """Whether two articles tell of one event, with the reasons; not `named`, without names, which take longest."""
    if min(len(left.texts), len(right.texts)) < LEAST_SENTENCES:
        return Event("unsure")
    verdict = _verdict(left, right, links)
    eventless = _eventless(left, right) if verdict == "unsure" else ()
    names = _names(left, right) if named else ()
    return Event(verdict, (*names, *eventless, *_published(days_apart(left.article, right.article))))


def may_contradict(event: Event) -> bool:
    """Whether what differs can be a conflict: not of two events, nor in a guide or a list that tells of none."""
    return event.verdict != "two events" and all(reason.code != "no_event" for reason in event.reasons)


def _verdict(left: Reading, right: Reading, links: Sequence[Link]) -> EventVerdict:
    model, days = load_event_model(), days_apart(left.article, right.article)
    chance = model.chance.probability(event_features(left, right, len(links)))
    apart = abs(days or 0) >= FAR
    named = min(len(left.names), len(right.names))
    strange = not _begun(left) & _begun(right) and named >= LEAST_NAMES
    strange = strange or (apart and _lead_apart(left, right))
    two = strange or chance <= model.two or (apart and chance < model.same)
    same = sum(link.kind == "same" for link in links)
    copied = 2 * same >= min(len(left.texts), len(right.texts))
    if two and left.language == right.language and not (copied if strange and apart else same):
        return "two events"
    if chance < model.same or not (copied or (tells_of_an_event(left) and tells_of_an_event(right))):
        return "unsure"
    return "later account" if abs(days or 0) >= LATER else "same event"


def _lead_apart(left: Reading, right: Reading) -> bool:
    """Whether the first sentences of both have names, of which hardly any is the same: another storm, another town."""
    leads = left.names_of_lead(1), right.names_of_lead(1)
    return all(leads) and len(leads[0] & leads[1]) <= LEAD_SHARED * min(map(len, leads))


def _eventless(left: Reading, right: Reading) -> tuple[EventReason, ...]:
    """The sides that hardly name a day or a source."""
    sides = [side for side, reading in zip(SIDES, (left, right), strict=True) if not tells_of_an_event(reading)]
    return (EventReason("no_event", tuple(sides)),) if sides else ()


def _begun(reading: Reading) -> set[str]:
    """How its names begin: many languages give them endings."""
    return {name.casefold()[:BEGINNING] for name in reading.names}


def _names(left: Reading, right: Reading) -> tuple[EventReason, ...]:
    """The names that both accounts have; where they share none, the ones that each has."""
    tops = [[name for name, _ in side.names.most_common(TOP_NAMES)] for side in (left, right)]
    shared = sorted(set(tops[0]) & set(tops[1]), key=lambda name: (-min(left.names[name], right.names[name]), name))
    if shared and (whole := whole_names(shared, left, right)):
        return (EventReason("names_shared", tuple(whole[:NAMED])),)
    alone = ((side, whole_names(own, one)) for side, own, one in zip(SIDES, tops, (left, right), strict=True))
    return tuple(EventReason("names_alone", (side, *own[:NAMED])) for side, own in alone if own)


def _published(days: int | None) -> tuple[EventReason, ...]:
    """How far the two publications are apart: positive where the right account is the later one."""
    return (EventReason("published_apart", (days,)),) if days else ()


def days_apart(left: Article, right: Article) -> int | None:
    """Days from the one publication to the other, negative where the right account is the earlier one."""
    one, other = day_of(left.published), day_of(right.published)
    return (other - one).days if one and other else None
