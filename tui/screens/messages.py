"""The latest messages, whole: the status line has room for a part of one."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from tui.framed import FramedScreen
from tui.keymap import MESSAGES, bindings_of
from widgets.text_view import TextBlock, TextView


class MessagesScreen(FramedScreen):
    """What was said, the latest first; the words can be selected."""

    name_in_keymap = MESSAGES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MESSAGES)

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__()
        self._messages = messages

    def body(self) -> Iterator[Widget]:
        yield TextView(id="said", classes="panes")

    def begin(self) -> None:
        self.head("Messages, the latest first")
        self.status("", message="")
        said = [TextBlock(message, "", int(at > 0)) for at, message in enumerate(self._messages)]
        self.query_one(TextView).show_blocks(said or [TextBlock("Nothing has been said yet.")])
        self.query_one(TextView).focus()
