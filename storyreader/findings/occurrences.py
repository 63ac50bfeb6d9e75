"""One fact where one of two accounts tells it."""

from dataclasses import dataclass

from storyreader.comparison import Side
from storyreader.fact import Fact

Key = tuple[Side, int, int, int]


@dataclass(frozen=True, slots=True)
class FactOccurrence:
    """One fact of one side."""

    side: Side
    sentence: int
    fact: Fact

    @property
    def key(self) -> Key:
        """Where it stands: the key by which a difference names it."""
        return self.side, self.sentence, self.fact.span.start, self.fact.span.end
