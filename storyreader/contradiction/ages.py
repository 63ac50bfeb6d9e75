"""Whose age is told: the name beside it."""

from collections.abc import Iterator
from itertools import takewhile

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.lexicon import tables_for

MOST_BETWEEN = 2
"""Words between an age and the name of whose it is: "a 33-year-old [rock climber], Pavel Dorn"."""


def are_of_one_person(pair: AlignedPair, left: Range, right: Range) -> bool:
    """Whether one name stands beside both ages: "Ida Moll, 52", "the 54-year-old Ida Moll", "Ida Moll, a 54-year-old
    baker", "a 54-year-old baker, Ida Moll". A family name alone fits all of its family.
    """
    one, other = _names_beside(pair.left, left), _names_beside(pair.right, right)
    return bool(one and other) and (one <= other or other <= one)


def _names_beside(side: AlignedSentence, span: Range) -> frozenset[str]:
    """The keys of the words of the names directly before and shortly behind an age."""
    led = span[0] > 1 and tables_for(side.language).has("articles", side.lower[span[0] - 1])
    behind = span[1]
    while behind < min(len(side.lower), span[1] + MOST_BETWEEN) and _is_noun(side, behind):
        behind += 1
    before = range(span[0] - 1 - led, -1, -1)
    return frozenset((*_capitals(side, before), *_capitals(side, range(behind, len(side.lower)))))


def _capitals(side: AlignedSentence, places: range) -> Iterator[str]:
    """The keys of the words from a place on that have a capital."""
    return (side.words.keys[at] for at in takewhile(lambda at: _has_capital(side, at), places))


def _is_noun(side: AlignedSentence, at: int) -> bool:
    """Whether a word can be what somebody of that age is: no name and no small word."""
    return not _has_capital(side, at) and side.weight(at) == 1.0


def _has_capital(side: AlignedSentence, at: int) -> bool:
    return side.words.texts[at][0].isupper()
