"""Judging facts: a verdict given in a table belongs to the fact under the cursor, and not to all that its row tells."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from storyreader.application import Files, Notebook, Opened, ReadingShelf
from storyreader.comparing import compare
from storyreader.comparison import Comparison
from storyreader.saving import SavedComparison
from storyreader.settings import Settings
from tests.making import make_article
from tests.tui.driving import settled, started, status
from tui.app import StoryReader
from tui.comparison.opener import ComparisonOpener
from tui.screens.compare import CompareScreen
from tui.workspace import Workspace
from widgets.findings_table import FindingsTable

LEFT = "Thirty-one people were hurt and nine boats sank in the harbour of Ferrow on Friday."
RIGHT = "Twenty-four people were hurt and six boats sank in the harbour of Ferrow on Friday."
ALONE = ("The clock tower stopped at five.", "The clock tower stopped at six.")


@pytest.fixture
def app(tmp_path: Path) -> StoryReader:
    return StoryReader([tmp_path], Settings(author="Ina", semantic="off"))


def two_facts_in_one_row() -> Comparison:
    return compare(
        make_article([LEFT, ALONE[0]], publisher="Echo", language="en"),
        make_article([RIGHT, ALONE[1]], publisher="Radio", language="en"),
    )


async def opened(pilot: Pilot[None], saved: SavedComparison | None = None, tab: str = "3") -> Workspace:
    """Such a comparison with its facts before the reader."""
    app = pilot.app
    assert isinstance(app, StoryReader)
    await started(pilot)
    screen = CompareScreen(Files("x", "y"), app.settings, ReadingShelf())
    await app.push_screen(screen)
    book = Notebook(two_facts_in_one_row(), saved, "Ina")
    screen.post_message(ComparisonOpener.Made(Files("x", "y"), Opened(book)))
    await settled(pilot)
    await pilot.press(tab)
    await settled(pilot)
    return screen.workspace


def judged(space: Workspace) -> dict[str, str]:
    """The reader's word on each fact at which n stops, by its words in A."""
    items = space.query_one("#facts", FindingsTable).items
    return {item.left.text.split()[0]: space.found.judgement(item) for item in items if item.is_stop}


async def test_a_verdict_in_the_table_is_on_the_fact_and_not_on_the_other_of_its_row(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot)
        assert judged(space) == {"Thirty-one": "", "nine": "", "five": ""}
        await pilot.press("g", "V", "2")
        await settled(pilot)
        first = next(iter(judged(space)))
        assert {words: word for words, word in judged(space).items() if word} == {first: "conflict"}
        await pilot.press("j", "k")
        assert "1 of 3 judged" in status(app)
        await pilot.press("V", "2")
        await settled(pilot)
        assert not any(judged(space).values())


async def test_a_reviewed_fact_is_no_reviewed_row_and_u_takes_it_back(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot)
        await pilot.press("g", "space")
        await settled(pilot)
        assert (space.found.judged(), set(space.reviewed)) == ((1, 3), set())
        await pilot.press("u")
        await settled(pilot)
        assert space.found.judged() == (0, 3)


async def test_the_filters_judged_and_not_judged_tell_facts_apart(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot)
        await pilot.press("g", "V", "2")
        await settled(pilot)
        shown = {}
        table = space.query_one("#facts", FindingsTable)
        for _ in range(12):
            await pilot.press("f")
            shown[space.found.filter_words] = [item.left.text for item in table.items if item.is_stop]
        assert (len(shown["judged"]), len(shown["not judged"])) == (1, 2)
        assert not set(shown["judged"]) & set(shown["not judged"])


async def test_a_value_in_short_is_judged_like_its_fact(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot, tab="1")
        while (line := space.found.short.current) is None or line.state not in {"conflict", "differs"}:
            await pilot.press("n")
        await pilot.press("V", "2")
        await settled(pilot)
        assert space.found.judged() == (1, 3)


async def test_the_note_sheet_names_the_words_of_the_fact(app: StoryReader) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot)
        await pilot.press("g", "a")
        await settled(pilot)
        assert space.found.passages
        assert "Note on “five” | “six” · row 2" in str(app.screen.query_one("NoteSheet").border_title)


async def test_an_earlier_word_on_a_row_counts_where_one_fact_alone_stands_there(app: StoryReader) -> None:
    book = Notebook(two_facts_in_one_row(), None, "Ina")
    for row_index in range(2):
        book.judge(row_index, "check")
    async with app.run_test(size=(120, 40)) as pilot:
        space = await opened(pilot, book.as_saved())
        assert judged(space) == {"Thirty-one": "", "nine": "", "five": "check"}
