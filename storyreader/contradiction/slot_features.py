"""What a place of two sentences that may contradict each other is, and how surely its two sides fill one slot.

Each figure is the same when the sides are swapped.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.fact import Fact
from storyreader.lexicon import tables_for

Features = dict[str, float]
MOST_FACTS = 24
"""Sentences with more facts of a family than this are tables; they are not looked at."""
DENIED_REACH = 2
"""Words before a place in which a "not" means it."""
Scored = tuple[float, Fact, Fact, "Candidate"]


@dataclass(frozen=True)
class Candidate:
    """Two stretches that may clash. `facts` are the facts there, None where a word alone differs."""

    family: str
    left: Range
    right: Range
    features: Features
    facts: tuple[Fact, Fact] | None = None


def slot_features(pair: AlignedPair, left: Range, right: Range) -> Features:
    """How surely two stretches fill the same place."""
    before, behind = pair.flanks(left, right)
    exact, gap_words = pair.gap_figures(left, right)
    likeness, gap, head = pair.likeness(left, right), float(pair.same_gap(left, right)), pair.same_head(left, right)
    return {
        "likeness": likeness,
        "gap": gap,
        "before": float(before),
        "behind": float(behind),
        "tight": gap * before * behind,
        "exact": exact,
        "gap words": gap_words,
        "head": head,
        "alike place": likeness * pair.shared,
        "high likeness": max(0.0, likeness - 0.5),
        "head in gap": head * gap,
        "shared": pair.shared,
        "whole": pair.whole,
        "run": pair.run,
        "long": math.log(max(1, min(len(pair.left.words.keys), len(pair.right.words.keys)))),
    }


def denied_alone(pair: AlignedPair, left: Range, right: Range) -> bool:
    """Whether one of two places stands shortly behind a "not": "not the first" says nothing against "the second"."""
    return _denied(pair.left, left) != _denied(pair.right, right)


def _denied(side: AlignedSentence, span: Range) -> bool:
    tables = tables_for(side.language)
    before = side.lower[max(0, span[0] - DENIED_REACH) : span[0]]
    return any(tables.has("negation_words", word) for word in before)


def mutually_best(scored: Sequence[Scored]) -> Iterator[Candidate]:
    """The candidates whose two facts have no better partner; the figure "margin" says by how much they are better."""
    for score, left, right, candidate in scored:
        rivals = [other[0] for other in scored if (other[1] is left) != (other[2] is right)]
        best = max(rivals, default=0.0)
        if score >= best:
            candidate.features["margin"] = min(1.0, score - best)
            yield candidate


def places_of(pair: AlignedPair, candidate: Candidate) -> Iterator[tuple[AlignedSentence, Range]]:
    """Both sentences with the place of each."""
    return zip(pair.sides, (candidate.left, candidate.right), strict=True)
