"""Which links stand out of the common order of both articles.

The common order is the heaviest chain of links in which neither side ever steps back. A link that is in no heaviest
chain has moved. Where two chains weigh the same, none of their links has: so the sides can be swapped.
"""

from collections.abc import Sequence

from storyreader.comparison import Link


class _Best:
    """The greatest value written at or below a place: a Fenwick tree (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self._values = [0] * (size + 1)

    def write(self, index: int, value: int) -> None:
        index += 1
        while index < len(self._values):
            self._values[index] = max(self._values[index], value)
            index += index & -index

    def read(self, index: int) -> int:
        best = 0
        index += 1
        while index > 0:
            best = max(best, self._values[index])
            index -= index & -index
        return best


def moved_links(links: Sequence[Link]) -> set[int]:
    """The places of the links that are in no heaviest chain. n log n in the number of links."""
    weights = [round(link.score * 10) for link in links]
    points = [(link.left[0] + link.left[-1], link.right[0] + link.right[-1]) for link in links]
    before = _heaviest(points, weights)
    after = _heaviest([(-left, -right) for left, right in points], weights)
    best = max(before, default=0)
    return {index for index, weight in enumerate(weights) if before[index] + after[index] - weight < best}


def _heaviest(points: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[int]:
    """For each link the weight of the heaviest chain that ends with it."""
    ranks = {other: rank for rank, other in enumerate(sorted({other for _, other in points}))}
    tree = _Best(len(ranks))
    found = [0] * len(points)
    for place in sorted(range(len(points)), key=points.__getitem__):
        rank = ranks[points[place][1]]
        found[place] = tree.read(rank) + weights[place]
        tree.write(rank, found[place])
    return found
