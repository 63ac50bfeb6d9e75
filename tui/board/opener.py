"""Getting boards in a thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from storyreader import application
from storyreader.errors import StoryReaderError
from tui.background import Background, Turn, in_thread

if TYPE_CHECKING:
    from storyreader.application import BoardFiles, OpenedBoard, ReadingShelf


class BoardMaker(Background):
    """Asks the engine for a board."""

    @dataclass
    class Made(Message):
        """The board asked for, or why there is none."""

        opened: "OpenedBoard | None"
        problem: str = ""

    def __init__(self, author: str, shelf: "ReadingShelf") -> None:
        super().__init__()
        self._author = author
        self._shelf = shelf

    @in_thread("board", exclusive=True, turn=Turn.ASKED)
    def make(self, source: "BoardFiles | str") -> None:
        """Lay some files beside each other, or open a saved board by its name."""
        try:
            self.post_message(self.Made(application.open_board(source, self._author, self._shelf)))
        except StoryReaderError as error:
            self.post_message(self.Made(None, str(error)))
