"""How far the reader has come is seen in the list, and is where comparisons open again."""

import shutil
from pathlib import Path

from textual.pilot import Pilot

import sample_data
from storyreader.application import remember_row, row_to_begin
from storyreader.library import Catalogue, Entry, parse_query
from storyreader.paths import exports_folder
from tests.making import make_comparison
from tests.tui.driving import compared, settled, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from widgets.article_list import ArticleList

DAM = sample_data.folder() / "dam-vote"


def listed(app: StoryReader) -> str:
    return "\n".join(lines_of(app.screen.query_one(ArticleList)))


async def test_the_text_that_a_file_held_before_it_changed_is_forgotten(tmp_path: Path) -> None:
    shutil.copytree(DAM, tmp_path / "pages")
    app = StoryReader([tmp_path / "pages"])

    def known() -> int:
        with Catalogue() as catalogue:
            return len(catalogue.search(parse_query("dam"), 100))

    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        count = known()
        changed = next((tmp_path / "pages").glob("*.txt"))
        changed.write_text(changed.read_text(encoding="utf-8").replace("dam", "dyke").replace("Dam", "Dyke"), "utf-8")
        await pilot.press("r")
        await until(pilot, lambda: known() == count - 1, "the former text is gone")


async def test_stories_have_names_days_and_counts_and_articles_say_how_far_one_has_come() -> None:
    app = StoryReader([DAM])
    async with app.run_test(size=(140, 40)) as pilot:
        await started(pilot)
        await until(pilot, lambda: "two versions, 1 sentence dropped, 2" in listed(app), "versions are named")
        assert "Lanner Gorge dam · 5 accounts · 22-23 Apr" in " ".join(listed(app).split())
        assert listed(app).count("· new") == 5
        await pilot.press("enter", "q", "space", "j", "c")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert "Two versions, 1 sentence dropped, 2 reworded" in status(app)
        assert screen.workspace.marks["only left"] == "-"
        assert screen.workspace.marks["only right"] == "+"
        await pilot.press("q")
        await until(pilot, lambda: "· compared" in listed(app), "the list knows of the comparison")
        assert listed(app).count("· new") == 3
        assert "22-23 Apr ! 1" in " ".join(listed(app).split())


async def test_marks_of_other_comparisons_are_letters_again(tmp_path: Path) -> None:
    app = StoryReader([DAM])
    async with app.run_test(size=(140, 40)) as pilot:
        await started(pilot)
        await pilot.press("space", "j", "j", "space", "c")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.workspace.marks["only left"] == "A"


async def test_the_next_articles_in_a_comparison_are_those_of_the_story(tmp_path: Path) -> None:
    for name in ("hospital-leak", "dam-vote"):
        for file in (sample_data.folder() / name).iterdir():
            (tmp_path / f"{file.stem[::-1]}{file.suffix}").write_bytes(file.read_bytes())  # the stories lie mixed
    app = StoryReader([tmp_path])
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await started(pilot)
        articles = screen.query_one(ArticleList)
        left = articles.current
        assert left is not None
        story = {entry.path for entry in screen._scanner.story_of(left.path)}
        assert 2 < len(story) < len(screen._scanner.entries)
        await _through_the_story(pilot, left, story)


async def _through_the_story(pilot: Pilot[None], left: Entry, story: set[str]) -> None:
    screen = await compared(pilot)
    seen = set()
    for _ in range(len(story) - 1):
        seen.add(screen.session.desk.comparison.right.path)
        await pilot.press("J")
        await settled(pilot)
    assert seen | {left.path} == story


async def test_a_comparison_opens_where_the_reader_was_or_at_the_first_row_not_reviewed() -> None:
    app = StoryReader([DAM])
    async with app.run_test(size=(140, 40)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        count = len(screen.session.desk.comparison.rows)
        assert count > 4
        await pilot.press("2")
        screen.workspace.go(3)
        await pilot.press("q")
        await settled(pilot)
        screen = await compared(pilot)
        assert screen.workspace.row_index == 3
        screen.session.desk.notebook.review(0)
        screen.session.desk.notebook.review(1)
        await pilot.press("q")
        await settled(pilot)
        screen = await compared(pilot)
        assert screen.workspace.row_index == 2


def test_a_row_that_is_no_longer_there_is_not_gone_to() -> None:
    comparison = make_comparison()
    remember_row(comparison, 99)
    assert row_to_begin(comparison, ()) == 0


async def test_rows_and_sources_are_copied_to_a_file_and_notes_are_painted_in_the_texts() -> None:
    app = StoryReader([DAM])
    async with app.run_test(size=(140, 40)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        await pilot.press("2", "y")
        await settled(pilot)
        comparison = screen.session.desk.comparison
        for article in (comparison.left, comparison.right):
            assert f"“{article.headline}”" in app.clipboard
            assert str(article.url or Path(article.path).name) in app.clipboard
        await pilot.press("Y")
        await settled(pilot)
        text = (exports_folder() / "copied.txt").read_text(encoding="utf-8")
        assert app.clipboard in text
        assert len(app.clipboard.splitlines()) == 2
        await pilot.press("H")
        await settled(pilot)
        texts = screen.workspace.texts
        assert texts is not None
        assert {mark.style for marks in texts.painted.values() for mark in marks} == {"highlight"}
        styles = {piece.style for line in texts.lines("left", 0, 60) for piece in line}
        assert "highlight" in styles
