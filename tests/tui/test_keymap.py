"""One table of actions: no clashes, every action exists, the reader's own keys are checked."""

from pathlib import Path

import pytest

import sample_data
from tests.tui.driving import settled, shows, started
from tui.app import StoryReader
from tui.comparison.annotating import Annotating
from tui.comparison.correcting import Correcting
from tui.comparison.keeping import Keeping
from tui.comparison.navigation import Navigation
from tui.comparison.orphans import OrphanTray
from tui.finding import Finding
from tui.keymap import ACTIONS, EVERYWHERE, HELP, KEY_LINE, actions_of, keymap_problems, move_bindings, shown_keys
from tui.pairing import Pairing
from tui.reading import ArticleNoting, Quoting
from tui.reading.correcting import PageCorrecting
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.saved import SavedScreen

PARTS = {
    "library": (Pairing, PageCorrecting, Finding, ArticleNoting, Quoting),
    "compare": (Navigation, Annotating, Correcting, OrphanTray, Keeping),
}
SCREENS = {"library": LibraryScreen, "compare": CompareScreen, "saved": SavedScreen, "help": HelpScreen}


@pytest.mark.parametrize("screen", [*EVERYWHERE, HELP])
def test_no_key_means_two_things_on_a_screen(screen: str) -> None:
    keys = [key for action in actions_of(screen) for key in action.keys.split(",")]
    keys += [key for binding in move_bindings() for key in binding.key.split(",")]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_is_there(screen: str) -> None:
    parts = [SCREENS[screen], *PARTS.get(screen, ())]
    for action in actions_of(screen):
        owners = [part.__name__ for part in parts if hasattr(part, f"action_{action.name}")]
        assert len(owners) == 1 or (not owners and hasattr(StoryReader, f"action_{action.name}")), (action.id, owners)


def test_the_key_line_names_actions_that_work_there() -> None:
    for screen, names in KEY_LINE.items():
        assert set(names) <= {action.id for action in actions_of(screen)}


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
    (folder / "config.toml").write_text('theme = "nonsense"\n[keys]\n"library.compare" = "f9"\n', encoding="utf-8")
    app = StoryReader([sample_data.folder() / "harbour-fire"])
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await started(pilot)
        assert any("nonsense" in toast.message for toast in app._notifications)
        await pilot.press("c")
        assert shows(app, LibraryScreen)
        await pilot.press("f9")
        await settled(pilot)
        assert shows(app, CompareScreen)
