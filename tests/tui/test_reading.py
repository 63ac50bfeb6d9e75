"""Reading one article: paging, the sentence the reader is at, notes on it, copies of it, and its place."""

import threading
import webbrowser
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

import sample_data
from storyreader.application import ArticleNotebook, open_article_notebook, read_progress
from storyreader.paths import exports_folder
from storyreader.saving import Store
from tests.tui.driving import settled, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.screens.library import LibraryScreen
from tui.screens.links import LinksScreen
from widgets.article_list import ArticleList
from widgets.frame import StatusLine
from widgets.note_sheet import NoteSheet
from widgets.reading_pane import ReadingPane

HARBOUR = sample_data.folder() / "harbour-fire"
DAM = sample_data.folder() / "dam-vote"


async def reading(pilot: Pilot[None]) -> ReadingPane:
    screen = await started(pilot)
    await pilot.press("enter")
    return screen.query_one(ReadingPane)


def place(app: StoryReader) -> str:
    return app.screen.query_one(StatusLine).right


def notebook(pane: ReadingPane) -> ArticleNotebook:
    assert pane.article is not None
    return open_article_notebook(pane.article, "")


async def test_space_and_b_page_and_the_line_below_says_where() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(80, 16)) as pilot:
        pane = await reading(pilot)
        assert pane.article is not None
        count = len(pane.article.sentences)
        await until(pilot, lambda: place(app).startswith(f"sentence 1 of {count} · "), "the first sentence is named")
        await pilot.press("space")
        here = pane.sentence
        assert here > 0
        await until(pilot, lambda: place(app).startswith(f"sentence {here + 1} of {count} · "), "a later one is named")
        await pilot.press("b")
        assert pane.sentence < here
        await pilot.press("G")
        await until(pilot, lambda: place(app).endswith("100%"), "the end is named")


async def test_the_place_is_kept_while_reading_others_and_until_another_day() -> None:
    for day in ("first", "second"):
        app = StoryReader([HARBOUR])
        async with app.run_test(size=(80, 16)) as pilot:
            pane = await reading(pilot)
            assert pane.article is not None
            if day == "first":
                await pilot.press("space")
            here, name = pane.sentence, pane.article.id
            assert here > 0
            await pilot.press("J")
            await settled(pilot)
            assert pane.sentence == 0
            await pilot.press("K")
            await settled(pilot)
            assert (pane.article.id, pane.sentence) == (name, here)
            await pilot.press("Q")
        assert read_progress().places[name] == here


async def test_no_old_text_stands_under_a_new_headline(monkeypatch: pytest.MonkeyPatch) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        pane = screen.query_one(ReadingPane)
        assert pane.article is not None
        await pilot.press("j")
        await settled(pilot)
        text = pane.article.paragraphs[0][:30]
        assert text in "\n".join(lines_of(pane))
        monkeypatch.setattr("tui.reader.Reader._read", lambda *_: None)  # never comes
        screen._reader._shelf.clear()
        await pilot.press("k")
        shown = "\n".join(lines_of(pane))
        entry = screen.query_one(ArticleList).current
        assert entry is not None
        assert entry.title[:20] in shown
        assert text not in shown


async def test_a_text_that_is_known_stands_there_before_its_page_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        pane = screen.query_one(ReadingPane)
        article = pane.article
        assert article is not None
        await pilot.press("G")
        await settled(pilot)
        never = threading.Event()
        monkeypatch.setattr("storyreader.application.article_shelf._opened", lambda *_: never.wait(60))
        screen._reader._shelf.clear()
        await pilot.press("g")
        text = article.paragraphs[1][:30]
        await until(pilot, lambda: text in "\n".join(lines_of(pane)), text)
        assert pane.article is None
        never.set()


async def test_neighbours_are_read_ahead_and_shown_at_once() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        await pilot.press("j")
        await settled(pilot)
        shelf = screen._reader._shelf
        for entry in screen.query_one(ArticleList).neighbours():
            assert shelf.known(entry.path) is not None


async def test_a_note_on_a_sentence_is_shown_under_it_kept_and_undone() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        await pilot.press("right_parenthesis", "right_parenthesis", "a", *"Who", "escape")
        await settled(pilot)
        assert pane.has_focus
        assert {number: [note.text for note in notes] for number, notes in notebook(pane).notes.items()} == {1: ["Who"]}
        assert "Who" in "\n".join(lines_of(pane))
        await pilot.press("left_parenthesis", "u")
        await settled(pilot)
        assert pane.sentence == 1
        await until(pilot, lambda: "Undone: note Who" in status(app), "the status line")
        assert notebook(pane).notes == {}
        await pilot.press("U")
        await settled(pilot)
        await until(pilot, lambda: "Done again: note Who" in status(app), "the status line")
        assert [note.text for note in notebook(pane).notes[1]] == ["Who"]


async def test_what_is_typed_in_a_note_is_kept_when_the_app_is_left() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        await pilot.press("a", *"Who")
        assert app.screen.query_one(NoteSheet).query_one(TextArea).text == "Who"
        await pilot.press("ctrl+q")
    assert pane.article is not None
    assert [note.text for note in notebook(pane).notes[0]] == ["Who"]


async def test_highlights_tags_and_verdicts_on_a_sentence() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        await pilot.press("H", "V", "1")
        await settled(pilot)
        await pilot.press("t", *"source", "escape")
        await settled(pilot)
        told = sorted(note.told for note in notebook(pane).notes[0])
        assert told == ["AGREE · #source", "highlighted"]
        assert [mark.style for marks in pane._marks.values() for mark in marks] == ["highlight"]
        await pilot.press("H")
        await settled(pilot)
        assert [note.told for note in notebook(pane).notes[0]] == ["AGREE · #source"]


async def test_undoing_goes_to_the_article_that_it_was_on() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        assert pane.article is not None
        noted = pane.article.path
        await pilot.press("H")
        await settled(pilot)
        await pilot.press("J", "J")
        await settled(pilot)
        assert pane.article.path != noted
        await pilot.press("u")
        await settled(pilot)
        assert pane.article.path == noted
        await until(pilot, lambda: "Undone: highlight" in status(app), "the status line")
        await until(pilot, lambda: notebook(pane).notes == {}, "the highlight is gone from the disk")


async def test_a_correction_is_done_again() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        assert pane.article is not None
        before = pane.article.paragraphs
        await pilot.press("L")
        while pane.line is None or pane.line.text != before[0]:
            await pilot.press("j")
        await pilot.press("L")
        await settled(pilot)
        await pilot.press("g", "u")
        await settled(pilot)
        assert pane.article.paragraphs == before
        assert pane.line is not None
        assert pane.line.text == before[0]
        await pilot.press("U")
        await settled(pilot)
        assert pane.article.paragraphs == before[1:]
        await until(pilot, lambda: "Done again: Line" in status(app), "the status line")
        await pilot.press("U")
        await settled(pilot)
        await until(pilot, lambda: "Nothing to redo" in status(app), "the status line")


async def test_a_sentence_is_copied_with_its_whole_source_and_blind_without_the_outlet() -> None:
    app = StoryReader([DAM / "gazette-later.html"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        assert pane.article is not None
        await pilot.press("y")
        await settled(pilot)
        sentence, address = pane.article.sentences[0].text, pane.article.url
        assert app.clipboard == (
            f"“{sentence}” (Verrin Valley Gazette, “{pane.article.headline}”, Wed 22 Apr 2026, 23:10 UTC+02:00, "
            f"{address})"
        )
        file = exports_folder() / "copied.txt"
        assert app.clipboard in file.read_text(encoding="utf-8")
        await until(pilot, lambda: "copied.txt" in status(app), "the status line")
        await pilot.press("Z", "Y")
        await settled(pilot)
        assert "outlet hidden" in app.clipboard
        assert "Gazette" not in app.clipboard
        assert "verringazette" not in app.clipboard
        assert len(file.read_text(encoding="utf-8").split("\n\n")) == 4


async def test_the_page_and_its_links_are_opened_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Browser:
        name = "a browser"

        def open(self, address: str) -> bool:
            opened.append(address)
            return True

    monkeypatch.setattr(webbrowser, "get", Browser)
    app = StoryReader([DAM / "gazette-later.html"])
    async with app.run_test(size=(100, 40)) as pilot:
        pane = await reading(pilot)
        assert pane.article is not None
        await pilot.press("o")
        await settled(pilot)
        assert opened == [pane.article.url]
        await pilot.press("O")
        await settled(pilot)
        await until(pilot, lambda: isinstance(app.screen, LinksScreen), "the links are listed")
        await pilot.press("enter")
        await settled(pilot)
        assert len(opened) == 2
        assert opened[1].startswith("https://www.verringazette.example/")
        assert isinstance(app.screen, LibraryScreen)


async def test_where_no_browser_is_the_reader_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def none() -> None:
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", none)
    page = tmp_path / "page.txt"
    page.write_text((HARBOUR / "kestrel-daily.txt").read_text(encoding="utf-8"), encoding="utf-8")
    app = StoryReader([page])
    async with app.run_test(size=(100, 40)) as pilot:
        await reading(pilot)
        await pilot.press("o")
        await settled(pilot)
        await until(pilot, lambda: "No browser here" in status(app), "the status line")
        page.unlink()
        await pilot.press("o")
        await settled(pilot)
        await until(pilot, lambda: "is gone" in status(app) or "No browser" in status(app), "the status line")


async def test_a_page_without_text_has_no_words_and_minutes(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("News\nSport\nContact\n", encoding="utf-8")
    app = StoryReader([tmp_path])
    async with app.run_test(size=(100, 30)) as pilot:
        pane = await reading(pilot)
        shown = "\n".join(lines_of(pane))
        assert "0 words" not in shown
        assert " min" not in shown
        await pilot.press("a")
        await until(pilot, lambda: "no text to write on" in status(app), "the status line")
    assert Store().listing().heads == ()


async def test_a_window_that_moves_on_the_way_to_a_sentence_does_not_lose_it() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 12)) as pilot:
        pane = (await started(pilot)).query_one(ReadingPane)
        assert pane.article is not None
        last = len(pane.article.sentences) - 1
        pane.begin_at(last)
        pane.scroll_to(y=1, animate=False, immediate=True)  # as Textual does when the text has another height
        await settled(pilot)
        assert pane.sentence == last
