"""Widgets that work in threads: what they find comes back as messages, and so does a fault of our own."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState


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
