"""Runs of the same words in two texts: the longest one, and how much of a text such runs cover. Units: words."""

from collections.abc import Iterable, Iterator, Sequence

SHORTEST_RUN = 6
"""Shorter runs than this are stock phrases, not copying."""
Run = tuple[int, int]


class SharedRuns:
    """What two texts have word for word in common.

    Runs are told apart by rolling hashes (Karp and Rabin 1987), so that all runs of one length cost one pass.
    """

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        ids = {word: number for number, word in enumerate(dict.fromkeys([*left, *right]), 1)}
        self._left = left
        self._sides = _Hashes([ids[word] for word in left]), _Hashes([ids[word] for word in right])
        runs = [side.of_runs(SHORTEST_RUN, side.places(SHORTEST_RUN)) for side in self._sides]
        known = set(runs[0]) & set(runs[1])
        self._places = tuple([index for index, value in enumerate(side) if value in known] for side in runs)

    @property
    def left_share(self) -> float:
        """The share of the left words that stands in runs of six or more that the right text has too, 0 to 1."""
        return self._share(0)

    @property
    def right_share(self) -> float:
        """The same of the right words."""
        return self._share(1)

    def _share(self, side: int) -> float:
        covered = self._covered(side)
        return sum(covered) / len(covered) if any(covered) else 0.0

    def _covered(self, side: int) -> bytearray:
        covered = bytearray(len(self._sides[side]))
        for place in self._places[side]:
            covered[place : place + SHORTEST_RUN] = b"\x01" * SHORTEST_RUN
        return covered

    def shares(self, side: int, sizes: Iterable[int]) -> Iterator[float]:
        """The same for each stretch of one side, 0 the left; `sizes` are the stretches' numbers of words, in order."""
        covered, start = self._covered(side), 0
        for size in sizes:
            yield sum(covered[start : start + size]) / size if size else 0.0
            start += size

    def longest(self) -> Run:
        """(first word on the left, number of words) of the longest shared run; (0, 0) when no word is shared.

        Of equally long runs the first in order of letters, whichever side is left. The length is found by halving: a
        shared run of n words holds one of n - 1, so that n log n words are looked at.
        """
        stretches = [_stretches(places) for places in self._places]
        low, high = 0, min(*map(len, self._sides), SHORTEST_RUN - 1)
        found: list[int] = []
        if self._places[0]:
            # no run is longer than the longest stretch of places where runs of six begin
            low, high = SHORTEST_RUN, min(max(side) for side in stretches) + SHORTEST_RUN - 1
            found = self._places[0]
        while low < high:
            middle = (low + high + 1) // 2
            begun = [self._begun(side, middle, stretches[side]) for side in (0, 1)]
            runs = [side.of_runs(middle, places) for side, places in zip(self._sides, begun, strict=True)]
            known = set(runs[1])
            if places := [place for place, value in zip(begun[0], runs[0], strict=True) if value in known]:
                low, found = middle, places
            else:
                high = middle - 1
        return (min(found, key=lambda place: tuple(self._left[place : place + low])), low) if found else (0, 0)

    def _begun(self, side: int, size: int, stretches: Sequence[int]) -> Iterable[int]:
        """Where a shared run of `size` words may begin."""
        if size < SHORTEST_RUN:
            return self._sides[side].places(size)
        least = size - SHORTEST_RUN + 1
        return [place for place, run in zip(self._places[side], stretches, strict=True) if run >= least]


def _stretches(places: Sequence[int]) -> list[int]:
    """For each place how many follow each other from it without a gap, itself included."""
    found = [1] * len(places)
    for at in range(len(places) - 2, -1, -1):
        if places[at] + 1 == places[at + 1]:
            found[at] = found[at + 1] + 1
    return found


class _Hashes:
    """The hashes of the runs of a list of numbers."""

    _MODULUS = (1 << 61) - 1
    _BASE = 1_000_003

    def __init__(self, numbers: Sequence[int]) -> None:
        self._prefixes = [0]
        for number in numbers:
            self._prefixes.append((self._prefixes[-1] * self._BASE + number) % self._MODULUS)

    def __len__(self) -> int:
        return len(self._prefixes) - 1

    def places(self, size: int) -> range:
        """Where runs of a size begin."""
        return range(len(self) - size + 1)

    def of_runs(self, size: int, places: Iterable[int]) -> list[int]:
        """The hash of the run of a size at each place."""
        power = pow(self._BASE, size, self._MODULUS)
        prefixes, modulus = self._prefixes, self._MODULUS
        return [(prefixes[place + size] - prefixes[place] * power) % modulus for place in places]
