"""Dates that need the day of publication: weekdays, seasons, last week, two days ago. Indexes count tokens."""

from storyreader.dates.date_context import DateContext, DateMatch
from storyreader.dates.day_values import shifted_period, weekday_value
from storyreader.dates.written_dates import date_in_digits, day_first, month_first, year_after
from storyreader.lexicon import NUMBER, WORD, Tables, Tokens, number_at


def weekday(context: DateContext, index: int) -> list[DateMatch]:
    """Thursday, next Tuesday, Thursday 15 January."""
    tokens, tables = context.tokens, context.tables
    start = index
    if tokens.low(index) in tables.row("relative"):
        index += 1
    weekday = tables.row("weekdays").get(tokens.low(index))
    if weekday is None or (tables.language in {"en", "de"} and not tokens.capital(index)):
        return []
    end = index + 1
    if len(tokens.lower[index]) <= 4 and tokens.low(end) == "." and tokens.touches(end):
        end += 1
    gap = end + 1 if tokens.low(end) in {",", "the", "den"} else end
    full = _written(context, gap) if tokens.kind(gap) in {WORD, NUMBER} and gap < len(tokens) else []
    if len(full) == 1 and len(full[0].value) == 10 and not _same_word(tokens, gap, tables):
        return [DateMatch(full[0].value, index, full[0].end)]
    if (tables.has("doubtful_weekdays", tokens.lower[index]) and end == index + 1) or context.is_repeated(start):
        return []
    relative = tables.row("relative").get(tokens.low(start)) if start < index else None
    if relative is None and tokens.low(end) in tables.row("relative_after"):
        relative, end = tables.row("relative_after")[tokens.low(end)], end + 1
    direction = relative or 2 * max(0, context.tense(index))
    value = weekday_value(context.published, weekday, direction)
    return [DateMatch(value, start, end, None if relative or context.published is None else "week")]


def _written(context: DateContext, index: int) -> list[DateMatch]:
    """The full date that follows a weekday."""
    if context.tokens.kind(index) == NUMBER:
        return date_in_digits(context, index) or day_first(context, index)
    return month_first(context, index)


def _same_word(tokens: Tokens, index: int, tables: Tables) -> bool:
    word = tokens.low(index)
    return word in tables.row("weekdays") or word in tables.row("relative")


def month_of_year(context: DateContext, index: int) -> list[DateMatch]:
    """April last year, August three years ago, "im April vergangenen Jahres", "en abril del año pasado"."""
    tokens, tables = context.tokens, context.tables
    month = context.month(index)
    if month is None or context.published is None or (tables.language == "en" and not tokens.capital(index)):
        return []
    after = context.after_month(index)
    for gap in (0, 1, 2):
        if gap and not (tables.has("date_of", tokens.low(after)) or tables.has("of", tokens.low(after))):
            return []
        found = relative_period(context, after + gap) or ago(context, after + gap)
        if found and len(found[0].value) == 4 and found[0].value.isdecimal():
            return [DateMatch(f"{found[0].value}-{month:02d}", index, found[0].end)]
    return []


def season(context: DateContext, index: int) -> list[DateMatch]:
    """Spring 2027, last summer, the autumn of next year."""
    tokens, tables = context.tokens, context.tables
    relative = tables.row("relative").get(tokens.low(index))
    name = index + 1 if relative is not None else index
    season = tables.row("seasons").get(tokens.low(name))
    if season is None:
        return []
    year, end = year_after(context, name + 1)
    if year:
        return [DateMatch(f"{year:04d}-{season}", name, end)]
    of = name + 2 if context.tables.has("of", tokens.low(name + 1)) else name + 1
    period = relative_period(context, of)
    if period and period[0].value.isdecimal():
        return [DateMatch(f"{period[0].value}-{season}", name, period[0].end)]
    if relative is None or context.published is None:
        return []
    year = context.published.year
    if relative < 0 and context.published.month <= (season - 20) * 3 + 2:
        year -= 1
    if relative > 0 and context.published.month > (season - 20) * 3 - 1:
        year += 1
    return [DateMatch(f"{year:04d}-{season}", index, end)]


def relative_day(context: DateContext, index: int) -> list[DateMatch]:
    """Yesterday, tonight, the day after tomorrow."""
    tokens, days = context.tokens, context.tables.row("days")
    for size in (4, 3, 2, 1):
        shift = days.get(tokens.phrase(index, index + size)) if index + size <= len(tokens) else None
        if shift is not None and context.published:
            if shift == 0 and context.is_habitual(index):
                return []
            value = shifted_period(context.published, "day", shift)
            return [DateMatch(value, index, index + size)] if value else []
    return []


def relative_period(context: DateContext, index: int) -> list[DateMatch]:
    """Last week, this year, next month; "la semana pasada" with the word behind."""
    tokens, tables = context.tokens, context.tables
    if context.published is None:
        return []
    shift = tables.row("relative").get(tokens.low(index))
    period = tables.row("periods").get(tokens.low(index + 1))
    end = index + 2
    if shift is None:
        period = tables.row("periods").get(tokens.low(index))
        shift = tables.row("relative_after").get(tokens.low(index + 1))
    if period is None or shift is None or _is_titled(tokens, index):
        return []
    if tokens.low(end) in tables.row("relative_after") and shift == 0:
        shift, end = tables.row("relative_after")[tokens.low(end)], end + 1
    value = shifted_period(context.published, period, shift)
    return [DateMatch(value, index, end)] if value else []


def _is_titled(tokens: Tokens, index: int) -> bool:
    """Whether two words in quotation marks have capitals, as the name of a programme: ABC's “This Week.”"""
    marked = index > 0 and tokens.texts[index - 1] in '“"‘«„'
    return marked and tokens.capital(index) and tokens.capital(index + 1)


def year_end(context: DateContext, index: int) -> list[DateMatch]:
    """The end of the year is its last day."""
    tokens = context.tokens
    if context.published is None:
        return []
    for phrase in context.tables.lists.get("year_end", ()):
        size = len(phrase.split())
        if tokens.phrase(index, index + size) == phrase:
            return [DateMatch(f"{context.published.year:04d}-12-31", index, index + size)]
    return []


def ago(context: DateContext, index: int) -> list[DateMatch]:
    """Two days ago, three weeks ago, a year ago; "hace dos días" with the word in front."""
    tokens, tables = context.tokens, context.tables
    if context.published is None:
        return []
    in_front = tables.row("ago_before").get(tokens.low(index))
    first = index + 1 if in_front else index
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
    value = shifted_period(context.published, unit, -count)
    last = end + 1 if in_front else end + 2
    return [DateMatch(value, index, last)] if value else []
