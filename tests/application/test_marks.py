"""A and B: at most one article each."""

from storyreader.application import Marks


def test_the_third_article_takes_the_place_of_b_and_a_marked_one_is_unmarked() -> None:
    marks = Marks()
    for path in ("one", "two", "three"):
        marks.toggle(path)
    assert marks.letters == {"one": "A", "three": "B"}
    marks.toggle("one")
    assert marks.letters == {"three": "B"}


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
