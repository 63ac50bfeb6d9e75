"""Everything that is said of two accounts beside their links, worked out on demand."""

from collections.abc import Iterable, Iterator

from storyreader.article import Article
from storyreader.comparison import ArticleFact, Comparison
from storyreader.fact import Fact
from storyreader.facts import MEASURES, agree, find_facts, same_measure
from storyreader.findings.fact_table import find_fact_rows
from storyreader.findings.inconsistencies import find_inconsistencies
from storyreader.findings.nouns import Findings
from storyreader.findings.omissions import find_omissions
from storyreader.findings.voices import find_voices

SOURCES_APART = 0.25
"""From this difference of the shares of sourced sentences on the reader is told."""
LEAST_FIGURE = 3
"""Smaller figures of a headline ("one", "two") are often only words."""


def find_findings(comparison: Comparison) -> Findings:
    """The tables of facts and voices, dropped sources and caveats, inner clashes, and remarks on all of them.

    Swapping the sides gives the mirror image, the rows in another order.
    """
    shares = [
        sourced_share(article, facts)
        for article, facts in ((comparison.left, comparison.facts_left), (comparison.right, comparison.facts_right))
    ]
    return Findings(
        facts=find_fact_rows(comparison),
        voices=find_voices(comparison),
        dropped=find_omissions(comparison),
        clashes=find_inconsistencies(comparison),
        sourced_left=shares[0],
        sourced_right=shares[1],
        remarks=(*_sourcing(shares[0], shares[1]), *_headlines(comparison)),
    )


def sourced_share(article: Article, facts: Iterable[ArticleFact]) -> float:
    """The share of sentences with a quotation or an attribution, 0 to 1."""
    sourced = {item.sentence for item in facts if item.fact.kind in {"quote", "attribution"}}
    return len(sourced) / len(article.sentences) if article.sentences else 0.0


def _sourcing(left: float, right: float) -> Iterator[str]:
    if abs(left - right) >= SOURCES_APART:
        yield f"A tells where it knows from in {left:.0%} of its sentences, B in {right:.0%}."


def _headlines(comparison: Comparison) -> Iterator[str]:
    """Features of a headline that stand nowhere in its text, and headlines that no sentence carries."""
    sides = (
        ("A", comparison.left, comparison.facts_left, comparison.summary.headline_left),
        ("B", comparison.right, comparison.facts_right, comparison.summary.headline_right),
    )
    for letter, article, facts, carried in sides:
        if not article.headline or not article.sentences:
            continue
        if carried is None:
            yield f"No sentence of {letter} carries its headline."
        told = [item.fact for item in facts if item.fact.kind in MEASURES]
        for fact in find_facts(article.headline, article.published, article.language):
            if _is_figure(fact) and not any(same_measure(fact, other) and agree(fact, other) for other in told):
                yield f"{letter}'s headline has “{fact.text}”, its text does not."


def _is_figure(fact: Fact) -> bool:
    small = isinstance(fact.value, float | int) and fact.value < LEAST_FIGURE
    return fact.kind in MEASURES - {"ordinal", "score"} and not small
