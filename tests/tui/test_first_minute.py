"""The first minute, and what is remembered of it the next day."""

import threading
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, Static

import sample_data
from storyreader.paths import added_folder
from storyreader.remembered import Remembered, read_remembered, remember, remembered_file
from storyreader.settings import Settings
from tests.tui.driving import compared, settled, shows, started, status, until
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from widgets.article_list import ArticleList
from widgets.first_card import FirstCard

HARBOUR = sample_data.folder() / "harbour-fire"
PAIR = [HARBOUR / "kestrel-daily.txt", HARBOUR / "aldermouth-courier.html"]


async def test_the_card_is_there_until_it_is_put_away_for_good() -> None:
    remembered_file().unlink()
    for seen in (True, False):
        app = StoryReader([HARBOUR])
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await started(pilot)
            card = screen.query_one(FirstCard)
            assert bool(card.size.height) is seen
            if seen:
                lines = str(card.render()).splitlines()
                assert len(lines) == 5
                assert "for good" in lines[-1]
                await pilot.press("d")
                await settled(pilot)
                assert not card.size.height
                assert screen.query_one(ArticleList).size.height > 18


async def test_theme_view_and_filter_are_remembered() -> None:
    for again in (False, True):
        app = StoryReader([HARBOUR])
        async with app.run_test(size=(120, 40)) as pilot:
            await started(pilot)
            screen = await compared(pilot)
            space = screen.workspace
            assert (app.theme, space.view, space.filter) == (
                ("storyreader-light", "texts", "conflicts") if again else ("storyreader-dark", "columns", "all")
            )
            if not again:
                await pilot.press("2", "T", "v")
                while space.filter != "conflicts":
                    await pilot.press("f")
                await settled(pilot)
    app = StoryReader([HARBOUR], Settings(theme="storyreader-contrast"))
    async with app.run_test(size=(120, 40)):
        assert app.theme == "storyreader-contrast"


def test_what_is_remembered_survives_damage(tmp_path: Path) -> None:
    remember(theme="storyreader-light", filter="only A")
    remember(view="texts")
    assert read_remembered() == Remembered("storyreader-light", "texts", "only A", card_put_away=True)
    for damaged in ("", "[]", '["theme"]', '"theme"', "null", "{", '{"theme": 3, "card_put_away": "yes", "other": 1}'):
        remembered_file().write_text(damaged, encoding="utf-8")
        assert read_remembered() == Remembered()
    remembered_file().unlink()
    remembered_file().mkdir()
    remember(theme="storyreader-light")
    assert read_remembered() == Remembered()


async def test_two_files_are_compared_at_once() -> None:
    app = StoryReader(PAIR, compare=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        comparison = app.screen.workspace.comparison
        assert comparison is not None
        assert [Path(article.path) for article in (comparison.left, comparison.right)] == PAIR
        await pilot.press("q")
        await until(pilot, lambda: shows(app, LibraryScreen), "the list")
        await settled(pilot)
        assert app.screen.query_one(ArticleList).current is not None


@pytest.mark.parametrize(
    ("paths", "at_once"), [(PAIR, True), (PAIR[:1], False), ([HARBOUR, PAIR[0]], False), ([], False)]
)
def test_only_two_files_are(paths: list[Path], at_once: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bool] = []

    class Made(Exception):
        pass

    def make(*_: object, compare: bool, **__: object) -> None:
        made.append(compare)
        raise Made

    monkeypatch.setattr("tui.app.StoryReader", make)
    from tui.app import run

    with pytest.raises(Made):
        run(paths)
    assert made == [at_once]


async def test_a_folder_is_opened_from_inside(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "one.txt"
    page.parent.mkdir()
    page.write_text((HARBOUR / "kestrel-daily.txt").read_text(encoding="utf-8"), encoding="utf-8")
    app = StoryReader()
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await started(pilot)
        samples = len(screen._scanner.entries)
        assert samples > 20
        await pilot.press("A", *str(tmp_path / "pag"))
        field = app.screen.query_one(Input)
        await until(pilot, lambda: field._suggestion == f"{tmp_path}/pages/", "the suggestion")
        await pilot.press("right", "enter")
        await settled(pilot)
        await settled(pilot)
        assert [entry.path for entry in screen._scanner.entries] == [str(page)]
        await pilot.press("A", *str(PAIR[1]), "enter")
        await settled(pilot)
        await settled(pilot)
        assert len(screen._scanner.entries) == 2
        await pilot.press("A", *"/nowhere/at/all", "enter")
        await pilot.pause()
        assert "There is no file or folder" in status(app)


async def test_a_pages_text_is_pasted_where_a_file_is_asked_for() -> None:
    text = (HARBOUR / "kestrel-daily.txt").read_text(encoding="utf-8")
    app = StoryReader([HARBOUR / "coastline-24.txt"])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("A")
        await settled(pilot)
        app.screen.query_one(Input).post_message(Paste(text.replace("\n", "\r")))  # as terminals send it
        await settled(pilot)
        assert "Text of" in str(app.screen.query_one("#ask-question", Static).render())
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.query_one(ArticleList).entries) == 2, "the second article")
        assert any("At least 24" in entry.title for entry in screen.query_one(ArticleList).entries)
        assert [file.name[:10] for file in added_folder().iterdir()] == ["skip-to-ma"]


async def test_one_pasted_line_is_a_path_and_an_address_needs_leave() -> None:
    app = StoryReader([HARBOUR / "coastline-24.txt"])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("A")
        await settled(pilot)
        app.screen.query_one(Input).post_message(Paste(f"{HARBOUR / 'kestrel-daily.txt'}\n"))
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.query_one(ArticleList).entries) == 2, "the second article")
        await pilot.press("A")
        await settled(pilot)
        await pilot.press(*"http://127.0.0.1:9/", "enter")
        await settled(pilot)
        assert "unless you allow it" in status(app)


async def test_an_address_is_got_where_the_settings_allow_it() -> None:
    app = StoryReader([HARBOUR / "coastline-24.txt"], Settings(fetch="on"))
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("A")
        await settled(pilot)
        await pilot.press(*"http://127.0.0.1:9/", "enter")
        await until(pilot, lambda: "private network" in status(app), "the reason")


async def test_a_page_from_the_web_joins_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyreader.application.keep_fetched", lambda _: HARBOUR / "kestrel-daily.txt")
    app = StoryReader([HARBOUR / "coastline-24.txt"], Settings(fetch="on"))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("A")
        await settled(pilot)
        await pilot.press(*"http://127.0.0.1:9/", "enter")
        await until(pilot, lambda: len(screen.query_one(ArticleList).entries) == 2, "the second article")


async def test_what_the_reader_opens_next_is_loaded_once_all_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("tui.app._next_screens", lambda: loaded.append(threading.current_thread().name))
    async with StoryReader([HARBOUR]).run_test(size=(100, 40)) as pilot:
        await started(pilot)
    assert loaded
    assert threading.main_thread().name not in loaded
