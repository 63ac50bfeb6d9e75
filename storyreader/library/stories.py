"""Which articles tell the same story: tf-idf of the telling words, average linkage, the days of publication.

Similarities are cosines, 0 to 1. Only articles that share a rare word are ever compared, so that the cost does not grow
with the square of their number. Two stories are one when their articles are nearly as much alike as those of each are
among themselves: two fights of one boxer, two thefts in one street have most words in common, but each has its own.
"""

import heapq
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from storyreader.library.entry import Entry
from storyreader.library.story_names import story_name
from storyreader.library.term_vectors import Frequencies, TermVectors, Vector, dot

SAME_STORY = 0.22
"""Similarity from which two articles are of one story; chosen for precision, a false merge misleads."""
NEIGHBOURS = 0.18
"""Similarity from which two articles are compared as parts of stories: one that tells an event in its own way may
belong to a story though it is much like none of its accounts.
"""
JOINS = 0.31
"""An article belongs to a story when its average similarity to it is so much of the root of the story's own."""
MERGES = 0.67
"""Two stories are one when their average similarity is so much of what it is within each, in the geometric mean."""
COPY = 0.75
"""Average similarity from which articles that stand by themselves are copies of one report: they count as one, or it
would be they that say how much alike the accounts of a story are.
"""
USUAL, PAIRS = 0.3, 6
"""How alike accounts of one story are among themselves: as if so many other pairs of each story were known."""
DAYS, MONTH = 7, 30
"""Accounts of one event are published within so many days; from a month on two that are much alike are of one topic."""
OTHER_TIME = 1.5
"""So much more similarity is needed a month or more apart: a later account of the same event, a copy."""

FEW_WORDS = 20
"""Articles with fewer telling words than this may belong to a story by a single rare one."""


@dataclass(frozen=True, slots=True)
class Story:
    """Entries that tell of one event, by their place in the library. `title` is what their headlines call it."""

    title: str
    members: tuple[int, ...]


def group_stories(entries: Sequence[Entry], terms: Sequence[str]) -> list[Story]:
    """Stories of two articles or more, then each lone article as a story of its own, in library order.

    `terms` are the telling words of each entry, see `terms_of`.
    """
    return named(alike_groups(TermVectors(terms), days_of(entries)), entries)


def days_of(entries: Iterable[Entry]) -> list[int | None]:
    """The day of each entry, counted from the year 1; None where it is not known."""
    return [entry.day.toordinal() if entry.day else None for entry in entries]


def pairs_in_stories(texts: Sequence[str], known: Frequencies | None = None) -> dict[tuple[int, int], float]:
    """The pairs that are alike by themselves and in one story, by place, with their similarity; of texts of telling
    words (see `terms_of`) of the same days.

    `known` as in TermVectors.
    """
    vectors = TermVectors(texts, known)
    alike, days = _alike(vectors), [None] * len(vectors)
    found: dict[tuple[int, int], float] = {}
    for part in _connected(alike, len(vectors)):
        story = {index: number for number, group in enumerate(_average_linkage(vectors, days, part)) for index in group}
        found |= {pair: value for pair, value in part.items() if story[pair[0]] == story[pair[1]]}
    return found


def named(groups: Sequence[Sequence[int]], entries: Sequence[Entry]) -> list[Story]:
    """Groups of entries as stories: those of several articles first, in library order."""
    ordered = sorted(map(sorted, groups), key=lambda group: (len(group) < 2, group[0]))
    return [Story(story_title([entries[index] for index in group]), tuple(group)) for group in ordered]


def story_title(entries: Sequence[Entry]) -> str:
    """What a story of these entries is called: a lone one by its headline."""
    return story_name(entries) if len(entries) > 1 else entries[0].title


def alike_groups(vectors: TermVectors, days: Sequence[int | None]) -> list[list[int]]:
    """All articles by their places, those of one story together; `days` as `days_of` has them."""
    groups: list[list[int]] = []
    left_alone = bytearray([1]) * len(vectors)
    for part in _connected(_alike(vectors), len(vectors)):
        for pair in part:
            for place in pair:
                left_alone[place] = 0
        groups += _average_linkage(vectors, days, part)
    return groups + [[place] for place in range(len(vectors)) if left_alone[place]]


Pairs = Mapping[tuple[int, int], float]
"""Similarities of articles, by two places of which the first is the smaller."""


class _PairList:
    """Pairs in flat arrays."""

    def __init__(self) -> None:
        self.left, self.right, self.values = array("I"), array("I"), array("d")

    def add(self, left: int, right: int, value: float) -> None:
        """Put one behind the others."""
        self.left.append(left)
        self.right.append(right)
        self.values.append(value)


def _alike(vectors: TermVectors) -> _PairList:
    """The pairs alike enough to be of one story with others: looked for by the rarest words."""
    found = _PairList()
    vector_of = lru_cache(maxsize=5_000)(vectors.__getitem__)
    few = bytearray(vectors.length(place) < FEW_WORDS for place in range(len(vectors)))
    for left in range(len(vectors)):
        own, short = vector_of(left), few[left]
        for right, words in vectors.meetings(left).items():
            # one rare word is chance, unless an article has no other
            if words > 1 or short or few[right]:
                similarity = dot(own, vector_of(right))
                if similarity >= NEIGHBOURS:
                    found.add(left, right, similarity)
    return found


def _connected(pairs: _PairList, size: int) -> Iterator[Pairs]:
    """The pairs in parts that share no article: what is one story in a part says nothing of the others."""
    home = array("I", range(size))

    def root(place: int) -> int:
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    for left, right in zip(pairs.left, pairs.right, strict=True):
        one, other = root(left), root(right)
        home[max(one, other)] = min(one, other)
    parts: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for number, left in enumerate(pairs.left):
        parts[root(left)].append(number)
    for numbers in parts.values():
        yield {(pairs.left[at], pairs.right[at]): pairs.values[at] for at in numbers}


class _Groups:
    """Groups of articles. The average similarity of two is the product of their summed vectors, by their sizes; copies
    of one report count as one article, with the mean of their vectors.
    """

    def __init__(self, vectors: TermVectors, days: Sequence[int | None], alike: Pairs) -> None:
        places = {place for pair in alike for place in pair}
        self.members: dict[int, list[int]] = {place: [place] for place in places}
        self._sizes = dict.fromkeys(places, 1)
        self._sums: dict[int, Vector] = {place: vectors[place] for place in places}
        self._within = dict.fromkeys(places, 0.0)  # similarities of the pairs of a group, summed
        self._days = {place: (day, 1) for place in places if (day := days[place]) is not None}
        self._neighbours: dict[int, set[int]] = defaultdict(set)
        for left, right in alike:
            self._neighbours[left].add(right)
            self._neighbours[right].add(left)

    def average(self, left: int, right: int) -> float:
        """The average similarity of the articles of two groups."""
        return dot(self._sums[left], self._sums[right]) / (self._sizes[left] * self._sizes[right])

    def needed(self, left: int, right: int) -> float:
        """The average similarity from which two groups are one story: by how alike each is in itself, and by the days
        between their middles.
        """
        one, other = self._sizes[left] > 1, self._sizes[right] > 1
        if one and other:
            least = MERGES * math.sqrt(self._cohesion(left) * self._cohesion(right))
        elif one or other:
            least = JOINS * math.sqrt(self._cohesion(left if one else right))
        else:
            least = SAME_STORY
        return least * self._for_days(left, right)

    def _cohesion(self, group: int) -> float:
        """The average similarity within a group of several; of a small one it says little yet."""
        size = self._sizes[group]
        return (self._within[group] + PAIRS * USUAL) / (size * (size - 1) / 2 + PAIRS)

    def _for_days(self, left: int, right: int) -> float:
        if left not in self._days or right not in self._days:
            return 1
        (one, few), (other, many) = self._days[left], self._days[right]
        apart = abs(one / few - other / many)
        return 1 + (OTHER_TIME - 1) * min(1.0, max(0.0, (apart - DAYS) / (MONTH - DAYS)))

    def merge(self, left: int, right: int) -> set[int]:
        """Put the right group into the left one; the groups that have articles like its own."""
        self._add_up(left, right)
        self.members[left] += self.members.pop(right)
        if right in self._days:
            (one, few), (other, many) = self._days.get(left, (0, 0)), self._days.pop(right)
            self._days[left] = one + other, few + many
        for other in self._neighbours.pop(right):
            self._neighbours[other].discard(right)
            if other != left:
                self._neighbours[other].add(left)
                self._neighbours[left].add(other)
        return self._neighbours[left]

    def _add_up(self, left: int, right: int) -> None:
        """Make one of the sums of two groups."""
        sums, others = self._sums[left], self._sums.pop(right)
        sizes, within = self._sizes.pop(right), self._within.pop(right)
        likeness = dot(sums, others)
        own = part = 1.0
        if self._sizes[left] == sizes == 1 and likeness >= COPY:
            own, part = (len(self.members[group]) for group in (left, right))
            own, part = own / (own + part), part / (own + part)
            self._sums[left] = sums = {term: own * weight for term, weight in sums.items()}
        else:
            self._sizes[left] += sizes
            self._within[left] += within + likeness
        for term, weight in others.items():
            sums[term] = sums.get(term, 0.0) + part * weight


def _average_linkage(vectors: TermVectors, days: Sequence[int | None], alike: Pairs) -> list[list[int]]:
    """Merge the two groups that are most alike, for the days between them, while any are alike enough."""
    groups = _Groups(vectors, days, alike)
    queue: list[tuple[float, int, int, int]] = []

    def offer(left: int, right: int, average: float) -> None:
        share = average / groups.needed(left, right)
        if share >= 1:
            heapq.heappush(queue, (-share, left, right, len(groups.members[left]) + len(groups.members[right])))

    for (left, right), similarity in alike.items():
        offer(left, right, similarity)
    while queue:
        _, left, right, size = heapq.heappop(queue)
        members = groups.members
        # a figure of groups that have grown since is old; the new one is in the queue
        if left not in members or right not in members or len(members[left]) + len(members[right]) != size:
            continue
        for other in groups.merge(left, right):
            offer(min(left, other), max(left, other), groups.average(left, other))
    return list(groups.members.values())
