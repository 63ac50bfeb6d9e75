"""What the sheets in which the reader writes have in common: a frame below the panes, there only while it is open."""

from widgets.form import Form


class Sheet(Form):
    """A form with a border; its rows are as high as a line."""

    DEFAULT_CSS = """
    Sheet {
        border: round $accent;
        border-title-color: $foreground;
        border-subtitle-color: $dim-text;
        background: $surface;
        layout: vertical;
        & Horizontal { height: 1; padding: 0 1; }
        & Static { color: $dim-text; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $surface; width: 1fr; }
    }
    """
