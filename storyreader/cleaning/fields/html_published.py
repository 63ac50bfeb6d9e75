"""Chooses an HTML page's dates: published and updated, from its data first, then from what it shows."""

from collections.abc import Iterator
from datetime import date, datetime

from storyreader.cleaning.draft import Draft
from storyreader.dates import find_stamps, impossible_dates

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "citation_publication_date",
    "cxenseparse:publishtime",
    "publication_date",
    "date.created",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
_TIME_WORDS = ("publi", "entry-date", "post", "created", "date", "byline", "meta", "article")


def find(draft: Draft) -> None:
    """Fill published and updated."""
    for field, offers in (("published", _published(draft)), ("updated", _updated(draft))):
        for text, rule in offers:
            if (value := _read(text, draft)) and value != draft.fields.get("saved"):  # the archive's own data
                draft.find(field, value, rule)
                break


def _published(draft: Draft) -> Iterator[tuple[str, str]]:
    data = draft.data
    for article in data.articles:
        yield str(article.get("datePublished") or ""), "JSON-LD datePublished"
    for name in _PUBLISHED:
        yield data.first(name), f"meta {name}"
    for thing in data.things:
        yield str(thing.get("datePublished") or ""), "JSON-LD datePublished"
    for text in data.microdata.get("datepublished", ()):
        yield text, "microdata datePublished"
    for article in data.articles:
        yield str(article.get("dateCreated") or ""), "JSON-LD dateCreated"
    for text, label in data.times:
        if any(word in label for word in _TIME_WORDS):
            yield text, "time element"


def _updated(draft: Draft) -> Iterator[tuple[str, str]]:
    data = draft.data
    for article in data.articles:
        yield str(article.get("dateModified") or ""), "JSON-LD dateModified"
    for name in _UPDATED:
        yield data.first(name), f"meta {name}"
    for text in data.microdata.get("datemodified", ()):
        yield text, "microdata dateModified"


def _read(text: str, draft: Draft) -> datetime | date | None:
    if not text:
        return None
    found = find_stamps(text[:100], day_first=not draft.data.language.lower().startswith("en-us"))
    if found:
        return found[0].value
    for bad in impossible_dates(text[:100]):
        draft.warn(f"date as found: {bad} cannot exist")
    return None
