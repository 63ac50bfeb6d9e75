"""The latest readings, so that comparing an article with another one does not find its facts again."""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from storyreader import library, reading

if TYPE_CHECKING:
    from storyreader.application.article_shelf import ArticleShelf
    from storyreader.article import Article

SHELF_SIZE = 8
"""So many readings are kept: one article and those it is being compared with, one after the other."""


class ReadingShelf:
    """Keeps up to `size` readings, those used last; what stands in `articles` is not read from its file again. May be
    asked from any thread.
    """

    def __init__(self, articles: "ArticleShelf | None" = None, size: int = SHELF_SIZE) -> None:
        self._articles = articles
        self._size = size
        self._readings: OrderedDict[tuple[str, str], reading.Reading] = OrderedDict()
        self._lock = Lock()

    def article(self, path: str) -> "Article":
        """An article to be compared. Raises StoryReaderError."""
        return self._articles.article(path) if self._articles is not None else library.read_article(path)

    def reading_of(self, article: "Article") -> "reading.Reading":
        """The reading of this very article; a new one where its content has changed since, or it is not known."""
        key = article.name, article.path
        with self._lock:
            known = self._readings.pop(key, None)
            if known is None or known.article != article:
                known = reading.Reading(article)
            self._readings[key] = known
            while len(self._readings) > self._size:
                self._readings.popitem(last=False)
            return known
