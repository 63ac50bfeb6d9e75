"""Watching the reader's folders: what is put into them while the app is open is read without being asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from textual import on
from textual.message import Message
from textual.worker import Worker, get_current_worker

from storyreader import loading
from tui.background import Background, in_thread
from tui.scanner import Scanner
from tui.screens.base import FramedScreen

PAUSE = 0.5
"""Seconds for which nothing more must change, and after which leaving is noticed."""


class Watcher(Background):
    """Watches what the scanner reads, and has it read again. Where the system cannot watch, `r` still does that."""

    @dataclass
    class FilesChanged(Message):
        """Files have been added, changed or taken away."""

    def __init__(self, scanner: Scanner) -> None:
        super().__init__()
        self._scanner = scanner
        self._watched: Sequence[str | Path] = ()
        self._again = False

    def scan_ended(self) -> None:
        """Watch what has been read; tell what has come in; read again what changed meanwhile."""
        if self._watched != self._scanner.watchable:
            self._watched = self._scanner.watchable
            self._watch(self._watched)
        if self._again:
            self._again = False
            self._scanner.start()
        elif arrived := self._scanner.arrived:
            many = f", and {len(arrived) - 1} more" if len(arrived) > 1 else ""
            cast("FramedScreen", self.screen).status(f"New in the folder: “{arrived[0].title}”{many}")

    @on(FilesChanged)
    def _read_again(self, message: FilesChanged) -> None:
        message.stop()
        if self._scanner.running:
            self._again = True
        else:
            self._scanner.start()

    @in_thread("watch", exclusive=True)
    def _watch(self, paths: Sequence[str | Path]) -> None:
        import watchfiles  # 30 ms, and only here

        try:
            for _ in watchfiles.watch(
                *(path for path in paths if Path(path).exists()),
                watch_filter=lambda _, name: loading.may_be_page(Path(name)),
                debounce=int(PAUSE * 1000),
                rust_timeout=int(PAUSE * 1000),
                stop_event=_Leaving(get_current_worker()),
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                self.post_message(self.FilesChanged())
        except (OSError, RuntimeError):
            return  # more folders than the system watches, or one that has gone


class _Leaving:
    """What watchfiles asks whether to go on: an event that is set once the worker is not wanted any more."""

    def __init__(self, worker: Worker[None]) -> None:
        self._worker = worker

    def is_set(self) -> bool:
        """Whether to stop."""
        return self._worker.is_cancelled

    def set(self) -> None:
        """Nobody sets it: workers are cancelled."""

    def wait(self, timeout: float | None = None) -> bool:
        """As `is_set`; nobody waits for it."""
        return self.is_set()
