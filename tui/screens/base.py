"""What all screens share: the frame, the place in the keymap, and the line that asks for more room."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from storyreader.paths import shown
from tui.errors_log import write_log
from tui.keymap import ACTIONS, KEY_LINE
from widgets.frame import HeadLine, KeyLine, StatusLine


class FramedScreen(Screen[None]):
    """Head line, body, status line, key line. `name_in_keymap` says which actions work here."""

    name_in_keymap: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        yield HeadLine()
        yield Static("storyreader needs 40 columns and 10 rows. Make the window larger, or press Q to quit.",
                     id="too-small", markup=False)  # fmt: skip
        yield from self.body()
        yield StatusLine()
        by_id = {action.id: action.short for action in ACTIONS}
        yield KeyLine([by_id[name] for name in KEY_LINE[self.name_in_keymap]])

    def body(self) -> Iterator[Widget]:
        """The widgets between head and status line."""
        raise NotImplementedError

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of our own in a thread must not pass in silence: name it, and keep its details in the log."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            place = write_log(event.worker.error)
            self.status(f"! A fault in storyreader itself: {event.worker.error!r}. Details in {shown(place)}.")

    def head(self, left: str, right: str = "") -> None:
        """Change the head line."""
        self.query_one(HeadLine).show(left, right)

    def status(self, left: str, right: str = "") -> None:
        """Change the status line."""
        self.query_one(StatusLine).show(left, right)
