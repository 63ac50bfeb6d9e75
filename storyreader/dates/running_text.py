"""Dates in a text, absolute and relative ones. Indexes count tokens."""

from collections.abc import Callable

from storyreader.dates.date_context import DateContext, DateMatch
from storyreader.dates.relative_dates import (
    ago,
    month_of_year,
    relative_day,
    relative_period,
    season,
    weekday,
    year_end,
)
from storyreader.dates.written_dates import date_in_digits, date_in_script, day_first, decade, month_first, year_alone
from storyreader.lexicon import NUMBER, WORD

_IN_DIGITS = (date_in_digits, date_in_script, day_first, year_alone)
_IN_WORDS = (weekday, month_of_year, month_first, season, relative_day, relative_period, year_end, ago, decade)


def dates_at(context: DateContext, index: int) -> list[DateMatch]:
    """The dates that begin at a token; "June 24-25" gives two."""
    tokens = context.tokens
    if tokens.kind(index) == NUMBER:
        return _first(_IN_DIGITS, context, index) or ago(context, index)
    if tokens.kind(index) != WORD and tokens.low(index) not in {"'", "’"}:
        return []
    return _first(_IN_WORDS, context, index)


def _first(
    rules: tuple[Callable[[DateContext, int], list[DateMatch]], ...], context: DateContext, index: int
) -> list[DateMatch]:
    """What the first rule that finds something finds."""
    for rule in rules:
        found = rule(context, index)
        if found:
            return found
    return []
