"""The keys that work where the reader came from: ? shows them, : finds one by name; Enter does what the line says."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from storyreader.messages import KIND_MARKS, KIND_WORDS, MOVED_MARK
from tui.framed import FramedScreen
from tui.keymap import COMPARE, HELP, MODES, bindings_of
from tui.mode_keys import Key, move_keys
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.key_list import KeyList, KeyRow


class HelpScreen(FramedScreen):
    """Keys and marks of the screen below. With `finding` the reader types at once."""

    name_in_keymap = HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(HELP)

    def __init__(self, below: FramedScreen, *, finding: bool = False) -> None:
        super().__init__()
        self._below = below
        self._keys = below.keys
        self._moves = [] if below.form else move_keys(below.opener.own_keys)
        self._finding = finding

    def body(self) -> Iterator[Widget]:
        yield KeyList(id="keys", classes="panes")
        yield FindLine()

    def begin(self) -> None:
        name = "what is written" if self._below.form else MODES[self._below.mode]
        self.head(f"Keys: {name}")
        self.status("Enter does what the line says.", "[keys] in the settings changes them", message="")
        self._list.focus()
        self._fill("")
        if self._finding:
            self.action_find()

    @property
    def _list(self) -> KeyList:
        return self.query_one(KeyList)

    def _fill(self, words: str) -> None:
        groups: list[tuple[str, Sequence[Key]]] = [("Here", self._keys), ("Moving", self._moves)]
        rows: list[KeyRow] = []
        for title, keys in groups:
            found = [KeyRow(key.keys, key.help, key.id) for key in keys if key.has(words)]
            rows += [KeyRow("", title), *found] if found else []
        if not words and self._below.name_in_keymap == COMPARE and not self._below.form:
            marks = [*((mark, KIND_WORDS[kind]) for kind, mark in KIND_MARKS.items()), (MOVED_MARK, "moved")]
            rows += [KeyRow("", "Marks"), *(KeyRow(mark, word) for mark, word in marks)]
        self._list.show(rows or [KeyRow("", f"No key does anything called “{words}”.")])

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        if message.done and message.words:
            self.action_run()
            return
        self._fill(message.words)
        if message.done:
            self._list.focus()

    @on(FindLine.Stepped)
    def _step(self, message: FindLine.Stepped) -> None:
        message.stop()
        self._list.action_cursor(message.direction)

    @on(BlockView.Chosen)
    def _chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        self.action_run()

    def action_run(self) -> None:
        """Go back and do what the line under the cursor says."""
        row = self._list.current
        key = next((key for key in (*self._keys, *self._moves) if row is not None and key.id == row.id), None)
        if key is None:
            self._list.focus()
            return
        self.dismiss()
        self._below.call_later(self._below.run_key, key)
