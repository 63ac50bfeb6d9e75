"""From two outlines to measured pairs: what training and matching have in common."""

from array import array
from collections.abc import Iterable, Mapping, Sequence

from storyreader.alignment.candidates import candidate_pairs
from storyreader.alignment.context import with_context
from storyreader.alignment.features import pair_features
from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.profiles import Profiles, profile


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


def anchors(profiles: Profiles, pair: tuple[int, int]) -> tuple[int, int]:
    """How many figures and how many names both sentences of a pair have: they need no common language."""
    left, right = profiles.left[pair[0]], profiles.right[pair[1]]
    return len(left.figures & right.figures), len(left.names & right.names)
