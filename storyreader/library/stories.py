"""Which articles tell the same story: tf-idf of the telling words, average linkage.

Similarities are cosines, 0 to 1. Only articles that share a rare word are ever compared, so the cost follows what
they share and not the square of their number.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.library.entry import Entry

SAME_STORY = 0.2
"""Average similarity from which two groups are one story; chosen for precision, a false merge misleads."""

_PRIOR_ARTICLES = 50
"""A folder of two articles says little about how rare a word is: as if so many other articles were known."""

_COMMON = 200
"""A word in more articles than this finds no candidates; it still counts in the similarity."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """Entries that tell of one event, by their place in the library. `title` is the first entry's."""

    title: str
    members: tuple[int, ...]


def group_stories(entries: Sequence[Entry]) -> list[Story]:
    """Stories of two articles or more, then each lone article as a story of its own, in library order."""
    vectors = _vectors(entries)
    groups = _average_linkage(len(entries), _similar_pairs(vectors))
    groups.sort(key=lambda group: (len(group) < 2, group[0]))
    return [Story(entries[group[0]].title, tuple(group)) for group in groups]


def closest(place: int, entries: Sequence[Entry]) -> int | None:
    """The place of the entry most like the one at `place`; None when no other shares anything with it."""
    vectors = _vectors(entries)
    own = vectors[place]
    best = max(
        ((_dot(own, other), -at) for at, other in enumerate(vectors) if at != place and other),
        default=(0.0, 0),
    )
    return -best[1] if best[0] > 0 else None


def _vectors(entries: Sequence[Entry]) -> list[Vector]:
    frequency = Counter(term for entry in entries for term, _ in entry.terms)
    total = len(entries) + _PRIOR_ARTICLES
    vectors = []
    for entry in entries:
        weights = {
            term: (1 + math.log(count)) * max(0.0, math.log(total / (frequency[term] + 1)))
            for term, count in entry.terms
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        vectors.append({term: weight / length for term, weight in weights.items()} if length else {})
    return vectors


def _dot(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


def _similar_pairs(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """All pairs that share a word not too common, with their similarity."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(place)
    pairs: dict[tuple[int, int], float] = {}
    for places in holders.values():
        if len(places) > _COMMON:
            continue
        for at, left in enumerate(places):
            for right in places[at + 1 :]:
                if (left, right) not in pairs:
                    pairs[left, right] = _dot(vectors[left], vectors[right])
    return pairs


def _average_linkage(count: int, similar: dict[tuple[int, int], float]) -> list[list[int]]:
    """Merge the two most similar groups while their average similarity is high enough."""
    members: dict[int, list[int]] = {place: [place] for place in range(count)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), value in similar.items():
        sums[left][right] = sums[right][left] = value
    queue = [(-value, left, right) for (left, right), value in similar.items() if value >= SAME_STORY]
    heapq.heapify(queue)
    while queue:
        negative, left, right = heapq.heappop(queue)
        if left not in members or right not in members:
            continue
        average = sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))
        if abs(average + negative) > 1e-9:
            continue  # an older figure of groups that have grown since; the new one is in the queue
        members[left] += members.pop(right)
        del sums[left][right]
        for other, value in sums.pop(right).items():
            if other == left:
                continue
            total = sums[left].get(other, 0.0) + value
            sums[left][other] = sums[other][left] = total
            sums[other].pop(right, None)
            average = total / (len(members[left]) * len(members[other]))
            if average >= SAME_STORY:
                heapq.heappush(queue, (-average, min(left, other), max(left, other)))
        # groups that only the left one knew have a lower average now
        for other, total in sums[left].items():
            average = total / (len(members[left]) * len(members[other]))
            if average >= SAME_STORY:
                heapq.heappush(queue, (-average, min(left, other), max(left, other)))
    return [sorted(group) for group in members.values()]
