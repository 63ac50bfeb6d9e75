"""Working from the findings: the cursor of a table stands for its row, and every key of the texts works on it."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

import sample_data
from storyreader import findings
from storyreader.comparison import Comparison, Side
from storyreader.messages import LOOKING
from storyreader.settings import Settings
from tests.tui.driving import PATIENCE_SECONDS, compared, settled, started, status, until
from tests.tui.pictured import screen_text
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.workspace import Workspace
from widgets.details_pane import DetailsPane
from widgets.findings_table import FindingsTable, TableHead
from widgets.note_sheet import NoteSheet

HARBOUR = Path(sample_data.__file__).parent / "harbour-fire"
SETTINGS = Settings(author="Ina", semantic="off")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> StoryReader:
    app = StoryReader([HARBOUR], SETTINGS)
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    app.copied = copied  # type: ignore[attr-defined]
    return app


async def facts(pilot: object) -> tuple[CompareScreen, Workspace, FindingsTable]:
    await started(pilot)  # type: ignore[arg-type]
    screen = await compared(pilot, tab="3")  # type: ignore[arg-type]
    return screen, screen.workspace, screen.workspace.query_one("#facts", FindingsTable)


async def test_a_comparison_opens_in_short_and_a_line_opens_its_sentences(app: StoryReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        space = (await compared(pilot, tab="")).workspace
        assert space.found.short.display
        await pilot.press("n")
        line = space.found.short.current
        assert line is not None
        await pilot.press("enter")
        assert space.panel.display
        assert space.row is not None
        assert all(number in space.row.numbers(side) for side, number in line.sentences)
        await pilot.press("q")
        assert space.found.short.display


async def test_the_first_screen_works_while_what_differs_is_still_looked_for(
    app: StoryReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, find = threading.Event(), findings.find_findings
    described: list[Comparison] = []

    def description(comparison: Comparison) -> str:
        described.append(comparison)
        return "a comparison"

    def late(comparison: Comparison) -> findings.Findings:
        assert ready.wait(PATIENCE_SECONDS)
        return find(comparison)

    monkeypatch.setattr(findings, "find_findings", late)
    monkeypatch.setattr(Comparison, "__repr__", description)
    async with app.run_test(size=(100, 40)) as pilot:
        await started(pilot)
        await pilot.press("c")
        await until(pilot, lambda: LOOKING in screen_text(app), "the first screen")
        space = app.screen.query_one(Workspace)
        short = space.found.short
        assert "have a partner in B" in screen_text(app)
        assert LOOKING in status(app)
        await pilot.press("j", "n")
        place = short.current
        assert place is not None
        assert place.side == "right"
        assert LOOKING in status(app)
        await pilot.press("2", "j")
        assert space.panel.cursor == 1
        await pilot.press("1")
        assert described == []  # its text would have everything worked out on the spot
        ready.set()
        await settled(pilot)
        assert short.current == place
        assert LOOKING not in screen_text(app)
        assert "judged" in status(app)
        await pilot.press("n")
        assert short.current.state == "conflict"


async def test_the_keys_work_on_the_row_of_the_fact_under_the_cursor(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, space, table = await facts(pilot)
        await pilot.press("n")
        assert table.current is not None
        sentences, row_index = table.current.sentences, space.row_index
        assert space.row is not None
        assert all(number in space.row.numbers(side) for side, number in sentences)
        await pilot.press("y")
        for side, number in sentences:
            assert screen.session.desk.comparison.article(side).sentences[number].text in app.copied[-1]  # type: ignore[attr-defined]
        book = screen.session.desk.notebook
        await pilot.press("V", "2")
        await settled(pilot)
        assert [note.verdict for note in book.notes[row_index or 0]] == ["conflict"]
        assert "conflict" in status(app)
        await pilot.press("H", "space")
        await settled(pilot)
        assert any(note.highlight for note in book.notes[row_index or 0])
        await pilot.press("a", *"Who?", "escape")
        await settled(pilot)
        assert "Who?" in "".join(text for texts in book.texts().values() for text in texts)


async def test_the_sentences_and_the_reasons_follow_the_cursor(app: StoryReader) -> None:
    async with app.run_test(size=(160, 48)) as pilot:
        _, space, table = await facts(pilot)
        for _ in range(2):
            await pilot.press("n")
            await pilot.pause()
            assert table.current is not None
            shown = " ".join(screen_text(app).split())
            comparison = space.comparison
            assert comparison is not None
            for side, number in table.current.sentences[:1]:
                assert comparison.article(side).sentences[number].text[:30] in shown
            rail = app.screen.query_one("#rail", DetailsPane)
            assert f"ROW {(space.row_index or 0) + 1} OF" in " ".join(block.text for block in rail._blocks)


async def test_p_goes_to_the_partner_among_the_texts_and_q_comes_back(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        _, space, _ = await facts(pilot)
        assert space.comparison is not None
        await pilot.press("n", "n")
        row = space.row
        assert row is not None
        assert row.elsewhere
        await pilot.press("p")
        assert space.panel.display
        assert space.row_index in row.elsewhere
        await pilot.press("q")
        assert not space.panel.display


async def test_filter_and_sort_work_on_the_table_and_escape_takes_the_filter_off(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        _, space, table = await facts(pilot)
        every = len(table.items)
        await pilot.press("f")
        assert "conflicts: " in status(app)
        assert 0 < len(table.items) < every
        assert all(item.state == "conflict" for item in table.items)
        await pilot.press("S")
        assert "sorted by kind" in status(app)
        await pilot.press("escape")
        assert len(table.items) == every
        assert space.tab == "facts"
        await pilot.press("z")
        assert len(table.items) > every


async def test_escape_undoes_find_filter_and_tab_before_it_leaves(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, space, _ = await facts(pilot)
        await pilot.press("2", "f", "slash", *"ship", "enter")
        await settled(pilot)
        assert (space.filter, screen.session.searching.words, space.tab) == ("differences", "ship", "text")
        await pilot.press("escape")
        assert (space.filter, screen.session.searching.words, space.tab) == ("differences", "", "text")
        await pilot.press("escape")
        assert (space.filter, space.tab) == ("all", "text")
        for tab in ("2", "3", "4", "5"):
            await pilot.press(tab, "escape")
            assert (app.screen, space.tab) == (screen, "short")
        await pilot.press("escape")
        assert app.screen is not screen


async def test_the_names_of_the_columns_stay_in_view_and_make_room_when_narrow(app: StoryReader) -> None:
    async with app.run_test(size=(80, 20)) as pilot:
        _, space, table = await facts(pilot)
        for tab, left in (("3", table), ("4", space.query_one("#who", FindingsTable))):
            await pilot.press(tab, "G")
            await pilot.pause()
            assert left.scroll_offset.y > 0
            assert any(line.split()[:4] == ["what", "A", "B", "state"] for line in screen_text(app).splitlines())
        await pilot.press("1")
        assert not space.query_one(TableHead).display
        await pilot.press("3")
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert not space.query_one(TableHead).display


async def test_n_stops_only_where_the_sides_conflict_or_differ(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        _, space, table = await facts(pilot)
        for tab in ("3", "4"):
            await pilot.press(tab, "g")
            view = space.table
            assert isinstance(view, FindingsTable)
            wanted = sum(item.state in {"conflict", "differs"} for item in view.items)
            stops = [view.cursor] if view.current is not None and view.current.is_stop else []
            while view.next_stop(1) is not None:
                stops.append(view.cursor)
                assert view.current is not None
                assert view.current.item is not None
                assert view.current.item.state in {"conflict", "differs"}
            assert len(stops) == wanted > 0
        assert any(item.state == "caveat dropped" for item in table.items)


async def test_read_blind_neither_the_block_nor_a_copy_names_an_outlet(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, space, _ = await facts(pilot)
        comparison = screen.session.desk.comparison
        outlets = [article.publisher or "" for article in (comparison.left, comparison.right)]
        await pilot.press("1")
        assert any(outlet in screen_text(app) for outlet in outlets)
        await pilot.press("Z")
        await pilot.pause()
        shown = "\n".join(line.text for line in space.found.short._items)
        assert not any(f"{outlet} ·" in shown for outlet in outlets)
        await pilot.press("2", "y")
        assert "outlet hidden" in app.copied[-1]  # type: ignore[attr-defined]
        assert not any(f"({outlet}" in app.copied[-1] for outlet in outlets)  # type: ignore[attr-defined]


async def test_a_note_puts_the_reasons_away_so_that_the_pair_stays_in_sight(app: StoryReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        await pilot.press("n", "enter")
        await settled(pilot)
        assert screen.query_one("#sheet").has_class("shown")
        await pilot.press("a")
        await settled(pilot)
        assert not screen.query_one("#sheet").has_class("shown")
        assert screen.query_one(NoteSheet).is_open
        row = screen.workspace.row
        assert row is not None
        side: Side = "left" if row.left else "right"
        sentence = screen.session.desk.comparison.article(side).sentences[row.numbers(side)[0]].text
        assert sentence[:20] in screen_text(app)


async def test_a_correction_of_links_leaves_the_reader_where_they_were(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen, _, table = await facts(pilot)
        await pilot.press("n", "n")
        place = table.cursor
        await pilot.press("L", "1")
        await settled(pilot)
        assert "not a match" in status(app)
        assert screen.session.desk.comparison is not screen.session.desk.opened.notebook._found
        assert abs(table.cursor - place) <= 1
        await pilot.press("u")
        await settled(pilot)
        assert table.current is not None
        assert "Undone" in status(app)


async def test_sentences_are_renumbered_under_the_reader_when_semantic_matches_arrive(
    app: StoryReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        await pilot.press("n", "n", "n")
        row = screen.workspace.row
        assert row is not None
        comparison = screen.session.desk.comparison
        better = replace(comparison, rows=comparison.rows[::-1])
        monkeypatch.setattr(screen.session.desk.notebook, "replace", lambda _: True)
        screen.session.deepen(better)
        await settled(pilot)
        assert screen.workspace.row == row
        assert "Semantic matches added" in status(app)
