"""Selecting with the mouse: whatever stretch is chosen, only words of one text are taken, and nothing is lost."""

from hypothesis import given, strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from widgets.selecting import Line, Piece, selected_text, source_at, with_selection

PIECES = st.builds(
    Piece, st.text("ab ", max_size=5), st.sampled_from(["", "dim"]), st.sampled_from(["", "left", "right"])
)


@given(st.lists(PIECES, max_size=6), st.integers(0, 30), st.integers(-1, 30), st.sampled_from(["left", "right"]))
def test_no_letter_is_lost_or_changed(line: Line, start: int, end: int, source: str) -> None:
    shown = with_selection(line, (start, end), source)
    assert "".join(piece.text for piece in shown) == "".join(piece.text for piece in line)
    assert all(piece.source == source for piece in shown if piece.style == "selected")


def test_a_place_on_a_mark_belongs_to_the_text_right_of_it() -> None:
    line = [Piece("A1  "), Piece("left words", "", "left"), Piece(" │ "), Piece("right words", "", "right")]
    assert source_at(line, 0) == "left"
    assert source_at(line, 15) == "right"
    assert source_at(line, 99) == "right"


def test_wrapped_lines_are_joined_and_blocks_are_not() -> None:
    lines: list[tuple[int, Line]] = [
        (0, [Piece("1 SAME")]),
        (0, [Piece("A1 "), Piece("The bridge", "", "left"), Piece(" │ "), Piece("Elsewhere", "", "right")]),
        (0, [Piece("   "), Piece("closed.", "", "left"), Piece("    │ "), Piece("nothing", "", "right")]),
        (1, [Piece("A2 "), Piece("Vans turned.", "", "left")]),
    ]
    whole = Selection(Offset(4, 1), Offset(40, 3))
    assert selected_text(lambda y: lines[y], len(lines), whole) == "he bridge closed.\nVans turned."
    assert selected_text(lambda y: lines[y], len(lines), Selection(Offset(3, 1), Offset(6, 1))) == "The"
