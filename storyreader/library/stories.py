"""Which articles tell the same story: tf-idf of the telling words, average linkage.

Similarities are cosines, 0 to 1. Only articles that share a rare word are ever compared, so that the cost does not grow
with the square of their number.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.library.entry import Entry
from storyreader.library.story_names import story_name
from storyreader.library.term_vectors import Frequencies, TermVectors, Vector, dot

SAME_STORY = 0.2
"""Average similarity from which two groups are one story; chosen for precision, a false merge misleads."""

_MEETINGS = 200
"""How many meetings of articles in a word are looked at, for each article; commoner words find no candidates."""

FEW_WORDS = 20
"""Articles with fewer telling words than this may belong to a story by a single rare one."""


@dataclass(frozen=True, slots=True)
class Story:
    """Entries that tell of one event, by their place in the library. `title` is what their headlines call it."""

    title: str
    members: tuple[int, ...]


class StoryIndex:
    """The entries of a library, made ready for questions: which tell one story, and which is closest to another.

    Make it in a thread, once for each state of the library; asking takes some milliseconds then. An entry is named by
    its place in `entries`; `grouped` False leaves `stories` empty.
    """

    def __init__(self, entries: Sequence[Entry], *, grouped: bool = True) -> None:
        self._vectors = TermVectors([entry.terms for entry in entries])
        self.stories = _stories(entries, self._vectors) if grouped else []

    @property
    def size(self) -> int:
        """Number of entries."""
        return len(self._vectors)

    def closest(self, index: int) -> int | None:
        """The place of the entry most like the one at `index`; None when no other shares anything with it."""
        shared = self.likeness(index)
        most = max(shared)
        return shared.index(most) if most > 0 else None

    def likeness(self, index: int) -> list[float]:
        """How much each entry is like the one at `index`: cosines, 0 to 1, and 0 for itself."""
        return self._vectors.likeness(index)


def group_stories(entries: Sequence[Entry]) -> list[Story]:
    """Stories of two articles or more, then each lone article as a story of its own, in library order."""
    return _stories(entries, TermVectors([entry.terms for entry in entries]))


def pairs_in_stories(texts: Sequence[str], known: Frequencies | None = None) -> dict[tuple[int, int], float]:
    """The pairs that are alike by themselves and in one story, by place, with their similarity; of `Entry.terms`.

    `known` as in TermVectors.
    """
    vectors = TermVectors(texts, known)
    alike = _alike(vectors)
    story = {index: number for number, group in enumerate(_average_linkage(vectors, alike)) for index in group}
    return {pair: value for pair, value in alike.items() if story[pair[0]] == story[pair[1]]}


def _stories(entries: Sequence[Entry], vectors: TermVectors) -> list[Story]:
    groups = _average_linkage(vectors, _alike(vectors))
    groups.sort(key=lambda group: (len(group) < 2, group[0]))
    return [Story(story_title([entries[index] for index in group]), tuple(group)) for group in groups]


def story_title(entries: Sequence[Entry]) -> str:
    """What a story of these entries is called: a lone one by its headline."""
    return story_name(entries) if len(entries) > 1 else entries[0].title


def _alike(vectors: TermVectors) -> dict[tuple[int, int], float]:
    """The pairs at least as similar as two articles of one story, with their similarity.

    Looked for by the rarest words, as many as a budget that grows with the number of articles allows.
    """
    telling = vectors.rare_terms(_MEETINGS * len(vectors))
    found: dict[tuple[int, int], float] = {}
    for left in range(len(vectors)):
        own = vectors[left]
        shared: Counter[int] = Counter()
        for term in own:
            if telling[term]:
                shared.update(vectors.holders(term, behind=left))
        for right, words in shared.items():
            # one rare word is chance, unless an article has no other
            if words > 1 or min(len(own), vectors.length(right)) < FEW_WORDS:
                similarity = dot(own, vectors[right])
                if similarity >= SAME_STORY:
                    found[left, right] = similarity
    return found


class _Groups:
    """Groups of articles. The average similarity of two is the product of their summed vectors, by their sizes."""

    def __init__(self, vectors: TermVectors, alike: dict[tuple[int, int], float]) -> None:
        self.members: dict[int, list[int]] = {index: [index] for index in range(len(vectors))}
        self._sums: dict[int, Vector] = {index: vectors[index] for pair in alike for index in pair}
        self._neighbours: dict[int, set[int]] = defaultdict(set)
        for left, right in alike:
            self._neighbours[left].add(right)
            self._neighbours[right].add(left)

    def average(self, left: int, right: int) -> float:
        """The average similarity of the articles of two groups."""
        return dot(self._sums[left], self._sums[right]) / (len(self.members[left]) * len(self.members[right]))

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


def _average_linkage(vectors: TermVectors, alike: dict[tuple[int, int], float]) -> list[list[int]]:
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
