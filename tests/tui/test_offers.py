"""What an outlet's other pages taught is shown as an offer, taken with L and undone with u."""

from pathlib import Path

import storyreader
from tests.library.outlet_pages import APPEAL, STORIES, write_pages
from tests.tui.driving import compared, settled, started, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from widgets.reading_pane import ReadingPane

OFFER = "This outlet's other pages suggest correcting 1 line here. L does so."


def shown(pane: ReadingPane) -> str:
    return " ".join(" ".join(lines_of(pane)).split())


async def test_an_offer_is_shown_taken_and_undone(tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    app = StoryReader([tmp_path])
    async with app.run_test(size=(160, 40)) as pilot:
        screen = await started(pilot)
        pane = screen.query_one(ReadingPane)
        await pilot.press("J")
        await settled(pilot)
        assert pane.article == storyreader.read_article(files[1])
        assert APPEAL in pane.article.paragraphs
        assert OFFER in shown(pane)
        await pilot.press("L")
        await settled(pilot)
        await settled(pilot)
        assert pane.article.paragraphs == list(STORIES.values())[1]
        assert "1 line corrected as offered; u undoes" in status(app)
        assert OFFER not in shown(pane)
        assert "1 line corrected by you" in shown(pane)
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        assert pane.article == storyreader.read_article(files[1])
        assert OFFER in shown(pane)


async def test_what_is_compared_is_what_is_read_alone(tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    app = StoryReader([tmp_path])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("space", "j", "space")
        screen = await compared(pilot)
        comparison = screen.session.desk.comparison
        assert [comparison.left, comparison.right] == [storyreader.read_article(file) for file in files[:2]]
