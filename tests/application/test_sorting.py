"""The orders of the flat list."""

import pytest

from storyreader.application import ORDERS, in_order
from storyreader.library import Entry

ENTRIES = [
    Entry("1", headline="Bridge shut", publisher="Radio", published="2026-05-04", words=90),
    Entry("2", problem="no page"),
    Entry("3", headline="apple blight", publisher="echo", published="2026-05-04T10:00:00", words=300),
    Entry("4", headline="Crack in bridge", publisher="Echo", words=100),
]


@pytest.mark.parametrize(
    ("order", "places"),
    [
        ("by file", [0, 2, 3]),
        ("latest first", [2, 0, 3]),
        ("by outlet", [2, 3, 0]),
        ("by headline", [2, 0, 3]),
        ("longest first", [2, 3, 0]),
        ("closest first", [3, 0, 2]),
    ],
)
def test_each_order(order: str, places: list[int]) -> None:
    assert in_order(ENTRIES, order, {0: 0.4}, 3) == places


def test_without_an_index_closeness_is_not_known() -> None:
    assert in_order(ENTRIES, ORDERS[-1]) == [0, 2, 3]
    assert in_order(ENTRIES, ORDERS[-1]) == [0, 2, 3]
