"""Widgets that work in threads: what they find comes back as messages, and so does a fault of our own.

Python computes in one thread at a time: the screen gets its share, and the more threads compute, the smaller it is. So
what nobody waits for is computed one thing at a time, and begins only while nothing that the reader waits for is.
"""

import asyncio
import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

Taken = ParamSpec("Taken")
Given = TypeVar("Given")


QUIET_SECONDS = 0.3
"""What nobody waits for begins once nothing has been asked for so long."""


class Turn(Enum):
    """What computes for long in a thread. It writes nothing: whoever quits does not wait for it."""

    ASKED = "the reader waits for it"
    IDLE = "nobody waits for it"


class Abandoned(asyncio.CancelledError):
    """Raised in a thread that computes when the app ends; Textual takes it as it takes every worker that is ended."""


class Turns:
    """Who computes."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._computing: set[int] = set()
        self._ended = False

    def begin(self) -> None:
        """Let threads compute: an app begins."""
        self._ended = False
        self._computing.clear()

    @contextmanager
    def taken(self, turn: Turn) -> Iterator[None]:
        """Compute, when it is this thread's turn."""
        with self._changed:
            while turn is Turn.IDLE and not self._ended and (self._computing or self._changed.wait(QUIET_SECONDS)):
                self._changed.wait_for(lambda: self._ended or not self._computing)
            if self._ended:
                raise Abandoned
            self._computing.add(threading.get_ident())
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._computing.discard(threading.get_ident())
                self._changed.notify_all()

    def end(self) -> None:
        """Have all that compute stop where they are: the app ends, and what they share is not used again."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
            for thread in self._computing:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(Abandoned))


TURNS = Turns()


def in_thread(
    group: str, *, exclusive: bool = False, turn: Turn | None = None
) -> Callable[[Callable[Taken, Given]], Callable[Taken, Worker[Given]]]:
    """Have a method work in a thread of its own; of an exclusive group only the latest call counts.

    Textual would describe each call by the text of all it is given: for a comparison that is everything that is found
    only when it is read, and the screen would wait for it.
    """
    as_worker = cast("Any", work(thread=True, exit_on_error=False, exclusive=exclusive, group=group, description=group))

    def decorate(method: Callable[Taken, Given]) -> Callable[Taken, Worker[Given]]:
        @wraps(method)
        def in_its_turn(*given: Taken.args, **named: Taken.kwargs) -> Given:
            with TURNS.taken(turn) if turn else nullcontext():
                return method(*given, **named)

        worker: Callable[Taken, Worker[Given]] = as_worker(in_its_turn)
        return worker

    return decorate


@dataclass
class ThreadFault(Message):
    """A thread has ended with an error that nobody expected; the screen names it."""

    error: BaseException


class Threaded:
    """What a widget with threads has beside its class: it passes on to the screen what goes wrong in them.

    It stands after the widget's own class, from which the style sheet is taken.
    """

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell the screen of a fault; Textual tells only the widget that began the thread."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            assert isinstance(self, Widget)
            self.post_message(ThreadFault(event.worker.error))


class Background(Widget, Threaded):
    """A widget that only works and shows nothing."""

    DEFAULT_CSS = """
    Background { display: none; }
    """
