"""Runs of the same words in two texts: the longest one, and how much of a text such runs cover. Units: words."""

from collections.abc import Sequence

SHORTEST_RUN = 6
"""Shorter runs than this are stock phrases, not copying."""
Run = tuple[int, int]


def shared_share(words: Sequence[str], others: Sequence[str]) -> float:
    """The share of `words` that stands in runs of six or more that the other text has too, 0 to 1."""
    if not words:
        return 0.0
    known = _grams(others, SHORTEST_RUN)
    covered = 0
    reached = 0
    for place in range(len(words) - SHORTEST_RUN + 1):
        if tuple(words[place : place + SHORTEST_RUN]) in known:
            covered += place + SHORTEST_RUN - max(place, reached)
            reached = place + SHORTEST_RUN
    return covered / len(words)


def longest_shared_run(left: Sequence[str], right: Sequence[str]) -> Run:
    """(first word on the left, number of words) of the longest shared run; (0, 0) when no word is shared.

    Of equally long runs the first in order of letters, whichever side is left. The length is found by halving: a
    shared run of n words holds one of n - 1. n log n in the number of words.
    """
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if _shared_grams(left, right, middle):
            low = middle
        else:
            high = middle - 1
    if not low:
        return (0, 0)
    best = min(_shared_grams(left, right, low))
    place = next(at for at in range(len(left)) if tuple(left[at : at + low]) == best)
    return (place, low)


def _shared_grams(left: Sequence[str], right: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return _grams(left, size) & _grams(right, size)


def _grams(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + size]) for place in range(len(words) - size + 1)}
