"""How tests drive the app: wait, open, compare, read the status line."""

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from widgets.frame import StatusLine


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the threads are done and what they sent has arrived."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def started(pilot: Pilot[None]) -> LibraryScreen:
    await pilot.pause()
    await settled(pilot)
    await settled(pilot)
    assert isinstance(pilot.app.screen, LibraryScreen)
    return pilot.app.screen


def shows(app: App[None], screen: type[Screen[None]]) -> bool:
    """Whether the app shows a screen of a kind."""
    return isinstance(app.screen, screen)


def status(app: StoryReader) -> str:
    return app.screen.query_one(StatusLine).left


async def compared(pilot: Pilot[None]) -> CompareScreen:
    await pilot.press("c")
    await settled(pilot)
    assert isinstance(pilot.app.screen, CompareScreen)
    return pilot.app.screen
