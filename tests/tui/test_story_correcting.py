"""Stories corrected by hand in the list, and pages that lie in several places."""

import shutil
from pathlib import Path

import sample_data
from storyreader.library import Labels, read_labels
from tests.tui.driving import settled, shows, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.scanner import Scanner
from tui.screens.choose import ChooseScreen
from tui.screens.library import LibraryScreen
from widgets.about_pane import AboutPane
from widgets.article_list import ArticleList

HARBOUR, BRIDGE = (sample_data.folder() / name for name in ("harbour-fire", "bridge-closure"))


def stories_of(app: StoryReader) -> list[set[str]]:
    scanner = app.screen.query_one(Scanner)
    return [{Path(scanner.entries[at].path).stem for at in story.members} for story in scanner.stories]


async def test_an_article_is_taken_out_of_its_story_and_that_is_undone() -> None:
    app = StoryReader([BRIDGE])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        entry = articles.current
        assert entry is not None
        assert stories_of(app) == [{"merrow-herald", "radio-lindholm"}]
        await pilot.press("X")
        await settled(pilot)
        assert stories_of(app) == [{"merrow-herald"}, {"radio-lindholm"}]
        assert articles.current == entry
        assert status(app).startswith("Taken out of its story; u undoes.")
        await pilot.press("X")
        assert "It stands in no story" in status(app)
        await pilot.press("u")
        await settled(pilot)
        assert stories_of(app) == [{"merrow-herald", "radio-lindholm"}]
        assert read_labels().stories == {}


def with_a_letter(folder: Path) -> Path:
    """The accounts of the fire, and a text that only a reader knows to be of it."""
    shutil.copytree(HARBOUR, folder)
    (folder / "letter.txt").write_text(
        "What the gulls saw\n\nNobody on our street slept much that night, and the smell was still in the curtains on "
        "Sunday.\n\nMy grandmother counted eleven engines from her window and made tea for whoever knocked.\n",
        encoding="utf-8",
    )
    return folder


async def test_an_article_joins_the_story_of_the_marked_one_today_and_tomorrow(tmp_path: Path) -> None:
    folder = with_a_letter(tmp_path / "pages")
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        assert {"letter"} in stories_of(app)
        marked = articles.current
        assert marked is not None
        await pilot.press("space", "G")
        entry = articles.current
        assert entry is not None
        assert Path(entry.path).stem == "letter"
        await pilot.press("p")
        await settled(pilot)
        assert len(stories_of(app)) == 1
        assert status(app).startswith("Put into one story with: ")
        assert "; u undoes." in status(app)
        assert read_labels().of(entry.article_id) == Labels(story=marked.article_id)
        await pilot.press("p")
        assert "They stand in one story already" in status(app)
    again = StoryReader([folder])
    async with again.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        assert len(stories_of(again)) == 1
        assert "6 accounts" in "\n".join(lines_of(again.screen.query_one(ArticleList)))


async def test_without_a_mark_the_other_article_is_chosen_by_name(tmp_path: Path) -> None:
    app = StoryReader([with_a_letter(tmp_path / "pages")])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("G", "p")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen), "the articles to choose from")
        await pilot.press(*"kestrel")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, LibraryScreen), "the list")
        await settled(pilot)
        assert len(stories_of(app)) == 1


async def test_the_same_page_in_two_files_stands_once_and_i_names_both(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(BRIDGE, folder)
    shutil.copy(folder / "merrow-herald.txt", folder / "zz.txt")
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        assert len(articles.shown) == 2
        assert "2 places" in "\n".join(lines_of(articles))
        await pilot.press("i")
        await settled(pilot)
        about = "\n".join(lines_of(app.screen.query_one(AboutPane)))
        assert "THE SAME PAGE IN 2 PLACES" in about
        assert "zz.txt" in about


async def test_what_the_texts_tell_of_each_other_stands_in_the_list() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(160, 48)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        assert "98% word for word, likely Norden Wire" in "\n".join(lines_of(articles))
