"""Conflicts that need no words in common: the same words on another day, and two languages.

Where the texts are the same, or nothing but values can be compared, places are told by the values alone.
"""

from collections.abc import Iterator, Sequence

from storyreader.article import Sentence
from storyreader.comparison import Difference, Passage
from storyreader.dates import dates_clash, period_of
from storyreader.fact import Fact
from storyreader.facts import agree, same_measure

SURE_DAY, SURE_ACROSS = 90, 60
_COMPARED = frozenset({"number", "percent", "money", "quantity", "date"})
_COUNTS = frozenset({"number"})
Sentences = Sequence[tuple[Sentence, Sequence[Fact]]]


def same_text_conflicts(left: Sentences, right: Sentences) -> tuple[Difference, ...]:
    """Days that the same words name in two texts of different days: "yesterday", copied a week later.

    Each side are sentences of the same text with their facts. What was filled in, such as the week of a weekday, is no
    ground for a conflict.
    """
    found = []
    for one, other in zip(left, right, strict=True):
        days = [
            (mine, theirs)
            for mine, theirs in zip(_days(one[1]), _days(other[1]), strict=False)
            if mine.text.lower() == theirs.text.lower() and dates_clash(str(mine.value), str(theirs.value))
        ]
        found += [_difference((one[0], mine), (other[0], theirs), SURE_DAY) for mine, theirs in days]
    return tuple(found)


def _days(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind == "date" and not fact.inferred and period_of(str(fact.value))]


def across_conflicts(left: Sentences, right: Sentences) -> tuple[Difference, ...]:
    """Values of two linked sentences in two languages that cannot both be true.

    Told only where each side has one value of a kind that the other does not confirm, and something else agrees.
    """
    return tuple(_across(left, right)) if len(left) == len(right) == 1 else ()


def _across(left: Sentences, right: Sentences) -> Iterator[Difference]:
    (one, mine), (other, theirs) = left[0], right[0]
    if not _agreeing(mine, theirs):
        return
    for kind in sorted(_COMPARED):
        sides = [[fact for fact in side if fact.kind == kind] for side in (mine, theirs)]
        rest = [
            [fact for fact in own if not any(same_measure(fact, o) and agree(fact, o) for o in others)]
            for own, others in (sides, sides[::-1])
        ]
        if len(rest[0]) == len(rest[1]) == 1 and same_measure(rest[0][0], rest[1][0]):
            yield _difference((one, rest[0][0]), (other, rest[1][0]), SURE_ACROSS)


def _agreeing(left: Sequence[Fact], right: Sequence[Fact]) -> bool:
    """Whether a name, a figure or a date stands in both."""
    values = [{(fact.kind, fact.value) for fact in side if fact.kind in {*_COMPARED, "name"}} for side in (left, right)]
    return bool(values[0] & values[1])


def _difference(left: tuple[Sentence, Fact], right: tuple[Sentence, Fact], sure: int) -> Difference:
    (one, mine), (other, theirs) = left, right
    return Difference(
        "date" if mine.kind == "date" else "count" if mine.kind in _COUNTS else "value",
        Passage(one.number, mine.span.start, mine.span.end),
        Passage(other.number, theirs.span.start, theirs.span.end),
        mine.text,
        theirs.text,
        "date" if mine.kind == "date" else "value",
        sure,
        True,
        mine.value,
        theirs.value,
    )
