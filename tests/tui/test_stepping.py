"""Going from stop to stop: where n goes among the texts, during a search and in the reader, and what is said of it."""

from pathlib import Path

import sample_data
from storyreader.messages import KIND_WORDS, OTHER_VALUE
from tests.tui.driving import compared, settled, started, status
from tui.app import StoryReader
from widgets.frame import StatusLine

HARBOUR = Path(sample_data.__file__).parent / "harbour-fire"


async def test_n_stops_at_conflicts_and_differing_values_and_the_status_says_so_beforehand() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(160, 40)) as pilot:
        await started(pilot)
        space = (await compared(pilot)).workspace
        assert space.comparison is not None
        kinds = [row.kind for row in space.comparison.rows]
        differing = set(space.known.differing)
        wanted = {at for at, kind in enumerate(kinds) if kind == "conflict"} | differing
        assert {kinds[at] for at in wanted} != {"conflict"}
        words = [OTHER_VALUE if at in differing and kind != "conflict" else KIND_WORDS[kind]
                 for at, kind in enumerate(kinds)]  # fmt: skip
        stops = {0} & wanted
        while "n: at the end" not in status(app):
            said = status(app).partition("n: next ")[2].partition("  ")[0]
            await pilot.press("n")
            assert space.row_index is not None
            stops.add(space.row_index)
            alike = [at for at in sorted(wanted) if words[at] == words[space.row_index]]
            assert said == f"{words[space.row_index]}, {alike.index(space.row_index) + 1} of {len(alike)}"
            await pilot.press("k", "j")
        assert stops == wanted
        await pilot.press("3")
        await settled(pilot)
        assert "n: next, 2 of " in status(app)


async def test_with_a_filter_n_stops_at_each_row_that_it_shows() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        space = (await compared(pilot)).workspace
        assert space.choose("only B", space.order)
        for row_index in space.row_indexes[1:]:
            assert "n: next only in B" in status(app)
            await pilot.press("n")
            assert space.row_index == row_index


async def test_during_a_search_the_status_names_the_next_match() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        space = (await compared(pilot)).workspace
        await pilot.press("slash", *"the", "enter")
        await settled(pilot)
        rows = space.rows_with_words()
        assert len(rows) > 2
        await pilot.press("g", "n", "j", "k")
        assert space.row_index is not None
        next_row = rows[(rows.index(space.row_index) + 1) % len(rows)]
        assert f"n: next match, {rows.index(next_row) + 1} of {len(rows)}" in status(app)
        await pilot.press("n")
        assert space.row_index == next_row
        await pilot.press("q")
        assert "match" not in status(app)


async def test_the_status_of_the_reader_names_the_next_match_and_q_ends_the_search() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("enter", "slash", *"the", "enter")
        line = app.screen.query_one(StatusLine)
        count = line.left.split()[0]
        assert f"n: next match, 2 of {count}" in line.right
        await pilot.press("n")
        assert (line.left, f"n: next match, 3 of {count}" in line.right) == (f"2 of {count}", True)
        await pilot.press("q")
        assert ("match" in line.right, screen.has_class("reading")) == (False, True)
        await pilot.press("q")
        assert not screen.has_class("reading")


async def test_at_the_last_stop_that_is_said_and_the_second_press_goes_round() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        space = (await compared(pilot)).workspace
        await pilot.press("G", "n")
        last = space.row_index
        assert "That was the last. Press again to wrap." in status(app)
        await pilot.press("n")
        assert space.row_index is not None
        assert space.row_index != last
        await pilot.press("g", "N")
        assert "That was the first." in status(app)


async def test_what_was_said_of_the_list_does_not_stand_below_an_open_article() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        assert "Space marks" in status(app)
        await pilot.press("enter")
        assert "Space" not in status(app)
        await pilot.press("q")
        assert "Space marks" in status(app)
