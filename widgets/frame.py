"""The frame around every screen: head line above, status line and key line below, one line each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from widgets.wrapping import cells, shortened


@dataclass
class Clicked(Message):
    """A place in the frame that stands for an action was clicked; `name` is the action's."""

    name: str


class OneLine(Widget):
    """A line with a text at its left and one at its right; the left one is cut first.

    `spots` are stretches of the line that can be clicked, each with the name of its action.
    """

    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left = ""
        self.right = ""
        self.spots: Mapping[str, str] = {}

    def show(self, left: str, right: str = "", spots: Mapping[str, str] | None = None) -> None:
        """Show these texts; nothing is drawn when they are the same as before."""
        self.spots = spots or {}
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell of the action that stands where the mouse is."""
        line = self.render().plain
        for text, name in self.spots.items():
            at = line.rfind(text)
            if at >= 0 and cells(line[:at]) <= event.x < cells(line[: at + len(text)]):
                self.post_message(Clicked(name))

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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._warning = self._said = ""

    def show(self, left: str, right: str = "", spots: Mapping[str, str] | None = None) -> None:
        self._said = left
        super().show(f"{self._warning} · {left}" if self._warning else left, right, spots)

    def warn(self, warning: str) -> None:
        """Have a warning stand before everything else; empty for none."""
        if warning != self._warning:
            self._warning = warning
            self.show(self._said, self.right, self.spots)


class StatusLine(OneLine):
    """Where the reader stands and what just happened."""

    DEFAULT_CSS = """
    StatusLine { background: $surface; color: $foreground; }
    """


class LineKey(NamedTuple):
    """A key in the key line: what is shown, and the name of its action."""

    text: str
    name: str


class KeyLine(Widget):
    """The keys that work here, as many as fit; each can be clicked."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; background: $surface; color: $dim-text; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys: Sequence[LineKey] = ()

    def show(self, keys: Sequence[LineKey]) -> None:
        """Show these; nothing is drawn when they are the same as before."""
        if keys != self.keys:
            self.keys = keys
            self.refresh()

    @property
    def shown(self) -> Sequence[LineKey]:
        """Those that fit."""
        used = 1
        for count, key in enumerate(self.keys):
            if used + cells(key.text) > self.size.width:
                return self.keys[:count]
            used += cells(key.text) + 2
        return self.keys

    def render(self) -> Content:
        return Content(" " + "  ".join(key.text for key in self.shown))

    def on_click(self, event: events.Click) -> None:
        """Tell of the key under the mouse."""
        start = 1
        for key in self.shown:
            if start <= event.x < start + cells(key.text):
                self.post_message(Clicked(key.name))
            start += cells(key.text) + 2


def with_cell_marked(marks: str, index: int) -> str:
    """A strip of marks with the one at `index` in brackets; -1 for nowhere."""
    return f"{marks[:index]}[{marks[index]}]{marks[index + 1 :]}" if 0 <= index < len(marks) else marks
