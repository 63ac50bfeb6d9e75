"""Chooses an HTML page's dates: published and updated, from its data first, then from what it shows."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from storyreader.cleaning.date_order import is_day_first
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
_NAMED_PUBLISHED = re.compile(
    r"(?:original|first)?(?:publi\w*|pub|issued?|release|post|display|regi?)(?:date|time|timestamp|at|on)"
    r"|(?:date|time)(?:first)?(?:publi\w*|issued|posted|released|created)|(?:creation|created)(?:date|time|at|on)"
    r"|firstpublished|(?:dc|dcterms)(?:date)?(?:issued|created|available|publication)|timestamp"
)
"""Names of meta elements that tell when an article appeared, without signs and the names of their makers."""
_PARTS = re.compile(r"[a-z]+")
_DAY = len("2025-05-09")
_PLAIN = 0.5
"""Probability of a line that shows the date plainly."""
_EPOCH = re.compile(r"(?:/Date\()?(1\d{9})(?:\d{3})?(?:\)/)?")
"""Seconds or milliseconds since 1970."""
_COMPACT = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|$)")
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
    for name, contents in data.meta.items():
        if any(_NAMED_PUBLISHED.fullmatch(end) for end in _ends(name)):
            yield contents[0], f"meta {name}"
    times = [time.value for time in data.times if time.own and any(word in time.label for word in _TIME_WORDS)]
    if len({value[:_DAY] for value in times}) == 1 or not _shows_date(draft):
        yield from ((value, "time element") for value in times)


def _shows_date(draft: Draft) -> bool:
    """Whether a line shows the date so plainly that it decides between time elements that differ."""
    return draft.date_guess is not None and draft.date_guess[1] >= _PLAIN


def _ends(name: str) -> Iterator[str]:
    """A name of a meta element without signs, whole and without each of its first parts."""
    parts = _PARTS.findall(name)
    for start in range(len(parts)):
        yield "".join(parts[start:])


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
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC)
    text = _COMPACT.sub(r"\1-\2-\3", text)
    found = find_stamps(text[:100], day_first=is_day_first(draft) is not False)
    if found:
        return found[0].value
    for bad in impossible_dates(text[:100]):
        draft.warn(f"date as found: {bad} cannot exist")
    return None
