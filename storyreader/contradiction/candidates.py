"""All places of two linked sentences that may contradict each other.

Five families: values, dates, names, polarity (one side negates), opposites (one side says the contrary word).
"""

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.antonyms import opposite_candidates
from storyreader.contradiction.names import name_candidates
from storyreader.contradiction.negation import polarity_candidates
from storyreader.contradiction.one_claim import is_one_claim
from storyreader.contradiction.slot_features import Candidate
from storyreader.contradiction.tolls import counts_one_toll
from storyreader.contradiction.values import value_candidates
from storyreader.facts import MEASURES


def candidates(pair: AlignedPair) -> list[Candidate]:
    """All places of a pair that may contradict each other."""
    words = [*name_candidates(pair), *polarity_candidates(pair), *opposite_candidates(pair)]
    return [*value_places(pair), *(candidate for candidate in words if is_one_claim(pair, candidate))]


def value_places(pair: AlignedPair) -> list[Candidate]:
    """Those of values and dates."""
    found = [
        *value_candidates(pair, "value", lambda fact: fact.kind in MEASURES or fact.kind == "time"),
        *value_candidates(pair, "date", lambda fact: fact.kind == "date"),
    ]
    kept = [candidate for candidate in found if is_one_claim(pair, candidate)]
    for candidate in kept:
        if candidate.family == "value":
            candidate.features["toll"] = float(counts_one_toll(pair, candidate))
            candidate.features["share"] = float(pair.shares(candidate.left, candidate.right))
    return kept
