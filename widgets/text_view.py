"""Text to read from top to bottom: paragraphs with a style, and where wanted a label in a column before them."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from widgets.block_view import BlockView, Line, Piece
from widgets.text_search import Mark, found_in, marked
from widgets.wrapping import Slice, shortened, wrap

MEASURE = 76
"""Longest line in cells; longer ones are hard to read."""


class TextBlock(NamedTuple):
    """A paragraph: its text, one style, `above` blank lines before it, and a label for the column before it."""

    text: str
    style: str = ""
    above: int = 0
    label: str | None = None


class TextView(BlockView):
    """Shows text blocks. The keys move the window; there is no cursor, unless a subclass sets `cursor_bar`."""

    cursor_bar = False

    def __init__(
        self,
        *,
        label_width: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.measure = MEASURE
        self.label_width = label_width
        self._blocks: Sequence[TextBlock] = ()
        self._wraps: dict[tuple[int, int], list[Slice]] = {}
        self._words = ""
        self._hit = -1

    def show_blocks(self, blocks: Sequence[TextBlock], *, from_top: bool = True) -> None:
        """Show these blocks instead of the present ones."""
        self._blocks = blocks
        self._wraps.clear()
        self.set_reactive(BlockView.cursor, 0)
        self.lay_out(keep_place=False)
        if from_top:
            self._hit = -1
            self.scroll_to(y=0, animate=False, immediate=True)

    def find(self, words: str) -> int:
        """Mark the words wherever they stand, show the first place, and say how many there are."""
        self._words, self._hit = words, -1
        self.lay_out(keep_place=False)
        self.next_found(1)
        return len(self._hits())

    @property
    def words(self) -> str:
        """The words that are looked for; empty where nothing is."""
        return self._words.strip()

    def match_ahead(self, direction: int) -> tuple[int, int] | None:
        """The number, from 1, of the next place found, round the end, and how many there are; None where none is."""
        count = len(self._hits())
        return ((self._hit + direction) % count + 1, count) if count else None

    def next_found(self, direction: int) -> tuple[int, int] | None:
        """Go to the next place found, as `match_ahead` gives it."""
        ahead = self.match_ahead(direction)
        if ahead is not None:
            self._hit = ahead[0] - 1
            self.scroll_to(y=max(0, self._hits()[self._hit] - self.size.height // 3), animate=False, immediate=True)
        return ahead

    def _hits(self) -> list[int]:
        """The line of each place found."""
        lines: list[int] = []
        for block, (text, _, above, _) in enumerate(self._blocks):
            for mark in found_in(text, self._words):
                ended = bisect_right(self._wrapped(block, self.text_width), mark.start, key=itemgetter(1))
                lines.append(self._starts[block] + above + ended)
        return lines

    def widen(self, cells: int) -> None:
        """Make the longest line longer or shorter by so many cells; 0 goes back to the usual length."""
        self.measure = max(30, self.measure + cells) if cells else MEASURE
        self._wraps.clear()
        self.lay_out(keep_place=False)

    def action_cursor(self, direction: int) -> None:
        if self.cursor_bar:
            super().action_cursor(direction)
            return
        self.scroll_to(y=self.scroll_offset.y + direction, animate=False, immediate=True)

    def action_edge(self, direction: int) -> None:
        if self.cursor_bar:
            super().action_edge(direction)
            return
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, immediate=True)

    def action_page(self, pages: float) -> None:
        if self.cursor_bar:
            super().action_page(pages)
            return
        lines = round(pages * max(1, self.size.height - 1))
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def selectable(self, block: int) -> bool:
        return self.cursor_bar

    def block_count(self) -> int:
        return len(self._blocks)

    def block_height(self, block: int, width: int) -> int:
        return self._blocks[block].above + len(self._wrapped(block, width))

    def block_lines(self, block: int, width: int) -> list[Line]:
        text, style, above, label = self._blocks[block]
        lines: list[Line] = [[] for _ in range(above)]
        found = [*self.marks_in(block), *found_in(text, self._words)]
        for number, (start, end) in enumerate(self._wrapped(block, width)):
            line = [Piece("▌", "mark") if self.has_bar(block, (start, end)) else Piece(" ")]
            if label is not None:
                room = self.label_width
                line.append(Piece((shortened(label, room - 1) if number == 0 else "").ljust(room), "dim"))
            lines.append([*line, *marked(text, (start, end), found, style)])
        return lines

    def marks_in(self, block: int) -> Sequence[Mark]:
        """What is marked in a block beside the words looked for."""
        return ()

    def has_bar(self, block: int, part: Slice) -> bool:
        """Whether a line of a block, given as a part of its text, has a bar before it."""
        return False

    def _wrapped(self, block: int, width: int) -> list[Slice]:
        key = (block, width)
        if key not in self._wraps:
            text, _, _, label = self._blocks[block]
            room = width - 2 - (self.label_width if label is not None else 0)
            self._wraps[key] = wrap(text, min(room, self.measure))
        return self._wraps[key]
