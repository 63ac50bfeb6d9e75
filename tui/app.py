"""The app itself: themes, keys that work everywhere, and leaving without losing anything."""

import asyncio
import contextlib
import gc
import os
import signal
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from storyreader.paths import data_folder, shown
from storyreader.settings import Settings, read_settings
from tui.errors_log import write_log
from tui.keymap import app_bindings, keymap_problems
from tui.screens.library import LibraryScreen
from tui.themes import THEMES
from widgets import THEME_VARIABLES


class StoryReader(App[None]):
    """Opens the library; everything else is reached from there."""

    TITLE = "storyreader"
    CSS_PATH = "storyreader.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = app_bindings()
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it so
        (0, "-slim"), (40, "-narrow"), (70, "-normal"), (100, "-wide"), (140, "-widest"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (20, "-high")]  # noqa: RUF012  as above

    def __init__(
        self, paths: Sequence[str | Path] = (), settings: Settings | None = None, *, blind: bool = False
    ) -> None:
        super().__init__()
        self.settings = settings or read_settings()
        self._paths = paths
        self.blind = blind
        for theme in THEMES:
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def get_default_screen(self) -> Screen[None]:
        return LibraryScreen(self._paths, self.settings)

    def on_mount(self) -> None:
        """Take the reader's theme and keys, and be ready to leave in order when the terminal goes away."""
        problems = list(self.settings.problems)
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme
        else:
            self.theme = THEMES[0].name
            problems.append(f"There is no theme {self.settings.theme!r}; T goes through the ones there are.")
        keys, clashes = keymap_problems(self.settings.keys)
        self.set_keymap(keys)
        for problem in [*problems, *clashes]:
            self.notify(problem, severity="warning", timeout=15, markup=False)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP) if hasattr(signal, "SIGHUP") else (signal.SIGTERM,):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._leave, 128 + number)
        self.app_resume_signal.subscribe(
            self, lambda _: self.set_timer(0.05, lambda: self.screen.refresh(layout=True))
        )  # after Ctrl+Z and fg the screen would stay blank until a key

    def _leave(self, status: int) -> None:
        self.keep_everything()
        self.exit(return_code=status)

    def keep_everything(self) -> None:
        """Have every screen write what is not on the disk yet."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_everything", None)
            if keep is not None:
                keep()

    def _handle_exception(self, error: Exception) -> None:
        """Keep what is being written and the details of the fault, then stop as Textual does."""
        write_log(error)
        with contextlib.suppress(Exception):  # whatever is broken, the terminal must be given back
            self.keep_everything()
        super()._handle_exception(error)

    async def action_quit(self) -> None:
        """Leave from anywhere."""
        self.keep_everything()
        self.exit()

    def action_theme(self) -> None:
        """Go to the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[place % len(names)]

    def action_blind(self) -> None:
        """Hide the names of the outlets, or show them again."""
        self.blind = not self.blind
        for screen in self.screen_stack:
            changed = getattr(screen, "blind_changed", None)
            if changed is not None:
                changed()

    def action_help(self) -> None:
        """Show all keys that work on this screen."""
        from tui.screens.help import HelpScreen

        name = getattr(self.screen, "name_in_keymap", None)
        if name is not None:
            self.push_screen(HelpScreen(name))

    def action_palette(self) -> None:
        """Open the command palette."""
        self.action_command_palette()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen as a command."""
        from tui.keymap import actions_of, shown_keys

        for action in actions_of(getattr(screen, "name_in_keymap", "")):
            if action.id == "app.palette":
                continue
            run = getattr(screen, f"action_{action.name}", None) or getattr(self, f"action_{action.name}", None)
            if run is not None:
                yield SystemCommand(action.help[:1].upper() + action.help[1:], shown_keys(action.keys), run)
        for theme in THEMES:
            yield SystemCommand(f"Theme {theme.name}", "Change the colours", lambda name=theme.name: self._use(name))

    def _use(self, theme: str) -> None:
        self.theme = theme


def run(paths: Sequence[str | Path], *, blind: bool = False) -> int:
    """Open the app on files and folders, or on the sample stories; return the exit status."""
    gc.disable()  # collecting while modules load costs a tenth of the start; freeze() in LibraryScreen ends it
    for name in ("COLUMNS", "LINES"):  # a size exported by the shell would hold against every later resize
        os.environ.pop(name, None)
    app = StoryReader(paths, blind=blind)
    app.run()
    if app.return_code and app.return_code < 128:
        print(f"storyreader stopped on a fault of its own. Your notes are safe in {shown(data_folder())}.")  # noqa: T201
    return app.return_code or 0
