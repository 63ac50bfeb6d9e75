"""One line of the library: what the list shows of an article without holding its text."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.locators import short_name
from storyreader.visible import visible

LEADING_SENTENCES = 8
"""Stories are told apart by the first sentences: measured as good as the whole text and much cheaper."""

LEAD_SENTENCES, LEAD_LENGTH = 3, 400
"""Sentences, and characters at most, of the beginning of a text that are kept."""

STEM = 6
"""Words count as the same when so many first letters are: enough for most endings, in any language."""

_WORD = re.compile(r"[^\W\d_]{4,}|[A-ZÀ-Þ][^\W\d_]+|\d{3,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]{2,}")


_TEXTS = ("path", "article_id", "lead", "hint")
_OPTIONAL_TEXTS = ("headline", "publisher", "agency", "published", "updated", "language", "problem")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one page; `path` is its locator. `problem` and `hint` are set when it could not be read.

    `published` is ISO 8601 (date or datetime). `terms` are the telling words of the first sentences with their
    counts, for finding other accounts of the same story; `lead` is the beginning of the text.
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
    terms: tuple[tuple[str, int], ...] = ()
    lead: str = ""
    problem: str | None = None
    hint: str = ""

    @property
    def title(self) -> str:
        """The headline, else the file's name: there is always something to call it."""
        return self.headline or visible(short_name(self.path))

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
        words=article.words,
        terms=_terms(article),
        lead=" ".join(sentence.text for sentence in article.sentences[:LEAD_SENTENCES])[:LEAD_LENGTH],
    )


def checked_entry(entry: Any) -> Entry:
    """An entry that comes from a file, and is what it says. Raises TypeError."""
    texts = [getattr(entry, name) for name in _TEXTS]
    optional = [getattr(entry, name) for name in _OPTIONAL_TEXTS]
    terms = all(isinstance(term, str) and isinstance(count, int) for term, count in entry.terms)
    if not (
        terms
        and isinstance(entry.words, int)
        and all(isinstance(text, str) for text in texts)
        and all(text is None or isinstance(text, str) for text in optional)
    ):
        raise TypeError("no entry")
    found: Entry = entry
    for day in (entry.published, entry.updated):
        if day is not None:
            datetime.fromisoformat(day)
    return found


def unreadable_entry(path: str, error: StoryReaderError) -> Entry:
    """The library's line for a file that cannot be read: it is listed with the reason, never dropped."""
    return Entry(path=path, problem=error.message, hint=error.hint)


def _terms(article: Article) -> tuple[tuple[str, int], ...]:
    text = " ".join([article.headline or "", *(s.text for s in article.sentences[:LEADING_SENTENCES])])
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text):
        counts[word.casefold()[:STEM]] += 2 if word[0].isupper() else 1  # names tell stories apart
    for run in _UNSPACED.findall(text):
        counts.update(run[at : at + 2] for at in range(len(run) - 1))
    return tuple(sorted(counts.items()))
