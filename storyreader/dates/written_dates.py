"""Dates written out: in digits, day and month, month and year, a year alone, a decade. Indexes count tokens."""

import re

from storyreader.dates.date_context import DateContext, DateMatch
from storyreader.dates.day_values import day_value, month_value, nearest_day, nearest_month
from storyreader.dates.zones import zone_end
from storyreader.fact import Inferred
from storyreader.lexicon import MARK, NUMBER, WORD, Tokens, is_hyphen

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})")
_MONTHS = 12
_LIKELY_YEAR = re.compile(r"19\d\d|20\d\d")


def date_in_digits(context: DateContext, index: int) -> list[DateMatch]:
    """2026-01-15, 15.1.2026, 15/1/2026; 1/15/2026 in English."""
    tokens = context.tokens
    source, start = tokens.source, tokens.starts[index]
    if tokens.touches(index) and tokens.low(index - 1) in "-/.":
        return []
    iso = _ISO.match(source, start)
    if iso:
        value = day_value(int(iso[1]), int(iso[2]), int(iso[3]))
        return [DateMatch(value, index, index + 5)] if value else []
    pointed = _POINTED.fullmatch(tokens.texts[index])
    if pointed:
        value = day_value(int(pointed[3]), int(pointed[2]), int(pointed[1]))
        return [DateMatch(value, index, index + 1)] if value else []
    return _with_strokes(context, index)


def _with_strokes(context: DateContext, index: int) -> list[DateMatch]:
    tokens = context.tokens
    if tokens.low(index + 1) != "/" or not tokens.touches(index + 1) or tokens.kind(index + 2) != NUMBER:
        return []
    first, second = tokens.texts[index], tokens.texts[index + 2]
    if (first, second) == ("9", "11") and tokens.low(index + 3) != "/":
        return [DateMatch("2001-09-11", index, index + 3)]
    if tokens.low(index + 3) != "/" or context.year(index + 4) is None or not (first + second).isdecimal():
        return []
    year, left, right = context.year(index + 4), int(first), int(second)
    month_first = context.tables.language == "en" and left <= 12
    value = day_value(year, left, right) if month_first or right > 12 else day_value(year, right, left)
    return [DateMatch(value, index, index + 5)] if value else []


def date_in_script(context: DateContext, index: int) -> list[DateMatch]:
    """1962年, 2026年3月2日, 3月2日: Chinese and Japanese."""
    tokens, year, month = context.tokens, None, None
    end = index
    if tokens.low(end + 1) == "年" and tokens.touches(end + 1):
        year = context.year(end)
        if year is None:
            return []
        end += 2
    if tokens.low(end + 1) == "月" and tokens.touches(end + 1):
        month = context.day(end)
        if month is None or month > _MONTHS:
            return []
        end += 2
    day = context.day(end) if month and tokens.low(end + 1) in {"日", "号"} else None
    if month and day:
        return _days(context, [(day, index)], month, end + 2) if year is None else _whole(year, month, day, index, end)
    if month:
        value = month_value(year, month)
        return [DateMatch(value, index, end)] if value else []
    return [DateMatch(str(year), index, end)] if year else []


def _whole(year: int, month: int, day: int, index: int, end: int) -> list[DateMatch]:
    value = day_value(year, month, day)
    return [DateMatch(value, index, end + 2)] if value else []


def day_first(context: DateContext, index: int) -> list[DateMatch]:
    """15 January 2026, 3rd of March, 24-25 June."""
    tokens = context.tokens
    day = context.day(index)
    if day is None or tokens.low(index - 1) in context.tables.rows["months"]:
        return []
    days, end = [(day, index)], context.after_day(index)
    joint = is_hyphen(tokens, end) or context.tables.has("range_joint", tokens.low(end))
    second = context.day(end + 1) if joint else None
    if second and second > day:
        days.append((second, end + 1))
        end = context.after_day(end + 1)
    if context.tables.has("date_of", tokens.low(end)):
        end += 1
    month = context.month(end)
    if month is None or (context.tables.language == "en" and not tokens.capital(end)):
        return []
    end = context.after_month(end)
    return _days(context, days, month, end)


def month_first(context: DateContext, index: int) -> list[DateMatch]:
    """January 3, 2026; Dec. 20; June 24-25; January 2026; in March."""
    tokens = context.tokens
    month = context.month(index)
    if month is None or (not tokens.capital(index) and context.tables.language == "en"):
        return []
    end = context.after_month(index)
    day = context.day(end) if context.tables.language == "en" else None
    if day and not (tokens.low(end + 1) == "%" or _is_clock(tokens, end) or _goes_on(context, end)):
        days, after = [(day, end)], context.after_day(end)
        second = context.day(after + 1) if is_hyphen(tokens, after) or tokens.low(after) in {"and", "to"} else None
        if second and second > day and not _goes_on(context, after + 1):
            days.append((second, after + 1))
            after = context.after_day(after + 1)
        return _days(context, days, month, after, start=index)
    return _month_alone(context, index, month, end)


def _is_clock(tokens: Tokens, index: int) -> bool:
    """Whether digits are the hour of a time: "8:30", but "July 8: a fair" has a day."""
    joined = tokens.touches(index + 1) and tokens.touches(index + 2)
    return tokens.low(index + 1) == ":" and joined and tokens.kind(index + 2) == NUMBER


def _goes_on(context: DateContext, index: int) -> bool:
    """Whether a day of the month is rather a count: "in March 20 percent", "In May 12 people"."""
    after = context.tokens.low(index + 1)
    tables = context.tables
    counted = tables.has("count_nouns", after) or after in tables.row("scales") or after in tables.row("units")
    return counted or tables.has("percent", after)


def _days(
    context: DateContext, days: list[tuple[int, int]], month: int, end: int, start: int | None = None
) -> list[DateMatch]:
    year, end = year_after(context, end)
    found = []
    for number, (day, place) in enumerate(days):
        value = day_value(year, month, day)
        inferred: Inferred | None = "year" if value and year is None and context.published else None
        if inferred and context.published:
            value = nearest_day(
                context.published, month, day, context.told_as_past(start if start is not None else place)
            )
        if value is None:
            return []
        first = start if start is not None and number == 0 else place
        last = end if number == len(days) - 1 else context.after_day(place)
        found.append(DateMatch(value, first, last, inferred))
    return found


def year_after(context: DateContext, end: int) -> tuple[int | None, int]:
    """The year that belongs to a day or month, and the place behind it."""
    for gap in (0, 1):
        between = context.tokens.low(end) if gap else ""
        if gap and between != "," and not context.tables.has("date_of", between):
            continue
        year = context.year(end + gap)
        if year and not context.tables.has("count_nouns", context.tokens.low(end + gap + 1)):
            return year, end + gap + 1
    return None, end


def _month_alone(context: DateContext, index: int, month: int, end: int) -> list[DateMatch]:
    tokens, tables = context.tokens, context.tables
    year, after = year_after(context, end)
    if year:
        return [DateMatch(month_value(year, month), index, after)]
    before = tokens.low(index - 1)
    word = tokens.lower[index]
    cued = tables.has("month_cues", before)
    if not cued and (tables.has("doubtful_months", word) or len(word) <= 3):
        return []
    if not cued and tables.language != "en":
        return []
    if tokens.capital(index + 1) and tables.has("doubtful_months", word):
        return []
    end = end if tokens.low(end - 1) != "." or end < len(tokens) else index + 1
    relative = tables.row("relative").get(before)
    start = index - 1 if relative is not None else index
    if context.published is None:
        return [DateMatch(month_value(None, month), start, end)]
    # "in October" goes with its verb; "an October debate" and "from October on" may lie elsewhere
    placed = cued and not relative and not tables.has("from_words", before)
    value = nearest_month(context.published, month, relative or 0, context.tense(index) if placed else 0)
    return [DateMatch(value, start, end, None if relative else "year")]


def year_alone(context: DateContext, index: int) -> list[DateMatch]:
    """In 2019, Trump's 2019 threats, the 1990s."""
    tokens, tables = context.tokens, context.tables
    year = context.year(index)
    joined = tokens.touches(index) and (tokens.kind(index - 1) == WORD or _is_model(tokens, index))
    if year is None or joined:
        return []
    following = tokens.low(index + 1)
    decades = tokens.touches(index + 1) and tables.has("decade_suffix", following)
    if decades or (following == "'s" and tokens.low(index - 1) == "the"):
        return [DateMatch(f"{year // 10:03d}X", index, index + 2)] if year % 10 == 0 else []
    glued = tokens.touches(index + 1) and tokens.kind(index + 1) == WORD and following != "'s"
    if glued or _is_counted(context, index) or not _reads_as_year(context, index):
        return []
    return [DateMatch(f"{year:04d}", index, index + 1), *_last_year(context, index)]


def _last_year(context: DateContext, index: int) -> list[DateMatch]:
    """The year that ends a stretch, told by its last two digits: "2009-18"."""
    tokens = context.tokens
    joined = is_hyphen(tokens, index + 1) and tokens.touches(index + 1) and tokens.touches(index + 2)
    last, first = tokens.texts[index + 2] if joined and index + 2 < len(tokens) else "", tokens.texts[index]
    goes_on = tokens.touches(index + 3) and (tokens.kind(index + 3) != MARK or is_hyphen(tokens, index + 3))
    if not re.fullmatch(r"\d\d", last) or last <= first[2:] or goes_on:
        return []
    return [DateMatch(first[:2] + last, index + 2, index + 3)]


def _is_model(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen joins the digits to a name: "STS-1350"."""
    return is_hyphen(tokens, index - 1) and tokens.capital(index - 2)


def _reads_as_year(context: DateContext, index: int) -> bool:
    tokens, tables = context.tokens, context.tables
    before, following = tokens.low(index - 1), tokens.low(index + 1)
    cued = tables.has("year_cues", before) or before in {"(", ",", "–", "-", "/"}
    # German counts capitalised nouns, so that a lower-case word shows a year: "wurde 1885 gegründet"
    german = tables.language == "de" and not tokens.capital(index + 1) and before.isalpha()
    likely = german or bool(_LIKELY_YEAR.fullmatch(tokens.texts[index]))
    if not likely and (not cued or before in {",", "-", "/"} or (before == "of" and following.islower())):
        return False
    loose = (
        cued
        or index == 0
        or tokens.capital(index - 1)
        or before in {"'s", "the", "a", "’", "'"}
        or following in {"-", "–", ")"}
    )
    lower_before = tokens.kind(index - 1) == WORD and before.islower()
    return loose or lower_before


def _is_counted(context: DateContext, index: int) -> bool:
    """Whether the digits count or measure: "2000 people", "$2000", "1800 US soldiers", "2015 %", "1930 GMT"."""
    tokens, tables = context.tokens, context.tables
    after = tokens.low(index + 1)
    if zone_end(tokens, index + 1) > index + 1:
        return True
    if (
        tokens.low(index - 1) in {"$", "€", "£", "¥", "#", "№"}
        or after in {"%", "€", "$", "£"}
        or _is_clock(tokens, index)
    ):
        return True
    measured = after in tables.row("units") and tokens.low(index + 1) not in {"m", "l", "g", "d"}
    timed = after in tables.row("durations") and after not in tables.row("periods") and after != "day"
    if measured or timed or after in tables.row("currencies") or after in tables.row("scales"):
        return True
    if tables.has("percent", after) or tables.has("count_nouns", after):
        return True
    before = tokens.phrase(index - 2, index)
    if is_hyphen(tokens, index + 1) and context.year(index + 2):
        return False
    bounded = before in tables.row("before_number") or tokens.low(index - 1) in tables.row("before_number")
    return bounded and not tables.has("year_cues", tokens.low(index - 1))


def decade(context: DateContext, index: int) -> list[DateMatch]:
    """The 1990s, the '90s."""
    tokens = context.tokens
    if tokens.low(index) == "the" and tokens.kind(index + 1) == NUMBER:
        found = year_alone(context, index + 1)
        if found and found[0].value.endswith("X"):
            return [DateMatch(found[0].value, index, found[0].end)]
    mark = index + 1 if tokens.low(index) == "the" else index
    text = tokens.texts[mark + 1] if mark + 1 < len(tokens) else ""
    if tokens.low(mark) in {"'", "’"} and re.fullmatch(r"\d0", text) and tokens.low(mark + 2) == "s":
        century = "20" if int(text) < 30 else "19"
        return [DateMatch(f"{century}{text[0]}X", index, mark + 3)]
    return []
