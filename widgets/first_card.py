"""What a reader who opens the app for the first time should know, in five lines."""

from textual.content import Content
from textual.widget import Widget

from widgets.wrapping import shortened


class FirstCard(Widget):
    """Five lines above the panes; they give way where the window is low."""

    DEFAULT_CSS = """
    FirstCard { height: 5; padding: 0 1; background: $surface; color: $foreground; display: none; }
    FirstCard.shown { display: block; }
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self._lines = lines

    def render(self) -> Content:
        return Content("\n".join(shortened(line, max(1, self.content_size.width)) for line in self._lines))
