"""Whether two places that differ speak of one claim: of one subject, one counted thing, one event, one statement.

A conflict that is none costs the reader's trust. What these rules take away is not told, however alike the words are.
"""

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.slot_features import Candidate, places_of
from storyreader.contradiction.tolls import tells_rise, tolls_of
from storyreader.dates import dates_clash, period_of
from storyreader.fact import Fact
from storyreader.lexicon import tables_for

OBJECT_REACH = 4
"""Words beside a verb of judgement among which stands whom it is told of."""
WHO_REACH = 3
"""Words before a verb in which "anyone who" stands."""
SAID_REACH = 5
"""Words between a verb of saying and a day that belongs to it: small ones, names and other words for days."""
YEAR = 4
"""Letters of a date that tells the year alone."""
SUBJECT_REACH, BESIDE = 12, 2
"""Words before a value in which the name stands that it is told of; before a contrary word that of who does it."""
OTHER_TIMES = 366
"""Days between two dates from which they are of two events rather than of one event told wrongly."""
ONE_STATEMENT = 0.45
"""Share of content words in common from which two sentences are one statement whatever else differs."""
ONE_SENTENCE = 0.8
"""The same where what differs is the year: whoever tells of "a flood" in another year tells of another flood, unless
the sentence is the same beside it.
"""
NEAR = 0.5
"""Likeness of the words around two contrary words from which they are said of one thing, though they stand in
different places and of different things.
"""
SHARED = 0.75
"""Share of the content words of the shorter sentence from which the same holds."""


def is_one_claim(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether both places of a candidate can speak of the same thing."""
    if candidate.family == "polarity":
        return not (_denies_an_accusation(pair, candidate) or _is_of_anyone(pair, candidate))
    if candidate.family == "opposite":
        return _is_of_one(pair, candidate)
    return candidate.family == "name" or not _is_of_two(pair, candidate)


def _is_of_one(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two contrary words can be said of one thing."""
    features = candidate.features
    if _is_of_two_subjects(pair, candidate) or _is_of_two_objects(pair, candidate):
        return False
    if features["head"]:
        return True
    alike = features["gap"] or features["likeness"] >= NEAR or pair.shared >= SHARED
    return bool(alike) and not _is_of_others(pair, candidate)


def _is_of_two(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two values are told of two things, events, days or people."""
    features = candidate.features
    if candidate.family == "date" and features["one reported"] and not features["gap"] * features["before"]:
        return True
    rises = {tells_rise(side, span) for side, span in places_of(pair, candidate)}
    if candidate.family == "date" and len(rises) > 1:
        return True
    if candidate.family == "value" and _counts_two_things(pair, candidate):
        return True
    if pair.whole < ONE_SENTENCE and (_of_other_times(pair) or (candidate.family == "value" and _looks_back(pair))):
        return True
    return pair.whole < ONE_STATEMENT and _is_of_two_days(pair, candidate)


def _is_of_two_subjects(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether the name right before one place is another one than that right before the other."""
    before = [_names_before(side, span, BESIDE) for side, span in places_of(pair, candidate)]
    return all(before) and before[0][-1].isdisjoint(before[1][-1])


def _is_of_two_objects(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether verbs of judgement are told of two: "praised the pilot", "the airline was criticised"."""
    judged = [_judged(side, span) for side, span in places_of(pair, candidate)]
    return all(judged) and judged[0].isdisjoint(judged[1])


def _judged(side: AlignedSentence, span: Range) -> frozenset[str]:
    """The content words for whom a verb of judgement is told of: behind it, or of a passive one before."""
    tables = tables_for(side.language)
    if not tables.has("object_verbs", side.lower[span[0]]):
        return frozenset()
    passive = span[0] > 0 and tables.has("passive_helpers", side.lower[span[0] - 1])
    if passive:
        near = range(max(0, span[0] - 1 - OBJECT_REACH), span[0] - 1)
    else:
        end = min(len(side.lower), span[1] + OBJECT_REACH)
        led = (at for at in range(span[1], end) if tables.has("prepositions", side.lower[at]))
        near = range(span[1], next(led, end))
    return frozenset(side.words.keys[at] for at in near if side.weight(at) == 1.0)


def _is_of_anyone(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether one side speaks of whoever it may be: "anyone who saw the fight" says not that somebody saw it."""
    return any(
        tables_for(side.language).has("anyone", word)
        for side, span in places_of(pair, candidate)
        for word in side.lower[max(0, span[0] - WHO_REACH) : span[0]]
    )


def _is_of_others(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two contrary words are told of different things: "support of the mayor", "criticism of the warden"."""
    of = tables_for(pair.left.language).lists.get("of", frozenset())
    return all(not of.isdisjoint(side.lower[span[1] : span[1] + 1]) for side, span in places_of(pair, candidate))


def _counts_two_things(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two figures count dead and injured, or are digits of longer ones."""
    tolls = tolls_of(pair, candidate)
    parts = _is_part(pair.left, candidate.left) or _is_part(pair.right, candidate.right)
    return parts or (tolls[0] != tolls[1] and all(tolls))


def _is_of_two_days(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two values are told of two days or two people."""
    return (candidate.family == "value" and _on_other_days(pair)) or _of_others(pair, candidate)


def _is_part(side: AlignedSentence, span: Range) -> bool:
    """Whether a figure is a group of digits of a longer one, as in the number of a telephone."""
    keys = side.words.keys
    beside = [at for at in (span[0] - 1, span[1]) if 0 <= at < len(keys)]
    own = keys[span[0]]
    return own.isdigit() and any(keys[at].isdigit() and side.words.texts[at].isdigit() for at in beside)


def _denies_an_accusation(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether one side denies what the other says is claimed: both tell that somebody denies a claim."""
    return any(_denied(side, span) for side, span in places_of(pair, candidate))


def _denied(side: AlignedSentence, span: Range) -> bool:
    tables = tables_for(side.language)
    return any(tables.has("accusations", word) for word in side.lower[span[1] : span[1] + 4]) and not any(
        tables.has("negation_words", word) for word in side.lower[slice(*span)]
    )


def _dates(side: AlignedSentence) -> list[Fact]:
    return [fact for fact in side.facts if fact.kind == "date" and not fact.inferred]


def _of_other_times(pair: AlignedPair) -> bool:
    """Whether both sentences bring an event up ("a storm") and their dates lie so far apart that it is not one."""
    if not _brings_up(pair.left) & _brings_up(pair.right):
        return False
    periods = [[period for fact in _dates(side) if (period := period_of(str(fact.value)))] for side in pair.sides]
    apart = [
        max((one.first - other.last).days, (other.first - one.last).days) for one in periods[0] for other in periods[1]
    ]
    return bool(apart) and min(apart) >= OTHER_TIMES


def _on_other_days(pair: AlignedPair) -> bool:
    """Whether both sentences have dates and none of them goes with one of the other: figures of two days. The day on
    which somebody told a figure is compared with another such day only.
    """
    for reported in (False, True):
        values = [
            [str(fact.value) for fact in _dates(side) if _tells_of_telling(side, fact) == reported]
            for side in pair.sides
        ]
        if all(values):
            return all(dates_clash(one, other) for one in values[0] for other in values[1])
    return False


def _looks_back(pair: AlignedPair) -> bool:
    """Whether one sentence opens with a year, "In 2008,", of which the other one does not tell."""
    for side, other in (pair.sides, pair.sides[::-1]):
        opening = next((fact for fact in _dates(side) if len(str(fact.value)) == YEAR), None)
        span = side.range_of(opening) if opening else None
        if opening and span and span[0] <= 1:
            return not any(str(fact.value).startswith(str(opening.value)) for fact in _dates(other))
    return False


def _tells_of_telling(side: AlignedSentence, date: Fact) -> bool:
    span = side.range_of(date)
    return span is not None and is_reported(side, span)


def is_reported(side: AlignedSentence, span: Range) -> bool:
    """Whether a date belongs to a verb of saying: "said on Monday", "announced on Twitter today"."""
    tables = tables_for(side.language)
    if any(tables.has("sayings", word) for word in side.lower[span[1] : span[1] + 1]):
        return True
    for at in range(span[0] - 1, max(-1, span[0] - 1 - SAID_REACH), -1):
        if tables.has("sayings", side.lower[at]):
            return True
        between = side.weight(at) < 1 or side.words.texts[at][0].isupper() or side.lower[at] in tables.row("days")
        if at < span[0] - 1 and not between:
            return False
    return False


def _of_others(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether a name stands before each value that the other sentence does not have: they are told of two."""
    names = _names_before(pair.left, candidate.left), _names_before(pair.right, candidate.right)
    strange = [
        any(not name & other.key_set for name in own) for own, other in ((names[0], pair.right), (names[1], pair.left))
    ]
    return all(strange)


def _names_before(side: AlignedSentence, span: Range, reach: int = SUBJECT_REACH) -> list[frozenset[str]]:
    """The words of each name so many words before a value."""
    near = [found for found in side.names if span[0] - reach <= found[1] - 1 < span[0]]
    return [frozenset(side.words.keys[slice(*found)]) for found in near]


def _brings_up(side: AlignedSentence) -> frozenset[str]:
    """The content words that have an indefinite article shortly before them, a figure between not counted: "a 900,000
    cubic metre landslide".
    """
    tables = tables_for(side.language)
    figures = (side.range_of(fact) for fact in side.facts if fact.kind in {"number", "quantity"})
    behind = {span[0]: span[1] for span in figures if span}
    places = [behind.get(at + 1, at + 1) for at, word in enumerate(side.lower) if tables.has("articles", word)]
    return frozenset(key for place in places for key in side.words.keys[place : place + 3])
