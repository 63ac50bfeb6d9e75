"""What is put into the folder while the app is open comes into the list by itself, and nothing moves for it."""

import threading
import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from tests.tui.driving import settled, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.scanner import Scanner
from widgets.article_list import ArticleList

PAGES = sorted(sample_data.folder().glob("*/*.txt"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in PAGES[:2]:
        put(folder, page)
    return folder


def put(folder: Path, page: Path, name: str = "") -> None:
    (folder / (name or page.name)).write_text(page.read_text(encoding="utf-8"), encoding="utf-8")


async def test_a_second_scan_reaches_scanner_and_screen_however_it_is_begun(folder: Path) -> None:
    """By the screen, by a key, and from outside of any message."""
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        scanner, articles = screen.query_one(Scanner), screen.query_one(ArticleList)
        for count, begin in ((3, scanner.start), (4, None)):
            put(folder, PAGES[count - 1])
            if begin is None:
                await pilot.press("r")
            else:
                begin()
            await settled(pilot)
            await settled(pilot)
            assert (len(scanner.entries), len(articles.shown)) == (count, count)
            assert not scanner.running


async def watching(pilot: Pilot[None]) -> ArticleList:
    """The list of an app that watches its folder."""
    screen = await started(pilot)
    await until(pilot, lambda: screen.watcher.watches, "the folder is watched")
    await pilot.pause(0.2)  # until the system tells of changes
    return screen.query_one(ArticleList)


async def test_new_files_are_read_marked_and_counted_and_the_cursor_stays(folder: Path) -> None:
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = await watching(pilot)
        await pilot.press("G")
        before = articles.current
        assert before is not None
        put(folder, PAGES[2], "0.txt")
        put(folder, PAGES[3])
        await until(pilot, lambda: len(articles.shown) == 4, "the new articles")
        await settled(pilot)
        assert "2 new articles" in status(app)
        assert articles.current is not None
        assert articles.current.path == before.path
        assert "\n".join(lines_of(articles)).count("just come") == 2


async def test_files_that_change_or_go_are_seen(folder: Path) -> None:
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = await watching(pilot)
        (folder / PAGES[1].name).unlink()
        await until(pilot, lambda: len(articles.shown) == 1, "one article less")
        await settled(pilot)
        assert "1 article has gone" in status(app)
        put(folder, PAGES[2], PAGES[0].name)
        await until(pilot, lambda: "just come" in "\n".join(lines_of(articles)), "the page is another article")
        await settled(pilot)
        screen = app.screen
        text = PAGES[2].read_text(encoding="utf-8")
        assert screen.query_one("Reader").opened.article.headline in text  # type: ignore[attr-defined]


async def test_sample_stories_are_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    watched: list[object] = []
    monkeypatch.setattr("tui.reading.watcher.Watcher._watch", lambda _, paths: watched.append(paths))
    async with StoryReader([]).run_test(size=(120, 40)) as pilot:
        await started(pilot)
    assert watched == []


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), RuntimeError("inotify"), PermissionError(13, "Permission denied")]
)
async def test_where_the_system_cannot_watch_that_is_said_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("watchfiles.watch", refused)
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await until(pilot, lambda: "cannot be watched" in status(app), "why")
        await pilot.press("r")
        await settled(pilot)
        await settled(pilot)
        assert "cannot be watched" not in status(app)


async def test_watching_ends_with_the_app(folder: Path) -> None:
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await watching(pilot)
        before = time.monotonic()
    assert time.monotonic() - before < 10  # of which watching takes a twentieth of a second
    assert not [thread for thread in threading.enumerate() if "watch" in thread.name]
