"""Correcting the page of the article under the cursor: verdicts on its lines, its details; and undoing."""

from collections.abc import Mapping

from storyreader import library
from storyreader.article import Article
from storyreader.errors import StoryReaderError
from tui.reader import Reader
from tui.screens.base import FramedScreen
from widgets.details_sheet import DetailsSheet


class PageCorrecting:
    """Has the reader's corrections made."""

    def __init__(self, screen: FramedScreen, reader: Reader) -> None:
        self._screen = screen
        self._reader = reader

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
            self._screen.query_one(DetailsSheet).open(article, library.details_of(article))

    def details_confirmed(self, article: Article, changed: Mapping[str, str]) -> None:
        """Put what was written in the sheet in place of what was read of an article, unless it cannot be."""
        try:
            library.publication(changed.get("published", ""))
        except StoryReaderError as error:
            self._screen.status(f"! {error}")
            return
        self._screen.query_one(DetailsSheet).close()
        if changed:
            self._reader.change_details(article, changed)

    def action_undo(self) -> None:
        self._reader.undo()

    def action_redo(self) -> None:
        self._reader.redo()
