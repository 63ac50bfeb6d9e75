"""Threads that compute: whose turn it is, and how they end with the app."""

import threading
import time
from collections.abc import Iterator

import pytest

from tui import background
from tui.background import Abandoned, Turn, Turns

SOON = 10
"""Seconds that a loaded machine may need for what happens at once."""


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> Iterator[Turns]:
    monkeypatch.setattr(background, "QUIET_SECONDS", 0.05)
    turns = Turns()
    yield turns
    turns.end()


class Computing(threading.Thread):
    """Computes until it is told to stop, or has been ended."""

    def __init__(self, turns: Turns, turn: Turn) -> None:
        super().__init__(daemon=True)
        self._turns, self._turn = turns, turn
        self.begun, self.enough, self.abandoned = threading.Event(), False, False
        self.start()

    def run(self) -> None:
        try:
            with self._turns.taken(self._turn):
                self.begun.set()
                while not self.enough:
                    time.sleep(0.001)
        except Abandoned:
            self.abandoned = True


@pytest.mark.parametrize("turn", [Turn.ASKED, Turn.IDLE])
def test_what_nobody_waits_for_is_computed_while_nothing_else_is(turns: Turns, turn: Turn) -> None:
    first = Computing(turns, turn)
    assert first.begun.wait(SOON)
    idle = Computing(turns, Turn.IDLE)
    assert not idle.begun.wait(0.3)
    first.enough = True
    assert idle.begun.wait(SOON)


def test_what_is_asked_waits_for_nothing(turns: Turns) -> None:
    running = [Computing(turns, turn) for turn in (Turn.ASKED, Turn.IDLE, Turn.ASKED)]
    assert running[0].begun.wait(SOON)
    assert running[2].begun.wait(SOON)


def test_the_end_of_the_app_ends_what_computes_and_what_waits(turns: Turns) -> None:
    asked = Computing(turns, Turn.ASKED)
    assert asked.begun.wait(SOON)
    idle = Computing(turns, Turn.IDLE)
    turns.end()
    for thread in (asked, idle, Computing(turns, Turn.ASKED)):
        thread.join(SOON)
        assert thread.abandoned
    assert not idle.begun.is_set()


def test_another_app_computes_again(turns: Turns) -> None:
    turns.end()
    turns.begin()
    again = Computing(turns, Turn.IDLE)
    assert again.begun.wait(SOON)
