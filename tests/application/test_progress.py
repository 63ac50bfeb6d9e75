"""What the reader has read, compared and noted is known by article, and where they stopped."""

from pathlib import Path

from storyreader.application import (
    ArticleNotebook,
    Notebook,
    Progress,
    read_progress,
    remember_place,
    remember_row,
    row_to_begin,
)
from tests.application.test_board_notebook import THREE, index_of, notebook
from tests.making import make_comparison

COMPARISON = make_comparison()
LEFT, RIGHT = COMPARISON.left.id, COMPARISON.right.id


def test_nothing_is_known_at_first() -> None:
    assert read_progress() == Progress()
    assert row_to_begin(COMPARISON, ()) == 0


def test_places_are_kept_by_article_and_by_pair_whichever_is_left() -> None:
    remember_place(LEFT, 3)
    remember_row(COMPARISON, 2)
    known = read_progress()
    assert known.places == {LEFT: 3, RIGHT: 0}
    assert known.conflicts_among({LEFT, RIGHT}) == 1
    assert known.conflicts_among({LEFT}) is None
    assert known.is_compared(RIGHT)
    assert not known.is_compared("another")
    assert row_to_begin(COMPARISON, ()) == 2
    assert row_to_begin(COMPARISON, {0, 1}) == 2
    assert row_to_begin(COMPARISON, {0, 2}) == 1
    assert row_to_begin(COMPARISON, {0, 1, 2, 3, 4}) == 0


def test_notes_are_counted_on_the_articles_that_they_quote() -> None:
    notebook = Notebook(COMPARISON, None, "Ina")
    for row in (1, 3):
        notebook.begin(row)
        notebook.take(text="Who?")
    notebook.write()
    alone = ArticleNotebook(COMPARISON.right, None, "Ina")
    alone.judge(0, "check")
    alone.write()
    assert read_progress().notes == {LEFT: 2, RIGHT: 2}


def test_a_note_on_the_third_account_of_a_board_is_counted_there() -> None:
    book = notebook()
    book.begin(index_of(book, "spring season"), 2)
    book.take(text="Who pays?")
    book.write()
    assert read_progress().notes == {THREE[2].id: 1}


def test_what_came_after_a_board_was_saved_is_counted_until_there_is_a_board_of_all() -> None:
    one, two, three, four = ("a", "b", "c", "d")
    known = Progress(boards=(frozenset({one, two}), frozenset({one, two, three})))
    assert known.new_to_board({one, two, three, four}) == 1
    assert known.new_to_board({one, two, three}) == 0
    assert known.new_to_board({one, two, four}) == 1
    assert known.new_to_board({two, four}) == 0
    assert Progress().new_to_board({one, two}) == 0
    book = notebook()
    book.judge(0, "true")
    book.write()
    assert read_progress().boards == (frozenset(article.id for article in THREE),)


def test_a_damaged_record_costs_no_more_than_the_places(own_folders: Path) -> None:
    remember_place(LEFT, 3)
    (own_folders / "data" / "reading.sqlite").write_bytes(b"no database" * 1000)
    assert read_progress().places == {}
    remember_place(LEFT, 2)
    assert read_progress().places == {LEFT: 2}
