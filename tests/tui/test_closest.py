"""c alone asks an index that was made in a thread; before all files are read the thread makes one for the question."""

import threading

import pytest

import sample_data
from storyreader.library import StoryIndex
from tests.tui.driving import settled, started, status
from tui.app import StoryReader
from tui.scanner import Scanner
from tui.screens.compare import CompareScreen

MAKING: list[threading.Thread] = []


class WatchedIndex(StoryIndex):
    """Tells in which threads indexes were made."""

    def __init__(self, *given: object, **named: object) -> None:
        MAKING.append(threading.current_thread())
        super().__init__(*given, **named)  # type: ignore[arg-type]  # passed on as given


@pytest.fixture(autouse=True)
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    MAKING.clear()
    monkeypatch.setattr("storyreader.library.StoryIndex", WatchedIndex)


async def test_the_index_is_made_once_and_not_in_the_interface_thread() -> None:
    app = StoryReader([sample_data.folder()])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        for _ in range(3):
            await pilot.press("c")
            await settled(pilot)
            assert isinstance(app.screen, CompareScreen)
            await pilot.press("q")
            await settled(pilot)
        assert len(MAKING) == 1
        assert MAKING[0] is not threading.main_thread()


async def test_after_a_stop_a_thread_makes_the_index_for_the_first_question() -> None:
    app = StoryReader([sample_data.folder()])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        screen.query_one(Scanner).index, before = None, len(MAKING)
        for _ in range(2):
            await pilot.press("c")
            await settled(pilot)
            await settled(pilot)
            assert isinstance(app.screen, CompareScreen), status(app)
            await pilot.press("q")
            await settled(pilot)
        assert len(MAKING) == before + 1
        assert threading.main_thread() not in MAKING
