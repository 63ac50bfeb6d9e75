"""How tests drive the app: wait, open, compare, read the status line."""

import contextlib
import time
from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import Worker, WorkerCancelled

from storyreader.saving import SavedComparison, Store
from tui.app import StoryReader
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from widgets.frame import StatusLine

PATIENCE_SECONDS = 60
"""A test that waits so long has failed. What it waits for comes in well under a second on an idle machine."""


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the threads, and those that their results begin, are done and what they sent has arrived.

    The one that watches folders goes on for as long as the app.
    """
    while True:
        if working := _ending(pilot):  # of none Textual would wait for all, the one that never ends among them
            with contextlib.suppress(WorkerCancelled):  # a later one of its group has taken its place
                await pilot.app.workers.wait_for_complete(working)
        await pilot.pause()
        if all(worker.is_finished for worker in _ending(pilot)):
            return


def _ending(pilot: Pilot[None]) -> list[Worker[object]]:
    return [worker for worker in pilot.app.workers if worker.group != "watch"]


async def until(pilot: Pilot[None], holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds, however busy the machine is; `what` is told when it never does."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, f"waited in vain: {what}"
        await pilot.pause(0.02)


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


async def compared(pilot: Pilot[None], *, tab: str = "2") -> CompareScreen:
    """Compare what is marked, or the closest; the texts are shown unless another tab is wanted, or none."""
    await pilot.press("c")
    await settled(pilot)
    if tab:
        await pilot.press(tab)
        await settled(pilot)
    assert isinstance(pilot.app.screen, CompareScreen)
    return pilot.app.screen


async def at_work(pilot: Pilot[None]) -> CompareScreen:
    """A comparison of the first articles, among the texts."""
    await started(pilot)
    return await compared(pilot)


def on_disk() -> SavedComparison:
    """The one saved comparison."""
    store = Store()
    (head,) = store.listing().heads
    saved = store.load(head.id)
    assert saved is not None
    return saved
