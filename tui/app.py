"""The app itself: themes, keys that work everywhere, and leaving without losing anything."""

import asyncio
import gc
import os
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from storyreader import application
from storyreader.application import ArticleShelf, ReadingShelf
from storyreader.paths import shown
from storyreader.remembered import read_remembered, remember
from storyreader.settings import Settings, read_settings, settings_file
from tui import screens
from tui.framed import FramedScreen
from tui.keymap import ACTIONS, app_bindings, works_in
from tui.leaving import LeavingApp, run_app
from tui.own_keys import keymap_problems
from tui.terminal import (
    BACKGROUND_QUESTION,
    GATE,
    BackgroundTold,
    check_environment,
    driver_class,
    light_by_environment,
    may_be_asked,
    without_acts,
    without_colour,
)
from tui.themes import DARK, LIGHT, THEMES
from widgets import THEME_VARIABLES
from widgets.form import is_written_in

if TYPE_CHECKING:
    from storyreader.application import BoardFiles, Files, Saved
    from storyreader.cleaning import PageLink
    from storyreader.library import Entry


_MESSAGES_KEPT = 50
_PATIENCE = 100
"""How often a field is asked whether it has taken its keys, five milliseconds apart."""


class StoryReader(LeavingApp):
    """Opens the library; everything else is reached from there."""

    TITLE = "storyreader"
    CSS_PATH = "storyreader.tcss"
    ENABLE_COMMAND_PALETTE = False  # : is ours
    BINDINGS: ClassVar[list[BindingType]] = app_bindings()
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it so
        (0, "-slim"), (40, "-narrow"), (70, "-normal"), (100, "-wide"), (140, "-widest"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (20, "-high")]  # noqa: RUF012  as above

    def __init__(
        self,
        paths: Sequence[str | Path] = (),
        settings: Settings | None = None,
        *,
        blind: bool = False,
        compare: bool = False,
    ) -> None:
        """With `compare` the two files given are compared at once; q goes from there to the list."""
        super().__init__()
        self._compare = compare
        self.settings = settings or read_settings()
        self._paths = paths
        self.blind = blind
        self.remembered = read_remembered()
        self.own_keys: dict[str, str] = {}
        self._messages: deque[str] = deque(maxlen=_MESSAGES_KEPT)
        self._articles = ArticleShelf(self.settings.author)
        self._shelf = ReadingShelf(self._articles)
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.settings.theme or self.remembered.theme
        light = light_by_environment()
        self._asks_for_background = not wanted and light is None and may_be_asked()
        self.theme = wanted if wanted in self.available_themes else (LIGHT if light else DARK).name
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)

    def refresh_css(self, animate: bool = True) -> None:
        """Parse the style sheet anew where the colours have changed. At the start they have not, and Textual asks for
        it all the same.
        """
        if (colours := self.get_css_variables()) != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of every widget passes before it is painted."""
        filters = list(super().get_line_filters())
        return [*(without_colour(filters) if self.no_color else filters), GATE]

    def get_driver_class(self) -> type[Driver]:
        """The terminal's driver, with pastes kept from being keys."""
        return driver_class(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        return screens.LibraryScreen(self._paths, self.settings, self._articles)

    def on_mount(self) -> None:
        """Take the reader's keys, and be ready to leave in order when the terminal goes away."""
        problems = list(self.settings.problems)
        if self.settings.theme and self.theme != self.settings.theme:
            problems.append(f"There is no theme {self.settings.theme!r}; T steps through those there are.")
        self.own_keys, clashes = keymap_problems(self.settings.keys)
        self.set_keymap(self.own_keys)
        for problem in [*problems, *clashes]:
            self.remember(problem)
            self.notify(problem, severity="warning", timeout=15, markup=False)
        if self._compare:
            left, right = map(str, self._paths)
            self.open_comparison(application.Files(left, right))
        self.be_ready_to_leave()
        if self._asks_for_background and self._driver is not None:
            self._driver.write(BACKGROUND_QUESTION)
        self.app_resume_signal.subscribe(
            self, lambda _: self.set_timer(0.05, lambda: self.screen.refresh(layout=True))
        )  # after Ctrl+Z and fg the screen would stay blank until a key

    @on(BackgroundTold)
    def _fit_background(self, message: BackgroundTold) -> None:
        """Take the light theme on a light background, for a reader who has chosen none."""
        if message.light and not self.settings.theme and not self.remembered.theme:
            self.theme = LIGHT.name

    async def on_event(self, event: events.Event) -> None:
        """Let a form's own key act before the next key is passed on, which may no longer be meant for the form.

        Textual passes a key to the field and looks for what it is bound to when it comes back, behind the keys that
        came meanwhile: "q" right behind "F2" would be written into the note.
        """
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event = without_acts(event)
        if isinstance(event, events.Key) and not event.is_forwarded and not event.is_printable and is_written_in(self):
            await self._taken()
            if await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key):
                return
        await super().on_event(event)

    async def _taken(self) -> None:
        """Wait until the field has taken the keys before, but not for ever."""
        for _ in range(_PATIENCE):
            if self.focused is None or not self.focused.message_queue_size:
                return
            await asyncio.sleep(0.005)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action of the app works on the present screen."""
        asked = next((known for known in ACTIONS if known.id == f"app.{action}"), None)
        if asked is not None and isinstance(self.screen, FramedScreen):
            return works_in(asked, self.screen.mode)
        return super().check_action(action, parameters)

    def action_theme(self) -> None:
        """Go to the next theme."""
        names = [theme.name for theme in THEMES]
        index = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[index % len(names)]
        self.keep_in_mind(theme=self.theme)

    def keep_in_mind(self, **changes: str | bool) -> None:
        """Remember how the reader likes it; the disk is not waited for."""
        self.remembered = replace(self.remembered, **changes)  # type: ignore[arg-type]  # by the names of its fields
        self.run_worker(partial(remember, **changes), thread=True, group="remember", exit_on_error=False)

    def action_blind(self) -> None:
        """Hide the names of the outlets, or show them again."""
        self.blind = not self.blind
        for screen in self._framed_screens():
            screen.blind_changed()

    # Opening screens

    def load_screens(self) -> None:
        """Load what the reader is likely to open next: at the key it would hold the screen up beside other threads."""
        self.run_worker(_next_screens, thread=True, group="load", exit_on_error=False)

    def open_comparison(self, source: "Files | Saved", others: "Sequence[Entry]" = ()) -> None:
        """Compare two files, or open a saved comparison. J, K and C go through `others`."""
        self.push_screen(screens.CompareScreen(source, self.settings, self._shelf, others))

    def open_board(self, source: "BoardFiles | str") -> None:
        """Lay many accounts beside each other, or open a saved board by its name."""
        self.push_screen(screens.BoardScreen(source, self.settings, self._shelf))

    def open_saved_list(self) -> None:
        """List the saved comparisons."""
        self.push_screen(screens.SavedScreen())

    def show_article(self, article: str, sentence: int | None = None) -> bool:
        """Go back to the library and to one of its articles, at a sentence of it; False when it is not there."""
        found = next((screen for screen in self.screen_stack if isinstance(screen, screens.LibraryScreen)), None)
        if found is None or not found.go_to_article(article, sentence):
            return False
        while self.screen is not found:
            self.pop_screen()
        return True

    def choose_link(self, links: "Sequence[PageLink]", then: Callable[[str, str], None]) -> None:
        """Have the reader choose a link; `then` gets whether to "open" or to "copy" it, and its address."""

        def chosen(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                then(*answer)

        self.push_screen(screens.LinksScreen(links), chosen)

    def choose_article(self, title: str, entries: "Sequence[Entry]", then: Callable[[str], None]) -> None:
        """Have the reader choose an article by name; `then` gets its path, unless the reader gives up."""

        def chosen(path: str | None) -> None:
            if path is not None:
                then(path)

        self.push_screen(screens.ChooseScreen(title, entries, blind=self.blind), chosen)

    def action_help(self) -> None:
        """Show all keys that work now."""
        if isinstance(self.screen, FramedScreen):
            self.push_screen(screens.HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Find one of them by name."""
        if isinstance(self.screen, FramedScreen):
            self.push_screen(screens.HelpScreen(self.screen, finding=True))

    def action_messages(self) -> None:
        """Show the latest messages whole."""
        self.push_screen(screens.MessagesScreen(list(self._messages)))

    def action_settings(self) -> None:
        """Say where the settings are."""
        if isinstance(self.screen, FramedScreen):
            self.screen.status(
                f"Your settings: {shown(settings_file())} (theme, marks, author, semantic, verdicts, [keys])"
            )

    def remember(self, message: str) -> None:
        """Keep a message, the latest first; one that goes on saying the same is kept once."""
        if message and (not self._messages or message != self._messages[0]):
            self._messages.appendleft(message)


def _next_screens() -> tuple[type[Screen[None]], ...]:
    return screens.CompareScreen, screens.BoardScreen


def run(paths: Sequence[str | Path], *, blind: bool = False) -> int:
    """Open the app on files and folders, or on the sample stories; return the exit status."""
    gc.disable()  # collecting while modules load costs a tenth of the start; LibraryScreen enables it again
    for name in ("COLUMNS", "LINES"):  # a size exported by the shell would hold against every later resize
        os.environ.pop(name, None)
    compare = len(paths) == 2 and all(Path(path).expanduser().is_file() for path in paths)
    check_environment()
    app = StoryReader(paths, blind=blind, compare=compare)
    return run_app(app)
