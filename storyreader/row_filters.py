"""Which rows of a comparison are shown, and in which order: the reader's filter and sorting, decided in one place."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from storyreader.comparison import Comparison, Row, RowKind, Side

Filter = Literal[
    "all", "differences", "conflicts", "values", "reworded", "moved", "only A", "only B", "with notes", "not reviewed"
]
Order = Literal["order of A", "order of B", "weightiest first"]

FILTERS: tuple[Filter, ...] = (
    "all", "differences", "conflicts", "values", "reworded", "moved", "only A", "only B", "with notes", "not reviewed",
)  # fmt: skip
ORDERS: tuple[Order, ...] = ("order of A", "order of B", "weightiest first")

WEIGHTS: tuple[RowKind, ...] = ("conflict", "only right", "only left", "partial", "reworded", "same")
"""What a reader looks for, weightiest first."""


_UNNARROWED: frozenset[Filter] = frozenset({"all", "not reviewed"})
"""Filters that do not say what the reader looks for."""


class RowsKnown(NamedTuple):
    """What is known of rows beside their kinds: the places of those with notes, looked at, with values that differ."""

    noted: Collection[int] = ()
    reviewed: Collection[int] = ()
    differing: Collection[int] = ()


NOTHING_KNOWN = RowsKnown()


def filtered_rows(
    comparison: Comparison, chosen: Filter = "all", order: Order = "order of A", known: RowsKnown = NOTHING_KNOWN
) -> tuple[int, ...]:
    """The places of the rows to show, in order."""
    rows = comparison.rows
    places = [place for place in range(len(rows)) if _passes(comparison, place, chosen, known)]
    if order == "order of B":
        keys = _order_of_right(rows)
        places.sort(key=lambda place: keys[place])
    elif order == "weightiest first":
        places.sort(key=lambda place: (_weight(rows[place], place in known.differing), place))
    return tuple(places)


def _weight(row: Row, differs: bool) -> tuple[int, int]:
    """Conflicts first, then other values that differ, then the kinds."""
    return min(WEIGHTS.index(row.kind), 1 if differs else len(WEIGHTS)), WEIGHTS.index(row.kind)


def filter_counts(comparison: Comparison, known: RowsKnown = NOTHING_KNOWN) -> dict[Filter, int]:
    """How many rows each filter shows."""
    return {chosen: len(filtered_rows(comparison, chosen, "order of A", known)) for chosen in FILTERS}


def differing_rows(comparison: Comparison, shown: Sequence[int]) -> list[int]:
    """The places of those of the rows shown that are not the same in both, in their order."""
    return [place for place in shown if comparison.rows[place].kind != "same"]


def stopping_rows(
    comparison: Comparison, shown: Sequence[int], chosen: Filter, known: RowsKnown = NOTHING_KNOWN
) -> list[int]:
    """The places of the rows shown at which a reader stops: conflicts and other values that differ, and where there are
    none all differences; with a filter that tells what is looked for, each row it shows.
    """
    if chosen not in _UNNARROWED:
        return list(shown)
    loud = [place for place in shown if comparison.rows[place].kind == "conflict" or place in known.differing]
    return loud or differing_rows(comparison, shown)


def next_place(shown: Sequence[int], among: Collection[int], here: int | None, direction: int) -> int | None:
    """The nearest place of some, in the order shown, after `here` or before it; without `here` from either end."""
    order = shown if direction > 0 else shown[::-1]
    at = order.index(here) + 1 if here is not None and here in order else 0
    wanted = frozenset(among)
    return next((place for place in order[at:] if place in wanted), None)


_KINDS: dict[Filter, tuple[RowKind, ...]] = {
    "differences": tuple(kind for kind in WEIGHTS if kind != "same"),
    "conflicts": ("conflict",),
    "reworded": ("reworded", "partial"),
    "only A": ("only left",),
    "only B": ("only right",),
}


def _passes(comparison: Comparison, place: int, chosen: Filter, known: RowsKnown) -> bool:
    row = comparison.rows[place]
    if chosen == "moved":
        return row.link is not None and comparison.links[row.link].moved
    if chosen == "values":
        return place in known.differing or row.kind == "conflict"
    if chosen == "with notes":
        return place in known.noted
    if chosen == "not reviewed":
        return place not in known.reviewed
    return row.kind in _KINDS.get(chosen, WEIGHTS)


def _order_of_right(rows: tuple[Row, ...]) -> list[tuple[int, int]]:
    """A row without a sentence of the right article comes after the row it follows on the left."""
    keys: list[tuple[int, int]] = []
    latest = -1
    for index, row in enumerate(rows):
        if row.right:
            latest = row.right[0]
            keys.append((latest, -1))
        else:
            keys.append((latest, index))
    return keys


def row_of_sentence(comparison: Comparison, side: Side) -> dict[int, int]:
    """For each sentence of a side the place of the row in which it is shown."""
    return {number: index for index, row in enumerate(comparison.rows) for number in row.numbers(side)}


def row_with(comparison: Comparison, row: Row) -> int:
    """The place of the row in which another comparison of the same articles shows the first sentence of a row."""
    side: Side = "left" if row.left else "right"
    return row_of_sentence(comparison, side).get(row.numbers(side)[0], 0)


class Again(NamedTuple):
    """The sentences of a linked row that another row shows: `row_index` is where the first of them stands."""

    side: Side
    numbers: tuple[int, ...]
    row_index: int


def again(comparison: Comparison, row: Row) -> Again | None:
    """What a linked row lacks because another row shows it; None for every other row."""
    if row.link is None or (row.left and row.right):
        return None
    side: Side = "right" if row.left else "left"
    numbers = comparison.links[row.link].numbers(side)
    places = (place for place in row.elsewhere if numbers[0] in comparison.rows[place].numbers(side))
    place = next(places, None)
    return Again(side, numbers, place) if place is not None else None


class Overview(NamedTuple):
    """A whole comparison in a few cells. `cells` has the cell of each row that is in it."""

    kinds: tuple[RowKind, ...]
    cells: dict[int, int]


def overview(comparison: Comparison, width: int, side: Side | None = None) -> Overview:
    """All rows, or one side's sentences in its own order, in at most `width` cells.

    Where several share a cell the weightiest kind is told.
    """
    places = list(range(len(comparison.rows)))
    if side is not None:
        of = row_of_sentence(comparison, side)
        places = [of[number] for number in sorted(of)]
    count = min(width, len(places))
    kinds: list[RowKind] = []
    cells: dict[int, int] = {}
    for cell in range(count):
        group = places[cell * len(places) // count : (cell + 1) * len(places) // count]
        kinds.append(min((comparison.rows[place].kind for place in group), key=WEIGHTS.index))
        for place in group:
            cells.setdefault(place, cell)
    return Overview(tuple(kinds), cells)


class Overviews:
    """The overviews of one comparison, each made once: they are asked for at every move."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._made: dict[tuple[int, Side | None], Overview] = {}

    def get(self, width: int, side: Side | None = None) -> Overview:
        """As `overview` gives it."""
        if (width, side) not in self._made:
            self._made[width, side] = overview(self.comparison, width, side)
        return self._made[width, side]
