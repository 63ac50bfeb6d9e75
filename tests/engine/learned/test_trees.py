"""Trees and weights give what training gave, however they are written down."""

import math

import pytest
from hypothesis import given, strategies as st

from storyreader.learned import Logistic, Trees, from_columns

LEFT: list[list[float]] = [
    [0, -1, 1, -1, -1],
    [0.5, 0.0, 2.0, 0.0, 0.0],
    [1, -1, 3, -1, -1],
    [2, -1, 4, -1, -1],
    [0.0, -1.0, 0.0, 0.25, 2.0],
]
"""The first feature up to a half: -1. Else the second up to two: a quarter, above it: two."""


@pytest.mark.parametrize(("row", "value"), [((0.5, 9.0), -1.0), ((0.6, 2.0), 0.25), ((0.6, 2.1), 2.0)])
def test_a_row_falls_into_its_leaf(row: tuple[float, float], value: float) -> None:
    assert from_columns(0.5, [LEFT]).score(row) == pytest.approx(1 / (1 + math.exp(-0.5 - value)))


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=35), st.floats(0.05, 0.95), st.floats(-2, 2))
def test_stopping_early_tells_only_what_is_below_the_threshold(
    values: list[float], threshold: float, base: float
) -> None:
    trees = Trees(base, [(0, 0.0, value, -value) for value in values])
    for row in ([-1.0], [1.0]):
        whole, early = trees.score(row), trees.score_from(row, threshold)
        assert (early == pytest.approx(whole)) if whole >= threshold else early < threshold + 1e-9


def test_a_logistic_model_weighs_and_adds() -> None:
    model = Logistic(-1.0, (2.0, 0.5), 0.5)
    assert model.probability((1.0, 2.0)) == pytest.approx(1 / (1 + math.exp(-2)))
    assert model.probability((1e9, 0.0)) == pytest.approx(1.0)
