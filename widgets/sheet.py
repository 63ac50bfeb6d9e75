"""What the sheets in which the reader writes have in common: a frame below the panes, there only while it is open."""

from textual.containers import Vertical


class Sheet(Vertical):
    """Fields in a frame, out of sight until the sheet is opened."""

    DEFAULT_CSS = """
    Sheet {
        border: round $accent;
        border-title-color: $foreground;
        border-subtitle-color: $dim-text;
        background: $surface;
        display: none;
        & Horizontal { height: 1; padding: 0 1; }
        & Static { color: $dim-text; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $surface; width: 1fr; }
    }
    """

    @property
    def is_open(self) -> bool:
        """Whether the sheet is on the screen."""
        return bool(self.display)
