"""Words of a sentence, chosen with mouse or keyboard, in a comparison and in an article alone."""

import sample_data
from storyreader.saving import Store
from tests.tui.driving import at_work, on_disk, settled, started, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.keymap import READING, WORDS
from tui.screens.compare import CompareScreen
from widgets.comparison_panel import ComparisonPanel
from widgets.reading_pane import ReadingPane

HARBOUR = sample_data.folder() / "harbour-fire"


async def test_a_note_on_some_words_selected_with_the_mouse() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_work(pilot)
        panel = screen.query_one(ComparisonPanel)
        lines = lines_of(panel)
        y = 1
        x = lines[y].index("Thirty")
        await pilot.mouse_down(ComparisonPanel, offset=(x, y))
        await pilot.hover(ComparisonPanel, offset=(x + 6, y))
        await pilot.mouse_up(ComparisonPanel, offset=(x + 6, y))
        await pilot.press("H")
        await settled(pilot)
        (note,) = on_disk().living_notes
        (anchor,) = note.target.anchors
        assert anchor.span is not None
        assert anchor.exact == lines[y][x : x + 7].strip()


async def test_words_are_chosen_with_the_keyboard() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        space = screen.workspace
        assert space.comparison is not None
        assert space.row is not None
        side = "left" if space.row.left else "right"
        article = space.comparison.left if side == "left" else space.comparison.right
        words = article.sentences[space.row.numbers(side)[0]].text.split()  # type: ignore[arg-type]
        await pilot.press("right", "w", "right", "right_parenthesis", "right_parenthesis", "left_parenthesis")
        await pilot.press("a", *"so", "f2")
        await settled(pilot)
        (note,) = on_disk().living_notes
        (anchor,) = note.target.anchors
        assert anchor.exact == f"{words[1]} {words[2]}"
        assert anchor.span is not None
        await pilot.press("q")
        assert space.panel.choice is None
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("w", "j")
        assert space.panel.choice is None


async def test_words_of_an_article_are_chosen_with_the_keyboard() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await started(pilot)
        pane = screen.query_one(ReadingPane)
        await pilot.press("enter", "right_parenthesis", "right_parenthesis")
        sentence = pane.sentence
        assert pane.article is not None
        words = pane.article.sentences[sentence].text.split()
        await pilot.press("w", "right", "right_parenthesis", "right_parenthesis", "left_parenthesis")
        assert screen.mode == WORDS
        assert pane.selected_words() == (sentence, len(words[0]) + 1, len(" ".join(words[:3])))
        await pilot.press("a", *"so", "f2")
        await settled(pilot)
        (head,) = Store().listing().heads
        assert head.note_texts == (f"“{words[1]} {words[2]}” · so",)
        assert (screen.mode, pane.choice) == (READING, None)
        await pilot.press("w", "w")
        assert pane.sentence == sentence + 1
        await pilot.press("V", "2")
        await settled(pilot)
        (head,) = Store().listing().heads
        first = pane.article.sentences[sentence + 1].text.split()[0]
        assert head.note_texts[1] == f"“{first}” · CONFLICT"
        await pilot.press("w", "q")
        assert (screen.mode, screen.has_class("reading")) == (READING, True)


async def test_where_no_words_can_be_chosen_that_is_said() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_work(pilot)
        for keys in (("3",), ("2", "v")):
            await pilot.press(*keys, "w")
            assert "Words are chosen among the rows" in status(app)
            assert screen.workspace.panel.choice is None
