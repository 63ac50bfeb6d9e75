"""Everything that is said of two accounts beside their links, worked out on demand."""

from collections.abc import Iterable, Iterator, Sequence

from storyreader.article import Article
from storyreader.comparing import readings_of
from storyreader.comparison import ArticleFact, Comparison, Observation, Side
from storyreader.fact import Fact
from storyreader.facts import MEASURES, agree, same_measure
from storyreader.findings.credits import source_chains
from storyreader.findings.fact_table import find_fact_rows
from storyreader.findings.nouns import Findings
from storyreader.findings.omissions import find_omissions
from storyreader.findings.voices import find_voices
from storyreader.garbage import without_garbage_collection
from storyreader.reading import Reading

SOURCES_APART = 0.25
"""From this difference of the shares of sourced sentences on the reader is told."""
LEAST_FIGURE = 3
"""Smaller figures of a headline ("one", "two") are often only words."""


def find_findings(comparison: Comparison) -> Findings:
    """The tables of facts and voices, omissions, inconsistencies of either article, and observations on all of them.

    Swapping the sides gives the mirror image, the rows in another order.
    """
    with without_garbage_collection():
        return _found(comparison)


def _found(comparison: Comparison) -> Findings:
    readings = readings_of(comparison)
    shares = [
        sourced_share(article, facts)
        for article, facts in ((comparison.left, comparison.facts_left), (comparison.right, comparison.facts_right))
    ]
    return Findings(
        facts=find_fact_rows(comparison),
        voices=find_voices(comparison),
        omissions=find_omissions(comparison),
        inconsistencies_left=readings[0].inconsistencies,
        inconsistencies_right=readings[1].inconsistencies,
        sourced_left=shares[0],
        sourced_right=shares[1],
        observations=(*source_chains(comparison), *_sourcing(shares[0], shares[1]), *_headlines(comparison, readings)),
    )


def sourced_share(article: Article, facts: Iterable[ArticleFact]) -> float:
    """The share of sentences with a quotation or an attribution, 0 to 1."""
    sourced = {item.sentence for item in facts if item.fact.kind in {"quote", "attribution"}}
    return len(sourced) / len(article.sentences) if article.sentences else 0.0


def _sourcing(left: float, right: float) -> Iterator[Observation]:
    if abs(left - right) >= SOURCES_APART:
        yield Observation("sourcing", (left, right))


def _headlines(comparison: Comparison, readings: tuple[Reading, Reading]) -> Iterator[Observation]:
    """Headlines that no sentence carries or that tell more than their text, and figures that only they have."""
    sides: tuple[tuple[Side, Reading, Sequence[ArticleFact], int | None], ...] = (
        ("left", readings[0], comparison.facts_left, comparison.summary.headline_left),
        ("right", readings[1], comparison.facts_right, comparison.summary.headline_right),
    )
    for side, reading, facts, carried in sides:
        if not reading.article.headline or not reading.texts:
            continue
        if carried is None:
            yield Observation("headline_not_carried", (side,))
        if reading.promise:
            yield Observation("headline_promises", (side, reading.promise.headline, reading.promise.text))
        told = [item.fact for item in facts if item.fact.kind in MEASURES]
        for fact in reading.headline_facts:
            if _is_figure(fact) and not any(same_measure(fact, other) and agree(fact, other) for other in told):
                yield Observation("headline_figure", (side, fact.text))


def _is_figure(fact: Fact) -> bool:
    small = isinstance(fact.value, float | int) and fact.value < LEAST_FIGURE
    return fact.kind in MEASURES - {"ordinal", "score"} and not small
