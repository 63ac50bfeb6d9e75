"""Times of day: 8 p.m., 14:30, noon. Indexes count tokens; values are HH:MM."""

import re
from dataclasses import dataclass

from storyreader.dates import zone_end
from storyreader.lexicon import NUMBER, Tables, Tokens

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?")

_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_HOUR = re.compile(r"([01]?\d|2[0-4])(x)?")
"""The second group is the minutes, which an hour alone has not."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time from token `start` to token `end` (exclusive)."""

    value: str
    start: int
    end: int


def time_at(tokens: Tokens, index: int, tables: Tables) -> FoundTime | None:
    """The time of day that begins at a token, or None."""
    noon = tables.row("noon").get(tokens.low(index))
    if noon:
        return FoundTime(noon, index, zone_end(tokens, index + 1))
    text = tokens.texts[index]
    clock = _CLOCK.fullmatch(text) or _HOUR.fullmatch(text) or _without_mark(tokens, index)
    if not clock or tokens.kind(index) != NUMBER:
        return None
    hour, minute = int(clock[1]), int(clock[2] or 0)
    half_day, end = _half_day(tokens, index + 1, tables)
    if half_day is not None:
        good = 1 <= hour <= 12
        return _found(tokens, index, zone_end(tokens, end), (hour % 12 + half_day, minute)) if good else None
    if clock[2] is None:
        return _hour_word(tokens, index, hour, tables)
    known = ":" in text or text.isdigit() or _cued(tokens, index, tables)
    after = zone_end(tokens, _after_clock(tokens, index, tables))
    return _found(tokens, index, after, (hour, minute)) if known else None


def _without_mark(tokens: Tokens, index: int) -> re.Match[str] | None:
    """Four digits that a zone shows to be a time: "0230 GMT"."""
    return _DIGITS.fullmatch(tokens.texts[index]) if zone_end(tokens, index + 1) > index + 1 else None


def _half_day(tokens: Tokens, index: int, tables: Tables) -> tuple[int | None, int]:
    """0 for a.m., 12 for p.m., and the place behind it."""
    clock = tables.row("clock")
    for size in (4, 3, 2, 1):
        phrase = "".join(tokens.lower[index : index + size]) if size > 1 else tokens.low(index)
        spaced = tokens.phrase(index, index + size)
        found = clock.get(spaced, clock.get(phrase) if size in {2, 4} and "." in phrase else None)
        if found is not None and index + size <= len(tokens):
            return found, index + size
    return None, index


def _cued(tokens: Tokens, index: int, tables: Tables) -> bool:
    """14.30 is a time only where the language says so: "um 14.30 Uhr", "a las 23.52"."""
    behind = tables.has("hour_words", tokens.low(index + 1))
    return behind or _cued_before(tokens, index, tables)


def _cued_before(tokens: Tokens, index: int, tables: Tables) -> bool:
    cues = tables.lists.get("time_cues", frozenset())
    return any(tokens.phrase(index - size, index) in cues for size in (1, 2))


def _after_clock(tokens: Tokens, index: int, tables: Tables) -> int:
    return index + 2 if tables.has("hour_words", tokens.low(index + 1)) else index + 1


def _hour_word(tokens: Tokens, index: int, hour: int, tables: Tables) -> FoundTime | None:
    """10 o'clock, 14 Uhr, 14h30."""
    word = tokens.low(index + 1)
    if tables.has("oclock", word) and 1 <= hour <= 24:
        return _found(tokens, index, zone_end(tokens, index + 2), (hour % 24, 0))
    if not tables.has("hour_words", word) or hour > 24:
        return None
    minute, end = 0, index + 2
    if (
        tokens.kind(end) == NUMBER
        and re.fullmatch(r"[0-5]\d", tokens.texts[end])
        and (tokens.touches(end) or word == "uhr")
    ):
        minute, end = int(tokens.texts[end]), end + 1
    elif word == "h" and not tokens.touches(index + 1) and not _cued_before(tokens, index, tables):
        return None
    return _found(tokens, index, zone_end(tokens, end), (hour % 24, minute))


def _found(tokens: Tokens, start: int, end: int, clock: tuple[int, int]) -> FoundTime:
    # "p.m." at the end of a sentence keeps its full stop, a clock does not
    while end - start > 1 and tokens.low(end - 1) in {",", ";"}:
        end -= 1
    return FoundTime(f"{clock[0]:02d}:{clock[1]:02d}", start, end)
