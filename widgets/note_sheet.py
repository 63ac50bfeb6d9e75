"""The note editor: a sheet below the comparison, so that both sentences stay in sight. Kept as it is typed."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

PAUSE_SECONDS = 0.4
"""So long after the last key, and at the latest after twice that, what was typed is handed over to be saved."""


class NoteSheet(Vertical):
    """Edits one text. The owner saves on every `Edited`; `Closed` always comes after the last `Edited`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,ctrl+s", "close", "Done; the note is kept", id="note.close", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NoteSheet {
        height: 9;
        border: round $accent;
        border-title-color: $foreground;
        border-subtitle-color: $dim-text;
        background: $surface;
        display: none;
        & TextArea, & TextArea:focus { border: none; padding: 0 1; background: $surface; height: 1fr; }
    }
    """

    @dataclass
    class Edited(Message):
        """The text has changed."""

        text: str

    @dataclass
    class Closed(Message):
        """The reader is done."""

    def compose(self) -> ComposeResult:
        yield TextArea(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False)

    def on_mount(self) -> None:
        self._handed_over = ""
        self._timer = self.set_interval(PAUSE_SECONDS, self.hand_over, pause=True)
        self.border_subtitle = "kept as you type · Esc or F2 done · Ctrl+Z undo"

    @property
    def is_open(self) -> bool:
        """Whether the sheet is on the screen."""
        return bool(self.display)

    @property
    def text(self) -> str:
        """What stands in the field now."""
        return self.query_one(TextArea).text

    def open(self, title: str, text: str) -> None:
        """Show the sheet with a text to edit, the field ready."""
        self.border_title = Content(title)  # a Content is never read as markup
        area = self.query_one(TextArea)
        area.load_text(text)
        area.move_cursor(area.document.end)
        self._handed_over = text
        self.display = True
        area.focus()
        self._timer.resume()

    def untold(self) -> str | None:
        """What has been typed since the owner was last told; None when nothing has."""
        text = self.query_one(TextArea).text
        if text == self._handed_over:
            return None
        self._handed_over = text
        return text

    def hand_over(self) -> None:
        """Tell the owner of what was typed since the last time."""
        if (text := self.untold()) is not None:
            self.post_message(self.Edited(text))

    def action_close(self) -> None:
        """Put the sheet away; what was typed has been handed over before."""
        if self.is_open:
            self.hand_over()
            self._timer.pause()
            self.display = False
            self.post_message(self.Closed())

    @on(TextArea.Changed)
    def _stop(self, event: TextArea.Changed) -> None:
        event.stop()
