"""The telling words of many articles as vectors of unit length, weighed by tf-idf, packed into flat arrays.

A hundred thousand articles of sixty words take some 100 MB. Terms are numbers, articles are their places.
"""

import math
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from storyreader.library.entry import term_counts

_PRIOR_ARTICLES = 50
"""A folder of two articles says little about how rare a word is: as if so many other articles were known."""

_TOO_COMMON = 20_000
"""What stands in more articles tells nothing of closeness, and would take the longest."""

Vector = dict[int, float]
"""The weights of an article's terms."""


class Frequencies(NamedTuple):
    """In how many of so many articles each term stands; in one, where nothing is said of it."""

    articles: int
    counts: Mapping[str, int]


def dot(left: Vector, right: Vector) -> float:
    """The product of two vectors: of unit length, their cosine."""
    if len(right) < len(left):
        left, right = right, left
    return sum([weight * right[term] for term, weight in left.items() if term in right])


class TermVectors:
    """One vector for each of some `Entry.terms`, and for each term the articles that hold it.

    `known` says how rare terms are when the texts are few of many; else they say it themselves.
    """

    def __init__(self, texts: Sequence[str], known: Frequencies | None = None) -> None:
        frequency: Counter[str] = Counter()
        for text in texts:
            frequency.update([term for term, _ in term_counts(text)])
        articles, counts = known or Frequencies(len(texts), frequency)
        total = articles + _PRIOR_ARTICLES
        numbers = {term: number for number, term in enumerate(frequency)}
        self._rarity = [max(0.0, math.log(total / (counts.get(term, 1) + 1))) for term in frequency]
        self._starts = array("I", [0])
        self._terms, self._weights = array("I"), array("f")
        for text in texts:
            self._add(((numbers[term], count) for term, count in term_counts(text)))
        self._ends = array("I", accumulate(frequency.values(), initial=0))
        self._invert()

    def _add(self, counts: Iterator[tuple[int, int]]) -> None:
        """Put one more vector behind the others."""
        rarity = self._rarity
        weights = {number: (1 + math.log(count)) * rarity[number] for number, count in counts}
        length = math.sqrt(sum([weight * weight for weight in weights.values()]))
        if length:
            self._terms.extend(weights)
            self._weights.extend([weight / length for weight in weights.values()])
        self._starts.append(len(self._terms))

    def _invert(self) -> None:
        """Say of each term who holds it, in order, and with which weight."""
        size = self._ends[-1]
        self._holders, self._held = array("I", bytes(4 * size)), array("f", bytes(4 * size))
        at = self._ends[:-1]
        for place in range(len(self)):
            for index in range(self._starts[place], self._starts[place + 1]):
                term = self._terms[index]
                position = at[term]
                self._holders[position], self._held[position] = place, self._weights[index]
                at[term] = position + 1
        self._filled = at

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> Vector:
        start, end = self._starts[place], self._starts[place + 1]
        return dict(zip(self._terms[start:end], self._weights[start:end], strict=True))

    def length(self, place: int) -> int:
        """How many terms an article has."""
        return self._starts[place + 1] - self._starts[place]

    def holders(self, term: int, *, behind: int = -1) -> "array[int]":
        """The places of the articles that hold a term, those behind a place."""
        start, end = self._ends[term], self._filled[term]
        return self._holders[bisect_right(self._holders, behind, start, end) : end]

    def rare_terms(self, meetings: int) -> bytearray:
        """Of each term, whether it is among the rarest: so many that articles meet in them no oftener than that."""
        rare = bytearray(len(self._rarity))
        counts = [self._filled[term] - self._ends[term] for term in range(len(rare))]
        for term in sorted(range(len(rare)), key=counts.__getitem__):
            meetings -= counts[term] * (counts[term] - 1) // 2
            if meetings < 0:
                break
            rare[term] = 1
        return rare

    def likeness(self, place: int) -> list[float]:
        """The cosine of every article with the one at a place; 0 for itself."""
        shared = [0.0] * len(self)
        for term, own in self[place].items():
            start, end = self._ends[term], self._filled[term]
            if end - start <= _TOO_COMMON:
                for at, weight in zip(self._holders[start:end], self._held[start:end], strict=True):
                    shared[at] += own * weight
        shared[place] = 0.0
        return shared
