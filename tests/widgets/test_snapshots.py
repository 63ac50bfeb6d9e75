"""How the comparison looks, kept as pictures: `pytest --snapshot-update` renews them after a wanted change."""

from typing import Any

import pytest
from textual.app import App

from tests.making import make_comparison
from tests.widgets.host import Host
from tui.themes import THEMES
from widgets.comparison_panel import ComparisonPanel, RowView


class Shown(Host):
    """A made comparison in one view and theme."""

    def __init__(self, view: RowView, theme: str) -> None:
        self.panel = ComparisonPanel()
        self.panel.view = view
        super().__init__(self.panel)
        for known in THEMES:
            self.register_theme(known)
        self._wanted_theme = theme

    def on_mount(self) -> None:
        super().on_mount()
        self.theme = self._wanted_theme
        self.call_after_refresh(self.panel.show, make_comparison(), {1: ["Which engineers?"]})


@pytest.mark.parametrize(
    ("view", "size", "theme"),
    [
        ("pairs", (80, 24), "storyreader-dark"),
        ("columns", (120, 30), "storyreader-dark"),
        ("columns", (120, 30), "storyreader-light"),
    ],
)
def test_a_comparison_looks_as_before(snap_compare: Any, view: RowView, size: tuple[int, int], theme: str) -> None:
    app: App[None] = Shown(view, theme)
    assert snap_compare(app, terminal_size=size, press=["j", "j"])
