"""Figures that count dead, injured, missing, held or displaced people, and days on which such a toll grew."""

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range, aligned_sentence
from storyreader.contradiction.slot_features import Candidate, places_of
from storyreader.lexicon import tables_for

TOLL_REACH = 6
"""Words around a figure in which a word tells whether it counts dead, injured, missing."""
FAR = 16
"""The same where it is enough that it may: "the number of people killed in Tuesday's crash has risen to nine"."""
RISEN_REACH = 5
"""Words before a figure in which one says that it has risen."""


def toll(side: AlignedSentence, span: Range, most: int = TOLL_REACH) -> str:
    """Whether a figure counts dead, injured, missing, held or displaced people: the nearest word that says so."""
    table = tables_for(side.language).row("tolls")
    # "the death toll from [...] rose to 11": its subject may stand far ahead
    subject = has_risen(side, span)
    first, last = (0, span[0]) if subject else (max(0, span[0] - most), span[1] + most)
    reach = range(first, min(len(side.lower), last))
    near = [(max(span[0] - at, at - span[1] + 1), at) for at in reach if side.lower[at] in table]
    return table[side.lower[min(near)[1]]] if near else ""


def has_risen(side: AlignedSentence, span: Range) -> bool:
    """Whether a word shortly before a figure or a day says that something has risen."""
    tables = tables_for(side.language)
    return any(tables.has("risen", word) for word in side.lower[max(0, span[0] - RISEN_REACH) : span[0]])


def tells_rise(side: AlignedSentence, span: Range) -> bool:
    """Whether a day is that on which a toll grew, not that of the event: "the death toll rose to 11 on Thursday"."""
    tolls = tables_for(side.language).row("tolls")
    return has_risen(side, span) and not tolls.keys().isdisjoint(side.lower)


def toll_at(text: str, start: int, end: int, language: str) -> str:
    """What toll a figure from one character to another of a sentence may count, see `toll`; empty for none."""
    side = aligned_sentence(text, (), language)
    span = side.words_in(start, end)
    return toll(side, span, FAR) if span else ""


def tolls_of(pair: AlignedPair, candidate: Candidate, most: int = TOLL_REACH) -> tuple[str, str]:
    """What tolls the two figures of a candidate count, see `toll`."""
    return toll(pair.left, candidate.left, most), toll(pair.right, candidate.right, most)


def counts_one_toll(pair: AlignedPair, candidate: Candidate, most: int = TOLL_REACH) -> bool:
    """Whether two figures both count the dead, or both the injured, within so many words."""
    left, right = tolls_of(pair, candidate, most)
    return left == right != ""


def is_toll_of_one_day(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether two plain figures count one toll, and both sentences tell of the same day and name the same place."""
    if candidate.family != "value" or candidate.facts is None or not counts_one_toll(pair, candidate):
        return False
    if any(fact.kind != "number" or fact.bound or fact.approx for fact in candidate.facts):
        return False
    days = [{str(fact.value) for fact in side.facts if fact.kind == "date"} for side in pair.sides]
    names = [{key for name in side.names for key in side.words.keys[slice(*name)]} for side in pair.sides]
    risen = any(has_risen(side, span) for side, span in places_of(pair, candidate))
    return not risen and not days[0].isdisjoint(days[1]) and not names[0].isdisjoint(names[1])
