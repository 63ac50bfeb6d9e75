"""The saved comparisons and all their notes, in the app."""

from datetime import UTC, datetime, timedelta

from textual.pilot import Pilot

from storyreader.saving import Note, Store, new_saved
from storyreader.saving.targets import target_of
from tests.making import make_comparison
from tests.tui.driving import settled, started, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.saved import SavedScreen
from widgets.frame import HeadLine
from widgets.saved_list import SavedList
from widgets.table import Table

COMPARISON = make_comparison()


def keep(identity: str, title: str, *notes: str) -> None:
    when = datetime(2026, 5, 4, 12, tzinfo=UTC)
    target = target_of(COMPARISON, COMPARISON.rows[1])
    kept = [
        Note(target=target, text=text, created=when + timedelta(minutes=at), changed=when)
        for at, text in enumerate(notes)
    ]
    Store().save(new_saved(COMPARISON).model_copy(update={"id": identity, "title": title, "notes": kept}))


async def opened(pilot: Pilot[None]) -> SavedScreen:
    await started(pilot)
    await pilot.press("B")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SavedScreen)
    return screen


def titles(screen: SavedScreen) -> list[str]:
    return [line.strip() for line in lines_of(screen.query_one(SavedList))[::3] if line.strip(" ▌")]


async def test_sort_rename_duplicate_and_delete() -> None:
    keep("one", "Bridge shut: Echo / Radio", "Who counted?", "And when?")
    keep("two", "Avalanche: Echo / Radio")
    app = StoryReader([])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        heads = screen.query_one(SavedList)
        assert heads.current is not None
        assert heads.current.id == "two"
        await pilot.press("S")
        assert "by title" in status(app)
        await pilot.press("S")
        assert heads.block_count() == 2
        assert "Bridge shut" in lines_of(heads)[0]
        await pilot.press("g", "R")
        for _ in range(40):
            await pilot.press("backspace")
        await pilot.press(*"Pier", "enter")
        await settled(pilot)
        assert "Pier" in "\n".join(lines_of(heads))
        await pilot.press("D")
        await settled(pilot)
        assert len(Store().listing().heads) == 3
        assert any("(copy)" in head.title for head in Store().listing().heads)
        await pilot.press("g", "d")
        await settled(pilot)
        assert len(Store().listing().heads) == 2
        await pilot.press("u")
        await settled(pilot)
        assert len(Store().listing().heads) == 3


async def test_all_notes_in_one_view_and_found_by_words() -> None:
    keep("one", "Bridge shut: Echo / Radio", "Who counted?", "And when?")
    keep("two", "Avalanche: Echo / Radio", "Ask the ski patrol")
    app = StoryReader([])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("2")
        table = screen.query_one("#notes", Table)
        shown = "\n".join(lines_of(table))
        for text in ("Who counted?", "And when?", "Ask the ski patrol"):
            assert text in shown
        assert "[2: notes]" in screen.query_one(HeadLine).right
        await pilot.press("slash", *"patrol", "enter")
        assert "Who counted?" not in "\n".join(lines_of(table))
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("q")
        await settled(pilot)
        await pilot.press("q")
        assert "Who counted?" in "\n".join(lines_of(table))


async def test_a_title_is_found_in_spite_of_a_slip() -> None:
    keep("one", "Bridge shut: Echo / Radio")
    keep("two", "Avalanche: Echo / Radio")
    app = StoryReader([])
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("slash", *"avalance", "enter")
        assert screen.query_one(SavedList).block_count() == 1
        await pilot.press("q", "slash", *"nothing of it", "enter")
        assert screen.query_one(SavedList).block_count() == 0
