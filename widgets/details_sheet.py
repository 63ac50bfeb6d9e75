"""The sheet in which the reader corrects what was read of an article: headline, outlet, byline, day of publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from widgets.sheet import Sheet

if TYPE_CHECKING:
    from storyreader.article import Article

LABELS = {"headline": "Headline", "publisher": "Outlet", "byline": "Byline", "published": "Day"}
"""The fields by their names in an article."""


class DetailsSheet(Sheet):
    """Four fields. `Confirmed` tells what the reader has changed; nothing is kept when they leave with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "confirm", "Keep", id="details.confirm", show=False, tooltip="keep what you wrote"),
        Binding("escape", "cancel", "Leave", id="details.cancel", show=False, tooltip="leave the details as they were"),
    ]
    DEFAULT_CSS = """
    DetailsSheet {
        height: 6;
        & Static { width: 10; }
    }
    """

    @dataclass
    class Confirmed(Message):
        """The fields of the article that the reader has changed, by their names; empty where there is none."""

        article: "Article"
        changed: dict[str, str]

    @dataclass
    class Closed(Message):
        """The sheet is put away."""

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._given: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        for name, label in LABELS.items():
            with Horizontal():
                yield Static(label, markup=False)
                yield Input(compact=True, id=f"details-{name}", placeholder="2026-03-10" if name == "published" else "")

    def on_mount(self) -> None:
        self.border_title = "What is said of this article"
        self.border_subtitle = "F2 keeps it"

    def open(self, article: "Article", details: Mapping[str, str]) -> None:
        """Show the sheet with the details of an article as they are."""
        self._article, self._given = article, details
        for name in LABELS:
            self._field(name).value = details.get(name, "")
        self.show_form("#details-headline")

    def _field(self, name: str) -> Input:
        return self.query_one(f"#details-{name}", Input)

    def action_confirm(self) -> None:
        """Tell what has changed."""
        if self.is_open and self._article is not None:
            told = {name: self._field(name).value.strip() for name in LABELS}
            changed = {name: text for name, text in told.items() if text != self._given.get(name, "")}
            self.post_message(self.Confirmed(self._article, changed))

    def action_cancel(self) -> None:
        """Put the sheet away."""
        self.close()

    def close(self) -> None:
        """Put the sheet away; the next key is no longer meant for it."""
        if self.is_open:
            self.hide_form()
            self.post_message(self.Closed())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_confirm()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
