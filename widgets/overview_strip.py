"""A whole comparison in one column beside the scroll bar: kinds by mark and colour, the present place reversed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from storyreader.comparison import RowKind
from storyreader.row_filters import Overviews
from widgets.row_lines import KIND_STYLES


class OverviewStrip(Widget):
    """Shows where in the comparison the reader is; a click goes there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "strip--dim", "strip--reworded", "strip--partial", "strip--clash", "strip--left", "strip--right",
    }  # fmt: skip
    DEFAULT_CSS = """
    OverviewStrip {
        width: 1;
        height: 1fr;
        background: $panel;
        & > .strip--dim { color: $dim-text; }
        & > .strip--reworded { color: $accent; }
        & > .strip--partial { color: $accent 75%; }
        & > .strip--clash { color: $error; text-style: bold; }
        & > .strip--left { color: $primary; }
        & > .strip--right { color: $secondary; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A place of the strip was clicked."""

        row_index: int

    def __init__(self, marks: Mapping[RowKind, str]) -> None:
        super().__init__()
        self._marks = marks
        self._overviews: Overviews | None = None
        self._row_index = 0

    def show(self, overviews: Overviews | None, row_index: int | None) -> None:
        """Show a comparison with the reader at a row."""
        if (overviews, row_index or 0) != (self._overviews, self._row_index):
            self._overviews, self._row_index = overviews, row_index or 0
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One cell: the mark where its rows begin, a line below it."""
        if self._overviews is None or not (kinds := self._overviews.get(self.size.height).kinds):
            return Strip.blank(1, self.rich_style)
        cell = self._cell(y, len(kinds))
        kind = kinds[cell]
        first = y == 0 or self._cell(y - 1, len(kinds)) != cell
        style = self.rich_style + self.get_component_rich_style(f"strip--{KIND_STYLES[kind]}", partial=True)
        here = cell == self._overviews.get(self.size.height).cells.get(self._row_index, -1)
        shown = self._marks[kind] if first else "│"
        return Strip([Segment(shown, style + Style(reverse=True) if here else style)])

    def _cell(self, y: int, count: int) -> int:
        """The cell of the overview that a line shows; a short comparison is stretched over the height."""
        return min(count - 1, y * count // max(1, self.size.height))

    def on_click(self, event: events.Click) -> None:
        """Go to the first row of the place clicked."""
        if self._overviews is not None and (overview := self._overviews.get(self.size.height)).kinds:
            cell = self._cell(event.y, len(overview.kinds))
            row_index = next((row for row, at in overview.cells.items() if at == cell), None)
            if row_index is not None:
                self.post_message(self.Chosen(row_index))
