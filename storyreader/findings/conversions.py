"""Measures that two accounts tell in two units: "6,480 kilometres" and "some 4,000 miles" are one fact."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from storyreader.fact import Fact
from storyreader.facts import agree, base_unit, measure
from storyreader.findings.occurrences import FactOccurrence

CLOSE = 0.025
"""How far two figures in two units may lie apart, relative to the larger, since one of them is rounded."""
MOST = 30
"""Measures of one kind in one account: where there are more, figures meet by chance."""


def conversions(occurrences: Sequence[FactOccurrence]) -> Iterator[tuple[int, int]]:
    """The numbers of two occurrences, left and right, that tell one measure in two units, where each is the only figure
    that the other can be.
    """
    kinds: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, one in enumerate(occurrences):
        if one.fact.kind == "quantity" and one.fact.unit:
            kinds[base_unit(one.fact)][one.side == "right"].append(number)
    for lefts, rights in kinds.values():
        if max(len(lefts), len(rights)) > MOST:
            continue
        pairs = [(a, b) for a in lefts for b in rights if _is_one(occurrences[a].fact, occurrences[b].fact)]
        for a, b in pairs:
            beside = {occurrences[y].fact.value for x, y in pairs if x == a}
            rivals = {occurrences[x].fact.value for x, y in pairs if y == b}
            if len(beside) == len(rivals) == 1:
                yield a, b


def _is_one(left: Fact, right: Fact) -> bool:
    one, other = measure(left), measure(right)
    if left.unit == right.unit or one is None or other is None or not agree(left, right):
        return False
    return abs(one[1] - other[1]) <= CLOSE * max(abs(one[1]), abs(other[1]))
