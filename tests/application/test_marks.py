"""A and B for a comparison, three and more for a board."""

from storyreader.application import Marks


def test_three_and_more_make_a_board_and_a_marked_one_is_unmarked() -> None:
    marks = Marks()
    for path in ("one", "two"):
        marks.toggle(path)
    assert marks.board == []
    marks.toggle("three")
    assert marks.letters == {"one": "A", "two": "B", "three": "C"}
    assert marks.board == ["one", "two", "three"]
    marks.toggle("two")
    assert (marks.pair_with("four"), marks.board) == (("one", "three"), [])
    marks.toggle("four")
    assert marks.letters == {"one": "A", "four": "B", "three": "C"}


def test_one_mark_makes_a_pair_with_the_current_article() -> None:
    marks = Marks()
    assert marks.pair_with("two") is None
    marks.toggle("one")
    assert marks.pair_with("two") == ("one", "two")
    assert marks.pair_with("one") is None
    assert marks.pair_with(None) is None
    marks.toggle("two")
    assert marks.pair_with(None) == ("one", "two")
    marks.toggle("one")
    assert marks.pair_with("three") == ("three", "two")
    marks.clear()
    assert marks.pair_with("three") is None
