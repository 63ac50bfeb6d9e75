"""The reader's word on rows and on facts: their verdicts, and what they have looked at."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from storyreader.comparison import Comparison, Passage, Side
from storyreader.saving import Item, Note, SavedComparison, living, row_of

REVIEWED = "✓ reviewed"
"""Stands for the word of a reader who has looked at something and given no verdict."""

FactPlace = tuple[Side, Passage]
"""Where a fact stands on one side."""


class Judgements(NamedTuple):
    """The latest word on each row as a whole, and on facts: on the words that tell them, one place a side."""

    rows: Mapping[int, str] = {}
    facts: Mapping[frozenset[FactPlace], str] = {}

    def on_fact(self, places: Collection[FactPlace]) -> str:
        """The word on a fact that stands at these places, empty where there is none."""
        known = frozenset(places)
        return next((word for judged, word in reversed(list(self.facts.items())) if judged <= known), "")


NO_JUDGEMENTS = Judgements()


def judgements_of(comparison: Comparison, saved: SavedComparison | None) -> Judgements:
    """What the reader has judged; verdicts count more than having looked at something, later ones more than earlier."""
    if saved is None:
        return NO_JUDGEMENTS
    rows: dict[int, str] = {}
    facts: dict[frozenset[FactPlace], str] = {}
    for item, word in _words(saved):
        places = _places(comparison, item)
        row_index = row_of(comparison, item)
        if places:
            facts.pop(places, None)  # the latest word comes last
            facts[places] = word
        elif row_index is not None:
            rows[row_index] = word
    return Judgements(rows, facts)


def _words(saved: SavedComparison) -> Iterable[tuple[Item, str]]:
    yield from ((review, REVIEWED) for review in living(saved.reviews))
    notes: list[Note] = living(saved.notes)
    yield from ((note, note.verdict) for note in sorted(notes, key=lambda note: note.changed) if note.verdict)


def _places(comparison: Comparison, item: Item) -> frozenset[FactPlace]:
    """The words of sentences that an item is about; empty where it is about whole sentences."""
    anchors = ((side, item.target.anchor(name)) for side, name in comparison.names.items())
    return frozenset(
        (side, Passage(anchor.sentences[0], *anchor.span))
        for side, anchor in anchors
        if anchor is not None and anchor.span is not None and anchor.sentences
    )
