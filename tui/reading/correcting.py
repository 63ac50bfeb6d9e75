"""Correcting the page of the article under the cursor: verdicts on its lines, its details; and undoing."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from storyreader import library
from storyreader.errors import StoryReaderError
from tui.framed import Framed
from tui.reader import Reader
from widgets.details_sheet import DetailsSheet


class PageCorrecting(Container, Framed):
    """Has the reader's corrections made. Shows the sheet for an article's details."""

    DEFAULT_CSS = """
    PageCorrecting { height: auto; }
    """

    def __init__(self, reader: Reader, then: Callable[[], None]) -> None:
        """`then` gives the keys back when the sheet is put away."""
        super().__init__()
        self._reader = reader
        self._then = then

    def compose(self) -> ComposeResult:
        yield DetailsSheet()

    def action_raw(self) -> None:
        self._reader.pane.toggle_raw()

    def action_correct(self) -> None:
        self._reader.correct()

    def action_details(self) -> None:
        """Correct what was read of the article."""
        article = self._reader.pane.article
        if article is None:
            self._screen.status("There is no article to correct.")
        else:
            self.query_one(DetailsSheet).open(article, library.details_of(article))

    @on(DetailsSheet.Confirmed)
    def _details_confirmed(self, message: DetailsSheet.Confirmed) -> None:
        """Put what was written in the sheet in place of what was read of an article, unless it cannot be."""
        message.stop()
        try:
            library.publication(message.changed.get("published", ""))
        except StoryReaderError as error:
            self._screen.status(f"! {error}")
            return
        self.query_one(DetailsSheet).close()
        if message.changed:
            self._reader.change_details(message.article, message.changed)

    @on(DetailsSheet.Closed)
    def _details_closed(self, message: DetailsSheet.Closed) -> None:
        message.stop()
        self._then()

    def action_undo(self) -> None:
        self._reader.undo()

    def action_redo(self) -> None:
        self._reader.redo()
