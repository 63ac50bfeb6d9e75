"""Lines by terminal cells: nothing lost, nothing too wide, words whole where they fit."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from widgets.text_search import Mark, found_in, marked
from widgets.wrapping import cells, drawn, shortened, wrap

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80) | st.text("ab 漢字é\u0301🙂-", max_size=60)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stay_whole() -> None:
    assert lines("The tram stopped at noon.", 10) == ["The tram", "stopped at", "noon."]


def test_a_long_word_is_cut_at_the_edge() -> None:
    assert lines("see https://ferrow.example/x now", 10) == ["see", "https://fe", "rrow.examp", "le/x now"]


def test_wide_characters_break_anywhere() -> None:
    assert lines("橋が閉鎖された。", 6) == ["橋が閉", "鎖され", "た。"]


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_one_empty_line(text: str) -> None:
    assert lines(text, 10) == [""]


@given(TEXTS, st.integers(2, 30))
def test_no_character_but_blanks_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    got = wrap(text, width)
    assert "".join("".join(text[start:end].split()) for start, end in got) == "".join(text.split())
    assert all(cells(text[start:end]) <= width for start, end in got)
    assert all(first[1] <= second[0] for first, second in pairwise(got))


@given(TEXTS, st.integers(0, 20))
def test_shortened_fits(text: str, width: int) -> None:
    assert cells(shortened(text, width)) <= width


def test_what_terminals_disagree_on_is_not_drawn() -> None:
    assert drawn("\u2764\ufe0f thumbs\U0001f44d\U0001f3fd soft\u00adhyphen") == "\u2764 thumbs\U0001f44d softhyphen"


def test_marks_cut_a_line_into_pieces() -> None:
    pieces = marked("the old bridge fell", (4, 19), [Mark(0, 7, "x"), Mark(8, 14, "y"), Mark(10, 12, "z")])
    assert [piece[:2] for piece in pieces] == [
        ("old", "x"),
        (" ", ""),
        ("br", "y"),
        ("id", "z"),
        ("ge", "y"),
        (" fell", ""),
    ]


def test_finding_ignores_case_and_takes_signs_literally() -> None:
    assert [(mark.start, mark.end) for mark in found_in("Cost: 5.0 and 510", "5.0")] == [(6, 9)]
    assert len(found_in("Bridge, bridge, BRIDGE", "bridge")) == 3
    assert found_in("x", "  ") == []
