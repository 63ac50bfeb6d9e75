"""The facts of two articles, each marked with whether the other article has it too."""

from storyreader.article import Article
from storyreader.comparison import ArticleFact
from storyreader.fact import Fact
from storyreader.facts import find_article_facts

Facts = tuple[ArticleFact, ...]


def facts_of(left: Article, right: Article) -> tuple[Facts, Facts]:
    """The facts of both articles; one is shared when the other article has the same kind, value and unit."""
    sides = [_numbered(article) for article in (left, right)]
    values = [{(fact.kind, fact.value, fact.unit) for _, fact in side} for side in sides]
    ours, theirs = (
        tuple(ArticleFact(number, fact, (fact.kind, fact.value, fact.unit) in other) for number, fact in side)
        for side, other in zip(sides, reversed(values), strict=True)
    )
    return ours, theirs


def _numbered(article: Article) -> list[tuple[int, Fact]]:
    texts = [sentence.text for sentence in article.sentences]
    found = find_article_facts(texts, published=article.published, language=article.language)
    return [(number, fact) for number, facts in enumerate(found) for fact in facts]
