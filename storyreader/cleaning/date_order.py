"""Decides whether a page writes the day or the month first.

Its zones tell, then its other dates and its address, then its language.
"""

import re
from collections.abc import Iterator
from datetime import date

from storyreader.cleaning.draft import Draft

_SHORT = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
_AMERICAN_ZONE = re.compile(
    r"\d\s?(?:[ap]\.?m\.?)?\s?\(?(?:[ECMP][SD]?T|AK[SD]T|HST|Eastern|Central|Pacific)\b", re.IGNORECASE
)
_ISO = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/-])")
_LONGEST = 30
"""Words of a line whose date tells how the page writes them."""
_MONTH_FIRST = ("en-us", "en_us", "es-us", "en-ph")


def is_day_first(draft: Draft) -> bool | None:
    """Whether 3/4/2025 is the third of April on this page; None where nothing tells."""
    if draft.day_first is not None:
        return draft.day_first[0]
    draft.day_first = (_decide(draft),)
    return draft.day_first[0]


def address_day(draft: Draft) -> date | None:
    """The day in the page's address."""
    for address in _addresses(draft):
        if match := _IN_ADDRESS.search(address):
            try:
                return date(*(int(part) for part in match.groups()))
            except ValueError:
                return None
    return None


def _addresses(draft: Draft) -> tuple[str, str, str]:
    return draft.data.canonical, draft.data.first("og:url"), draft.page.url or ""


def _decide(draft: Draft) -> bool | None:
    lines = [block.text for block in draft.blocks if block.shape.words <= _LONGEST and "/" in block.text]
    written = [(line, *match.groups()) for line in lines for match in _SHORT.finditer(line)]
    told = set(_told_days(draft)) if written else set()
    votes = 0
    for line, first, second, year in written:
        if _AMERICAN_ZONE.search(line):
            votes -= 3
        votes += _vote(int(first), int(second), int(year) % 100, told)
    if votes:
        return votes > 0
    language = draft.data.language.lower()
    if language in {"", "en"}:
        language = draft.data.first("og:locale", "content-language").lower()
    if language.startswith(_MONTH_FIRST):
        return False
    return True if language not in {"", "en"} else None


def _vote(first: int, second: int, year: int, told: set[tuple[int, int, int]]) -> int:
    """1 for the day first, -1 for the month first, 0 where a date can be read in both ways."""
    if first > 12 or second > 12:
        return (first > 12) - (second > 12)
    day_first, month_first = (year, second, first) in told, (year, first, second) in told
    return day_first - month_first


def _told_days(draft: Draft) -> Iterator[tuple[int, int, int]]:
    """The days that the page tells plainly: in its address and its data."""
    data = draft.data
    texts = [*_addresses(draft), *(time.value for time in data.times)]
    texts += [content for contents in data.meta.values() for content in contents if len(content) < 300]
    for article in data.articles:
        texts += [str(article.get(name) or "") for name in ("datePublished", "dateModified", "dateCreated")]
    for text in texts:
        for match in _ISO.finditer(text):
            try:
                day = date(*(int(part) for part in match.groups()))
            except ValueError:
                continue
            yield day.year % 100, day.month, day.day
