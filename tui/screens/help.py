"""All keys that work on the screen the reader came from; typing after / narrows the list."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from storyreader.messages import KIND_MARKS, KIND_WORDS, MOVED_MARK
from tui.keymap import COMPARE, HELP, actions_of, bindings_of, move_bindings, shown_keys
from tui.screens.base import FramedScreen
from widgets.find_line import FindLine
from widgets.text_view import TextBlock, TextView

_KEYS_WIDTH = 20


class HelpScreen(FramedScreen):
    """Keys and marks, from the one table of actions."""

    name_in_keymap = HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(HELP)

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about

    def body(self) -> Iterator[Widget]:
        yield TextView(label_width=_KEYS_WIDTH, id="keys", classes="panes")
        yield FindLine()

    def begin(self) -> None:
        self.head(f"Keys: {self._about}")
        self.status("Put your own keys into the settings file under [keys]; docs/keys.md has the names.")
        self.query_one(TextView).focus()
        self._fill("")

    def _fill(self, words: str) -> None:
        rows = [(shown_keys(action.keys), action.help) for action in actions_of(self._about)]
        moves = [(shown_keys(binding.key), binding.description.lower()) for binding in move_bindings()]
        blocks = [TextBlock("On this screen", "title"), *_matching(rows, words)]
        blocks += [TextBlock("Moving", "title", 1), *_matching(moves, words)]
        if self._about == COMPARE:
            marks = [(mark, KIND_WORDS[kind]) for kind, mark in KIND_MARKS.items()] + [(MOVED_MARK, "moved")]
            blocks += [TextBlock("Marks", "title", 1), *_matching(marks, words)]
        self.query_one(TextView).show_blocks(blocks)

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._fill(message.words)
        if message.done:
            self.query_one(TextView).focus()

    def action_back(self) -> None:
        if self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        else:
            self.dismiss()


def _matching(rows: list[tuple[str, str]], words: str) -> list[TextBlock]:
    return [TextBlock(text, label=keys) for keys, text in rows if words.casefold() in f"{keys} {text}".casefold()]
