"""The articles the reader has just read and those that come next, so that going to one of them costs nothing."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from storyreader import application, facts, library, locators
from storyreader.errors import StoryReaderError

if TYPE_CHECKING:  # the shelf is there before the first frame, what stands on it comes later
    from storyreader.application.article_notebook import ArticleNotebook
    from storyreader.article import Article
    from storyreader.fact import Fact
    from storyreader.library import Entry, Offers

SHELF_SIZE = 60
"""So many articles are kept: those of a story or two, and what was read before."""

LONG = 100_000
"""Characters of an article from which reading it is worth a process of its own: a dozen times a long report."""

_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article ready to be read. `entry` is the list's line for it, with what the reader has corrected since the
    folder was read; `offers` are corrections that the reader may take over; `problem` says why earlier notes are not
    in the notebook.
    """

    article: "Article"
    entry: "Entry"
    facts: "tuple[Fact, ...]"
    offers: "Offers"
    notebook: "ArticleNotebook"
    problem: str = ""


class ArticleShelf:
    """Keeps up to `size` opened articles by path, those used last. May be asked from any thread.

    `author` stands with the notes that are written on them.
    """

    def __init__(self, author: str, size: int = SHELF_SIZE) -> None:
        self._author = author
        self._size = size
        self._articles: OrderedDict[str, tuple[_Stamp, OpenedArticle]] = OrderedDict()
        self._cleared = 0
        self._lock = Lock()
        self._one_at_a_time = Lock()

    def known(self, path: str) -> OpenedArticle | None:
        """The article if it is kept and its file has not changed since; takes no longer than asking for the file."""
        stamp = _stamp(path)
        with self._lock:
            kept = self._articles.pop(path, None)
            if kept is None or kept[0] != stamp:
                return None
            self._articles[path] = kept
            return kept[1]

    def open(self, path: str) -> OpenedArticle:
        """The article, read and cleaned unless it is kept. Raises StoryReaderError."""
        with self._one_at_a_time:  # whoever comes for an article that is being read waits for it
            if (known := self.known(path)) is not None:
                return known
            stamp, cleared = _stamp(path), self._cleared
            opened = _opened(path, self._author)
            with self._lock:
                if stamp is not None and cleared == self._cleared:
                    self._articles[path] = stamp, opened
                for other in [key for key, kept in self._articles.items() if not kept[1].notebook.unsaved]:
                    if len(self._articles) > self._size and other != path:
                        del self._articles[other]
            return opened

    def article(self, path: str) -> "Article":
        """The article alone, for whoever compares it; one that is not kept is read and cleaned. Raises
        StoryReaderError.
        """
        with self._one_at_a_time:  # as above
            known = self.known(path)
        return known.article if known is not None else library.read_article(path)

    def clear(self) -> None:
        """Forget all of them: a correction on one page changes what is offered on others. Raises SavingFailed when
        notes cannot be written; their articles are kept then.
        """
        with self._one_at_a_time:
            self.write()
            with self._lock:
                self._articles.clear()
                self._cleared += 1

    def write(self) -> None:
        """Write the notes that are not on the disk yet. Raises SavingFailed."""
        with self._lock:
            notebooks = [opened.notebook for _, opened in self._articles.values()]
        for notebook in notebooks:
            notebook.write()


def _stamp(path: str) -> _Stamp | None:
    try:
        state = locators.file_of(path).stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _opened(path: str, author: str) -> OpenedArticle:
    with library.Catalogue() as catalogue:
        article, found = library.apart(_read, path) if catalogue.length_of(path) > LONG else _read(path)
        entry = library.entry_of(article)
        catalogue.update(library.ReadPage(entry, article))
        offers = library.offers_for(article, library.correction_book(), catalogue.outlets)
    try:
        return OpenedArticle(article, entry, found, offers, application.open_article_notebook(article, author))
    except StoryReaderError as error:
        notebook = application.ArticleNotebook(article, None, author)
        return OpenedArticle(article, entry, found, offers, notebook, str(error))


def _read(path: str) -> "tuple[Article, tuple[Fact, ...]]":
    article = library.read_article(path)
    by_text = facts.extract_article_facts(article.paragraphs, article.published, article.language)
    return article, tuple(fact for text_facts in by_text for fact in text_facts)
