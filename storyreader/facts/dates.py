"""Dates in a text: absolute and relative ones, resolved against the day of publication. Places count tokens."""

import re
from dataclasses import dataclass
from datetime import date

from storyreader.facts.day_values import (
    day_value,
    month_value,
    nearest_day,
    nearest_month,
    shifted_period,
    weekday_value,
)
from storyreader.facts.number_words import is_hyphen, number_at
from storyreader.facts.tables import Tables
from storyreader.facts.tokens import NUMBER, WORD, Tokens

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
_LIKELY_YEAR = re.compile(r"19\d\d|20\d\d")
VERB_REACH = 8
"""How many words away a verb may say whether a weekday is past or to come."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date from token `start` to token `end` (exclusive)."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reader:
    """What every rule needs: the tokens, the words of the language, the day of publication."""

    tokens: Tokens
    tables: Tables
    published: date | None

    def day(self, place: int) -> int | None:
        """A day of the month in digits: 1 to 31, "3rd", "1er"."""
        if self.tokens.kind(place) != NUMBER or not 1 <= len(self.tokens.texts[place]) <= 2:
            return None
        number = int(self.tokens.texts[place])
        return number if 1 <= number <= 31 else None

    def after_day(self, place: int) -> int:
        """The place behind a day, its ordinal suffix included."""
        tokens = self.tokens
        if tokens.touches(place + 1) and self.tables.has("ordinal_suffixes", tokens.low(place + 1)):
            return place + 2
        if self.tables.language == "de" and tokens.low(place + 1) == "." and tokens.touches(place + 1):
            return place + 2
        return place + 1

    def month(self, place: int) -> int | None:
        """The month named by a token."""
        word = self.tokens.low(place)
        if not word:
            return None
        found: int | None = self.tables.row("months").get(word)
        return found

    def after_month(self, place: int) -> int:
        """The place behind a month, the full stop of its abbreviation included."""
        short = (
            len(self.tokens.lower[place]) <= 4 and self.tokens.low(place + 1) == "." and self.tokens.touches(place + 1)
        )
        return (
            place + 2 if short and self.tokens.kind(place + 2) == NUMBER or short and self.month(place) else place + 1
        )

    def year(self, place: int) -> int | None:
        """A year of four digits."""
        if self.tokens.kind(place) == NUMBER and _YEAR.fullmatch(self.tokens.texts[place]):
            return int(self.tokens.texts[place])
        return None

    def direction(self, place: int) -> int:
        """1 when the verb closest to the place speaks of the future, else 0."""
        future, past = self.tables.lists.get("future", frozenset()), self.tables.lists.get("past", frozenset())
        lower, until = self.tokens.lower, self.tables.lists.get("until_words", frozenset())
        if not until.isdisjoint(lower[max(0, place - 3) : place]):
            return 1
        english = self.tables.language == "en"
        before = lower[max(0, place - VERB_REACH) : place][::-1]
        behind = lower[place + 1 : place + 1 + VERB_REACH]
        # a comma behind the day ends what it belongs to
        for words in (before, behind[: behind.index(",")] if "," in behind else behind):
            for word in words:
                if word in future:
                    return 1
                if word in past or (english and len(word) > 4 and word.endswith("ed")):
                    return 0
        return 0


def dates_at(reader: Reader, place: int) -> list[FoundDate]:
    """The dates that begin at a token; "June 24-25" gives two."""
    tokens = reader.tokens
    if tokens.kind(place) == NUMBER:
        return _written_in_digits(reader, place) or _day_first(reader, place) or _year_alone(reader, place)
    if tokens.kind(place) != WORD and tokens.low(place) not in {"'", "’"}:
        return []
    return (
        _weekday(reader, place)
        or _month_first(reader, place)
        or _season(reader, place)
        or _relative_day(reader, place)
        or _relative_period(reader, place)
        or _year_end(reader, place)
        or _ago(reader, place)
        or _decade(reader, place)
    )


def _written_in_digits(reader: Reader, place: int) -> list[FoundDate]:
    tokens = reader.tokens
    source, start = tokens.source, tokens.starts[place]
    if tokens.touches(place) and tokens.low(place - 1) in "-/.":
        return []
    iso = _ISO.match(source, start)
    if iso:
        value = day_value(int(iso[1]), int(iso[2]), int(iso[3]))
        return [FoundDate(value, place, place + 5)] if value else []
    pointed = _POINTED.fullmatch(tokens.texts[place])
    if pointed:
        value = day_value(int(pointed[3]), int(pointed[2]), int(pointed[1]))
        return [FoundDate(value, place, place + 1)] if value else []
    if tokens.low(place + 1) != "/" or not tokens.touches(place + 1) or tokens.kind(place + 2) != NUMBER:
        return []
    first, second = tokens.texts[place], tokens.texts[place + 2]
    if (first, second) == ("9", "11") and tokens.low(place + 3) != "/":
        return [FoundDate("2001-09-11", place, place + 3)]
    if tokens.low(place + 3) != "/" or reader.year(place + 4) is None or not (first + second).isdecimal():
        return []
    year, one, other = reader.year(place + 4), int(first), int(second)
    month_first = reader.tables.language == "en" and one <= 12
    value = day_value(year, one, other) if month_first or other > 12 else day_value(year, other, one)
    return [FoundDate(value, place, place + 5)] if value else []


def _day_first(reader: Reader, place: int) -> list[FoundDate]:
    """15 January 2026, 3rd of March, 24-25 June."""
    tokens = reader.tokens
    day = reader.day(place)
    if day is None or tokens.low(place - 1) in reader.tables.rows["months"]:
        return []
    days, end = [(day, place)], reader.after_day(place)
    joint = is_hyphen(tokens, end) or reader.tables.has("range_joint", tokens.low(end))
    second = reader.day(end + 1) if joint else None
    if second and second > day:
        days.append((second, end + 1))
        end = reader.after_day(end + 1)
    if reader.tables.has("date_of", tokens.low(end)):
        end += 1
    month = reader.month(end)
    if month is None or (reader.tables.language == "en" and not tokens.capital(end)):
        return []
    end = reader.after_month(end)
    return _days(reader, days, month, end)


def _month_first(reader: Reader, place: int) -> list[FoundDate]:
    """January 3, 2026; Dec. 20; June 24-25; January 2026; in March."""
    tokens = reader.tokens
    month = reader.month(place)
    if month is None or (not tokens.capital(place) and reader.tables.language == "en"):
        return []
    end = reader.after_month(place)
    day = reader.day(end) if reader.tables.language == "en" else None
    if day and not (tokens.low(end + 1) in {":", "%"} or _goes_on(reader, end)):
        days, after = [(day, end)], reader.after_day(end)
        second = reader.day(after + 1) if is_hyphen(tokens, after) or tokens.low(after) in {"and", "to"} else None
        if second and second > day and not _goes_on(reader, after + 1):
            days.append((second, after + 1))
            after = reader.after_day(after + 1)
        return _days(reader, days, month, after, start=place)
    return _month_alone(reader, place, month, end)


def _goes_on(reader: Reader, place: int) -> bool:
    """Whether a day of the month is rather a count: "in March 20 percent", "In May 12 people"."""
    after = reader.tokens.low(place + 1)
    tables = reader.tables
    counted = tables.has("count_nouns", after) or after in tables.row("scales") or after in tables.row("units")
    return counted or tables.has("percent", after)


def _days(
    reader: Reader, days: list[tuple[int, int]], month: int, end: int, start: int | None = None
) -> list[FoundDate]:
    year, end = _year_after(reader, end)
    found = []
    for number, (day, place) in enumerate(days):
        value = day_value(year, month, day)
        if value and year is None and reader.published:
            value = nearest_day(reader.published, month, day)
        if value is None:
            return []
        first = start if start is not None and number == 0 else place
        last = end if number == len(days) - 1 else reader.after_day(place)
        found.append(FoundDate(value, first, last))
    return found


def _year_after(reader: Reader, end: int) -> tuple[int | None, int]:
    """The year that belongs to a day or month, and the place behind it."""
    for gap in (0, 1):
        between = reader.tokens.low(end) if gap else ""
        if gap and between != "," and not reader.tables.has("date_of", between):
            continue
        year = reader.year(end + gap)
        if year and not reader.tables.has("count_nouns", reader.tokens.low(end + gap + 1)):
            return year, end + gap + 1
    return None, end


def _month_alone(reader: Reader, place: int, month: int, end: int) -> list[FoundDate]:
    tokens, tables = reader.tokens, reader.tables
    year, after = _year_after(reader, end)
    if year:
        return [FoundDate(month_value(year, month), place, after)]
    before = tokens.low(place - 1)
    word = tokens.lower[place]
    cued = tables.has("month_cues", before)
    if not cued and (tables.has("doubtful_months", word) or len(word) <= 3):
        return []
    if not cued and tables.language != "en":
        return []
    if tokens.capital(place + 1) and tables.has("doubtful_months", word):
        return []
    end = end if tokens.low(end - 1) != "." or end < len(tokens) else place + 1
    relative = tables.row("relative").get(before)
    start = place - 1 if relative is not None else place
    if reader.published is None:
        return [FoundDate(month_value(None, month), start, end)]
    direction = relative if relative else reader.direction(place)
    return [FoundDate(nearest_month(reader.published, month, direction), start, end)]


def _year_alone(reader: Reader, place: int) -> list[FoundDate]:
    tokens, tables = reader.tokens, reader.tables
    year = reader.year(place)
    if year is None or (tokens.touches(place) and tokens.kind(place - 1) == WORD):
        return []
    if tokens.touches(place) and is_hyphen(tokens, place - 1) and tokens.capital(place - 2):
        return []
    following = tokens.low(place + 1)
    if tokens.touches(place + 1) and tables.has("decade_suffix", following):
        return [FoundDate(f"{year // 10:03d}X", place, place + 2)] if year % 10 == 0 else []
    if (
        following == "'s"
        and year % 10 == 0
        and _LIKELY_YEAR.fullmatch(tokens.texts[place])
        and tokens.low(place - 1) == "the"
    ):
        return [FoundDate(f"{year // 10:03d}X", place, place + 2)]
    if _is_counted(reader, place) or (
        tokens.touches(place + 1) and tokens.kind(place + 1) == WORD and following != "'s"
    ):
        return []
    before = tokens.low(place - 1)
    cued = tables.has("year_cues", before) or before in {"(", ",", "–", "-", "/"}
    likely = bool(_LIKELY_YEAR.fullmatch(tokens.texts[place]))
    if not likely and (not cued or before in {",", "-", "/"} or (before == "of" and following.islower())):
        return []
    loose = (
        cued
        or place == 0
        or tokens.capital(place - 1)
        or before in {"'s", "the", "a", "’", "'"}
        or following in {"-", "–", ")"}
    )
    lower_before = tokens.kind(place - 1) == WORD and before.islower()
    return [FoundDate(f"{year:04d}", place, place + 1)] if loose or lower_before else []


def _is_counted(reader: Reader, place: int) -> bool:
    """Whether the digits count something or measure it: "2000 people", "$2000", "1800 US soldiers", "2015 %"."""
    tokens, tables = reader.tokens, reader.tables
    after = tokens.low(place + 1)
    if tokens.low(place - 1) in {"$", "€", "£", "¥", "#", "№"} or after in {"%", "€", "$", "£", ":"}:
        return True
    measured = after in tables.row("units") and not tokens.low(place + 1) in {"m", "l", "g", "d"}
    timed = after in tables.row("durations") and after not in tables.row("periods") and after != "day"
    if measured or timed or after in tables.row("currencies") or after in tables.row("scales"):
        return True
    if tables.has("percent", after) or tables.has("count_nouns", after):
        return True
    before = tokens.phrase(place - 2, place)
    if is_hyphen(tokens, place + 1) and reader.year(place + 2):
        return False
    bounded = before in tables.row("before_number") or tokens.low(place - 1) in tables.row("before_number")
    return bounded and not tables.has("year_cues", tokens.low(place - 1))


def _weekday(reader: Reader, place: int) -> list[FoundDate]:
    tokens, tables = reader.tokens, reader.tables
    start = place
    if tokens.low(place) in tables.row("relative"):
        place += 1
    weekday = tables.row("weekdays").get(tokens.low(place))
    if weekday is None or (tables.language in {"en", "de"} and not tokens.capital(place)):
        return []
    end = place + 1
    if len(tokens.lower[place]) <= 4 and tokens.low(end) == "." and tokens.touches(end):
        end += 1
    gap = end + 1 if tokens.low(end) in {",", "the", "den"} else end
    full = dates_at(reader, gap) if tokens.kind(gap) in {WORD, NUMBER} and gap < len(tokens) else []
    if len(full) == 1 and len(full[0].value) == 10 and not _same_word(tokens, gap, tables):
        return [FoundDate(full[0].value, place, full[0].end)]
    if tables.has("doubtful_weekdays", tokens.lower[place]) and end == place + 1:
        return []
    relative = tables.row("relative").get(tokens.low(start)) if start < place else None
    if relative is None and tokens.low(end) in tables.row("relative_after"):
        relative, end = tables.row("relative_after")[tokens.low(end)], end + 1
    direction = relative if relative else reader.direction(place)
    return [FoundDate(weekday_value(reader.published, weekday, direction if relative else 2 * direction), start, end)]


def _same_word(tokens: Tokens, place: int, tables: Tables) -> bool:
    word = tokens.low(place)
    return word in tables.row("weekdays") or word in tables.row("relative")


def _season(reader: Reader, place: int) -> list[FoundDate]:
    tokens, tables = reader.tokens, reader.tables
    relative = tables.row("relative").get(tokens.low(place))
    name = place + 1 if relative is not None else place
    season = tables.row("seasons").get(tokens.low(name))
    if season is None:
        return []
    year, end = _year_after(reader, name + 1)
    if year:
        return [FoundDate(f"{year:04d}-{season}", name, end)]
    of = name + 2 if reader.tables.has("of", tokens.low(name + 1)) else name + 1
    period = _relative_period(reader, of)
    if period and period[0].value.isdecimal():
        return [FoundDate(f"{period[0].value}-{season}", name, period[0].end)]
    if relative is None or reader.published is None:
        return []
    year = reader.published.year
    if relative < 0 and reader.published.month <= (season - 20) * 3 + 2:
        year -= 1
    if relative > 0 and reader.published.month > (season - 20) * 3 - 1:
        year += 1
    return [FoundDate(f"{year:04d}-{season}", place, end)]


def _relative_day(reader: Reader, place: int) -> list[FoundDate]:
    tokens, days = reader.tokens, reader.tables.row("days")
    for size in (4, 3, 2, 1):
        shift = days.get(tokens.phrase(place, place + size)) if place + size <= len(tokens) else None
        if shift is not None and reader.published:
            value = shifted_period(reader.published, "day", shift)
            return [FoundDate(value, place, place + size)] if value else []
    return []


def _relative_period(reader: Reader, place: int) -> list[FoundDate]:
    """Last week, this year, next month; "la semana pasada" with the word behind."""
    tokens, tables = reader.tokens, reader.tables
    if reader.published is None:
        return []
    shift = tables.row("relative").get(tokens.low(place))
    period = tables.row("periods").get(tokens.low(place + 1))
    end = place + 2
    if shift is None:
        period = tables.row("periods").get(tokens.low(place))
        shift = tables.row("relative_after").get(tokens.low(place + 1))
    if period is None or shift is None:
        return []
    if tokens.low(end) in tables.row("relative_after") and shift == 0:
        shift, end = tables.row("relative_after")[tokens.low(end)], end + 1
    value = shifted_period(reader.published, period, shift)
    return [FoundDate(value, place, end)] if value else []


def _year_end(reader: Reader, place: int) -> list[FoundDate]:
    tokens = reader.tokens
    if reader.published is None:
        return []
    for phrase in reader.tables.lists.get("year_end", ()):
        size = len(phrase.split())
        if tokens.phrase(place, place + size) == phrase:
            return [FoundDate(f"{reader.published.year:04d}-12-31", place, place + size)]
    return []


def _ago(reader: Reader, place: int) -> list[FoundDate]:
    """Two days ago, three weeks ago, a year ago; "hace dos días" with the word in front."""
    tokens, tables = reader.tokens, reader.tables
    if reader.published is None:
        return []
    in_front = tables.row("ago_before").get(tokens.low(place))
    first = place + 1 if in_front else place
    number = number_at(tokens, first, tables)
    if number is None and (tables.has("articles", tokens.low(first))):
        count, end = 1, first + 1
    elif number is not None and not number.vague and isinstance(number.value, int):
        count, end = number.value, number.end
    else:
        return []
    period = tables.row("durations").get(tokens.low(end))
    behind = tables.row("ago").get(tokens.low(end + 1))
    if period not in {"day", "week", "month", "year", "decade"} or not (in_front or behind) or count > 5000:
        return []
    # weeks count back to a day, years and months to a year and a month
    unit, count = ("day", 7 * count) if period == "week" else (period, count)
    value = shifted_period(reader.published, unit, -count)
    last = end + 1 if in_front else end + 2
    return [FoundDate(value, place, last)] if value else []


def _decade(reader: Reader, place: int) -> list[FoundDate]:
    """The 1990s, the '90s."""
    tokens = reader.tokens
    if tokens.low(place) == "the" and tokens.kind(place + 1) == NUMBER:
        found = _year_alone(reader, place + 1)
        if found and found[0].value.endswith("X"):
            return [FoundDate(found[0].value, place, found[0].end)]
    mark = place + 1 if tokens.low(place) == "the" else place
    text = tokens.texts[mark + 1] if mark + 1 < len(tokens) else ""
    if tokens.low(mark) in {"'", "’"} and re.fullmatch(r"\d0", text) and tokens.low(mark + 2) == "s":
        century = "20" if int(text) < 30 else "19"
        return [FoundDate(f"{century}{text[0]}X", place, mark + 3)]
    return []
