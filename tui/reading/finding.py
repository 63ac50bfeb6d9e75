"""Finding in the library: articles by headline and outlet, or words in the text; and moving in the text."""

from collections.abc import Callable, Sequence
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from storyreader import application
from storyreader.library import Entry
from tui.screens.base import FramedScreen
from widgets.article_list import ArticleList
from widgets.find_line import FindLine
from widgets.reading_pane import ReadingPane


class Finding(Container):
    """Knows what is looked for, and shows the line in which it is typed. `fill` shows the list with what is found."""

    DEFAULT_CSS = """
    Finding { height: auto; }
    """

    def __init__(self, articles: ArticleList, pane: ReadingPane, fill: Callable[[], None]) -> None:
        super().__init__()
        self._words = ""
        self._list = articles
        self._pane = pane
        self._fill = fill
        self._in_text = False

    def compose(self) -> ComposeResult:
        yield FindLine()

    @property
    def _screen(self) -> FramedScreen:
        return cast("FramedScreen", self.screen)

    def matching(self, entries: Sequence[Entry]) -> list[int] | None:
        """The indexes of the articles that are looked for, best first; None when all are."""
        return application.matching_entries(self._words, entries) if self._words else None

    def action_find(self) -> None:
        """Find in the text when that has the focus, else among the articles."""
        self._in_text = self._pane.has_focus
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        """Look for what was typed."""
        message.stop()
        if self._in_text:
            self._find_in_text(message)
            return
        self._words = message.words
        self._fill()
        if message.done:
            self._list.focus()
        if message.words:
            count = self._list.block_count()
            found = f"{count} article{'' if count == 1 else 's'} found"
            self._screen.status(f"{found} for “{message.words}”. q shows all again.")
        else:
            self._screen.status("")

    def _find_in_text(self, message: FindLine.Asked) -> None:
        count = self._pane.find(message.words)
        if message.words:
            found = f"{count} match{'' if count == 1 else 'es'}"
            self._screen.status(f"{found} for “{message.words}”. n and N step through them.")
        if message.done:
            self._pane.focus()

    def end(self) -> bool:
        """Show all articles again; False when all are shown."""
        if not self._words:
            return False
        self._words = ""
        self._fill()
        return True

    def action_next_found(self) -> None:
        self._to_found(1)

    def action_previous_found(self) -> None:
        self._to_found(-1)

    def _to_found(self, direction: int) -> None:
        match = self._pane.next_found(direction)
        self._screen.status(f"{match[0]} of {match[1]}" if match else "No active search. / in the text finds words.")

    # Moving in the text

    def action_page_on(self) -> None:
        self._pane.action_page(1)

    def action_page_back(self) -> None:
        self._pane.action_page(-1)

    def action_next_sentence(self) -> None:
        self._pane.step_sentence(1)

    def action_previous_sentence(self) -> None:
        self._pane.step_sentence(-1)

    def action_wider(self) -> None:
        self._pane.widen(8)

    def action_narrower(self) -> None:
        self._pane.widen(-8)

    def action_usual(self) -> None:
        self._pane.widen(0)
