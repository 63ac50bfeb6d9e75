"""The facts of two articles, each marked with whether the other article has it too."""

from storyreader.comparison import ArticleFact
from storyreader.fact import Fact
from storyreader.facts import FactExtractor

Facts = tuple[ArticleFact, ...]


def facts_of(left: FactExtractor, right: FactExtractor) -> tuple[Facts, Facts]:
    """The facts of both articles; one is shared when the other article has the same kind, value and unit."""
    sides = [_numbered(finder) for finder in (left, right)]
    values = [{(fact.kind, fact.value, fact.unit) for _, fact in side} for side in sides]
    ours, theirs = (
        tuple(ArticleFact(number, fact, (fact.kind, fact.value, fact.unit) in other) for number, fact in side)
        for side, other in zip(sides, reversed(values), strict=True)
    )
    return ours, theirs


def _numbered(finder: FactExtractor) -> list[tuple[int, Fact]]:
    return [(number, fact) for number, facts in enumerate(finder.every()) for fact in facts]
