"""The facts of two articles, each marked with whether the other article has it too."""

from storyreader.comparison import ArticleFact
from storyreader.reading import Reading

ArticleFacts = tuple[ArticleFact, ...]


def facts_of(left: Reading, right: Reading) -> tuple[ArticleFacts, ArticleFacts]:
    """The facts of both articles; one is shared when the other article has the same kind, value and unit."""
    sides = [list(reading.numbered_facts) for reading in (left, right)]
    values = [{(fact.kind, fact.value, fact.unit) for _, fact in side} for side in sides]
    ours, theirs = (
        tuple(ArticleFact(number, fact, (fact.kind, fact.value, fact.unit) in other) for number, fact in side)
        for side, other in zip(sides, reversed(values), strict=True)
    )
    return ours, theirs
