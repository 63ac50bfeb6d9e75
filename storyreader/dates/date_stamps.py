"""Finds dates as pages write them, in many languages, with the time and the zone where they stand beside the date.

These are stamps, beside headlines and bylines, of a page whose language is not known yet; dates in running text, which
may be relative or incomplete, are read by `running_text`. Names of months and zones are those of the packs. A date
that cannot exist is reported, never repaired. A zone that is an abbreviation of several (IST) is read as its commonest
meaning in news.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from storyreader.lexicon import month_names, shared_pack

EARLIEST, LATEST = 1980, 2100
"""Years that a page date may have; others are taken for something else."""

_ISO = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z\b|[+-]\d{2}:?\d{2})?)?"
)
_SHORT = re.compile(r"(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d])")
_EAST = re.compile(r"(\d{4})\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일]?")
_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2})(?:[:.h]([0-5]\d))(?::[0-5]\d)?(?![\d])\s?([ap]\.?\s?m\b\.?)?|(?<![\d:])(\d{1,2})\s?([ap]\.?\s?m\b\.?|uhr\b)",
    re.IGNORECASE,
)
_EAST_CLOCK = re.compile(r"(\d{1,2})[時시]\s?(\d{1,2})[分분]")
_ZONE = re.compile(r"[\s,]{0,2}\(?([A-Za-zМСКмск]{1,7}|[+-]\d{2}:?\d{2})\b\)?")
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SEAM = re.compile(r"(?<=[^\W\d_A-ZÀ-Ý])(?=[A-ZÀ-ÝА-Я][^\W\d_A-ZÀ-Ý]+$)")
_CLOCK_INSIDE = re.compile(
    r"\b([A-Za-z]{3})\s{1,2}(\d{1,2})\s+(\d\d):(\d\d)(?::(\d\d))?\s+(?:([A-Z]{1,5}|[+-]\d{4})\s+)?(\d{4})\b"
)
_Token = tuple[str, int, int]
_NEAR = 40
"""Characters on either side of a date in which its time is looked for."""


@dataclass(frozen=True, slots=True)
class DateStamp:
    """A date in a text: `start` and `end` in characters; `doubt` says what is unsure about it."""

    value: datetime | date
    start: int
    end: int
    doubt: str = ""


def find_stamps(text: str, day_first: bool = True) -> list[DateStamp]:
    """Return the dates of a short text in order of place. `day_first` reads 3/4/2025 as the third of April."""
    if not any(character.isdigit() for character in text):
        return []
    found: list[DateStamp] = []
    for day in (*_iso(text), *_clock_inside(text), *_eastern(text), *_short(text, day_first), *_worded(text)):
        if all(day.end <= other.start or day.start >= other.end for other in found):
            found.append(day)
    return [_with_clock(text, day) for day in sorted(found, key=lambda d: d.start)]


def impossible_dates(text: str) -> Iterator[str]:
    """Yield what is written like a date but cannot be one, as it stands."""
    for match in _ISO.finditer(text):
        if match.group(2) != "." and _day(*(int(match.group(n)) for n in (1, 3, 4))) is None:
            year = int(match.group(1))
            if EARLIEST <= year <= LATEST:
                yield match.group().split("T")[0].split(" ")[0]


def _day(year: int, month: int, day: int) -> date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> Iterator[DateStamp]:
    for match in _ISO.finditer(text):
        day = _day(int(match.group(1)), int(match.group(3)), int(match.group(4)))
        if day is None:
            continue
        value: datetime | date = day
        if match.group(5):
            hour, minute, second = (int(match.group(n) or 0) for n in (5, 6, 7))
            if hour < 24 and minute < 60 and second < 60:
                value = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_fixed_zone(match.group(8)))
        yield DateStamp(value, match.start(), match.end())


def _clock_inside(text: str) -> Iterator[DateStamp]:
    """Times as programs print them: Tue Jul 01 12:45:00 CEST 2025."""
    for match in _CLOCK_INSIDE.finditer(text):
        month = month_names().get(match.group(1).casefold())
        day = _day(int(match.group(7)), month, int(match.group(2))) if month else None
        hour, minute, second = (int(match.group(n) or 0) for n in (3, 4, 5))
        if day is None or hour > 23 or minute > 59 or second > 59:
            continue
        zone = _zone(f" {match.group(6)}", day) if match.group(6) else None
        yield DateStamp(datetime.combine(day, time(hour, minute, second, tzinfo=zone)), match.start(), match.end())


def _fixed_zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in {"Z", "z"}:
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        return None
    minutes += 60 * hours
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _eastern(text: str) -> Iterator[DateStamp]:
    for match in _EAST.finditer(text):
        if day := _day(*(int(match.group(n)) for n in (1, 2, 3))):
            yield DateStamp(day, match.start(), match.end())


def _short(text: str, day_first: bool) -> Iterator[DateStamp]:
    for match in _SHORT.finditer(text):
        first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
        if len(match.group(4)) == 2:
            if match.group(2) == "-":
                continue
            year += 2000
        dotted = match.group(2) == "."
        month_first = second > 12 or (not day_first and not dotted and first <= 12)
        month, number = (first, second) if month_first else (second, first)
        if day := _day(year, month, number):
            doubt = "" if dotted or max(first, second) > 12 or first == second else "day and month may be swapped"
            yield DateStamp(day, match.start(), match.end(), doubt)


def _worded(text: str) -> Iterator[DateStamp]:
    """Dates with the month as a word: 5 May 2025, May 5th, 2025, 5 de mayo de 2025, 2025. május 5."""
    months = month_names()
    found = [_without_head(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    tokens = [_without_tail(word.casefold(), start, start + len(word)) for word, start in found]
    for position, (word, start, end) in enumerate(tokens):
        month = months.get(word)
        if month is None:
            continue
        before = [t for t in tokens[max(0, position - 3) : position] if t[0] not in _FILLERS]
        after = [t for t in tokens[position + 1 : position + 5] if t[0] not in _FILLERS]
        for number, year in _pairs(before, after):
            if day := _day(int(year[0]), month, int(number[0])):
                first, last = min(start, number[1], year[1]), max(end, number[2], year[2])
                if last - first <= 40:
                    yield DateStamp(day, first, last)
                    break


def _without_head(word: str, start: int) -> tuple[str, int]:
    """A month without the word that pages glue to it, as in "DagbladJune 21, 2025"."""
    seam = _SEAM.search(word)
    if seam and word[seam.start() :].casefold() in month_names():
        return word[seam.start() :], start + seam.start()
    return word, start


def _without_tail(word: str, start: int, end: int) -> _Token:
    """A year without the digits that pages glue to it, as in "APR 28 20232:23 PM" or "May 5, 2025117 views"."""
    if len(word) > len("2025") and word.isdecimal() and EARLIEST <= int(word[:4]) < LATEST:
        return word[:4], start, start + 4
    return word, start, end


_FILLERS = frozenset(
    [
        "de",
        "del",
        "d",
        "of",
        "do",
        "da",
        "di",
        "den",
        "der",
        "the",
        "st",
        "nd",
        "rd",
        "th",
        "r",
        "г",
        "года",
        "р",
        "ta",
        "ter",
    ]
)


def _pairs(before: list[_Token], after: list[_Token]) -> Iterator[tuple[_Token, _Token]]:
    """Possible (day, year) tokens around a month word, the likeliest first."""
    years_after = [t for t in after[:2] if len(t[0]) == 4 and t[0].isdecimal()]
    days_after = [t for t in after[:1] if len(t[0]) <= 2 and t[0].isdecimal()]
    days_before = [t for t in before[-1:] if len(t[0]) <= 2 and t[0].isdecimal()]
    years_before = [t for t in before[-1:] if len(t[0]) == 4 and t[0].isdecimal()]
    for day in (*days_before, *days_after):
        for year in (*years_after, *years_before):
            if day is not year:
                yield day, year


def _with_clock(text: str, found: DateStamp) -> DateStamp:
    if isinstance(found.value, datetime):
        return found
    after = text[found.end : found.end + _NEAR]
    before = text[max(0, found.start - _NEAR) : found.start]
    clock = _CLOCK.search(after) or _EAST_CLOCK.search(after)
    place, side = found.end, after
    if clock is None:
        clock, place, side = _CLOCK.search(before), max(0, found.start - _NEAR), before
    if clock is None:
        return found
    hour, minute = _hour_and_minute(clock)
    if hour > 23 or minute > 59:
        return found
    value = datetime(
        found.value.year,
        found.value.month,
        found.value.day,
        hour,
        minute,
        tzinfo=_zone(side[clock.end() :], found.value),
    )
    start = min(found.start, place + clock.start())
    return DateStamp(value, start, max(found.end, place + clock.end()), found.doubt)


def _hour_and_minute(clock: re.Match[str]) -> tuple[int, int]:
    groups = clock.groups()
    hour, minute = int(groups[0] or groups[3]), int(groups[1] or 0) if groups[0] else 0
    half = ((groups[2] if groups[0] else groups[4]) or "").lower() if len(groups) > 2 else ""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return hour, minute


def _zone(text: str, day: date) -> timezone | None:
    """The zone named at the beginning of a text, right behind a time on that day."""
    if offset := _OFFSET.match(text.lstrip(" (,")):
        minutes = int(offset.group(2)) * 60 + int(offset.group(3) or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if offset.group(1) == "-" else minutes))
    match = _ZONE.match(text)
    if match is None:
        return None
    name = match.group(1)
    if name[0] in "+-":
        return _fixed_zone(name)
    if name.upper() != name and name.casefold() != "eastern":  # "et" is a word, "ET" a zone
        return None
    minutes = shared_pack()["zone_minutes"].get(name.casefold())
    if minutes is None:
        return None
    if name.casefold() in shared_pack()["zones_of_either_half"] and _summer_in_america(day):
        minutes += 60
    return timezone(timedelta(minutes=minutes))


def _summer_in_america(day: date) -> bool:
    """Whether clocks in the United States are an hour ahead: second Sunday of March to first Sunday of November."""
    starts = date(day.year, 3, 14) - timedelta(days=date(day.year, 3, 14).isoweekday() % 7)
    ends = date(day.year, 11, 7) - timedelta(days=date(day.year, 11, 7).isoweekday() % 7)
    return starts <= day < ends
