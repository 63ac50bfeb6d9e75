"""Choosing an article by typing a part of its headline or outlet."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from storyreader import application
from storyreader.library import Entry
from widgets.article_list import ArticleList
from widgets.form import QUIT


class ChooseScreen(ModalScreen[str | None]):
    """Gives the path of the article chosen, or None. The list obeys the arrows while the field has the letters."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        QUIT,
        Binding("escape", "cancel", "Cancel", show=False),
        Binding("enter", "take", "Choose", show=False, priority=True),
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "Page up", show=False, priority=True),
    ]

    def __init__(self, title: str, entries: Sequence[Entry], *, blind: bool = False) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._blind = blind
        self._words = ""

    def compose(self) -> ComposeResult:
        yield from self._body()

    def _body(self) -> Iterator[Widget]:
        yield Static(self._title, id="choose-title", markup=False)
        yield Input(placeholder="part of the headline or outlet", id="choose-words", compact=True)
        articles = ArticleList(id="choose-list")
        articles.can_focus = False
        articles.blind = self._blind
        yield articles
        yield Static("Enter chooses   ↑ ↓ move   Esc cancels", id="choose-keys", markup=False)

    def on_mount(self) -> None:
        self._list.show(self._entries, None)
        self.query_one(Input).focus()
        self.call_after_refresh(self._list.lay_out)

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        message.stop()
        self._show(message.value)

    def _show(self, words: str) -> None:
        if words != self._words:
            self._words = words
            found = application.matching_entries(words, self._entries) if words else None
            self._list.show(self._entries, None, found)

    @on(ArticleList.Chosen)
    def _clicked(self, message: ArticleList.Chosen) -> None:
        message.stop()
        self.action_take()

    def action_take(self) -> None:
        """Give the article under the cursor, of those that have what was typed by now."""
        self._show(self.query_one(Input).value)
        self.dismiss(self._list.current.path if self._list.current else None)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def action_move(self, direction: int) -> None:
        """Move in the list."""
        self._list.action_cursor(direction)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self._list.action_page(direction)
