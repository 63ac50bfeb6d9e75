"""Keys and window sizes at random: no fault, and no note is lost. The same each time; STORYREADER_MONKEY_KEYS makes it
longer than in a usual run, STORYREADER_MONKEY_SEED another one.
"""

import json
import os
import random
import string
from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from storyreader.application import log_file
from storyreader.saving import Store
from tests.tui.driving import settled, started
from tui.app import StoryReader
from tui.framed import FramedScreen
from tui.keymap import ACTIONS, move_bindings
from widgets.note_sheet import NoteSheet

pytestmark = pytest.mark.no_cover

KEYS_PRESSED = int(os.environ.get("STORYREADER_MONKEY_KEYS", "200"))
SEED = int(os.environ.get("STORYREADER_MONKEY_SEED", "7"))
OFTEN = ("down", "up", "enter", "escape", "n", "a", "space", "c", "2", "tab")
NEVER = {"Q", "ctrl+q", "ctrl+z", "o", "f4", "ctrl+c", "ctrl+x", "u", "U", "ctrl+u", "ctrl+k", "ctrl+w"}
"""What quits, suspends, starts another program, or takes back or cuts what was written."""
KEYS = sorted(
    {
        *(key for action in ACTIONS for key in action.keys.split(",")),
        *(key for binding in move_bindings() for key in binding.key.split(",")),
        *string.ascii_letters, *string.digits, "f1", "f2", "shift+tab", "comma",
    } - NEVER
)  # fmt: skip
SIZES = ((80, 24), (120, 40), (160, 48), (40, 10), (20, 6), (100, 12))
WORDS = "the monkey was here"


async def write_a_note(pilot: Pilot[None], number: int) -> str:
    """A note on a row of whatever comparison is shown first, by keys alone."""
    await pilot.press("c")
    await settled(pilot)
    await pilot.press("2", *["n"] * number, "a", *f"{WORDS} {number}", "f2")
    await settled(pilot)
    return f"{WORDS} {number}"


async def test_no_key_or_size_brings_a_fault_or_loses_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)
    chance = random.Random(SEED)
    app = StoryReader([sample_data.folder() / "bridge-closure"])
    app.exit = lambda *_, **__: None  # type: ignore[method-assign]  # q in the list; the monkey goes on
    pressed: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        written = {await write_a_note(pilot, 1)}
        for _ in range(KEYS_PRESSED):
            if chance.random() < 0.02:
                size = chance.choice(SIZES)
                pressed.append(str(size))
                await pilot.resize_terminal(*size)
            key = chance.choice(OFTEN if chance.random() < 0.4 else KEYS)
            pressed.append(key)
            await pilot.press(key)
            assert app._exception is None, pressed[-20:]
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        written |= {sheet.fields.text for sheet in open_sheets(app)}
        app.keep_everything()
        await settled(pilot)
    assert not log_file().exists(), f"{log_file().read_text(encoding='utf-8')}\n{pressed[-20:]}"
    assert all(any(text in note for note in notes_ever()) for text in written if text)


def open_sheets(app: StoryReader) -> list[NoteSheet]:
    screens = [screen for screen in app.screen_stack if isinstance(screen, FramedScreen)]
    return [sheet for screen in screens for sheet in screen.query(NoteSheet) if sheet.is_open]


def notes_ever() -> list[str]:
    """The texts of all notes, of comparisons in the bin too."""
    folder = Store().folder
    files = [*folder.glob("*.json"), *(folder / "bin").glob("*.json")]
    return [note["text"] for file in files for note in json.loads(file.read_text(encoding="utf-8")).get("notes", ())]
