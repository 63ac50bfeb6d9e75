"""The links of every two of any number of articles: for a board, not for a comparison each."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from storyreader.alignment import Matches, match_all
from storyreader.comparing.conflict_judge import ConflictJudge
from storyreader.comparing.same_event import event_of, may_contradict
from storyreader.comparison import Link, Related
from storyreader.garbage import without_garbage_collection
from storyreader.lazy import LazyLink
from storyreader.reading import Reading


class PairLinks:
    """What two articles have in common. Conflicts are looked for in the links that somebody asks for: not all linked
    sentences are of one claim.
    """

    def __init__(self, left: Reading, right: Reading, matches: Matches) -> None:
        self._left, self._right, self._matches = left, right, matches
        self._judged: dict[tuple[tuple[int, ...], tuple[int, ...]], LazyLink] = {}

    @property
    def links(self) -> tuple[LazyLink, ...]:
        """The links as their words tell them."""
        return self._matches.links

    @property
    def related(self) -> tuple[Related, ...]:
        """The pairs that are perhaps related."""
        return self._matches.related

    @property
    def chances(self) -> Mapping[tuple[int, int], float]:
        """How likely two sentences tell the same, 0 to 1, linked or not; those that are missing do not."""
        return self._matches.chances

    def judged(self, link: Link) -> LazyLink:
        """One of the links with its conflicts. What differs between two events is no conflict."""
        key = link.left, link.right
        if key not in self._judged:
            found = self._judge.judged_one(self._own[key], self.links)
            # whether it is one event is worth knowing only where something would be a conflict
            if found.kind == "conflict" and not self._may_contradict:
                found = ConflictJudge(self._left, self._right, contradict=False).judged_one(self._own[key], self.links)
            self._judged[key] = found
        return self._judged[key]

    @cached_property
    def _judge(self) -> ConflictJudge:
        return ConflictJudge(self._left, self._right, contradict=True)

    @cached_property
    def _may_contradict(self) -> bool:
        return may_contradict(event_of(self._left, self._right, self.links, named=False))

    @cached_property
    def _own(self) -> dict[tuple[tuple[int, ...], tuple[int, ...]], LazyLink]:
        return {(link.left, link.right): link for link in self.links}


def link_all(readings: Sequence[Reading]) -> dict[tuple[int, int], PairLinks]:
    """The links of every two articles that have some, by their numbers (the smaller first). The order of the articles
    makes no difference but to the numbers.
    """
    with without_garbage_collection():
        return {
            (left, right): PairLinks(readings[left], readings[right], found)
            for (left, right), found in match_all([reading.outline for reading in readings]).items()
            if found.links or found.related
        }
