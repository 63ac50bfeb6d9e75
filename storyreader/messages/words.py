"""The words and marks in which verdicts are told: one place for screens, shell and exports alike.

A mark is one character; its ASCII twin is for terminals and fonts that lack it.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal

from storyreader.messages.sizes import length_text, simplifications

if TYPE_CHECKING:  # the first screen needs these words long before it needs a comparison
    from storyreader.article import Article
    from storyreader.comparison import Comparison, EventVerdict, RowKind, Side

ItemState = Literal["conflict", "differs", "caveat dropped", "only left", "only right", "same", "orphaned"]
"""What a finding comes to; `FINDING_MARKS` has a mark for each."""

LETTERS: "dict[Side, str]" = {"left": "A", "right": "B"}
"""The names of the two articles wherever a reader meets them."""

KIND_MARKS: "dict[RowKind, str]" = {
    "same": "=", "reworded": "≈", "partial": "⊂", "conflict": "!", "only left": "A", "only right": "B",
}  # fmt: skip
ASCII_MARKS: "dict[RowKind, str]" = {**KIND_MARKS, "reworded": "~", "partial": "c"}
KIND_WORDS: "dict[RowKind, str]" = {
    "same": "same",
    "reworded": "reworded",
    "partial": "partly shared",
    "conflict": "conflict",
    "only left": "only in A",
    "only right": "only in B",
}
OTHER_VALUE = "differing value"
"""What a row is called in which both name another value that is no conflict."""
_FINDING_MARKS: "dict[ItemState, str]" = {
    "conflict": "!", "differs": "≠", "caveat dropped": "?", "only left": "A", "only right": "B", "same": "=",
    "orphaned": "?",
}  # fmt: skip
FINDING_MARKS: "dict[bool, dict[ItemState, str]]" = {
    False: _FINDING_MARKS, True: {**_FINDING_MARKS, "differs": "/"},
}  # fmt: skip
"""The marks of findings; those under True are for terminals without the others."""

STATE_WORDS: "dict[ItemState, str]" = {
    "conflict": "conflict", "differs": "differs", "caveat dropped": "one side", "only left": "only A",
    "only right": "only B", "same": "both", "orphaned": "orphaned",
}  # fmt: skip
"""What a finding comes to, in the word that a table has for it."""

KIND_NAMES = {"quote": "quotation", "wording": "wording", "attribution": "source"}
"""Kinds of facts that readers know by another word."""

_STEPS = {
    "note": "note {}",
    "reviewed": "reviewed",
    "not reviewed": "reviewed mark removed",
    "highlight": "highlight",
    "no highlight": "highlight removed",
    "not a match": "not a match",
    "match": "match",
    "not a conflict": "not a conflict",
    "one claim": "one claim",
    "another claim": "another claim",
    "another story": "another story: {}",
    "placed again": "placed again on row {}",
    "deleted": "orphaned item deleted",
    "import": "import of {}",
    "written": "{}",
}
"""What the reader did, as undoing names it."""

_RUN = 160
"""Characters that are shown of the longest shared run."""

_MONTH, _WEEK = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}-W\d\d")

PERHAPS = "~"
"""The mark of what is perhaps related."""

MOVED_MARK, ASCII_MOVED_MARK = "↕", "^"


def step_words(action: str, text: str) -> str:
    """An action of the reader in words."""
    return _STEPS[action].format(text).strip()


def kind_counts(comparison: "Comparison") -> "dict[RowKind, int]":
    """How many rows of each kind there are."""
    found: dict[RowKind, int] = dict.fromkeys(KIND_WORDS, 0)
    for row in comparison.rows:
        found[row.kind] += 1
    return found


def summary_lines(comparison: "Comparison") -> Iterator[str]:
    """The counts, the longest shared run and the remarks, one a line."""
    yield ", ".join(f"{KIND_WORDS[kind]} {count}" for kind, count in kind_counts(comparison).items())
    summary = comparison.summary
    run = f": “{beginning(summary.longest_run)}”" if summary.longest_run else ""
    yield f"Longest shared run: {summary.longest_run_words} words{run}"
    yield from summary.remarks


def beginning(text: str) -> str:
    """Enough of a long stretch of words to know it again."""
    return text if len(text) <= _RUN else f"{text[:_RUN].rsplit(' ', 1)[0]} …"


def overview_lines(comparison: "Comparison") -> Iterator[str]:
    """How much of each article the other has, and which sentences carry the headlines."""
    summary = comparison.summary
    if summary.event.verdict != "two events":
        yield (
            f"Sentences with a partner: {summary.coverage_left:.0%} of A, {summary.coverage_right:.0%} of B. "
            f"Word for word: {summary.verbatim_share:.0%}"
        )
    carried = [
        f"{letter}{number + 1}"
        for letter, number in (("A", summary.headline_left), ("B", summary.headline_right))
        if number is not None
    ]
    if carried:
        yield f"The headline is carried by {' and '.join(carried)}"


def event_words(comparison: "Comparison") -> str:
    """Whether both tell of one event, in a few words for the line above a comparison; years where they differ."""
    event = comparison.summary.event
    days = next((abs(int(reason.values[0])) for reason in event.reasons if reason.code == "published_apart"), 0)
    apart = f", {days} day{'' if days == 1 else 's'} apart" if days else ""
    years = [article.published.year if article.published else 0 for article in (comparison.left, comparison.right)]
    if all(years) and years[0] != years[1]:
        apart += f" ({years[0]} and {years[1]})"
    return f"{_EVENT_WORDS[event.verdict]}{apart}"


_EVENT_WORDS: "dict[EventVerdict, str]" = {
    "same event": "same event",
    "later account": "same event",
    "two events": "! perhaps two events",
    "unsure": "same event? unsure",
}


def details(article: "Article", *, exact: bool = False) -> str:
    """Who, when, how much and, where it is so, when the page was saved and what it was read without, in one line.

    Times are to the second when `exact`.
    """
    parts = [article.publisher or "outlet unknown"]
    if article.agency and article.agency != article.publisher:
        parts.append(f"wire: {article.agency}")
    if article.byline:
        parts.append(f"by {article.byline}")
    parts += [time_text(article.published, exact=exact), length_text(article)]
    if article.saved:
        parts.append(f"saved {day_text(article.saved)}")
    if without := simplifications(article):
        parts.append(f"read more simply ({', '.join(without)})")
    return " · ".join(parts)


def time_text(when: datetime | date | str | None, *, exact: bool = False) -> str:
    """A publication time as people write it: "Thu 15 Jan 2026, 06:40 UTC-05:00". A text is read as ISO 8601.

    When `exact`, nothing is left out: seconds are told where there are some, and zones as their distance from UTC.
    """
    if not when:
        return "date unknown"
    if isinstance(when, str):
        when = datetime.fromisoformat(when) if "T" in when else date.fromisoformat(when)
    text = f"{when:%a} {day_text(when)}"
    if isinstance(when, datetime) and exact:
        clock = when.time().isoformat("auto" if when.second or when.microsecond else "minutes")
        text += f", {clock}" + (f" {timezone(when.utcoffset() or timedelta())}" if when.tzinfo else "")
    elif isinstance(when, datetime):
        text += f", {when:%H:%M}" + (f" {when:%Z}" if when.tzinfo else "")
    return text


def period_text(value: str) -> str:
    """A day, week or month of the EDTF form: "15 Jan 2026", "week of 12 Jan 2026", "Jan 2026"; empty for others."""
    try:
        if _MONTH.fullmatch(value):
            return f"{date.fromisoformat(value + '-01'):%b %Y}"
        if _WEEK.fullmatch(value):
            return f"week of {day_text(date.fromisoformat(value))}"
        return day_text(date.fromisoformat(value))
    except ValueError:
        return ""


def day_text(when: date) -> str:
    """The day alone: "15 Jan 2026"."""
    return f"{when.day} {when:%b %Y}"
