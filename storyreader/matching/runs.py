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
    shared run of n words holds one of n - 1. Runs are told apart by rolling hashes (Karp and Rabin 1987), so that a
    length costs one pass: n log n in the number of words.
    """
    ids = {word: number for number, word in enumerate(dict.fromkeys([*left, *right]), 1)}
    ours, theirs = _Hashes([ids[word] for word in left]), _Hashes([ids[word] for word in right])
    low, high = 0, min(len(left), len(right))
    places: list[int] = []
    if high >= SHORTEST_RUN:
        # where runs of six are shared, no run is longer than the longest stretch of them
        known = set(theirs.of_runs(SHORTEST_RUN))
        places = [place for place, value in enumerate(ours.of_runs(SHORTEST_RUN)) if value in known]
        low, high = (SHORTEST_RUN, _longest_stretch(places) + SHORTEST_RUN - 1) if places else (0, SHORTEST_RUN - 1)
    while low < high:
        middle = (low + high + 1) // 2
        known = set(theirs.of_runs(middle))
        if found := [place for place, value in enumerate(ours.of_runs(middle)) if value in known]:
            low, places = middle, found
        else:
            high = middle - 1
    return (min(places, key=lambda place: tuple(left[place : place + low])), low) if places else (0, 0)


def _longest_stretch(places: Sequence[int]) -> int:
    """How many of the places follow each other without a gap, at most."""
    longest = current = 0
    before = -2
    for place in places:
        current = current + 1 if place == before + 1 else 1
        longest = max(longest, current)
        before = place
    return longest


class _Hashes:
    """The hash of every run of numbers of a given length."""

    _MODULUS = (1 << 61) - 1
    _BASE = 1_000_003

    def __init__(self, numbers: Sequence[int]) -> None:
        self._prefixes = [0]
        for number in numbers:
            self._prefixes.append((self._prefixes[-1] * self._BASE + number) % self._MODULUS)

    def of_runs(self, size: int) -> list[int]:
        power = pow(self._BASE, size, self._MODULUS)
        starts, ends = self._prefixes[:-size], self._prefixes[size:]
        return [(end - start * power) % self._MODULUS for start, end in zip(starts, ends, strict=True)]


def _grams(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + size]) for place in range(len(words) - size + 1)}
