"""Dates as EDTF-like values: arithmetic, resolving against the day of publication, containment.

Values: 2026-01-15, 2026-01, 2026, 2026-W02 (ISO week), 199X (decade), 2025-21 (spring); without a day of publication
 XXXX-01-15, XXXX-01 and XXXX-WXX-2 (a Tuesday) stay open.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storyreader.fact import Inferred

SOON = 31
"""Days ahead that a past verb may still be followed by: "said on May 3 that"."""
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day."""

    first: date
    last: date


def day_of(published: date | None) -> date | None:
    """The day of a publication, which may have a time."""
    return published.date() if isinstance(published, datetime) else published


def month_value(year: int | None, month: int) -> str:
    """The value of a month."""
    return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"


def day_value(year: int | None, month: int, day: int) -> str | None:
    """The value of a day; None when it cannot exist."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return None
    return f"{month_value(year, month)}-{day:02d}"


def nearest_day(published: date, month: int, day: int, past: bool = False) -> str | None:
    """The day of that name closest to the day of publication; `past`: not one that is weeks ahead."""
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if past:
        found = [one for one in found if (one - published).days <= SOON]
    if not found:
        return None
    return min(found, key=lambda one: (abs((one - published).days), one > published)).isoformat()


def nearest_month(published: date, month: int, direction: int, tense: int = 0) -> str:
    """The month of that name: the last one for -1, the next for 1, else the closest, past first. `tense` is -1 when it
    is not after the day of publication, 1 when it is not before it.
    """
    place = published.year * 12 + published.month - 1
    choices = [(published.year + shift) * 12 + month - 1 for shift in (-1, 0, 1)]
    if direction < 0:
        choices = [one for one in choices if one < place]
    elif direction > 0:
        choices = [one for one in choices if one > place]
    elif tense:
        choices = [one for one in choices if (one - place) * tense >= 0]
    best = min(choices, key=lambda one: (abs(one - place) - (one <= place), one > place))
    return month_value(best // 12, best % 12 + 1)


def weekday_value(published: date | None, weekday: int, direction: int) -> str:
    """The weekday (1 Monday) on or before the day for 0, before it for -1, after it for 1; 2 on or after it."""
    if published is None:
        return f"XXXX-WXX-{weekday}"
    shift = (published.isoweekday() - weekday) % 7
    if direction in {1, 2}:
        ahead = (weekday - published.isoweekday()) % 7
        return _shifted(published, ahead or (7 if direction == 1 else 0))
    return _shifted(published, -(shift or 7) if direction == -1 else -shift)


def _shifted(published: date, days: int) -> str:
    try:
        return (published + timedelta(days)).isoformat()
    except OverflowError:
        return published.isoformat()


def shifted_period(published: date, period: str, shift: int) -> str | None:
    """The value of a day, week, month, year or decade so many periods away from the day of publication."""
    try:
        if period == "day":
            return (published + timedelta(shift)).isoformat()
        if period in {"week", "weekend"}:
            year, week, _ = (published + timedelta(7 * shift)).isocalendar()
            return f"{year:04d}-W{week:02d}"
        if period == "month":
            place = published.year * 12 + published.month - 1 + shift
            return month_value(place // 12, place % 12 + 1) if 0 < place // 12 < 9999 else None
        year = published.year + shift * (10 if period == "decade" else 1)
        if not 0 < year < 9999:
            return None
        return f"{year // 10:03d}X" if period == "decade" else f"{year:04d}"
    except (OverflowError, ValueError):
        return None


def period_of(value: str) -> Period | None:
    """First and last day of a value; None when it is open or no date."""
    if value.startswith("X"):
        return None
    try:
        if "-W" in value:
            year, week = value.split("-W")
            first = date.fromisocalendar(int(year), int(week), 1)
            return Period(first, first + timedelta(6))
        if "X" in value or "-" not in value:
            # decades and centuries are years with open digits
            return Period(date(int(value.replace("X", "0")), 1, 1), date(int(value.replace("X", "9")), 12, 31))
        parts = [int(part) for part in value.split("-")]
        return Period(date(*parts), date(*parts)) if len(parts) == 3 else _months(parts[0], parts[1])
    except (ValueError, KeyError, TypeError):
        return None


def _months(year: int, month: int) -> Period:
    """A month, or a season by its number above 20."""
    months, first_month = (3, _SEASON_MONTHS[month]) if month > 12 else (1, month)
    end = year * 12 + first_month - 1 + months
    return Period(date(year, first_month, 1), date(end // 12, end % 12 + 1, 1) - timedelta(1))


def stated(value: str, inferred: Inferred | None) -> str:
    """A value without what was filled in: an open year, or a weekday of an open week."""
    if inferred == "year":
        return f"XXXX{value[4:]}"
    return f"XXXX-WXX-{date.fromisoformat(value).isoweekday()}" if inferred == "week" else value


def dates_clash(left: str, right: str) -> bool:
    """Whether two values exclude each other. A day inside a week, month or year does not clash with it."""
    if left == right:
        return False
    one, other = period_of(left), period_of(right)
    if one and other:
        return one.last < other.first or other.last < one.first
    return _open_dates_clash(left, right)


def _open_dates_clash(left: str, right: str) -> bool:
    """Values without a year, or weekdays without a week, compare by the parts that both have."""
    if "WXX" in left or "WXX" in right:
        if "WXX" in left and "WXX" in right:
            return left[-1] != right[-1]
        known = period_of(right if "WXX" in left else left)
        weekday = int((left if "WXX" in left else right)[-1])
        return known is not None and known.first == known.last and known.first.isoweekday() != weekday
    pairs = zip(left.split("-"), right.split("-"), strict=False)
    return any(one != other for one, other in pairs if "X" not in one and "X" not in other and not one.startswith("W"))
