"""What the reader has changed in this session, in the order in which it is undone: corrections of pages, and notes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.library import Labels


@dataclass(frozen=True, slots=True)
class PageChange:
    """A correction: `put` writes `before` or `after` for the page; `line` is the number of a page line, if of one."""

    put: Callable[["Article", Any], Any]
    article: "Article"
    before: Any
    after: Any
    name: str
    line: int | None = None

    @property
    def path(self) -> str:
        """The file of the page."""
        return self.article.path


@dataclass(frozen=True, slots=True)
class LabelChange:
    """Labels by the ids of articles; `path` is the article that the reader was on."""

    before: "Mapping[str, Labels]"
    after: "Mapping[str, Labels]"
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A step of the notebook of the article at `path`, which itself knows what it was."""

    path: str


Change = PageChange | LabelChange | NoteChange


class Changes:
    """What can be undone, and what can be done again until something else is done."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def did(self, change: Change) -> None:
        """Remember a change."""
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> Change | None:
        """The change to be undone now; None when there is none."""
        if self._done:
            self._undone.append(self._done.pop())
            return self._undone[-1]
        return None

    def redo(self) -> Change | None:
        """The change to be done again now; None when there is none."""
        if self._undone:
            self._done.append(self._undone.pop())
            return self._done[-1]
        return None
