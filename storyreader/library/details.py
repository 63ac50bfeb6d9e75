"""What the reader says of an article in place of what was read: headline, outlet, byline, day of publication."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from storyreader.article import Article
from storyreader.errors import StoryReaderError

DETAILS = ("headline", "publisher", "byline", "published")
"""The fields that the reader may correct, as they are called in an article."""
OWN = "the reader"
"""The source of a field that the reader has corrected, in `Article.sources`."""


class NotADate(StoryReaderError):
    """What was written for the day of publication is none."""


def details_of(article: Article) -> dict[str, str]:
    """The fields as they are written; empty where the page tells nothing. Times are ISO 8601."""
    published = article.published.isoformat() if article.published else ""
    return {
        "headline": article.headline or "",
        "publisher": article.publisher or "",
        "byline": article.byline or "",
        "published": published,
    }


def with_details(article: Article, details: Mapping[str, str]) -> Article:
    """The article with the reader's details: an empty one says that there is none, names not in DETAILS say nothing."""
    own = {name: text.strip() for name, text in details.items() if name in DETAILS}
    if not own:
        return article
    published = article.published
    if "published" in own:
        with suppress(NotADate):  # of a file that somebody else has written
            published = publication(own["published"])
    return replace(
        article,
        headline=own.get("headline", article.headline) or None,
        publisher=own.get("publisher", article.publisher) or None,
        byline=own.get("byline", article.byline) or None,
        published=published,
        sources={**article.sources, **dict.fromkeys(own, OWN)},
    )


def publication(text: str) -> date | datetime | None:
    """The day or time that a reader has written: 2026-03-10, 2026-03-10 14:30. None for nothing. Raises NotADate."""
    text = text.strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text) if len(text) > len("2026-03-10") else date.fromisoformat(text)
    except ValueError:
        raise NotADate(f"“{text}” is no date.", "Write it as 2026-03-10 or 2026-03-10 14:30.") from None
