"""What a reader does, key by key, in the app itself."""

from pathlib import Path

import pytest

import sample_data
from storyreader.saving import Store
from tests.tui.driving import compared, settled, shows, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.saved import SavedScreen
from widgets.article_list import ArticleList
from widgets.comparison_panel import ComparisonPanel
from widgets.details_pane import DetailsPane
from widgets.frame import HeadLine
from widgets.note_sheet import NoteSheet
from widgets.reading_pane import ReadingPane

pytestmark = pytest.mark.no_cover

HARBOUR = sample_data.folder() / "harbour-fire"


def note_texts() -> list[tuple[str, ...]]:
    """The notes of each comparison on the disk."""
    return [head.note_texts for head in Store().listing().heads]


SIZES = [(80, 24), (120, 40), (160, 48), (40, 10)]


@pytest.mark.parametrize("size", SIZES)
async def test_list_reader_and_back(size: tuple[int, int]) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=size) as pilot:
        screen = await started(pilot)
        articles, reader = screen.query_one(ArticleList), screen.query_one(ReadingPane)
        assert articles.current is not None
        assert reader.article is not None
        assert reader.article.path == articles.current.path
        await pilot.press("J")
        await settled(pilot)
        assert reader.article.path == articles.current.path
        await pilot.press("enter")
        assert reader.has_focus
        await pilot.press("j", "pagedown", "q")
        assert articles.has_focus


async def test_the_sample_stories_are_there_without_arguments() -> None:
    app = StoryReader([])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        assert len(screen.query_one(ArticleList).entries) >= 16
        assert "fiction" in screen.query_one(HeadLine).left


async def test_raw_view_shows_every_line_with_its_verdict() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt"])
    async with app.run_test(size=(120, 200)) as pilot:
        screen = await started(pilot)
        await pilot.press("R")
        shown = "\n".join(lines_of(screen.query_one(ReadingPane)))
        assert "kept  " in shown
        assert "navigation" in shown
        await pilot.press("R")
        assert "kept  " not in "\n".join(lines_of(screen.query_one(ReadingPane)))


@pytest.mark.parametrize("size", SIZES)
async def test_mark_two_compare_go_through_differences_and_come_back(size: tuple[int, int]) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("space")
        assert status(app).startswith("A: ")
        await pilot.press("j", "space")
        assert "c compares" in status(app) or size[0] < 60
        screen = await compared(pilot)
        panel = screen.query_one(ComparisonPanel)
        assert panel.comparison is not None
        rows = panel.comparison.rows
        stops = {panel.cursor}
        for _ in range(len(rows) + 1):
            await pilot.press("]")
            stops.add(panel.cursor)
        differing = {place for place, row in enumerate(rows) if row.kind != "same"}
        assert differing <= stops
        await pilot.press("v", "v", "enter", "q", "q")
        assert shows(app, LibraryScreen)


async def test_c_alone_takes_the_closest_account_of_the_same_story() -> None:
    app = StoryReader([sample_data.folder()])
    async with app.run_test(size=(100, 30)) as pilot:
        library = await started(pilot)
        current = library.query_one(ArticleList).current
        assert current is not None
        screen = await compared(pilot)
        comparison = screen.query_one(ComparisonPanel).comparison
        assert comparison is not None
        assert comparison.left.path == current.path
        assert Path(comparison.right.path).parent == Path(comparison.left.path).parent


async def test_the_end_is_said_and_the_second_press_goes_round() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        panel = (await compared(pilot)).query_one(ComparisonPanel)
        await pilot.press("G")
        last = panel.cursor
        assert panel.comparison is not None
        assert last == len(panel.comparison.rows) - 1
        await pilot.press("]")
        assert "No more differences" in status(app)
        assert panel.cursor == last
        await pilot.press("]")
        assert panel.cursor == next(at for at, row in enumerate(panel.comparison.rows) if row.kind != "same")


async def test_a_note_is_saved_while_it_is_typed_and_comes_back_without_its_sources(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("kestrel-daily.txt", "coastline-24.txt"):
        (folder / name).write_bytes((HARBOUR / name).read_bytes())
    app = StoryReader([folder])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.press("n", "a", *"Ask them", "space", "x")
        await until(pilot, lambda: note_texts() == [("Ask them x",)], "the note on the disk")
        assert app.screen.query_one(NoteSheet).is_open
        await pilot.press("escape")
        assert not app.screen.query_one(NoteSheet).is_open
        await pilot.press("q")
    for file in folder.iterdir():
        file.unlink()
    again = StoryReader([sample_data.folder() / "dam-vote"])
    async with again.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await pilot.press("B")
        await settled(pilot)
        assert shows(again, SavedScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert shows(again, CompareScreen)
        assert "is gone; the saved copy is shown" in status(again)
        panel = again.screen.query_one(ComparisonPanel)
        shown = "\n".join("".join(piece.text for piece in line) for block in range(panel.block_count())
                          for line in panel.block_lines(block, 90))  # fmt: skip
        assert "✎ Ask them x" in shown
        await pilot.press("q", "q")
        assert shows(again, LibraryScreen)


async def test_what_is_being_typed_is_kept_when_the_app_is_left() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.press("a", "y", "e", "s", "ctrl+q")
    assert Store().listing().heads[0].note_texts == ("yes",)


async def test_comparing_the_same_pair_again_brings_the_notes_back() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.press("a", "h", "i", "escape", "q")
        await settled(pilot)
        await compared(pilot, tab="")
        assert "opened with your notes" in status(app)


async def test_delete_and_undo_in_the_saved_list() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("q", "B")
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert Store().listing().heads == ()
        await pilot.press("u")
        await settled(pilot)
        assert len(Store().listing().heads) == 1
        assert status(app).startswith("Brought back")


async def test_enter_shows_why_two_sentences_were_paired() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt", HARBOUR / "coastline-24.txt"])
    async with app.run_test(size=(100, 40)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.press("enter")
        await pilot.pause()
        shown = "\n".join(lines_of(app.screen.query_one("#detail", DetailsPane)))
        assert "in 100" in shown
        assert "Why paired" in shown


async def test_on_a_wide_screen_the_guide_is_beside_the_comparison() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(160, 48)) as pilot:
        await started(pilot)
        await compared(pilot)
        await pilot.pause()
        assert "COUNTS" in "\n".join(lines_of(app.screen.query_one("#rail", DetailsPane)))


async def test_find_in_the_list_in_the_text_and_in_a_comparison() -> None:
    app = StoryReader([sample_data.folder()])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        await pilot.press("slash", *"council dam")
        assert screen.query_one(ArticleList).block_count() < 24
        await pilot.press("enter", "q")
        assert screen.query_one(ArticleList).block_count() >= 24
        await settled(pilot)
        await pilot.press("enter", "slash", *"th", "enter")
        assert "matches for “th”" in status(app)
        await pilot.press("n")
        assert " of " in status(app)
        await pilot.press("q")
        await compared(pilot)
        await pilot.press("slash", *"council", "enter")
        assert "“council” in" in status(app)
        await pilot.press("q")
        assert shows(app, CompareScreen)


async def test_help_lists_the_keys_of_its_screen() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 60)) as pilot:
        await started(pilot)
        await pilot.press("question_mark")
        assert shows(app, HelpScreen)
        shown = "\n".join(lines_of(app.screen.query_one("#keys")))
        assert "mark for comparing" in shown
        await pilot.press("slash", *"half")
        shown = "\n".join(lines_of(app.screen.query_one("#keys")))
        assert "mark for comparing" not in shown
        assert "half a page down" in shown
        await pilot.press("escape", "q")
        assert shows(app, LibraryScreen)


async def test_what_is_perhaps_related_is_shown_on_a_key_and_counted_nowhere() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt", HARBOUR / "coastline-24.txt"])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await compared(pilot)
        panel = app.screen.query_one(ComparisonPanel)
        assert panel.comparison is not None
        assert panel.comparison.related
        await pilot.press("tilde")
        await pilot.pause()
        assert panel.related_shown
        assert "perhaps related, not counted" in status(app)
        await pilot.press("tilde")
        await pilot.pause()
        assert not panel.related_shown


async def test_two_events_are_said_above_the_comparison() -> None:
    app = StoryReader([HARBOUR / "kestrel-daily.txt", sample_data.folder() / "dam-vote" / "oldmere-review.txt"])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await compared(pilot)
        assert "perhaps two events" in app.screen.query_one(HeadLine).left
