"""The board in a real terminal: opened, read, noted, corrected, left and opened again from what is saved."""

import pytest

from tests.terminal.test_real_terminal import HARBOUR, Terminal, notes, terminal

__all__ = ["terminal"]

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("terminal", [(80, 24), (160, 48)], indirect=True)
def test_lay_beside_each_other_note_correct_and_open_again(terminal: Terminal) -> None:
    terminal.run(HARBOUR)
    terminal.wait_for("c compares")
    terminal.press("b")
    terminal.wait_for("5 accounts")
    terminal.wait_for("claim 1 of ")
    terminal.press("n")
    terminal.wait_for("! conflicts")
    terminal.press("a")
    terminal.wait_for("Note on ")
    terminal.type("Whose figure?")
    terminal.wait_for("Whose figure?")
    terminal.press("F2")
    terminal.wait_for("✎")
    terminal.press("L")
    terminal.wait_for("tells another claim than this")
    terminal.press("1")
    terminal.wait_for("tells a claim of its own now; u undoes")
    terminal.press("u")
    terminal.wait_for("Undone: another claim")
    terminal.press("2")
    terminal.wait_for("What each account leaves out")
    terminal.press("3")
    terminal.wait_for("C: The Daily Bellow, ")
    terminal.press("q", "q")
    terminal.wait_for("b board" if terminal.columns > 80 else "Enter read")
    terminal.press("B")
    terminal.wait_for("board of 5")
    terminal.press("Enter")
    terminal.wait_for("claim 1 of ")
    terminal.press("Q")
    terminal.wait_for("ended with 0")
    assert notes(terminal) == ["Whose figure?"]
