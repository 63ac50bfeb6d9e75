"""Finding in the library: articles by a query, or words in the text; and moving in the text."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from storyreader import application
from storyreader.application import FoundEntry, Shelved
from storyreader.library import EntryList, NotAQuery
from tui.framed import Framed
from tui.scanner import Scanner
from widgets.article_list import ArticleList
from widgets.find_line import FindLine
from widgets.reading_pane import ReadingPane

TYPING = 200
"""So many articles are listed while the reader types; Enter lists all."""


class LibrarySearch(Container, Framed):
    """Knows what is looked for, and shows the line in which it is typed. `fill` shows the list with what is found."""

    DEFAULT_CSS = """
    LibrarySearch { height: auto; }
    """

    def __init__(self, scanner: Scanner, articles: ArticleList, pane: ReadingPane, fill: Callable[[], None]) -> None:
        super().__init__()
        self._scanner = scanner
        self.words = ""
        self._problem = ""
        self._most = application.MOST
        self._list = articles
        self._pane = pane
        self._fill = fill
        self._in_text = False

    def compose(self) -> ComposeResult:
        yield FindLine()

    @property
    def active(self) -> bool:
        """Whether articles are looked for."""
        return bool(self.words)

    def matching(self, entries: EntryList, shelved: Shelved) -> list[FoundEntry]:
        """The articles that are looked for, best first. The last word stands for all that begin so."""
        typed = f"{self.words}*" if self.words[-1].isalnum() and self.words.count('"') % 2 == 0 else self.words
        try:
            found = application.find_entries(typed, entries, shelved, self._scanner.catalogue, self._most)
        except NotAQuery as error:
            self._problem = str(error)
            return []
        self._problem = ""
        return found

    def look_for(self, query: str, most: int = application.MOST) -> None:
        """Look for articles, and tell how many there are; `most` of them are listed."""
        self.words, self._most = query, most
        self._fill()
        if self._problem:
            self._screen.status(f"! {self._problem}")
        elif query:
            count = len(self._list.shown)
            found = f"{count} article{'' if count == 1 else 's'} found"
            if count == self._most:
                found = f"The first {count} articles found"
            self._screen.status(f"{found} for “{query}”. q shows all again.")
        else:
            self._screen.status("")

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
        if message.done:
            self._list.focus()
        self.look_for(message.words, application.MOST if message.done else TYPING)

    def _find_in_text(self, message: FindLine.Asked) -> None:
        count = self._pane.find(message.words)
        if message.words:
            found = f"{count} match{'' if count == 1 else 'es'}"
            self._screen.status(f"{found} for “{message.words}”; q ends.")
        if message.done:
            self._pane.focus()

    def end(self) -> bool:
        """Show all articles again; False when all are shown."""
        if not self.words:
            return False
        self.words = ""
        self._fill()
        return True

    def end_in_text(self) -> bool:
        """Look for nothing in the text any more; False when nothing was looked for, or the list has the keys."""
        searching = bool(self._pane.words) and self._pane.has_focus
        if searching:
            self._pane.find("")
        return searching

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
