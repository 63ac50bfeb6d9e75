"""Stories corrected by hand: the article under the cursor is taken out of its story, or put into that of another."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.background import Background
from tui.framed import Framed
from tui.in_hand import article_in_hand
from tui.reader import Reader
from tui.scanner import Scanner
from widgets.article_list import ArticleList
from widgets.wrapping import shortened

if TYPE_CHECKING:
    from storyreader.library import Entry


class StoryCorrecting(Background, Framed):
    """Says by labels which story an article belongs to. `marked` gives the path of the article marked A."""

    def __init__(
        self, scanner: Scanner, articles: ArticleList, reader: Reader, marked: Callable[[], str | None]
    ) -> None:
        super().__init__()
        self._scanner = scanner
        self._list = articles
        self._reader = reader
        self._marked = marked

    def action_not_this_story(self) -> None:
        """Take the article out of its story."""
        entry = article_in_hand(self._screen, self._list)
        if entry is None:
            return
        if len(self._scanner.story_of(entry.path)) < 2:
            self._screen.status("It stands in no story; p puts it into one.")
        else:
            self._put(entry, entry, "Taken out of its story")

    def action_join_story(self) -> None:
        """Put the article into the story of A; without a mark into that of an article chosen by name."""
        entry = article_in_hand(self._screen, self._list)
        if entry is None:
            return
        others = [other for other in self._scanner.readable if other.path != entry.path]
        wanted = self._marked()
        marked = next((other for other in others if other.path == wanted), None)
        if marked is not None:
            self._join(entry, marked)
        elif others:
            by_path = {other.path: other for other in others}
            choose = self._screen.opener.choose_article
            choose("Put this article into one story with", others, lambda path: self._join(entry, by_path[path]))

    def _join(self, entry: "Entry", other: "Entry") -> None:
        if any(member.path == other.path for member in self._scanner.story_of(entry.path)):
            self._screen.status("They stand in one story already.")
        else:
            self._put(entry, other, f"Put into one story with: {shortened(other.title, 40)}")

    def _put(self, entry: "Entry", other: "Entry", says: str) -> None:
        story = other.article_id
        self._reader.changer.label([entry.article_id], lambda labels: replace(labels, story=story), says, entry.path)
