"""Where in a comparison a note belongs: from the sentences it is about to the row that shows them."""

from collections.abc import Iterable

from storyreader.comparison import Comparison, Row
from storyreader.saving.model import Note, Target


def target_of(comparison: Comparison, row: Row) -> Target:
    """What a note on this row is about: all sentences of its link, or the sentence that stands alone."""
    link = comparison.links[row.link] if row.link is not None else None
    left, right = (link.left, link.right) if link else (row.left, row.right)
    return Target(
        left=list(left),
        right=list(right),
        quote_left=" ".join(comparison.left.sentences[number].text for number in left),
        quote_right=" ".join(comparison.right.sentences[number].text for number in right),
    )


def notes_by_row(comparison: Comparison, notes: Iterable[Note]) -> dict[int, list[Note]]:
    """The notes of each row, by the row's place. A note on a link is shown once, where most of its sentences are."""
    found: dict[int, list[Note]] = {}
    for note in notes:
        if note.deleted:
            continue
        place = _row_of(comparison, note.target)
        if place is not None:
            found.setdefault(place, []).append(note)
    return found


def _row_of(comparison: Comparison, target: Target) -> int | None:
    best: tuple[int, int] | None = None
    for place, row in enumerate(comparison.rows):
        shared = len(set(row.left) & set(target.left)) + len(set(row.right) & set(target.right))
        if shared and (best is None or shared > best[0]):
            best = (shared, place)
    return best[1] if best else None
