"""An app that shows one widget and notes the messages it sends."""

from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from widgets import THEME_VARIABLES
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.note_sheet import NoteSheet
from widgets.overview_strip import OverviewStrip


class Host(App[None]):
    """Shows a widget alone."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.sent: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    @on(BlockView.Highlighted)
    @on(BlockView.Chosen)
    @on(NoteSheet.Edited)
    @on(NoteSheet.Closed)
    @on(FindLine.Asked)
    @on(OverviewStrip.Chosen)
    def _note(self, message: Message) -> None:
        self.sent.append(message)


def lines_of(widget: Widget) -> list[str]:
    """What the widget draws, line by line, without trailing blanks."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
