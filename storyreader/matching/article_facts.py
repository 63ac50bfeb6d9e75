"""The one place where matching asks for facts and conflicts, so that both can be missing or replaced."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from storyreader.article import Article
from storyreader.comparison import ArticleFact, Link
from storyreader.fact import Fact

Facts = tuple[ArticleFact, ...]


def facts_of(left: Article, right: Article) -> tuple[Facts, Facts]:
    """The facts of both articles, each marked when the other article has the same kind, value and unit."""
    if find_spec("storyreader.facts") is None or find_spec("storyreader.facts.finding") is None:
        return (), ()
    find_facts = import_module("storyreader.facts").find_facts
    sides: list[list[tuple[int, Fact]]] = [
        [
            (sentence.number, fact)
            for sentence in article.sentences
            for fact in find_facts(sentence.text, published=article.published)
        ]
        for article in (left, right)
    ]
    values = [{(fact.kind, fact.value, fact.unit) for _, fact in side} for side in sides]
    marked = [
        tuple(ArticleFact(number, fact, (fact.kind, fact.value, fact.unit) in other) for number, fact in side)
        for side, other in zip(sides, reversed(values), strict=True)
    ]
    return marked[0], marked[1]


def with_conflicts(
    links: Sequence[Link], left: Article, right: Article, facts: tuple[Facts, Facts]
) -> tuple[Link, ...]:
    """The links with the differences of their facts, as conflicts.judge_links sees them."""
    if find_spec("storyreader.matching.conflicts") is None:
        return tuple(links)
    judge = import_module("storyreader.matching.conflicts").judge_links
    return tuple(judge(links, left, right, facts))
