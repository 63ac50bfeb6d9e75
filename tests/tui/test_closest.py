"""c alone asks what was counted in a thread; before all files are read a thread counts for the question."""

import threading
from pathlib import Path
from typing import Any

import pytest

import sample_data
from storyreader import library
from tests.tui.driving import settled, started, status
from tui.app import StoryReader
from tui.scanner import Scanner
from tui.screens.compare import CompareScreen

MAKING: list[threading.Thread] = []


@pytest.fixture(autouse=True)
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note in which threads words are counted."""
    MAKING.clear()
    group, count = library.group_library, library.Catalogue.counts_now

    def grouped(*given: Any) -> library.StoryIndex:
        MAKING.append(threading.current_thread())
        return group(*given)

    def counted(catalogue: library.Catalogue) -> Any:
        MAKING.append(threading.current_thread())
        return count(catalogue)

    monkeypatch.setattr("storyreader.library.group_library", grouped)
    monkeypatch.setattr("storyreader.library.Catalogue.counts_now", counted)


async def compared_thrice(app: StoryReader, pilot: Any) -> list[str]:
    """The pages beside which the article was put."""
    found = []
    for _ in range(3):
        await pilot.press("c")
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen), status(app)
        found.append(Path(app.screen.session.desk.comparison.right.path).name)
        await pilot.press("q")
        await settled(pilot)
    return found


async def test_words_are_counted_once_and_not_in_the_interface_thread() -> None:
    app = StoryReader([sample_data.folder() / "harbour-fire"])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        assert len(set(await compared_thrice(app, pilot))) == 1
        assert len(MAKING) == 1
        assert MAKING[0] is not threading.main_thread()


async def test_after_a_stop_a_thread_counts_for_the_first_question() -> None:
    app = StoryReader([sample_data.folder() / "harbour-fire"])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        after_all = await compared_thrice(app, pilot)
        screen.query_one(Scanner).index, before = None, len(MAKING)
        assert await compared_thrice(app, pilot) == after_all
        assert len(MAKING) == before + 1
        assert threading.main_thread() not in MAKING
