"""Getting comparisons in threads: opening them, completing them with semantic matches, comparing again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from storyreader import application
from storyreader.errors import StoryReaderError
from tui.background import Background, Turn, in_thread

if TYPE_CHECKING:
    from storyreader.application import Files, Opened, ReadingShelf, Saved
    from storyreader.comparison import Comparison
    from storyreader.saving import SavedComparison


class ComparisonOpener(Background):
    """Asks the engine for comparisons; every answer names what was asked, so that a late one can be dropped."""

    @dataclass
    class Made(Message):
        """The comparison asked for, or why there is none."""

        source: "Files | Saved"
        opened: "Opened | None"
        problem: str = ""

    @dataclass
    class Recomputed(Message):
        """What was shown from `asked` was compared again and is saved as `source`; or why not, `source` None."""

        asked: "Files | Saved"
        source: "Saved | None"
        opened: "Opened | None" = None
        problem: str = ""

    @dataclass
    class Deepened(Message):
        """The comparison once more, with what the optional sentence vectors found."""

        opened: "Opened"
        comparison: "Comparison"

    def __init__(self, author: str, shelf: "ReadingShelf") -> None:
        super().__init__()
        self._author = author
        self._shelf = shelf

    @in_thread("compare", exclusive=True, turn=Turn.ASKED)
    def make(self, source: "Files | Saved") -> None:
        """Open a comparison."""
        try:
            opened = application.open_comparison(source, self._author, self._shelf)
            self.post_message(self.Made(source, opened))
        except StoryReaderError as error:
            self.post_message(self.Made(source, None, str(error)))

    @in_thread("semantic", exclusive=True, turn=Turn.ASKED)
    def deepen(self, opened: "Opened") -> None:
        """Look for what is told in other words or another language, while the reader is already reading."""
        comparison = application.compare_semantically(opened.comparison, self._shelf)
        if comparison is not None:
            self.post_message(self.Deepened(opened, comparison))

    @in_thread("compare", exclusive=True, turn=Turn.ASKED)
    def recompute(self, saved: "SavedComparison", asked: "Files | Saved") -> None:
        """Read both pages of a saved comparison again and compare."""
        try:
            self.post_message(self.Recomputed(asked, *application.compare_again(saved, self._author)))
        except StoryReaderError as error:
            self.post_message(self.Recomputed(asked, None, problem=str(error)))
