"""Leaving the app, however it comes about: nothing typed is lost, the terminal is given back, nobody waits."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import RenderableType
from textual.app import App
from textual.timer import Timer

from storyreader import application
from storyreader.errors import StoryReaderError
from storyreader.paths import data_folder, given_path, shown
from tui.background import TURNS
from tui.framed import FramedScreen
from tui.prompts import AskScreen, PathSuggester, WriteScreen

MOMENT_SECONDS = 0.2
"""What is being written when the reader quits has so long to come to its end."""

SWITCH_SECONDS = 0.002
"""So long a thread computes before another may. With Python's 5 ms the screen waits so long at each file that it
touches, beside threads that read and compare.
"""

MOST_THREADS = 32
"""Most of them wait: for their turn, for the disk, for files to change."""

RETRY_SECONDS = 5
"""So often what could not be written is tried again."""

AGAIN, ELSEWHERE, WITHOUT = "try again", "write it into another folder", "quit without it"
_THREADS = "storyreader-work"
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class LeavingApp(App[None]):
    """The part of the app that ends it. `last_words` are printed once the terminal is the shell's again."""

    def __init__(self) -> None:
        super().__init__()
        self.last_words: list[str] = []
        self._trying: Timer | None = None
        self._asking = False

    def be_ready_to_leave(self) -> None:
        """Leave in order when the terminal goes away, and warn for as long as something is not on the disk."""
        TURNS.begin()
        loop = asyncio.get_running_loop()
        for number in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._leave, 128 + number)

        def changed() -> None:
            with contextlib.suppress(RuntimeError):  # the app may have ended
                loop.call_soon_threadsafe(self._unsaved_changed)

        application.UNSAVED.changed = changed

    def _framed_screens(self) -> list[FramedScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, FramedScreen)]

    def keep_everything(self) -> None:
        """Have every screen write what is not on the disk yet."""
        for screen in self._framed_screens():
            screen.keep_everything()

    # What is not on the disk

    def _unsaved_changed(self) -> None:
        """Say in every head line whether something is not on the disk, and try again meanwhile."""
        for screen in self._framed_screens():
            screen.show_unsaved()
        if application.UNSAVED.problem and self._trying is None:
            self._trying = self.set_interval(RETRY_SECONDS, self._try_again)
        elif not application.UNSAVED.problem and self._trying is not None:
            self._trying.stop()
            self._trying = None

    def _try_again(self) -> None:
        self.run_worker(application.UNSAVED.write_all, thread=True, group="unsaved", exit_on_error=False)

    # Quitting

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app, and what its threads compute."""
        TURNS.end()
        super().exit(result, return_code, message)

    async def action_quit(self) -> None:
        """Leave from anywhere; where words are not on the disk yet, ask what to do with them."""
        self.keep_everything()
        problem = application.UNSAVED.write_all()
        if not problem:
            self.exit()
        elif not self._asking:
            self._ask(problem)

    def _ask(self, problem: str) -> None:
        self._asking = True
        self.clear_notifications()  # they say the same, and would lie over the question
        self.push_screen(AskScreen(f"{problem} What now?", [AGAIN, ELSEWHERE, WITHOUT]), self._answered)

    def _answered(self, answer: str | None) -> None:
        self._asking = False
        if answer == AGAIN:
            self.call_later(self.action_quit)
        elif answer == ELSEWHERE:
            self._asking = True
            question = "Write what is not saved into which folder?"
            self.push_screen(WriteScreen(question, f"{Path.home()}/", PathSuggester()), self._write_elsewhere)
        elif answer == WITHOUT:
            self.exit(return_code=1)

    def _write_elsewhere(self, folder: str | None) -> None:
        self._asking = False
        if folder is None or not folder.strip():
            return
        try:
            files = application.UNSAVED.write_into(given_path(folder))
        except StoryReaderError as error:
            self._ask(str(error))
        else:
            self._tell_where(files)
            self.exit()

    def _leave(self, status: int) -> None:
        """Leave because the system asks: nobody can be asked, so what cannot be written goes to another folder."""
        self.keep_everything()
        if application.UNSAVED.write_all():
            with contextlib.suppress(StoryReaderError, OSError):
                self._tell_where(application.UNSAVED.write_into(Path(tempfile.mkdtemp(prefix="storyreader-unsaved-"))))
        self.exit(return_code=status)

    def _tell_where(self, files: list[Path]) -> None:
        places = ", ".join(shown(file) for file in files)
        self.last_words.append(f"What could not be saved is in {places}; `storyreader import FILE` takes it up.")

    # A fault of our own

    def _handle_exception(self, error: Exception) -> None:
        """Keep what is being written and the details of the fault, then stop as Textual does."""
        file = application.write_log(error)
        with contextlib.suppress(Exception):  # whatever is broken, the terminal must be given back
            self.keep_everything()
        if not self.last_words:
            self.last_words.append(
                f"storyreader stopped because of a fault of its own ({type(error).__name__}). Your notes are safe in "
                f"{shown(data_folder())}. Details, without a word of any article, are in {shown(file)}."
            )
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Stop without Textual's report, which shows what the variables hold: the articles."""
        self._close_messages_no_wait()


def run_app(app: LeavingApp) -> int:
    """Run the app, which ends the process; gives the exit status to who has replaced that end."""
    sys.setswitchinterval(SWITCH_SECONDS)
    threads = ThreadPoolExecutor(MOST_THREADS, _THREADS)
    asyncio.run(_run(app, threads))
    return app.return_code or 0


async def _run(app: LeavingApp, threads: ThreadPoolExecutor) -> None:
    asyncio.get_running_loop().set_default_executor(threads)
    await app.run_async()
    for words in app.last_words:
        sys.stderr.write(f"{words}\n")
    _end_without(threads, app.return_code or 0)


def _end_without(threads: ThreadPoolExecutor, status: int) -> None:
    """End the process: what threads are about gets a moment to come to its end; then nobody waits for it.

    Nothing is torn: what they write is written whole or not at all.
    """
    threads.shutdown(wait=False, cancel_futures=True)
    end = time.monotonic() + MOMENT_SECONDS
    for thread in threading.enumerate():
        if thread.name.startswith(_THREADS):
            thread.join(max(0, end - time.monotonic()))
    for child in multiprocessing.active_children():
        child.kill()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
