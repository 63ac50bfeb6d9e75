"""The line in which a search is typed."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, Label

from widgets.form import Form


class FindLine(Form):
    """Shows an input while the reader types what to find."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go there", id="find.go", show=False),
        Binding("escape", "cancel", "End finding", id="find.cancel", show=False),
        Binding("down", "step(1)", "Next", id="find.down", show=False),
        Binding("up", "step(-1)", "Previous", id="find.up", show=False),
    ]

    DEFAULT_CSS = """
    FindLine {
        layout: horizontal;
        height: 1;
        background: $surface;
        & Input, & Input:focus { border: none; height: 1; padding: 0; background: $surface; width: 1fr; }
        & Label { width: auto; color: $dim-text; }
    }
    """

    @dataclass
    class Asked(Message):
        """The words looked for have changed; `done` when the reader pressed Enter, empty when they gave up."""

        words: str
        done: bool = False

    @dataclass
    class Stepped(Message):
        """The reader wants to go down (1) or up (-1) in what was found, and go on typing."""

        direction: int

    def compose(self) -> ComposeResult:
        yield Label(" find: ", markup=False)
        yield Input(select_on_focus=True)

    def open(self) -> None:
        """Show the line, the field ready."""
        self.show_form("Input")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Asked(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.hide_form()
        self.post_message(self.Asked(event.value, done=True))

    async def action_submit(self) -> None:
        """Leave the line and go to what was found."""
        await self.query_one(Input).action_submit()

    def action_step(self, direction: int) -> None:
        """Go on in what was found."""
        self.post_message(self.Stepped(direction))

    def action_cancel(self) -> None:
        """Give up the search."""
        self.hide_form()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.post_message(self.Asked("", done=True))
