"""How a pair stands among the other pairs of its two sentences: a good pair is also the best of its row or column."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storyreader.matching.features import PAIR_FEATURES

_COMPARED = ("cosine", "shared mass", "clause mass", "related share")
_PLACES = tuple(PAIR_FEATURES.index(name) for name in _COMPARED)

CONTEXT_FEATURES = tuple(f"{name}, {which}" for name in _COMPARED for which in ("worse rank", "better rank"))

Pair = tuple[int, int]


def with_context(measured: Mapping[Pair, Sequence[float]]) -> dict[Pair, tuple[float, ...]]:
    """Add to each pair its share of the best figure among the pairs of its left and of its right sentence."""
    tops: list[tuple[dict[int, float], dict[int, float]]] = []
    for place in _PLACES:
        rows: dict[int, float] = defaultdict(float)
        columns: dict[int, float] = defaultdict(float)
        for (one, other), figures in measured.items():
            value = figures[place]
            rows[one] = max(rows[one], value)
            columns[other] = max(columns[other], value)
        tops.append((rows, columns))
    return {pair: (*figures, *_ranks(pair, figures, tops)) for pair, figures in measured.items()}


def _ranks(
    pair: Pair, figures: Sequence[float], tops: Sequence[tuple[dict[int, float], dict[int, float]]]
) -> list[float]:
    found: list[float] = []
    for place, (rows, columns) in zip(_PLACES, tops, strict=True):
        value = figures[place]
        row = value / rows[pair[0]] if rows[pair[0]] else 0.0
        column = value / columns[pair[1]] if columns[pair[1]] else 0.0
        found += (row, column) if row < column else (column, row)
    return found
