"""A form keeps the keys: while one is open, no key does anything to what lies behind it."""

import string
from typing import Any

import pytest
from textual import events
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.widgets import TextArea

import sample_data
from storyreader.library import read_article
from tests.tui.driving import compared, settled, started
from tui.app import StoryReader
from tui.framed import FramedScreen
from tui.keymap import ACTIONS, move_bindings
from tui.screens.compare import CompareScreen
from widgets.article_list import ArticleList
from widgets.comparison_panel import ComparisonPanel
from widgets.form import Form
from widgets.note_sheet import NoteFields, NoteSheet

pytestmark = pytest.mark.no_cover

HARBOUR = sample_data.folder() / "harbour-fire"
CLOSING = ("escape", "enter", "f1", "f2", "ctrl+s", "f4", "q", *string.digits)
"""What may put a form or a dialog away, or lead from it to its keys: each is pressed in one that is open anew."""
NOT_HERE = {"ctrl+q", "ctrl+z", "ctrl+c"}
"""Quits from anywhere, suspends the process, copies."""
OTHERS = sorted(
    {
        *(key for action in ACTIONS for key in action.keys.split(",")),
        *(key for binding in move_bindings() for key in binding.key.split(",")),
        *string.ascii_letters, *(f"f{number}" for number in range(1, 13)),
        *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
    } - NOT_HERE - {*CLOSING}
)  # fmt: skip

FORMS: dict[str, tuple[tuple[str, ...], int]] = {
    "note": (("c", "a"), 4),
    "find-in-comparison": (("c", "slash"), 1),
    "verdict": (("c", "V"), 1),
    "correction": (("c", "L"), 1),
    "details": (("E",), 4),
    "find-in-list": (("slash",), 1),
    "choose": (("C",), 1),
    "find-in-saved": (("B", "slash"), 1),
    "find-in-help": (("question_mark", "slash"), 1),
}
"""The keys that open each from the list of articles, and how many fields it has."""


def watch(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, DOMNode]]:
    """Whatever a key sets going, with the widget, screen or app that it was bound to."""
    done: list[tuple[str, DOMNode]] = []
    run = StoryReader.run_action

    async def noted(self: StoryReader, action: Any, default_namespace: DOMNode | None = None, *rest: Any) -> bool:
        if default_namespace is not None:
            done.append((str(action), default_namespace))
        return await run(self, action, default_namespace, *rest)

    monkeypatch.setattr(StoryReader, "run_action", noted)
    return done


@pytest.mark.parametrize("name", FORMS)
async def test_no_key_reaches_what_lies_behind(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opening, fields = FORMS[name]
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        await started(pilot)
        for key in opening[:-1]:
            await pilot.press(key)
            await settled(pilot)
        behind, depth = app.screen, len(app.screen_stack)
        assert isinstance(behind, FramedScreen)
        done = watch(monkeypatch)
        for field in range(fields):
            for keys in (OTHERS, *([key] for key in CLOSING)):
                if behind.form is None and len(app.screen_stack) == depth:
                    await pilot.press(opening[-1], *["tab"] * field)
                    await pilot.pause()
                form = behind.form
                assert form is not None or len(app.screen_stack) == depth + 1
                done.clear()
                for key in keys:
                    app.post_message(events.Key(key, key_to_character(key)))
                await pilot.pause()
                await pilot.pause()
                leaked = [(action, owner) for action, owner in done if not _inside(owner, form, behind)]
                assert leaked == [], f"field {field}"
                assert app.is_running
                await pilot.pause()
                while app.screen is not behind and not app.screen.is_modal:
                    await app.pop_screen()  # the keys of the form, or what the dialog led to


def _inside(owner: DOMNode, form: Form | None, behind: FramedScreen) -> bool:
    if form is None:
        return owner is not behind and not isinstance(owner, StoryReader)
    return form in owner.ancestors_with_self


async def test_tab_goes_round_among_the_fields_of_a_note() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await _noting(pilot)
        sheet = screen.query_one(NoteSheet)
        assert isinstance(app.focused, TextArea)
        await pilot.press(
            "tab", "2", "tab", *"fire,source;dam", "tab", *"log 5", "tab", *"Who counted?", "shift+tab", "f2"
        )
        await settled(pilot)
        assert sheet.fields == NoteFields("Who counted?", "conflict", ("fire", "source", "dam"), "log 5")
        (note,) = screen.session.desk.notebook.notes.popitem()[1]
        assert (note.text, note.tags) == ("Who counted?", ["fire", "source", "dam"])


async def test_keys_in_one_burst_go_where_they_are_meant() -> None:
    async with StoryReader([HARBOUR]).run_test(size=(120, 40)) as pilot:
        screen = await _noting(pilot)
        for key in ("a", "b", "f2", "n"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        sheet = screen.query_one(NoteSheet)
        assert not sheet.is_open
        assert sheet.fields.text.endswith("ab")


async def test_neither_a_click_behind_a_form_nor_what_comes_from_a_thread_takes_its_keys() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await _noting(pilot)
        field = app.focused
        await pilot.click(ComparisonPanel, offset=(5, 5))
        screen.workspace.take_focus()
        await pilot.pause()
        assert app.focused is field
        await pilot.press(*"still here")
        assert screen.query_one(NoteSheet).fields.text == "still here"


async def test_a_note_goes_on_where_the_window_is_too_small_to_show_it() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await _noting(pilot)
        await pilot.press(*"before ")
        await pilot.resize_terminal(20, 6)
        await pilot.press(*"unseen ")
        await pilot.resize_terminal(80, 24)
        await pilot.press(*"after")
        assert screen.query_one(NoteSheet).fields.text == "before unseen after"


async def test_details_are_of_the_article_for_which_they_were_opened() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await started(pilot)
        articles = screen.query_one(ArticleList)
        first = articles.current
        assert first is not None
        await pilot.press("E", *"X")
        await pilot.click(ArticleList, offset=(5, 5))
        await settled(pilot)
        assert articles.current is not None
        assert articles.current.path != first.path
        await pilot.press("f2")
        await settled(pilot)
        await settled(pilot)
        headlines = {entry.path: entry.headline for entry in screen._scanner.entries}
        assert headlines[articles.current.path] != "X"
        assert read_article(first.path).headline == "X"


async def _noting(pilot: Pilot[None]) -> CompareScreen:
    """The note sheet over a comparison."""
    await started(pilot)
    screen = await compared(pilot)
    await pilot.press("a")
    return screen
