"""The base of every long list here: blocks of lines under one cursor, of which only the visible lines are built.

A block is one article of the list, one paragraph, one row of a comparison. Subclasses say how many blocks there
are, how high each is at a width, and what its lines hold. Heights are in lines, widths in cells.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.wrapping import cells, drawn


class Piece(NamedTuple):
    """A run of text in one style; `style` is a component class without the widget's prefix, "" for plain."""

    text: str
    style: str = ""


Line = list[Piece]


class BlockView(ScrollView, can_focus=True):
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
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "block--cursor", "block--dim", "block--title", "block--left", "block--right", "block--mark",
        "block--changed-left", "block--changed-right", "block--conflict", "block--found", "block--note",
    }  # fmt: skip
    DEFAULT_CSS = """
    BlockView {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background: $background;
        color: $foreground;
        & > .block--cursor { background: $panel; }
        &:focus > .block--cursor { background: $cursor-row; }
        & > .block--dim { color: $dim-text; }
        & > .block--title { text-style: bold; }
        & > .block--left { color: $primary; text-style: bold; }
        & > .block--right { color: $secondary; text-style: bold; }
        & > .block--mark { text-style: bold; }
        & > .block--changed-left { color: $primary; text-style: underline; }
        & > .block--changed-right { color: $secondary; text-style: underline; }
        & > .block--conflict { text-style: bold reverse; }
        & > .block--found { text-style: reverse; }
        & > .block--note { color: $accent; }
    }
    """

    cursor_bar: bool = True
    """Whether the block under the cursor has a bar before it, so that it is seen without colour."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._starts: list[int] = [0]
        self._laid_out_width = -1
        self._strips: dict[tuple[int, int], list[Strip]] = {}
        self._styles_of: dict[tuple[str, bool], Style] = {}

    # What a subclass says of its blocks

    def block_count(self) -> int:
        """How many blocks there are."""
        raise NotImplementedError

    def block_height(self, block: int, width: int) -> int:
        """How many lines a block takes at a width."""
        raise NotImplementedError

    def block_lines(self, block: int, width: int) -> list[Line]:
        """The lines of a block, as many as `block_height` says."""
        raise NotImplementedError

    def selectable(self, block: int) -> bool:
        """Whether the cursor may rest on a block."""
        return True

    # Layout

    def lay_out(self, *, keep_place: bool = True) -> None:
        """Measure all blocks anew and draw; the block under the cursor keeps its line on the screen."""
        if self.size.width == 0:
            return
        block, offset = self.cursor, 0
        if keep_place and block < len(self._starts) - 1:
            offset = self._starts[block] - self.scroll_offset.y
        width = self.text_width
        self._laid_out_width = width
        count = self.block_count()
        self._starts = list(accumulate((self.block_height(at, width) for at in range(count)), initial=0))
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._starts[-1])
        self.set_reactive(BlockView.cursor, max(0, min(self.cursor, count - 1)))
        if keep_place and count:
            self.scroll_to(y=max(0, self._starts[self.cursor] - offset), animate=False, immediate=True)
            self.show_block(self.cursor)
        self.refresh()

    @property
    def text_width(self) -> int:
        """The width lines are laid out for; the scrollbar's column is always left free."""
        return max(1, self.scrollable_content_region.width - int(self.cursor_bar))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew when the width has changed."""
        if self.text_width != self._laid_out_width:
            self.lay_out()

    def forget(self, *blocks: int) -> None:
        """Draw some blocks anew; their heights must not have changed."""
        for block in blocks:
            if 0 <= block < len(self._starts) - 1:
                for key in [key for key in self._strips if key[0] == block]:
                    del self._strips[key]
                top, bottom = self._starts[block], self._starts[block + 1]
                self.refresh(Region(0, top - self.scroll_offset.y, self.size.width, bottom - top))

    def notify_style_update(self) -> None:
        """Forget styles and drawn lines when the theme or the focus changes."""
        super().notify_style_update()
        self._styles_of.clear()
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line = y + self.scroll_offset.y
        block = bisect_right(self._starts, line) - 1
        if not 0 <= block < len(self._starts) - 1:
            return Strip.blank(self.size.width, self.rich_style)
        return self._block_strips(block)[line - self._starts[block]]

    def _block_strips(self, block: int) -> list[Strip]:
        under = block == self.cursor and self.selectable(block)
        key = (block, under)
        if key not in self._strips:
            if len(self._strips) > 2000:
                self._strips.clear()
            lines = self.block_lines(block, self._laid_out_width)
            height = self._starts[block + 1] - self._starts[block]
            lines = (lines + [[] for _ in range(height - len(lines))])[:height]
            self._strips[key] = [self._strip(line, under=under) for line in lines]
        return self._strips[key]

    def _strip(self, line: Line, *, under: bool) -> Strip:
        segments = [Segment("▌" if under else " ", self._style("mark", under=under))] if self.cursor_bar else []
        used = len(segments)
        for text, style in line:
            shown = drawn(text)
            segments.append(Segment(shown, self._style(style, under=under)))
            used += cells(shown)
        segments.append(Segment(" " * max(0, self.size.width - used), self._style("", under=under)))
        return Strip(segments).crop(0, self.size.width)

    def _style(self, name: str, *, under: bool) -> Style:
        key = (name, under)
        if key not in self._styles_of:
            style = self.rich_style
            if under:
                style += self.get_component_rich_style("block--cursor", partial=True)
            if name:
                style += self.get_component_rich_style(f"block--{name}", partial=True)
            self._styles_of[key] = style
        return self._styles_of[key]

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.block_count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two blocks touched, keep the new one in the window, and tell."""
        self.forget(old, new)
        self.show_block(new)
        self.post_message(self.Highlighted(self, new))

    def show_block(self, block: int) -> None:
        """Scroll as little as possible so that a block is in the window; its top when it is higher than that."""
        if not 0 <= block < len(self._starts) - 1:
            return
        top, bottom = self._starts[block], self._starts[block + 1]
        height = self.scrollable_content_region.height or self.size.height
        if top < self.scroll_offset.y or bottom - top >= height:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, immediate=True)

    def step(self, start: int, direction: int) -> int | None:
        """The next block in a direction on which the cursor may rest."""
        place = start + direction
        while 0 <= place < self.block_count():
            if self.selectable(place):
                return place
            place += direction
        return None

    def action_cursor(self, direction: int) -> None:
        """Move by one block; a block higher than the window is read to its end first."""
        if self._read_on(direction):
            return
        place = self.step(self.cursor, direction)
        if place is not None:
            self.cursor = place
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
        place = self.step(-1, 1) if direction < 0 else self.step(self.block_count(), -1)
        if place is not None:
            self.cursor = place
        self.scroll_to(y=0 if direction < 0 else self._starts[-1], animate=False, immediate=True)

    def action_page(self, pages: float) -> None:
        """Move the window by a part of its height, and the cursor with it."""
        direction = 1 if pages > 0 else -1
        line = self._starts[min(self.cursor, len(self._starts) - 1)] + round(pages * max(1, self.size.height - 1))
        block = bisect_right(self._starts, max(0, min(line, self._starts[-1] - 1))) - 1
        if block == self.cursor:
            block += direction
        place = self.step(block - direction, direction)
        if place is None:
            self.action_edge(direction)
            return
        self.scroll_to(y=self.scroll_offset.y + round(pages * (self.size.height - 1)), animate=False, immediate=True)
        self.cursor = place

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click there chooses."""
        line = event.y + self.scroll_offset.y
        block = bisect_right(self._starts, line) - 1
        if not 0 <= block < len(self._starts) - 1 or not self.selectable(block):
            return
        if event.chain == 2:
            self.post_message(self.Chosen(self, block))
        self.cursor = block
