"""How a pair stands among the other pairs: a good pair is the best of its row and column and has good neighbours."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence

from storyreader.alignment.features import PAIR_FEATURES

_COMPARED = ("cosine", "shared mass", "clause mass", "related share")
_PLACES = tuple(PAIR_FEATURES.index(name) for name in _COMPARED)
_COSINE = PAIR_FEATURES.index("cosine")

CONTEXT_FEATURES = (
    *(f"{name}, {which}" for name in _COMPARED for which in ("worse rank", "better rank")),
    "margin, smaller", "margin, larger", "next on the diagonal", "next beside", "likeness of the articles",
)  # fmt: skip

IndexPair = tuple[int, int]


class _Tops:
    """The two best figures of each row and each column, for one feature."""

    def __init__(self, measured: Mapping[IndexPair, Sequence[float]], index: int) -> None:
        self.rows: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
        self.columns: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
        for (left, right), features in measured.items():
            value = features[index]
            for tops, number in ((self.rows, left), (self.columns, right)):
                best, second = tops[number]
                if value > best:
                    tops[number] = (value, best)
                elif value > second:
                    tops[number] = (best, value)

    def ranks(self, pair: IndexPair, value: float) -> tuple[float, float]:
        """The share of the best figure of its row and of its column, the smaller first."""
        row, column = self.rows[pair[0]][0], self.columns[pair[1]][0]
        left, right = value / row if row else 0.0, value / column if column else 0.0
        return (left, right) if left < right else (right, left)

    def margins(self, pair: IndexPair, value: float) -> tuple[float, float]:
        """How far it is ahead of the best other figure of its row and of its column, the smaller first."""
        ahead = []
        for best, second in (self.rows[pair[0]], self.columns[pair[1]]):
            ahead.append(value - (second if value >= best else best))
        return (ahead[0], ahead[1]) if ahead[0] < ahead[1] else (ahead[1], ahead[0])

    def likeness(self) -> float:
        """The mean of the best figures of rows and columns: how much the two articles have in common."""
        sides = [sorted(best for best, _ in tops.values()) for tops in (self.rows, self.columns)]
        return sum(sum(side) / len(side) for side in sides if side) / 2


def with_context(measured: Mapping[IndexPair, Sequence[float]]) -> dict[IndexPair, Sequence[float]]:
    """Add to each pair how it stands among the others, in the order of CONTEXT_FEATURES."""
    tops = [_Tops(measured, place) for place in _PLACES]
    cosines = {pair: features[_COSINE] for pair, features in measured.items()}
    likeness = tops[0].likeness()
    found: dict[IndexPair, Sequence[float]] = {}
    for pair, features in measured.items():
        ranks = [rank for top, place in zip(tops, _PLACES, strict=True) for rank in top.ranks(pair, features[place])]
        margins = tops[0].margins(pair, features[_COSINE])
        found[pair] = array("d", (*features, *ranks, *margins, *_neighbours(pair, cosines), likeness))
    return found


def _neighbours(pair: IndexPair, cosines: Mapping[IndexPair, float]) -> tuple[float, float]:
    """The best cosine of the pairs before and behind on both sides, and of those that share one of its sentences."""
    left, right = pair
    get = cosines.get
    return (
        max(get((left - 1, right - 1), 0.0), get((left + 1, right + 1), 0.0)),
        max(
            get((left - 1, right), 0.0),
            get((left + 1, right), 0.0),
            get((left, right - 1), 0.0),
            get((left, right + 1), 0.0),
        ),
    )
