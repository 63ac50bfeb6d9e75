"""Filters and orders: nothing is lost, nothing is shown twice."""

from dataclasses import replace

import pytest

from storyreader.comparison import Row
from storyreader.row_filters import FILTERS, ORDERS, RowsKnown, filter_counts, filtered_rows, overview, row_of_sentence
from tests.making import make_comparison

COMPARISON = make_comparison()


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_each_row_once(order: str) -> None:
    assert sorted(filtered_rows(COMPARISON, "all", order)) == list(range(5))  # type: ignore[arg-type]


def test_filters() -> None:
    known = RowsKnown(noted={1, 3}, reviewed={0, 4}, differing={1})
    shown = {chosen: filtered_rows(COMPARISON, chosen, known=known) for chosen in FILTERS}
    assert shown == {
        "all": (0, 1, 2, 3, 4),
        "differences": (1, 2, 3, 4),
        "conflicts": (2,),
        "values": (1, 2),
        "reworded": (1,),
        "moved": (),
        "only A": (3,),
        "only B": (4,),
        "with notes": (1, 3),
        "not reviewed": (1, 2, 3),
    }
    assert filter_counts(COMPARISON, known) == {chosen: len(places) for chosen, places in shown.items()}


def test_moved_rows_are_those_whose_link_is() -> None:
    links = (COMPARISON.links[0], replace(COMPARISON.links[1], moved=True), COMPARISON.links[2])
    assert filtered_rows(replace(COMPARISON, links=links), "moved") == (1,)


def test_the_order_of_the_right_article_keeps_lonely_left_rows_after_their_neighbour() -> None:
    rows = (
        Row("same", (0,), (2,), 0),
        Row("only left", (1,), ()),
        Row("reworded", (2,), (0,), 1),
        Row("only left", (3,), ()),
        Row("only right", (), (1,)),
    )
    assert filtered_rows(replace(COMPARISON, rows=rows), order="order of B") == (2, 3, 4, 0, 1)


def test_the_weightiest_come_first() -> None:
    assert filtered_rows(COMPARISON, order="weightiest first") == (2, 4, 3, 1, 0)


def test_an_overview_tells_the_weightiest_of_each_cell_and_where_a_row_is() -> None:
    whole = overview(COMPARISON, 80)
    assert whole.kinds == ("same", "reworded", "conflict", "only left", "only right")
    assert whole.cells == {place: place for place in range(5)}
    short = overview(COMPARISON, 2)
    assert short.kinds == ("reworded", "conflict")
    assert short.cells == {0: 0, 1: 0, 2: 1, 3: 1, 4: 1}
    assert overview(COMPARISON, 0).kinds == ()


def test_an_overview_of_one_side_has_its_sentences_only() -> None:
    right = overview(COMPARISON, 80, "right")
    assert right.kinds == ("same", "reworded", "conflict", "only right")
    assert 3 not in right.cells
    assert row_of_sentence(COMPARISON, "right") == {0: 0, 1: 1, 2: 2, 3: 4}
