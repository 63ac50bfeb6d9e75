"""The comparison in all its views and tabs: the place is kept, nothing is hidden without being said."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from storyreader.application import Files, Notebook, Opened, ReadingShelf
from storyreader.row_filters import FILTERS
from storyreader.settings import Settings
from tests.making import make_article, make_comparison
from tests.tui.driving import compared, settled, shows, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.comparison.opener import ComparisonOpener
from tui.screens.choose import ChooseScreen
from tui.screens.compare import CompareScreen
from tui.tabs import VIEWS
from tui.workspace import Workspace
from widgets.article_list import ArticleList
from widgets.comparison_panel import ComparisonPanel
from widgets.findings_table import FindingsTable
from widgets.frame import HeadLine
from widgets.full_texts import FullTexts, SideText
from widgets.reading_pane import ReadingPane

pytestmark = pytest.mark.no_cover

HARBOUR = sample_data.folder() / "harbour-fire"


async def workspace(pilot: Pilot[None]) -> Workspace:
    await started(pilot)
    return (await compared(pilot)).workspace


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48), (40, 12)])
async def test_every_row_is_a_stop_in_every_view_and_the_place_is_kept(size: tuple[int, int]) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=size) as pilot:
        space = await workspace(pilot)
        assert space.comparison is not None
        for _ in VIEWS:
            stops = {space.row_index}
            for _ in range(len(space.comparison.rows)):
                await pilot.press("]")
                stops.add(space.row_index)
            differing = {at for at, row in enumerate(space.comparison.rows) if row.kind != "same"}
            assert differing <= stops
            row_index = space.row_index
            await pilot.press("v")
            assert space.row_index == row_index


async def test_full_texts_bring_the_partner_to_the_same_height() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 30)) as pilot:
        space = await workspace(pilot)
        await pilot.press("v")
        assert space.view == "texts"
        full = space.query_one(FullTexts)
        await pilot.press("j", "j", "j", "j", "j", "j")
        left, right = full.text("left"), full.text("right")
        assert space.comparison is not None
        assert left.cursor == 6
        row = space.row
        assert row is not None
        assert row.link is not None
        assert right.cursor in space.comparison.links[row.link].right
        await pilot.press("tab")
        assert right.has_focus
        assert right.cursor in space.comparison.links[row.link].right


async def test_going_to_a_row_before_the_full_texts_are_drawn_is_survived() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        space = await workspace(pilot)
        assert space.comparison is not None
        full, last = space.query_one(FullTexts), len(space.comparison.rows) - 1
        full.go(last)
        space.set_view("texts")
        space.set_tab("facts")
        space.set_tab("text")
        space.go(last)
        await pilot.pause()
        assert (space.row_index, full.row_index) == (last, last)


async def test_all_sentences_of_both_are_in_the_full_texts() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(160, 200)) as pilot:
        space = await workspace(pilot)
        await pilot.press("v")
        assert space.comparison is not None
        for side, article in (("left", space.comparison.left), ("right", space.comparison.right)):
            text = space.query_one(f"#{side}-text", SideText)
            shown = " ".join(" ".join(line[8:].split()) for line in lines_of(text))
            for sentence in article.sentences:
                assert " ".join(sentence.text.split()) in " ".join(shown.split())


async def test_filters_show_what_they_say_and_the_counts_stand_in_the_status_line() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        assert space.comparison is not None
        seen = [space.filter]
        for _ in FILTERS:
            await pilot.press("f")
            seen.append(space.filter)
            assert space.row_indexes
            assert space.panel.block_count() == len(space.row_indexes)
        assert seen[1] == "differences"
        assert seen.count("all") >= 2
        while space.filter != "all":
            await pilot.press("f")
        await pilot.press("f")
        assert "differences" in status(app)
        await pilot.press("F")
        assert space.filter == "all"


async def test_going_to_a_hidden_row_takes_the_filter_off() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await pilot.press("f")
        assert space.comparison is not None
        await pilot.press("f")
        assert space.filter == "conflicts"
        hidden = next(at for at in range(len(space.comparison.rows)) if at not in space.row_indexes)
        space.go(hidden)
        assert (space.filter, space.row_index) == ("all", hidden)


async def test_sorting_by_weight_puts_conflicts_first() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await pilot.press("S", "S")
        assert space.order == "weightiest first"
        assert space.comparison is not None
        assert space.comparison.rows[space.row_indexes[0]].kind == "conflict"
        assert "weightiest" in status(app)


async def test_the_facts_open_the_sentences_they_stand_in() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await pilot.press("3")
        await settled(pilot)
        table = space.query_one("#facts", FindingsTable)
        assert "CONFLICTS" in "\n".join(lines_of(table))
        assert "[3: facts]" in app.screen.query_one(HeadLine).right
        item = table.current
        assert item is not None
        await pilot.press("enter")
        assert space.tab == "text"
        assert space.row is not None
        assert any(number in space.row.numbers(side) for side, number in item.sentences)


async def test_who_is_quoted_and_how_quotations_drift() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await pilot.press("4")
        await settled(pilot)
        table = space.query_one("#who", FindingsTable)
        shown = " ".join(" ".join(lines_of(table)).split())
        assert "Margit Halloran" in shown
        assert "differs" in shown
        row_index = table.cursor
        await pilot.press("n")
        assert (table.cursor, "That was the last." in status(app)) == (row_index, True)


async def test_two_articles_without_anything_in_common_say_so_at_once() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        from storyreader.comparing import compare

        left = make_article(["Eleven mules crossed the pass on Friday.", "Snow fell."], publisher="Pass News")
        right = make_article(["The orchestra tuned for an hour.", "Nobody clapped."], publisher="Hall Echo")
        comparison = compare(left, right)
        assert not comparison.links
        screen = CompareScreen(Files("x", "y"), app.settings, ReadingShelf())
        await app.push_screen(screen)
        screen.post_message(
            ComparisonOpener.Made(Files("x", "y"), Opened(Notebook(comparison, None, "me")))
        )  # fmt: skip
        await settled(pilot)
        await settled(pilot)
        shown = " ".join(" ".join(lines_of(screen.workspace.found.short)).split())
        assert "No sentence of A matches one of B" in shown


async def test_another_partner_is_chosen_by_typing() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        assert space.comparison is not None
        left = space.comparison.left.path
        await pilot.press("C")
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press(*"bellow")
        await pilot.press("enter")
        found = "daily-bellow.html"
        await until(pilot, lambda: space.comparison is not None and space.comparison.right.path.endswith(found), found)
        await settled(pilot)
        assert space.comparison.left.path == left
        await pilot.press("C", "escape")
        assert shows(app, CompareScreen)


async def test_blind_reading_hides_the_outlets_until_the_reader_shows_them() -> None:
    app = StoryReader([HARBOUR], blind=False)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        articles = screen.query_one(ArticleList)
        assert articles.current is not None
        outlet = articles.current.outlet.split("/")[0]
        await pilot.press("Z")
        await pilot.pause()
        listed = "\n".join(lines_of(articles))
        assert outlet not in listed
        assert "outlet hidden" in listed
        assert outlet not in "\n".join(lines_of(screen.query_one(ReadingPane))[:4])
        await compared(pilot)
        assert outlet not in app.screen.query_one(HeadLine).left
        await pilot.press("Z")
        assert "outlet hidden" not in app.screen.query_one(HeadLine).left


async def test_a_selection_with_the_mouse_is_copied_without_marks_and_without_the_other_column() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        panel = space.query_one(ComparisonPanel)
        assert space.comparison is not None
        panel.show(make_comparison(), {})
        lines = lines_of(panel)
        y = next(at for at, line in enumerate(lines) if "Engineers found" in line)
        x = lines[y].index("Engineers")
        await pilot.mouse_down(ComparisonPanel, offset=(x, y))
        await pilot.hover(ComparisonPanel, offset=(x + 14, y + 1))
        await pilot.mouse_up(ComparisonPanel, offset=(x + 14, y + 1))
        taken = app.screen.get_selected_text()
        assert taken is not None
        assert taken.startswith("Engineers found a crack")
        assert "discovered" not in taken
        assert "│" not in taken


async def test_a_semantic_comparison_comes_in_later_unless_the_reader_has_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = StoryReader([HARBOUR])
    better = make_comparison()
    monkeypatch.setattr("storyreader.application.compare_semantically", lambda *_: better)
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        space = (await compared(pilot, tab="")).workspace
        await settled(pilot)
        assert space.comparison == better
        assert "Semantic matches added" in status(app)
    async with StoryReader([HARBOUR], Settings(semantic="off")).run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await settled(pilot)
        assert space.comparison is not None
        assert Path(space.comparison.left.path).parent == HARBOUR
    monkeypatch.setattr("storyreader.application.compare_semantically", lambda *_: None)
    async with StoryReader([HARBOUR]).run_test(size=(120, 40)) as pilot:
        space = await workspace(pilot)
        await settled(pilot)
        assert space.comparison is not None
        assert Path(space.comparison.left.path).parent == HARBOUR


def test_a_notebook_in_use_keeps_its_comparison() -> None:
    notebook = Notebook(make_comparison(), None, "me")
    notebook.review(0)
    before = notebook.comparison
    assert not notebook.replace(make_comparison())
    assert notebook.comparison is before


async def test_the_row_that_a_line_in_short_is_about_is_in_sight_among_the_texts() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        space = (await compared(pilot, tab="")).workspace
        for _ in range(8):
            await pilot.press("n")
        await pilot.press("2")
        await settled(pilot)
        panel = app.screen.query_one(ComparisonPanel)
        assert panel.cursor > 3
        top = panel._starts[panel.cursor] - panel.scroll_offset.y
        assert 0 <= top < panel.size.height
        assert space.tab == "text"
