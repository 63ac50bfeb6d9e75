"""What the reader corrects: verdicts on lines, and what is said of an article."""

from pathlib import Path

from textual.widgets import Input

import sample_data
from tests.tui.driving import settled, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from widgets.article_list import ArticleList
from widgets.details_sheet import DetailsSheet
from widgets.reading_pane import ReadingPane

HARBOUR = sample_data.folder() / "harbour-fire"


async def test_a_line_is_left_out_brought_back_and_offered_on_the_next_page_of_the_outlet(tmp_path: Path) -> None:
    text = (HARBOUR / "kestrel-daily.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text + "\n", encoding="utf-8")
    app = StoryReader([tmp_path])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await started(pilot)
        pane = screen.query_one(ReadingPane)
        assert pane.article is not None
        before = pane.article.paragraphs
        await pilot.press("enter", "L")
        assert pane.raw
        while pane.line is None or pane.line.text != before[0]:
            await pilot.press("j")
        place = pane.cursor
        await pilot.press("L")
        await settled(pilot)
        assert "left out; u undoes" in status(app)
        assert pane.article.paragraphs == before[1:]
        assert pane.cursor == place
        await pilot.press("u")
        await settled(pilot)
        assert pane.article.paragraphs == before
        await pilot.press("L")
        await settled(pilot)
        await pilot.press("R", "q", "J")
        await settled(pilot)
        assert pane.article.path.endswith("b.txt")
        assert "You corrected 1 line like those here" in "\n".join(lines_of(pane))
        await pilot.press("L")
        await settled(pilot)
        assert pane.article.paragraphs == before[1:]
        assert "1 line corrected as offered; u undoes" in status(app)
        await pilot.press("u", "u")
        await settled(pilot)
        assert pane.article.paragraphs == before


async def test_headline_and_day_are_corrected_kept_and_brought_back() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        reader = screen.query_one(ReadingPane)
        assert reader.article is not None
        before = reader.article.headline
        await pilot.press("E")
        sheet = screen.query_one(DetailsSheet)
        headline, day = sheet.query_one("#details-headline", Input), sheet.query_one("#details-published", Input)
        assert headline.value == before
        headline.value, day.value = "Harbour fire: what is known", "soon"
        await pilot.press("f2")
        await pilot.pause()
        assert "is no date" in status(app)
        day.value = "2026-03-11"
        await pilot.press("f2")
        await until(pilot, lambda: reader.article is not None and reader.article.headline != before, "corrected")
        assert "Headline and day corrected" in status(app)
        assert not sheet.is_open
        assert screen.query_one(ArticleList).entries[0].headline == "Harbour fire: what is known"
        await pilot.press("u")
        await until(pilot, lambda: reader.article is not None and reader.article.headline == before, "brought back")
        assert "Undone" in status(app)


async def test_leaving_the_details_keeps_nothing() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await started(pilot)
        await pilot.press("E")
        sheet = screen.query_one(DetailsSheet)
        sheet.query_one("#details-headline", Input).value = "Never kept"
        await pilot.press("escape")
        await pilot.pause()
        assert not sheet.is_open
        assert screen.query_one(ArticleList).has_focus
        assert all(entry.headline != "Never kept" for entry in screen.query_one(ArticleList).entries)
