"""The frame around every screen: head line above, status line and key line below, one line each."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from widgets.wrapping import cells, shortened


class OneLine(Widget):
    """A line with a text at its left and one at its right; the left one is cut first."""

    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left = ""
        self.right = ""

    def show(self, left: str, right: str = "") -> None:
        """Show these texts; nothing is drawn when they are the same as before."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        right = shortened(self.right, max(0, width - 10)) if self.right else ""
        room = width - (cells(right) + 2 if right else 0) - 1
        left = " " + shortened(self.left, max(1, room))
        gap = " " * max(0, width - cells(left) - cells(right) - 1)
        return Content(f"{left}{gap}{right} " if right else left)


class HeadLine(OneLine):
    """What is shown, and where it comes from."""

    DEFAULT_CSS = """
    HeadLine { background: $head-line; color: $foreground; text-style: bold; }
    """


class StatusLine(OneLine):
    """Where the reader stands and what just happened."""

    DEFAULT_CSS = """
    StatusLine { background: $surface; color: $foreground; }
    """


class KeyLine(Widget):
    """The keys that work here, as many as fit."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; background: $surface; color: $dim-text; }
    """

    def __init__(self, keys: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys

    def render(self) -> Content:
        shown, used = [], 1
        for key in self._keys:
            if used + cells(key) > self.size.width:
                break
            shown.append(key)
            used += cells(key) + 2
        return Content(" " + "  ".join(shown))


def with_cell_marked(marks: str, index: int) -> str:
    """A strip of marks with the one at `index` in brackets; -1 for nowhere."""
    return f"{marks[:index]}[{marks[index]}]{marks[index + 1 :]}" if 0 <= index < len(marks) else marks
