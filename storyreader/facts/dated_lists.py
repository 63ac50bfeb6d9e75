"""Lists whose entries begin with a date: what an entry leaves open of it, the list and the words before it tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from storyreader.dates import nearest_day, period_of
from storyreader.fact import Fact

MIDDLE = 15
"""The day of a month that stands for it."""
Facts = tuple[Fact, ...]


def opening_date(text: str, facts: Sequence[Fact]) -> Fact | None:
    """The date with which a sentence begins, behind marks at most."""
    first = next((fact for fact in facts if fact.kind == "date"), None)
    return first if first and not any(map(str.isalnum, text[: first.span.start])) else None


def is_open(found: Fact) -> bool:
    """Whether the year of a date is filled in or missing."""
    return found.inferred == "year" or str(found.value).startswith("XXXX-")


def dated_by_list(facts: Facts, entry: Fact, before: Fact) -> Facts:
    """The facts of an entry with its date in the year in which it is closest to the date before it."""
    period = period_of(str(before.value))
    month, _, day = str(entry.value)[len("XXXX-") :].partition("-")
    if period is None or not month.isdecimal() or not (day or str(MIDDLE)).isdecimal():
        return facts
    middle = period.first + (period.last - period.first) / 2
    value = nearest_day(middle, int(month), int(day or MIDDLE))
    if value is None:
        return facts
    dated = replace(entry, value=value if day else value[: len("2026-06")], inferred="year")
    return tuple(dated if fact is entry else fact for fact in facts)


def told_before(text: str, facts: Sequence[Fact], published: date | None) -> Fact | None:
    """The last date of a sentence before a list that its entries go by: one that is to come, or any before a colon."""
    dates = [fact for fact in facts if fact.kind == "date" and not is_open(fact) and fact.inferred is None]
    period = period_of(str(dates[-1].value)) if dates else None
    if period is None:
        return None
    ahead = published is None or period.first > published
    return dates[-1] if ahead or text.rstrip().endswith(":") else None
