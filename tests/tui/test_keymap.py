"""One table of actions: no clashes, every action exists, the reader's own keys are checked."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from storyreader.settings import Settings
from tests.tui.driving import compared, settled, shows, started, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.comparison.annotating import Annotating
from tui.comparison.correcting import Correcting
from tui.comparison.keeping import Keeping
from tui.comparison.navigation import Navigation
from tui.comparison.orphans import OrphanTray
from tui.comparison.searching import Searching
from tui.first_minute import FirstMinute
from tui.keymap import ACTIONS, FACTS, KEY_LINE, LIST, MODES, RAW, READING, SHORT, TEXT, WHO, actions_of, move_bindings
from tui.listing import Listing
from tui.mode_keys import mode_keys
from tui.own_keys import keymap_problems, shown_keys
from tui.pairing import Pairing
from tui.prompts import AskScreen
from tui.reading import ArticleNoting, LibrarySearch, PageCorrecting, Quoting, Shelving, StoryCorrecting
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.messages import MessagesScreen
from tui.screens.saved import SavedScreen
from tui.synonyms import SYNONYMS
from widgets.find_line import FindLine
from widgets.frame import HeadLine, KeyLine
from widgets.note_sheet import NoteSheet

HARBOUR = sample_data.folder() / "harbour-fire"
PARTS = {
    "library": (
        Pairing,
        Listing,
        PageCorrecting,
        LibrarySearch,
        Shelving,
        StoryCorrecting,
        FirstMinute,
        ArticleNoting,
        Quoting,
    ),
    "compare": (Navigation, Searching, Annotating, Correcting, OrphanTray, Keeping),
}
SCREENS = {
    "library": LibraryScreen, "compare": CompareScreen, "saved": SavedScreen, "help": HelpScreen,
    "messages": MessagesScreen,
}  # fmt: skip
WANTED = {
    "export": "compare.export", "redo": "compare.redo", "search": "screen.find", "settings": "app.settings",
    "print": "compare.export", "preferences": "app.settings", "quotes": "compare.who", "comment": "compare.note",
    "columns": "compare.view", "compare.verdict": "compare.verdict", "shortcuts": "app.help", "exit": "app.quit",
}  # fmt: skip
"""What readers type, and the first action that is found."""


@pytest.mark.parametrize("mode", MODES)
def test_no_key_means_two_things_in_a_mode(mode: str) -> None:
    keys = [key for action in actions_of(mode) for key in action.keys.split(",")]
    keys += [key for binding in move_bindings() for key in binding.key.split(",")]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_is_there(screen: str) -> None:
    parts = [SCREENS[screen], *PARTS.get(screen, ())]
    for action in actions_of(screen):
        owners = [part.__name__ for part in parts if hasattr(part, f"action_{action.name}")]
        assert len(owners) == 1 or (not owners and hasattr(StoryReader, f"action_{action.name}")), (action.id, owners)


def test_the_key_line_names_actions_that_work_there() -> None:
    assert set(KEY_LINE) == set(MODES)
    for mode, entries in KEY_LINE.items():
        names = [entry.partition("=")[0] for entry in entries]
        assert set(names) <= {action.id for action in actions_of(mode)}
        assert len(names) == len(set(names))


def test_every_action_has_the_words_that_readers_have_for_it() -> None:
    assert set(SYNONYMS) <= {action.id for action in ACTIONS}
    found = {word: [key.id for key in mode_keys(TEXT, {}) if key.has(word)] for word in WANTED}
    assert {word: names[0] if names else "" for word, names in found.items()} == WANTED


def test_every_key_has_a_name_people_know() -> None:
    assert shown_keys("n,right_square_bracket,alt+down") == "n ] Alt+↓"
    assert shown_keys("ctrl+d,f1,question_mark") == "Ctrl+D F1 ?"
    for action in ACTIONS:
        assert "_" not in shown_keys(action.keys)


def test_own_keys_are_checked() -> None:
    good, problems = keymap_problems({"compare.note": "i", "no.such": "x", "library.mark": "c", "move.down": ""})
    assert good == {"compare.note": "i"}
    assert len(problems) == 3
    assert any("c belongs to library.compare" in problem for problem in problems)


async def test_own_keys_work(own_folders: Path) -> None:
    folder = own_folders / "config"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "nonsense"\n[keys]\n"library.compare" = "f10"\n', encoding="utf-8")
    app = StoryReader([sample_data.folder() / "harbour-fire"])
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await started(pilot)
        assert any("nonsense" in toast.message for toast in app._notifications)
        await pilot.press("c")
        assert shows(app, LibraryScreen)
        await pilot.press("f10")
        await settled(pilot)
        assert shows(app, CompareScreen)


def test_keys_can_be_swapped_in_any_order() -> None:
    swapped = {"compare.note": "t", "compare.tags": "a"}
    for keys in (swapped, dict(reversed(swapped.items()))):
        assert keymap_problems(keys) == (swapped, [])
    good, problems = keymap_problems({"compare.note": "t", "library.mark": "W"})
    assert good == {"library.mark": "W"}
    assert "t belongs to compare.tags" in problems[0]
    ring = {"compare.note": "t", "compare.tags": "V", "compare.verdict": "a"}
    assert keymap_problems(ring) == (ring, [])
    broken = {"compare.note": "t", "compare.tags": "V", "compare.verdict": "n"}
    assert keymap_problems(broken)[0] == {}


async def test_swapped_keys_do_what_the_other_did_and_the_key_line_says_so() -> None:
    settings = Settings(keys={"compare.note": "V", "compare.verdict": "a", "app.palette": "?", "app.help": ":"})
    app = StoryReader([HARBOUR], settings)
    async with app.run_test(size=(160, 40)) as pilot:
        await started(pilot)
        await compared(pilot)
        assert "V note" in key_line(app)
        assert "a verdict" in key_line(app)
        await pilot.press("a")
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("escape", "V")
        assert app.screen.query_one(NoteSheet).is_open
        await pilot.press("escape", "question_mark")
        assert app.screen.query_one(FindLine).is_open


async def test_the_key_line_follows_the_mode_and_can_be_clicked() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        assert "q quit" in key_line(app)
        await click_key(pilot, "Enter read")
        assert "q list" in key_line(app)
        await click_key(pilot, "R raw")
        assert "q text" in key_line(app)
        await click_key(pilot, "q text")
        await click_key(pilot, "q list")
        assert "q quit" in key_line(app)
        await click_key(pilot, "c compare")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await click_key(pilot, "a note")
        assert "Esc done" in key_line(app)
        assert "compare" not in key_line(app)
        await pilot.press(*"typed")
        await click_key(pilot, "Esc done")
        assert not screen.query_one(NoteSheet).is_open
        head = screen.query_one(HeadLine)
        for tab, mode in (("3: facts", FACTS), ("4: who", WHO), ("2: texts", TEXT)):
            line = head.render().plain
            await pilot.click(HeadLine, offset=(line.index(tab) + 1, 0))
            await pilot.pause()
            assert screen.mode == mode


async def test_a_key_is_found_by_the_readers_word_and_enter_does_it() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        await pilot.press("colon", *"voices", "enter")
        await pilot.pause()
        assert app.screen is screen
        assert screen.mode == WHO
        await pilot.press("question_mark")
        assert "compare.verdict" in "\n".join(lines_of(app.screen.query_one("#keys")))
        await pilot.press("slash", *"compare.text", "down", "up", "enter")
        await pilot.pause()
        assert screen.mode == TEXT
        await pilot.press("colon", *"nothing like it")
        assert "No key does anything called" in "\n".join(lines_of(app.screen.query_one("#keys")))
        await pilot.press("enter", "q")
        assert app.screen is screen


async def test_esc_ends_finding_then_a_filter_then_a_tab_and_never_the_app() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        await started(pilot)
        screen = await compared(pilot)
        await pilot.press("2", "f", "slash", *"fire", "enter")
        space = screen.workspace
        assert screen.session.searching.words
        await pilot.press("escape")
        assert not screen.session.searching.words
        assert space.filter != "all"
        await pilot.press("escape")
        assert (space.filter, space.tab) == ("all", "text")
        await pilot.press("escape")
        assert screen.mode == SHORT
        await pilot.press("escape")
        assert shows(app, LibraryScreen)
        await pilot.press("escape", "escape")
        assert app.is_running
        assert "q does" in status(app)


async def test_q_in_the_raw_page_goes_back() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await started(pilot)
        for keys in ((), ("enter",)):
            await pilot.press(*keys, "R")
            assert screen.mode == RAW
            await pilot.press("q")
            assert screen.mode == (READING if keys else LIST)


async def test_what_was_said_can_be_read_whole() -> None:
    app = StoryReader([HARBOUR], Settings(theme="nonsense", problems=("A long complaint. " * 20,)))
    async with app.run_test(size=(80, 30)) as pilot:
        await started(pilot)
        await pilot.press("comma", "v", "at")
        said = " ".join(" ".join(lines_of(app.screen.query_one("#said"))).split())
        assert said.index("One list") < said.index("Your settings:")
        assert said.count("A long complaint.") == 20
        await pilot.press("q")
        assert shows(app, LibraryScreen)


def key_line(app: StoryReader) -> str:
    return app.screen.query_one(KeyLine).render().plain


async def click_key(pilot: Pilot[None], text: str) -> None:
    """Click a key in the key line."""
    await pilot.pause()
    assert isinstance(pilot.app, StoryReader)
    await pilot.click(KeyLine, offset=(key_line(pilot.app).index(text) + 1, 0))
    await pilot.pause()
    await pilot.pause()
