"""The links of every two of any number of articles, with their conflicts: for a board, not for a comparison each."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.alignment import Matches, match_all
from storyreader.comparing.conflict_judge import ConflictJudge
from storyreader.comparing.same_event import event_of
from storyreader.comparison import Related
from storyreader.garbage import without_garbage_collection
from storyreader.lazy import LazyLink
from storyreader.reading import Reading


@dataclass(frozen=True, slots=True)
class PairLinks:
    """What two articles have in common: links with their conflicts, and what else is known of their sentences."""

    links: tuple[LazyLink, ...]
    matches: Matches

    @property
    def related(self) -> tuple[Related, ...]:
        """The pairs that are perhaps related."""
        return self.matches.related

    def chance(self, left: int, right: int) -> float:
        """How likely two sentences tell the same, 0 to 1, linked or not."""
        return self.matches.chance(left, right)


def link_all(readings: Sequence[Reading]) -> dict[tuple[int, int], PairLinks]:
    """The links of every two articles that have some, by their numbers (the smaller first). What differs between two
    events is no conflict. The order of the articles makes no difference but to the numbers.
    """
    with without_garbage_collection():
        matches = match_all([reading.outline for reading in readings])
        return {
            (left, right): PairLinks(_judged(readings[left], readings[right], found.links), found)
            for (left, right), found in matches.items()
            if found.links or found.related
        }


def _judged(left: Reading, right: Reading, links: tuple[LazyLink, ...]) -> tuple[LazyLink, ...]:
    judged = ConflictJudge(left, right, one_event=True).judged(links)
    # whether it is one event is worth knowing only where something would be a conflict
    differs = any(link.kind == "conflict" for link in judged)
    if differs and event_of(left, right, links).verdict == "two events":
        return ConflictJudge(left, right, one_event=False).judged(links)
    return judged
