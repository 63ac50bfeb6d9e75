"""Widgets that work in threads: what they find comes back as messages, and so does a fault of our own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar, cast

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

Taken = ParamSpec("Taken")
Given = TypeVar("Given")


def in_thread(
    group: str, *, exclusive: bool = False
) -> Callable[[Callable[Taken, Given]], Callable[Taken, Worker[Given]]]:
    """Have a method work in a thread of its own; of an exclusive group only the latest call counts.

    Textual would describe each call by the text of all it is given: for a comparison that is everything that is found
    only when it is read, and the screen would wait for it.
    """
    decorate = work(thread=True, exit_on_error=False, exclusive=exclusive, group=group, description=group)
    return cast("Callable[[Callable[Taken, Given]], Callable[Taken, Worker[Given]]]", decorate)


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
