"""From two lists of sentences to measured pairs: what training and matching have in common."""

from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache

from storyreader.alignment.candidates import candidate_pairs
from storyreader.alignment.context import with_context
from storyreader.alignment.features import pair_features
from storyreader.alignment.profiles import Profiles, profile
from storyreader.lexicon import detect_language

DETECTED_CHARACTERS = 4000
FALLBACK_LANGUAGE = "en"


def measure(left: Sequence[str], right: Sequence[str]) -> tuple[Profiles, Mapping[tuple[int, int], Sequence[float]]]:
    """The profiles of both sides and the features of every pair worth measuring."""
    profiles = profile(left, right, (_language(left), _language(right)))
    # arrays: as tuples the figures of two long articles would take four times the memory
    found = {
        (one, other): array("d", pair_features(profiles.left[one], profiles.right[other], profiles.vocabulary))
        for one, other in candidate_pairs(profiles)
    }
    return profiles, with_context(found)


def anchors(profiles: Profiles, pair: tuple[int, int]) -> tuple[int, int]:
    """How many figures and how many names both sentences of a pair have: they need no common language."""
    one, other = profiles.left[pair[0]], profiles.right[pair[1]]
    return len(one.figures & other.figures), len(one.names & other.names)


def _language(sentences: Sequence[str]) -> str:
    """The language of a list of sentences, from its beginning."""
    taken: list[str] = []
    size = 0
    for sentence in sentences:
        taken.append(sentence)
        size += len(sentence)
        if size > DETECTED_CHARACTERS:
            break
    return _detected(" ".join(taken))


@lru_cache(maxsize=64)
def _detected(text: str) -> str:
    """The language of a text; an article that is compared with several others is asked about once."""
    return detect_language(text) or FALLBACK_LANGUAGE
