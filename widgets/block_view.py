"""The base of every long list here: blocks of lines under one cursor, moved by keys and mouse.

A block is one article of the list, one paragraph, one row of a comparison.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from widgets.drawn_blocks import DrawnBlocks
from widgets.selecting import Line, Piece

__all__ = ["BlockView", "Line", "Piece"]


class BlockView(DrawnBlocks):
    """Blocks of lines with a cursor that rests on one block."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "cursor(1)", "Down", id="move.down", show=False),
        Binding("k,up", "cursor(-1)", "Up", id="move.up", show=False),
        Binding("g,home", "edge(-1)", "First", id="move.first", show=False),
        Binding("G,end", "edge(1)", "Last", id="move.last", show=False),
        Binding("pagedown", "page(1.0)", "Page down", id="move.page-down", show=False),
        Binding("pageup", "page(-1.0)", "Page up", id="move.page-up", show=False),
        Binding("ctrl+d", "page(0.5)", "Half a page down", id="move.half-down", show=False),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", id="move.half-up", show=False),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor has come to rest on another block."""

        view: "BlockView"
        block: int

        @property
        def control(self) -> "BlockView":
            return self.view

    @dataclass
    class Chosen(Message):
        """A block was clicked while the cursor was on it, or the choosing key was pressed."""

        view: "BlockView"
        block: int

        @property
        def control(self) -> "BlockView":
            return self.view

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.block_count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two blocks touched, keep the new one in the window, and tell."""
        self.forget(old, new)
        self.show_block(new)
        self.post_message(self.Highlighted(self, new))

    def step(self, start: int, direction: int) -> int | None:
        """The next block in a direction on which the cursor may rest."""
        block = start + direction
        while 0 <= block < self.block_count():
            if self.selectable(block):
                return block
            block += direction
        return None

    def action_cursor(self, direction: int) -> None:
        """Move by one block; a block higher than the window is read to its end first."""
        if self._read_on(direction):
            return
        target = self.step(self.cursor, direction)
        if target is not None:
            self.cursor = target
        elif direction < 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    def _read_on(self, direction: int) -> bool:
        """Scroll inside a block that does not fit the window; False when its end in that direction is in sight."""
        if self.cursor >= len(self._starts) - 1:
            return False
        top, bottom = self._starts[self.cursor], self._starts[self.cursor + 1]
        window, height = self.scroll_offset.y, self.size.height
        if bottom - top <= height or not top <= window + (height - 1 if direction < 0 else 0) < bottom:
            return False
        if direction > 0 and bottom > window + height:
            self.scroll_to(y=min(window + max(1, height - 2), bottom - height), animate=False, immediate=True)
            return True
        if direction < 0 and top < window:
            self.scroll_to(y=max(window - max(1, height - 2), top), animate=False, immediate=True)
            return True
        return False

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last block."""
        target = self.step(-1, 1) if direction < 0 else self.step(self.block_count(), -1)
        if target is not None:
            self.cursor = target
        self.scroll_to(y=0 if direction < 0 else self._starts[-1], animate=False, immediate=True)

    def action_page(self, pages: float) -> None:
        """Move the window by a part of its height, and the cursor with it."""
        direction = 1 if pages > 0 else -1
        line = self._starts[min(self.cursor, len(self._starts) - 1)] + round(pages * max(1, self.size.height - 1))
        block = self.block_at(max(0, min(line, self._starts[-1] - 1)))
        if block == self.cursor:
            block += direction
        target = self.step(block - direction, direction)
        if target is None:
            self.action_edge(direction)
            return
        self.scroll_to(y=self.scroll_offset.y + round(pages * (self.size.height - 1)), animate=False, immediate=True)
        self.cursor = target

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click there chooses."""
        line = event.y + self.scroll_offset.y
        block = self.block_at(line)
        if not 0 <= block < len(self._starts) - 1 or not self.selectable(block):
            return
        if event.chain == 2:
            self.post_message(self.Chosen(self, block))
        self.cursor = block
