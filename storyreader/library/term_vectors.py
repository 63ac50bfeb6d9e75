"""The telling words of many articles as vectors of unit length, weighed by tf-idf, packed into flat arrays.

A hundred thousand articles of a hundred words take some 60 MB. Terms are numbers, articles are their places.
"""

import math
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from storyreader.library.entry import term_counts

_PRIOR_ARTICLES = 50
"""A folder of two articles says little about how rare a word is: as if so many other articles were known."""

_MEETINGS = 200
"""How many meetings of articles in a word are looked at, for each article; commoner words find no candidates."""

_LEAST_MEETINGS = 300_000
"""So many in any case: a folder may hold nothing but accounts of one story, which have their words in common."""

_TIMES = [0.0, *(1 + math.log(count) for count in range(1, 256))]
"""What it weighs that a word stands there so often."""

Vector = dict[int, float]
"""The weights of an article's terms."""


def dot(left: Vector, right: Vector) -> float:
    """The product of two vectors: of unit length, their cosine."""
    if len(right) < len(left):
        left, right = right, left
    return sum([weight * right[term] for term, weight in left.items() if term in right])


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of so many articles each term stands; in one, where nothing is said of it.

    Accounts of one story are looked for by terms that stand in `most` of them at most; 0 leaves that to the texts.
    """

    articles: int
    counts: Mapping[str, int]
    most: int = 0

    @classmethod
    def of(cls, articles: int, counts: Mapping[str, int]) -> "Frequencies":
        """Those of all terms of some articles."""
        several = {term: count for term, count in counts.items() if count > 1}
        return cls(articles, several, most_holders(articles, counts.values()))

    def holders(self, term: str) -> int:
        """How many hold a term; 1 for what is not known."""
        return self.counts.get(term, 1)

    def rarity(self, term: str) -> float:
        """The weight of a term that stands once: 0 for what nearly all hold."""
        return max(0.0, math.log((self.articles + _PRIOR_ARTICLES) / (self.holders(term) + 1)))

    def vector(self, terms: str) -> dict[str, float]:
        """The weights of the terms of one article, by the terms themselves."""
        weights = {term: _TIMES[min(count, 255)] * self.rarity(term) for term, count in term_counts(terms)}
        length = math.sqrt(sum([weight * weight for weight in weights.values()]))
        return {term: weight / length for term, weight in weights.items()} if length else {}


def most_holders(articles: int, counts: Iterable[int]) -> int:
    """How many hold the commonest term that is looked for: a budget of meetings grows with the articles, and is spent
    on the rarest terms first.
    """
    meetings, most = max(_LEAST_MEETINGS, _MEETINGS * articles), 1
    for holders, terms in sorted(Counter(counts).items()):
        meetings -= terms * holders * (holders - 1) // 2
        if meetings < 0:
            break
        most = holders
    return most


class TermVectors:
    """One vector for each of some texts of telling words (see `terms_of`), and for each telling term who holds it.

    `counts` say how rare terms are: those of these texts, or those of an earlier and larger set.
    """

    def __init__(self, texts: Iterable[str], counts: Frequencies | None = None) -> None:
        numbers: dict[str, int] = {}
        frequency = array("I")
        self._starts, self._terms, self._times = array("I", [0]), array("I"), array("B")
        for text in texts:
            for term, count in term_counts(text):
                number = numbers.setdefault(term, len(numbers))
                if number == len(frequency):
                    frequency.append(0)
                frequency[number] += 1
                self._terms.append(number)
                self._times.append(min(count, 255))
            self._starts.append(len(self._terms))
        self.counts = counts or Frequencies.of(len(self), dict(zip(numbers, frequency, strict=True)))
        self._rarity = array("d", map(self.counts.rarity, numbers))
        self._lengths = array("d", (self._length(place) for place in range(len(self))))
        most = self.counts.most or most_holders(len(self), frequency)
        looked_for = [
            count if count > 1 and (self.counts.holders(term) if self.counts.most else count) <= most else 0
            for term, count in zip(numbers, frequency, strict=True)
        ]
        self._invert(looked_for)

    def _length(self, place: int) -> float:
        return math.sqrt(sum([weight * weight for weight in self._weights(place)]))

    def _weights(self, place: int) -> list[float]:
        start, end = self._starts[place], self._starts[place + 1]
        rarity = self._rarity
        return [
            _TIMES[times] * rarity[term]
            for term, times in zip(self._terms[start:end], self._times[start:end], strict=True)
        ]

    def _invert(self, sizes: Sequence[int]) -> None:
        """Say of each term that several hold and that is looked for who holds it, in order."""
        self._ends = array("I", accumulate(sizes, initial=0))
        self._holders = array("I", bytes(4 * self._ends[-1]))
        at = self._ends[:-1]
        for place in range(len(self)):
            for term in self._terms[self._starts[place] : self._starts[place + 1]]:
                if sizes[term]:
                    self._holders[at[term]] = place
                    at[term] += 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> Vector:
        length = self._lengths[place]
        if not length:
            return {}
        terms = self._terms[self._starts[place] : self._starts[place + 1]]
        return {term: weight / length for term, weight in zip(terms, self._weights(place), strict=True)}

    def length(self, place: int) -> int:
        """How many terms an article has."""
        return self._starts[place + 1] - self._starts[place]

    def meetings(self, place: int) -> Counter[int]:
        """The places behind a place of the articles that share terms that are looked for, and how many each shares."""
        met: list[int] = []
        ends, holders = self._ends, self._holders
        for term in self._terms[self._starts[place] : self._starts[place + 1]]:
            end = ends[term + 1]
            if end > ends[term] and holders[end - 1] > place:
                met.extend(holders[bisect_right(holders, place, ends[term], end) : end])
        return Counter(met)
