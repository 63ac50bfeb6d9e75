"""Blocks of lines, of which only those in the window are built: measuring, drawing, and selecting text by mouse.

Subclasses say how many blocks there are, how high each is at a width, and what its lines hold. Heights are in lines,
widths in cells. Moving is the business of block_view.
"""

from bisect import bisect_right
from itertools import accumulate

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from widgets.block_styles import STYLES
from widgets.selecting import Line, Piece, selected_text, source_at, with_selection
from widgets.wrapping import cells, drawn


class DrawnBlocks(ScrollView, can_focus=True):
    """Draws blocks under one cursor; wrapped, measured and painted once for each width."""

    DEFAULT_CSS = """
    DrawnBlocks {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background: $background;
        color: $foreground;
    }
    """

    cursor_bar: bool = True
    """Whether the block under the cursor has a bar before it, so that it is seen without colour."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._starts: list[int] = [0]
        self._laid_out_width = -1
        self._strips: dict[tuple[int, int], list[Strip | Line]] = {}
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

    def lay_out(self, *, keep_place: bool = True, same: int = 0) -> None:
        """Measure the blocks anew, but for so many at the top that are as high as they were, and draw; the block under
        the cursor keeps its line on the screen.
        """
        if self.size.width == 0:
            self._laid_out_width = -1  # out of sight: measured when it comes back
            return
        block, offset = self.cursor, 0
        if keep_place and block < len(self._starts) - 1:
            offset = self._starts[block] - self.scroll_offset.y
        width, count = self.text_width, self.block_count()
        same = min(same, len(self._starts) - 1) if width == self._laid_out_width else 0
        self._laid_out_width = width
        heights = (self.block_height(at, width) for at in range(same, count))
        self._starts[same:] = accumulate(heights, initial=self._starts[same])
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._starts[-1])
        self.set_reactive(DrawnBlocks.cursor, max(0, min(self.cursor, count - 1)))
        if keep_place and count:
            self.scroll_to(y=max(0, self._starts[self.cursor] - offset), animate=False, immediate=True)
            self.show_block(self.cursor)
            # what has just come into sight does not scroll before Textual has given it its bar
            self.call_after_refresh(lambda: self.show_block(self.cursor))
        self.refresh()

    @property
    def laid_out(self) -> bool:
        """Whether the blocks are measured: not while out of sight, and not yet on the way back to it."""
        return self._laid_out_width > 0

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

    def block_at(self, line: int) -> int:
        """The block that has a line of the view; -1 above the first one."""
        return bisect_right(self._starts, line) - 1

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line = y + self.scroll_offset.y
        block = self.block_at(line)
        if not self.laid_out or not 0 <= block < len(self._starts) - 1:
            return Strip.blank(self.size.width, self._style("", under=False))
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(line)) is not None:
            pieces = with_selection(self._line(line)[1], span, self._selected_source(selection))
            return self._strip(pieces, under=self._under(block)).apply_offsets(0, line)
        return self._drawn(block, line - self._starts[block])

    def _under(self, block: int) -> bool:
        return block == self.cursor and self.selectable(block)

    def _drawn(self, block: int, at: int) -> Strip:
        """A line of a block; made when it is first in sight, as a block may be thousands of lines high."""
        under = self._under(block)
        key = (block, under)
        if key not in self._strips:
            if len(self._strips) > 2000:
                self._strips.clear()
            self._strips[key] = list(self._drawn_lines(block))
        line = self._strips[key][at]
        if not isinstance(line, Strip):
            line = self._strip(line, under=under and _is_written(line)).apply_offsets(0, self._starts[block] + at)
            self._strips[key][at] = line
        return line

    def _drawn_lines(self, block: int) -> list[Line]:
        """The block's lines with the column of the bar, exactly as many as it is high."""
        lines = self.block_lines(block, self._laid_out_width)
        height = self._starts[block + 1] - self._starts[block]
        whole = (lines + [[] for _ in range(height - len(lines))])[:height]
        return [[self.bar(block) if line else Piece(" "), *line] for line in whole] if self.cursor_bar else whole

    def bar(self, block: int) -> Piece:
        """The cell before every written line of a block, by which the cursor is seen without colour."""
        return Piece("▌" if self._under(block) else " ", "mark")

    def _strip(self, line: Line, *, under: bool) -> Strip:
        segments: list[Segment] = []
        used = 0
        for text, style, _ in line:
            shown = drawn(text)
            segments.append(Segment(shown, self._style(style, under=under)))
            used += cells(shown)
        segments.append(Segment(" " * max(0, self.size.width - used), self._style("", under=under)))
        return Strip(segments).crop(0, self.size.width)

    def _style(self, name: str, *, under: bool) -> Style:
        key = (name, under)
        if key not in self._styles_of:
            parse, style = self.app.stylesheet.parse_style, self.visual_style
            if under:
                style += parse(STYLES["focused-cursor" if self.has_focus else "cursor"])
            if name:
                style += parse(STYLES[name])
            self._styles_of[key] = style.rich_style
        return self._styles_of[key]

    # Selecting with the mouse

    def _line(self, line: int) -> tuple[int, Line]:
        block = max(0, self.block_at(line))
        return block, self._drawn_lines(block)[line - self._starts[block]]

    def _selected_source(self, selection: Selection) -> str:
        start = selection.start
        return source_at(self._line(start.y)[1], start.x) if start is not None and self._starts[-1] else "text"

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text without marks, and without the other column."""
        if not self.laid_out or not self._starts[-1]:
            return None
        return selected_text(self._line, self._starts[-1], selection), "\n"

    def text_select_all(self) -> None:
        """A double click chooses a block; it selects nothing."""

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


def _is_written(line: Line) -> bool:
    """Whether a line has words; a blank one between blocks belongs to neither."""
    return any(piece.text.strip() for piece in line)
