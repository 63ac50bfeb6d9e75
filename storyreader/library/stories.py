"""Which articles tell the same story: tf-idf of the telling words, average linkage.

Similarities are cosines, 0 to 1. Only articles that share a rare word are ever compared, so that the cost does not grow
with the square of their number.
"""

import heapq
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from storyreader.library.entry import Entry, term_counts
from storyreader.library.story_names import story_name

SAME_STORY = 0.2
"""Average similarity from which two groups are one story; chosen for precision, a false merge misleads."""

_PRIOR_ARTICLES = 50
"""A folder of two articles says little about how rare a word is: as if so many other articles were known."""

_MEETINGS = 200
"""How many meetings of articles in a word are looked at, for each article; commoner words find no candidates."""

FEW_WORDS = 20
"""Articles with fewer telling words than this may belong to a story by a single rare one."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """Entries that tell of one event, by their place in the library. `title` is what their headlines call it."""

    title: str
    members: tuple[int, ...]


class StoryIndex:
    """The entries of a library, made ready for questions: which tell one story, and which is closest to another.

    Making it takes seconds for 10,000 entries, most of them for grouping, so make it in a thread, once for each state
    of the library; asking takes some 10 ms then. An entry is named by its place in `entries`; `grouped` False leaves
    `stories` empty.
    """

    def __init__(self, entries: Sequence[Entry], *, grouped: bool = True) -> None:
        vectors = _vectors(entries)
        self.stories = _stories(entries, vectors) if grouped else []
        self._entries, self._frequency = tuple(entries), _frequency(entries)
        self._places: dict[str, array[int]] = defaultdict(_no_places)
        self._weights: dict[str, array[float]] = defaultdict(_no_weights)
        for index, vector in enumerate(vectors):
            for term, weight in vector.items():
                self._places[term].append(index)
                self._weights[term].append(weight)

    @property
    def size(self) -> int:
        """Number of entries."""
        return len(self._entries)

    def closest(self, index: int) -> int | None:
        """The place of the entry most like the one at `index`; None when no other shares anything with it."""
        shared = self.likeness(index)
        most = max(shared)
        return shared.index(most) if most > 0 else None

    def likeness(self, index: int) -> list[float]:
        """How much each entry is like the one at `index`: cosines, 0 to 1, and 0 for itself."""
        shared = [0.0] * self.size
        for term, own in _vector(self._entries[index], self._frequency, self.size).items():
            for at, weight in zip(self._places[term], self._weights[term], strict=True):
                shared[at] += own * weight
        shared[index] = 0.0
        return shared


def _no_places() -> "array[int]":
    return array("I")


def _no_weights() -> "array[float]":
    return array("d")


def group_stories(entries: Sequence[Entry]) -> list[Story]:
    """Stories of two articles or more, then each lone article as a story of its own, in library order."""
    return _stories(entries, _vectors(entries))


def _stories(entries: Sequence[Entry], vectors: Sequence[Vector]) -> list[Story]:
    groups = _average_linkage(vectors, _alike(vectors))
    groups.sort(key=lambda group: (len(group) < 2, group[0]))
    return [Story(_title([entries[index] for index in group]), tuple(group)) for group in groups]


def _title(entries: Sequence[Entry]) -> str:
    return story_name(entries) if len(entries) > 1 else entries[0].title


def _vectors(entries: Sequence[Entry]) -> list[Vector]:
    frequency = _frequency(entries)
    return [_vector(entry, frequency, len(entries)) for entry in entries]


def _frequency(entries: Sequence[Entry]) -> Counter[str]:
    """In how many entries each term stands."""
    return Counter(term for entry in entries for term, _ in term_counts(entry.terms))


def _vector(entry: Entry, frequency: Counter[str], size: int) -> Vector:
    """The weights of an entry's terms, the vector of unit length; `size` is the number of entries counted."""
    total = size + _PRIOR_ARTICLES
    weights = {
        term: (1 + math.log(count)) * max(0.0, math.log(total / (frequency[term] + 1)))
        for term, count in term_counts(entry.terms)
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _dot(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return sum([weight * right[term] for term, weight in left.items() if term in right])


def _alike(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """The pairs at least as similar as two articles of one story, with their similarity.

    Looked for by the rarest words, as many as a budget that grows with the number of articles allows.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(index)
    budget = _MEETINGS * len(vectors)
    shared: Counter[tuple[int, int]] = Counter()
    for places in sorted(holders.values(), key=len):
        budget -= len(places) * (len(places) - 1) // 2
        if budget < 0:
            break
        shared.update(combinations(places, 2))
    found: dict[tuple[int, int], float] = {}
    for (left, right), words in shared.items():
        # one rare word is chance, unless an article has no other
        if words > 1 or min(len(vectors[left]), len(vectors[right])) < FEW_WORDS:
            similarity = _dot(vectors[left], vectors[right])
            if similarity >= SAME_STORY:
                found[left, right] = similarity
    return found


class _Groups:
    """Groups of articles. The average similarity of two is the product of their summed vectors, by their sizes."""

    def __init__(self, vectors: Sequence[Vector], alike: dict[tuple[int, int], float]) -> None:
        self.members: dict[int, list[int]] = {index: [index] for index in range(len(vectors))}
        self._sums: dict[int, Vector] = {index: dict(vector) for index, vector in enumerate(vectors)}
        self._neighbours: dict[int, set[int]] = defaultdict(set)
        for left, right in alike:
            self._neighbours[left].add(right)
            self._neighbours[right].add(left)

    def average(self, left: int, right: int) -> float:
        """The average similarity of the articles of two groups."""
        return _dot(self._sums[left], self._sums[right]) / (len(self.members[left]) * len(self.members[right]))

    def merge(self, left: int, right: int) -> set[int]:
        """Put the right group into the left one; the groups that have articles like its own."""
        self.members[left] += self.members.pop(right)
        sums = self._sums[left]
        for term, weight in self._sums.pop(right).items():
            sums[term] = sums.get(term, 0.0) + weight
        for other in self._neighbours.pop(right):
            self._neighbours[other].discard(right)
            if other != left:
                self._neighbours[other].add(left)
                self._neighbours[left].add(other)
        return self._neighbours[left]


def _average_linkage(vectors: Sequence[Vector], alike: dict[tuple[int, int], float]) -> list[list[int]]:
    """Merge the two most similar groups while their average similarity is high enough."""
    groups = _Groups(vectors, alike)
    queue = [(-value, left, right, 2) for (left, right), value in alike.items()]
    heapq.heapify(queue)
    while queue:
        _, left, right, size = heapq.heappop(queue)
        members = groups.members
        # a figure of groups that have grown since is old; the new one is in the queue
        if left not in members or right not in members or len(members[left]) + len(members[right]) != size:
            continue
        for other in groups.merge(left, right):
            average = groups.average(left, other)
            if average >= SAME_STORY:
                one, two = min(left, other), max(left, other)
                heapq.heappush(queue, (-average, one, two, len(members[one]) + len(members[two])))
    return [sorted(group) for group in groups.members.values()]
