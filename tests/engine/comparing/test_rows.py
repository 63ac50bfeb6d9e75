"""The reading order: which row shows a sentence that several links have, and what stands behind which row."""

import pytest

from storyreader.comparing.rows import reading_rows
from storyreader.comparison import Link, LinkKind, Row


def shown(rows: tuple[Row, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(row.left, row.right) for row in rows]


@pytest.mark.parametrize(
    ("worse", "better"), [("same", "conflict"), ("reworded", "same"), ("partial", "reworded"), ("partial", "conflict")]
)
def test_a_shared_sentence_is_shown_by_the_kind_that_matters_more_not_by_the_higher_score(
    worse: LinkKind, better: LinkKind
) -> None:
    links = [Link((0,), (0,), worse, 99.0), Link((0,), (1,), better, 60.0)]
    for order in (links, links[::-1]):
        rows = reading_rows(order, 1, 2)
        (owner,) = [row for row in rows if row.left == (0,)]
        assert (owner.kind, owner.right) == (better, (1,))
        (other,) = [row for row in rows if row.right == (0,)]
        assert (other.kind, other.left) == (worse, ())
        assert rows[owner.elsewhere[0]] is other
        assert rows[other.elsewhere[0]] is owner


def test_of_two_links_of_one_kind_the_higher_score_shows_the_sentence() -> None:
    links = [Link((0,), (0,), "partial", 60.0), Link((0,), (1,), "partial", 80.0)]
    assert ((0,), (1,)) in shown(reading_rows(links, 1, 2))


def test_what_only_the_right_side_tells_follows_the_row_of_the_sentence_before_it() -> None:
    links = [Link((0,), (0,), "same", 100.0), Link((1,), (2,), "same", 100.0)]
    assert shown(reading_rows(links, 2, 4)) == [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((), (3,))]


def test_nothing_follows_a_pair_that_has_moved() -> None:
    """Right 3 is the last sentence there and the first here: what right tells behind it (4) belongs to right 2."""
    links = [
        Link((0,), (3,), "same", 100.0, moved=True),
        Link((1,), (0,), "same", 100.0),
        Link((2,), (2,), "same", 100.0),
    ]
    wanted = [((0,), (3,)), ((1,), (0,)), ((), (1,)), ((2,), (2,)), ((), (4,))]
    assert shown(reading_rows(links, 3, 5)) == wanted


def test_a_pair_that_moved_back_carries_nothing_with_it() -> None:
    """Right 1 is told last here; right 2, which follows it there, stays with right 0."""
    links = [
        Link((0,), (0,), "same", 100.0),
        Link((1,), (3,), "same", 100.0),
        Link((2,), (1,), "same", 100.0, moved=True),
    ]
    wanted = [((0,), (0,)), ((), (2,)), ((1,), (3,)), ((2,), (1,))]
    assert shown(reading_rows(links, 3, 4)) == wanted
