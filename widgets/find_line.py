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
        Binding("escape", "cancel", "End the search", id="find.cancel", show=False)
    ]

    @dataclass
    class Asked(Message):
        """The words looked for have changed; `done` when the reader pressed Enter, empty when they gave up."""

        words: str
        done: bool = False

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

    def action_cancel(self) -> None:
        """Give up the search."""
        self.hide_form()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.post_message(self.Asked("", done=True))
