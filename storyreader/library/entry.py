"""One line of the library: what the list shows of an article without holding its text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import product
from sys import intern
from types import NoneType
from typing import Any, NamedTuple

from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.locators import short_name
from storyreader.visible import visible

LEADING_SENTENCES = 12
"""Stories are told apart by the first sentences: measured as good as the whole text and much cheaper."""
LEAD, IN_LEAD = 3, 3
"""What stands in the headline or so many first sentences counts as often as this: it tells what has happened."""

STEM = 6
"""Words count as the same when so many first letters are: enough for most endings, in any language."""

DAY = len("2026-03-10")
"""Letters of a day as entries have it, of a time those before it."""

_WORD = re.compile(r"[^\W\d_]{4,}|[A-ZÀ-Þ][^\W\d_]+|\d{3,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]{2,}")


class Entry(NamedTuple):
    """What is known of one page; `path` is its locator. `problem` and `hint` are set when it could not be read.

    `published` is ISO 8601 (date or datetime). `words` is 0 where the script has no spaces between words; `simplified`
    is what the page was read without, by blanks. A library holds an entry for each of its pages in memory: what takes
    more room, the text and its telling words, is in the catalogue.
    """

    path: str
    article_id: str = ""
    headline: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    words: int = 0
    characters: int = 0
    problem: str | None = None
    hint: str = ""
    simplified: str = ""

    @property
    def title(self) -> str:
        """The headline, else the file's name: there is always something to call it."""
        return self.headline or visible(short_name(self.path))

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.published[:DAY]) if self.published else None

    @property
    def outlet(self) -> str:
        """The publisher with the agency behind it, else words that say that it is unknown."""
        if self.publisher and self.agency and self.agency != self.publisher:
            return f"{self.publisher}/{self.agency}"
        return self.publisher or self.agency or "outlet unknown"


def entry_of(article: Article) -> Entry:
    """The library's line for an article."""
    published, updated = article.published, article.updated
    return Entry(
        path=article.path,
        article_id=article.id,
        headline=article.headline,
        publisher=article.publisher,
        agency=article.agency,
        published=published.isoformat() if published else None,
        updated=updated.isoformat() if updated else None,
        language=article.language,
        words=article.words or 0,
        characters=article.characters,
        simplified=" ".join(article.simplified),
    )


def stored_entry(path: str, values: Sequence[Any]) -> Entry | None:
    """The entry that a file holds, by its fields without the path in their order; None when they cannot be those.

    Outlets, days and languages, of which there are few, stand in memory once.
    """
    if tuple(map(type, values)) not in _KINDS:
        return None
    article, headline, publisher, agency, published, updated, language, *rest = values
    if not ((published is None or _is_day(published)) and (updated is None or _is_day(updated))):
        return None
    return Entry(
        path, article, headline, publisher and intern(publisher), agency and intern(agency),
        published and intern(published), updated and intern(updated), language and intern(language), *rest,
    )  # fmt: skip


def _kinds() -> frozenset[tuple[type, ...]]:
    """What types the fields without the path can have: texts, the number of words, texts that may be missing."""
    defaults = Entry._field_defaults.values()
    kinds = [(str, NoneType) if default is None else (type(default),) for default in defaults]
    return frozenset(product(*kinds))


_KINDS = _kinds()


@lru_cache(maxsize=50_000)
def _is_day(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def unreadable_entry(path: str, error: StoryReaderError) -> Entry:
    """The library's line for a file that cannot be read: it is listed with the reason, never dropped."""
    return Entry(path=path, problem=error.message, hint=error.hint)


def term_counts(terms: str) -> Iterator[tuple[str, int]]:
    """Each telling word of `terms_of`, with its weight: twice as many as it stands there for a name."""
    for term in terms.split():
        word, _, count = term.partition(":")
        yield word, int(count or 1)


def terms_of(article: Article) -> str:
    """The telling words of headline and first sentences, as `term_counts` reads them, for finding other accounts of
    the same story.
    """
    counts: Counter[str] = Counter()
    sentences = [sentence.text for sentence in article.sentences[:LEADING_SENTENCES]]
    for times, text in ((IN_LEAD, [article.headline or "", *sentences[:LEAD]]), (1, sentences[LEAD:])):
        _count(" ".join(text), times, counts)
    return " ".join(f"{word}:{count}" if count > 1 else word for word, count in sorted(counts.items()))


def _count(text: str, times: int, counts: Counter[str]) -> None:
    for word in _WORD.findall(text):
        counts[word.casefold()[:STEM]] += 2 * times if word[0].isupper() else times  # names tell stories apart
    for run in _UNSPACED.findall(text):
        for at in range(len(run) - 1):
            counts[run[at : at + 2]] += times
