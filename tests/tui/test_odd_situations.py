"""Nothing to read, nothing to compare, files that go, windows too small, faults: each is said, nothing is lost."""

import threading
from pathlib import Path
from typing import cast

import pytest

import sample_data
from storyreader import comparing
from storyreader.comparison import Comparison
from storyreader.reading import Reading
from tests.tui.driving import compared, settled, shows, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.saved import SavedScreen
from widgets.comparison_panel import ComparisonPanel
from widgets.note_sheet import NoteSheet
from widgets.reading_pane import ReadingPane

HARBOUR = sample_data.folder() / "harbour-fire"


async def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "empty"  # the app's own folders are beside it
    folder.mkdir()
    app = StoryReader([folder])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        shown = "\n".join(lines_of(screen.query_one(ReadingPane)))
        assert "No articles in" in shown
        assert "press r" in shown
        await pilot.press("c", "space", "enter", "J", "R", "B", "q", "x", "v", "r")
        await settled(pilot)
        assert shows(app, LibraryScreen)


async def test_a_file_that_is_no_page_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n\x00\x01")
    app = StoryReader([tmp_path])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        assert "scan.pdf" in "\n".join(lines_of(screen.query_one(ReadingPane)))


async def test_one_article_cannot_be_compared_and_says_so() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await pilot.press("c")
        assert shows(app, LibraryScreen)
        assert "Only one article so far" in status(app)


async def test_a_file_that_vanished_gives_a_message_not_a_crash(tmp_path: Path) -> None:
    for name in ("kestrel-daily.txt", "coastline-24.txt"):
        (tmp_path / name).write_bytes((HARBOUR / name).read_bytes())
    app = StoryReader([tmp_path])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        (tmp_path / "kestrel-daily.txt").unlink()
        (tmp_path / "coastline-24.txt").unlink()
        await compared(pilot)
        assert status(app).startswith("! ")
        await pilot.press("n", "a", "enter", "v", "p", "y", "x", "q")
        assert shows(app, LibraryScreen)


async def test_a_window_too_small_says_so_and_quits() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(20, 8)) as pilot:
        await started(pilot)
        assert app.screen.query_one("#too-small").display
        await pilot.press("Q")
    assert app.return_code == 0


async def test_resizing_keeps_the_row_under_the_cursor() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        panel = (await compared(pilot)).query_one(ComparisonPanel)
        await pilot.press("n", "n", "n")
        place = panel.cursor
        for size in ((160, 48), (50, 12), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert panel.cursor == place
            assert any(line.startswith("▌") for line in lines_of(panel))


async def test_a_fault_in_a_thread_is_named_and_logged(monkeypatch: pytest.MonkeyPatch, own_folders: Path) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("made for this test")

    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        monkeypatch.setattr("storyreader.comparing.compare_readings", broken)
        await pilot.press("c")
        await until(pilot, lambda: "ZeroDivisionError" in status(app), "the fault in the status line")
        assert "ZeroDivisionError" in (own_folders / "data" / "errors.log").read_text(encoding="utf-8")
        await pilot.press("q")
        assert shows(app, LibraryScreen)


async def test_a_fault_while_the_facts_are_found_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("made for this test")

    monkeypatch.setattr("storyreader.findings.find_findings", broken)
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await compared(pilot, tab="")
        await until(pilot, lambda: "ZeroDivisionError" in status(app), "the fault in the status line")


async def test_until_a_comparison_is_opened_only_leaving_and_choosing_another_do_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes_on = threading.Event()
    compare = comparing.compare_readings

    def slow(left: Reading, right: Reading) -> Comparison:
        assert goes_on.wait(60)
        return compare(left, right)

    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        monkeypatch.setattr("storyreader.comparing.compare_readings", slow)
        await pilot.press("c")
        assert shows(app, CompareScreen)
        screen = cast("CompareScreen", app.screen)
        await pilot.press("n", "a", "space", "V", "slash", "2", "e", "s", "u", "L", "enter", "y")
        assert app.screen is screen
        assert "Reading and comparing" in status(app)
        assert not screen.query_one(NoteSheet).is_open
        assert [screen.handler(name) is not None for name in ("next", "note", "back", "swap")] == [
            False, False, True, True,
        ]  # fmt: skip
        goes_on.set()
        await settled(pilot)
        assert screen.handler("note") is not None
        await pilot.press("a")
        assert screen.query_one(NoteSheet).is_open


async def test_a_screen_that_is_left_before_its_widgets_are_there_begins_nothing() -> None:
    async with StoryReader([HARBOUR]).run_test(size=(100, 30)) as pilot:
        await started(pilot)
        SavedScreen().on_mount()  # Textual may hand it over when the widgets are not there, or not any more
