"""What is put into the folder while the app is open comes into the list by itself."""

from pathlib import Path

import pytest

import sample_data
from tests.tui.driving import settled, started, status, until
from tui.app import StoryReader
from widgets.article_list import ArticleList

HARBOUR = sample_data.folder() / "harbour-fire"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    text = (HARBOUR / "kestrel-daily.txt").read_text(encoding="utf-8")
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


async def test_a_new_file_is_read_and_named_and_one_taken_away_goes(folder: Path) -> None:
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        assert len(articles.shown) == 1
        text = (HARBOUR / "coastline-24.txt").read_text(encoding="utf-8")
        (folder / "two.txt").write_text(text, encoding="utf-8")
        await until(pilot, lambda: len(articles.shown) == 2, "the new article")
        await settled(pilot)
        assert "New in the folder" in status(app)
        (folder / "one.txt").unlink()
        await until(pilot, lambda: len(articles.shown) == 1, "one article less")


async def test_sample_stories_are_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    watched: list[object] = []
    monkeypatch.setattr("tui.reading.watcher.Watcher._watch", lambda _, paths: watched.append(paths))
    async with StoryReader([]).run_test(size=(120, 40)) as pilot:
        await started(pilot)
    assert watched == []


async def test_where_the_system_cannot_watch_nothing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")  # inotify has no watches left

    monkeypatch.setattr("watchfiles.watch", refused)
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.pause(0.1)
        assert "fault" not in status(app)
