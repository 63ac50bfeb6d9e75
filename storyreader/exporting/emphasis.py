"""Which stretches of a sentence an export emphasises: changed words, facts that differ, words a note is about."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from storyreader.comparison import Comparison, Passage, Side
from storyreader.exporting.dossier import DossierRow


class Stretch(NamedTuple):
    """Characters `start` to `end` (exclusive) of a sentence, and how they are emphasised, outermost first."""

    start: int
    end: int
    kinds: tuple[str, ...]


def emphasised(comparison: Comparison, entry: DossierRow, side: Side, number: int) -> list[Stretch]:
    """The whole sentence in stretches, in order: "marked" for a note's words, "differs", "changed"."""
    length = len(comparison.article(side).sentences[number].text)
    wanted = [(max(0, start), min(length, end), kind) for start, end, kind in _wanted(comparison, entry, side, number)]
    wanted = [(start, end, kind) for start, end, kind in wanted if start < end]
    edges = sorted({0, length, *(edge for start, end, _ in wanted for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        here = {kind for first, last, kind in wanted if first <= start and end <= last}
        found.append(Stretch(start, end, tuple(kind for kind in ("marked", "differs", "changed") if kind in here)))
    return found


def _wanted(comparison: Comparison, entry: DossierRow, side: Side, number: int) -> Iterator[tuple[int, int, str]]:
    for note in entry.notes:
        anchor = note.target.anchor(comparison.names[side])
        if anchor is not None and anchor.span is not None and anchor.sentences == [number]:
            yield (*anchor.span, "marked")
    if entry.row.link is None:
        return
    link = comparison.links[entry.row.link]
    passages: list[tuple[Passage | None, str]] = [
        (difference.left if side == "left" else difference.right, "differs")
        for difference in link.differences
        if difference.conflict
    ]
    passages += [(change.left if side == "left" else change.right, "changed") for change in link.changes]
    for passage, kind in passages:
        if passage is not None and passage.sentence == number:
            yield (passage.start, passage.end, kind)
