"""From two outlines to measured pairs: what training and matching have in common."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from storyreader.alignment.candidates import candidate_pairs
from storyreader.alignment.context import with_context
from storyreader.alignment.features import lasting_features, pair_features
from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.profiles import Profiles, profile

MOST_REMEMBERED = 20_000
"""Pairs of sentences of which is remembered what they show: some ten megabytes."""


def measure(left: TextOutline, right: TextOutline) -> tuple[Profiles, Mapping[tuple[int, int], Sequence[float]]]:
    """The profiles of both sides and the features of every pair worth measuring."""
    profiles = profile(left, right)
    return profiles, measure_pairs(profiles, candidate_pairs(profiles), itself=left is right)


def measure_pairs(
    profiles: Profiles, pairs: Iterable[tuple[int, int]], *, itself: bool = False
) -> Mapping[tuple[int, int], Sequence[float]]:
    """The features of some pairs; a text laid over `itself` has each pair twice."""
    # arrays: as tuples the features of two long articles would take four times the memory
    found: dict[tuple[int, int], array[float]] = {}
    for one, other in pairs:
        known = found.get((other, one)) if itself else None
        features = known or array("d", pair_features(profiles.left[one], profiles.right[other], profiles.vocabulary))
        found[one, other] = features
    return with_context(found)


def measure_among_many(
    profiles: Profiles, pairs: Iterable[tuple[int, int]]
) -> Mapping[tuple[int, int], Sequence[float]]:
    """The same for two of many articles: what two sentences show whatever stands around them is remembered, since in
    accounts that copy from each other the same two meet often, and all of them meet again when an account comes.
    """
    vocabulary, found = profiles.vocabulary, {}
    for pair in pairs:
        left, right = profiles.left[pair[0]], profiles.right[pair[1]]
        ends = sorted((left.sentence.source, right.sentence.source))
        lasting = _lasting(*ends, vocabulary.languages)
        if not lasting:
            lasting[:] = array("d", lasting_features(left.word_sets, right.word_sets, vocabulary))
        found[pair] = pair_features(left, right, vocabulary, lasting)
    return with_context(found)


@lru_cache(maxsize=MOST_REMEMBERED)
def _lasting(one: tuple[str, str], other: tuple[str, str], languages: frozenset[str]) -> "array[float]":
    """A place for what two sentences always show; empty until it has been worked out."""
    del one, other, languages
    return array("d")


def anchors(profiles: Profiles, pair: tuple[int, int]) -> tuple[int, int]:
    """How many figures and how many names both sentences of a pair have: they need no common language."""
    left, right = profiles.left[pair[0]], profiles.right[pair[1]]
    return len(left.word_sets.figures & right.word_sets.figures), len(left.names & right.names)
