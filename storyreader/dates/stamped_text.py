"""Short texts of pages without their dates, or with the year that a date lacks."""

import re
from functools import cache

from storyreader.dates.date_stamps import find_stamps
from storyreader.lexicon import month_names


def without_dates(text: str, instead: str = " ") -> str:
    """A short text with other text in place of its dates, those without a year too."""
    if not any(character.isdigit() for character in text):
        return text
    for found in reversed(find_stamps(text)):
        text = text[: found.start] + instead + text[found.end :]
    return _day_and_month().sub(instead, text)


def with_year(text: str, year: int) -> str:
    """A short text with a year behind each month and day that has none: "Posted Nov 19, 6:51 AM"."""
    known = find_stamps(text)
    return _day_and_month().sub(
        lambda match: (
            match[0]
            if any(found.start < match.end() and match.start() < found.end for found in known)
            else f"{match[0]} {year}"
        ),
        text,
    )


@cache
def _day_and_month() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b\.?\s\d{{1,2}}\b|\b\d{{1,2}}\.?\s(?:{names})\b", re.IGNORECASE)
