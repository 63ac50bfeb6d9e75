"""Getting a board, from files or from a saved one. All of it is slow: screens call it in a thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyreader import application, saving
from storyreader.errors import StoryReaderError
from storyreader.messages import new_accounts_line
from storyreader.story_board import BoardFinder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyreader.application.board_notebook import BoardNotebook
    from storyreader.application.reading_shelf import ReadingShelf
    from storyreader.article import Article
    from storyreader.saving import SavedBoard

FEWEST, MOST = 2, 200
"""Articles of a board."""


@dataclass(frozen=True, slots=True)
class BoardFiles:
    """The files whose articles make a board."""

    paths: "tuple[str, ...]"


@dataclass(frozen=True, slots=True)
class OpenedBoard:
    """A board ready to be shown; `messages` are sentences for the reader."""

    notebook: "BoardNotebook"
    messages: "tuple[str, ...]" = ()


def open_board(source: "BoardFiles | str", author: str, shelf: "ReadingShelf") -> OpenedBoard:
    """Read some files and lay them beside each other, or take up a saved board by its name. Raises StoryReaderError."""
    if isinstance(source, str):
        saved = application.UNSAVED.with_waiting(saving.Store().load_board(source), source)
        if saved is None:
            raise StoryReaderError("This board is not saved any more.", "r reads the list again.")
        return _opened(saved.restored(), saved, author, shelf, [])
    articles, messages = _articles(source.paths, shelf)
    if len(articles) < FEWEST:
        raise StoryReaderError("A board needs two accounts or more.", "Space marks them in the list.")
    if len(articles) > MOST:
        raise StoryReaderError(f"A board holds {MOST} accounts at most.", "Mark fewer of them.")
    identity = saving.board_id(articles)
    try:
        saved = saving.Store().load_board(identity)
    except StoryReaderError as error:
        saved = None
        messages.append(str(error))
    saved = application.UNSAVED.with_waiting(saved, identity)
    if saved is not None:
        messages.append("You saved this board before; it is opened with your notes.")
        return _opened(_as_saved(saved, articles), saved, author, shelf, messages)
    return _with_earlier(articles, author, shelf, messages)


def _articles(paths: "Sequence[str]", shelf: "ReadingShelf") -> "tuple[list[Article], list[str]]":
    """What can be read of some files, one page once, and what is wrong with the rest."""
    found: dict[str, Article] = {}
    messages = []
    for path in paths:
        try:
            article = shelf.article(path)
            found.setdefault(article.name, article)
        except StoryReaderError as error:
            messages.append(str(error))
    return list(found.values()), messages


def _as_saved(saved: "SavedBoard", articles: "Sequence[Article]") -> "list[Article]":
    """The articles in the order in which they were saved."""
    order = {article.name: number for number, article in enumerate(saved.restored())}
    return sorted(articles, key=lambda article: order.get(article.name, len(order)))


def _opened(
    articles: "Sequence[Article]",
    saved: "SavedBoard | None",
    author: str,
    shelf: "ReadingShelf",
    messages: "Sequence[str]",
) -> OpenedBoard:
    finder = BoardFinder([shelf.reading_of(article) for article in articles])
    return OpenedBoard(application.BoardNotebook(finder, saved, author), tuple(messages))


def _with_earlier(
    articles: "Sequence[Article]", author: str, shelf: "ReadingShelf", messages: "list[str]"
) -> OpenedBoard:
    """A new board; what was noted on a board of most of its articles comes along, and what is new is told."""
    earlier = _earlier(articles)
    if earlier is None:
        return _opened(articles, None, author, shelf, messages)
    ordered = _as_saved(earlier, articles)
    known = {article.name for article in earlier.restored()}
    fresh = [number for number, article in enumerate(ordered) if article.name not in known]
    grown = saving.on_articles(earlier, ordered).model_copy(update={"earlier": [*earlier.earlier, earlier.id]})
    opened = _opened(ordered, grown, author, shelf, messages)
    return OpenedBoard(opened.notebook, (*opened.messages, new_accounts_line(opened.notebook.board, fresh)))


def _earlier(articles: "Sequence[Article]") -> "SavedBoard | None":
    """The saved board of most of these articles and no others, the latest of several."""
    names = {article.name for article in articles}
    store = saving.Store()
    best: SavedBoard | None = None
    for head in store.listing().heads:
        if not head.is_board or len(head.articles) >= len(names):
            continue
        try:
            saved = store.load_board(head.id)
        except StoryReaderError:
            continue  # the list of saved comparisons says what is wrong with it
        if saved is None or not {article.name for article in saved.restored()} < names:
            continue
        if best is None or len(saved.articles) > len(best.articles):
            best = saved
    return best
