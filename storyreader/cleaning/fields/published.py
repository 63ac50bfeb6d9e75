"""Takes the date from the line that the model finds likeliest to show when the article appeared."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from storyreader.cleaning.candidates import DateCandidate, bylines_of, dates_of
from storyreader.cleaning.date_order import address_day, is_day_first
from storyreader.cleaning.draft import Draft, first_kept, last_kept
from storyreader.cleaning.relative_times import shows_age
from storyreader.cleaning.rules.next_article import REASON as FOLLOWING
from storyreader.dates import find_stamps, impossible_dates, with_year

_LIKELY = 0.2
"""Probability from which a date is taken."""
_ALONE = 0.4
"""Share of a line that must be the date before it may complete another."""
_MOSTLY = 0.5
"""Share of a line from which the line is there for its date."""
_ABOVE = 10
"""Blocks above the story in which its byline stands."""
_LABEL = 40
"""Characters before a date in which its label stands."""
_SHORT_LINE = 12
"""Words of a line that may be there for a date or an age."""
_BYLINE_LINE = 7
"""Words of a line that may be there for its names and its date."""
_TEASERS = 3
"""Days below the story from which they are those of teasers."""
_DEEP = 200
"""Words of the story before a day and behind it from which it is that of a teaser inside the story."""
_SHOWN = 4
"""Characters of a time element's text that tell it."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,12}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)\b", re.IGNORECASE)
_NOTE = 300
"""Characters of a line in which the year of its copyright is looked for."""
_BESIDE = 3
"""Blocks around the published date in which the update stands."""


def find(draft: Draft) -> None:
    """Fill published and updated, and note dates that cannot exist."""
    for block in draft.blocks:
        if not block.kept and block.shape.words <= 30:
            for bad in impossible_dates(block.text):
                draft.warn(f"date as found: {bad} cannot exist")
    day = address_day(draft)
    _find_shown(draft, day)
    if "published" not in draft.fields:
        _find_without_year(draft)
    draft.find("published", day, "date in the address")


def _find_shown(draft: Draft, day: date | None) -> None:
    if draft.date_guess is None or draft.date_guess[1] < _LIKELY:
        return
    best: DateCandidate = draft.date_guess[0]
    if (draft.clean and best.share < _MOSTLY) or any(block.reason == FOLLOWING for block in draft.blocks[: best.index]):
        return
    dates = dates_of(draft)
    best = _stated(draft, dates, best)
    best = next((c for c in dates if day and not c.updated and str(c.found.value)[:10] == str(day)), best)
    if _is_of_something_else(draft, dates, best):
        stated = next(_labelled(draft, dates), None)
        if stated is None:
            return
        best = stated
    near = [c for c in dates if abs(c.index - best.index) <= _BESIDE]
    updated = next((c for c in near if c.updated and c.found.value != best.found.value), best if best.updated else None)
    if best.updated and (earlier := next((c for c in near if not c.updated), None)) is not None:
        best = earlier
    best = _with_time(dates, best, max(best.index, last_kept(draft.blocks)))
    rule = "date alone is an update" if best.updated else "line that looks like the date"
    draft.find("published", _precise(draft, best), rule)
    if updated is not None:
        draft.find("updated", updated.found.value, "date beside a word for updated")
    if best.found.doubt and is_day_first(draft) is None and draft.sources.get("published") == rule:
        draft.warn(f"published: {best.found.doubt}")
    for candidate in near:
        block = draft.blocks[candidate.index]
        if not block.kept or block.shape.words <= 8:
            block.reason = block.reason if block.reason in {"byline", "headline"} else "date"


def _stated(draft: Draft, dates: list[DateCandidate], best: DateCandidate) -> DateCandidate:
    """The date that the page states plainly, when the guess is one of a line that is there for something else."""
    signed = {candidate.index for candidate in bylines_of(draft) if candidate.opened}
    first = first_kept(draft.blocks)
    if best.index not in signed:
        best = _beside_byline([c for c in dates if c.index in signed], best, first) or best
    if best.index in signed or best.share >= _MOSTLY or _has_label(draft, best):
        return best
    return min(_labelled(draft, dates), key=lambda candidate: abs(candidate.index - first), default=best)


def _is_of_something_else(draft: Draft, dates: list[DateCandidate], best: DateCandidate) -> bool:
    """Whether a date is a teaser's, a comment's or a registration's: none of the story, nor of its byline."""
    kept = [number for number, block in enumerate(draft.blocks) if block.kept]
    if _has_label(draft, best) or not kept or best.index < kept[0]:
        return False
    above = draft.blocks[max(0, kept[0] - _ABOVE) : kept[0] + 1]
    if any(block.shape.words <= _SHORT_LINE and not block.shape.closes and shows_age(block.text) for block in above):
        return True
    mentioned = best.share < _MOSTLY and draft.blocks[best.index].shape.words > _BYLINE_LINE
    if best.index <= kept[-1]:
        if not draft.blocks[best.index].kept:
            return not best.updated and _stands_deep(draft, best.index)
        return mentioned and best.index - kept[0] > _BESIDE
    days = {str(candidate.found.value)[:10] for candidate in dates if candidate.index > kept[-1]}
    return mentioned or len(days) >= _TEASERS


def _stands_deep(draft: Draft, index: int) -> bool:
    """Whether much of the story stands before a block and behind it."""
    parts = draft.blocks[:index], draft.blocks[index:]
    return all(sum(block.shape.words for block in part if block.kept) >= _DEEP for part in parts)


def _precise(draft: Draft, best: DateCandidate) -> datetime | date:
    """The date of a line, or what the time element that shows it states."""
    shown = draft.blocks[best.index].text
    for element in draft.data.times:
        if len(element.text) >= _SHOWN and element.text in shown and element.value != element.text:
            stated = find_stamps(element.value)
            if stated and isinstance(stated[0].value, datetime):
                return stated[0].value
    return best.found.value


def _beside_byline(signed: list[DateCandidate], best: DateCandidate, first: int) -> DateCandidate | None:
    """The one date on a byline above the story, which begins at block `first`, unless the guess stands nearer to it.

    A bare date on top of the page may be the day on which it was looked at.
    """
    found = [candidate for candidate in signed if -_ABOVE <= candidate.index - first <= 1]
    if len(found) != 1 or found[0].updated:
        return None
    return found[0] if abs(found[0].index - first) <= abs(best.index - first) else None


def _find_without_year(draft: Draft) -> None:
    """A day without a year on a line above the story that says "posted": of the year of the page's copyright."""
    first = first_kept(draft.blocks)
    years = {
        year for block in draft.blocks[first:] if not block.kept for year in _COPYRIGHT.findall(block.text[:_NOTE])
    }
    if len(years) != 1:
        return
    for block in draft.blocks[max(0, first - _ABOVE) : first]:
        line = with_year(block.text, int(*years)) if block.shape.words <= _SHORT_LINE else ""
        for found in find_stamps(line):
            if _is_labelled(line[: found.start]):
                draft.find("published", found.value, "date without its year")
                block.reason = block.reason if block.reason in {"byline", "headline"} else "date"


def _labelled(draft: Draft, dates: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """The dates of which the page says that something was published then."""
    return (candidate for candidate in dates if not candidate.updated and _has_label(draft, candidate))


def _has_label(draft: Draft, candidate: DateCandidate) -> bool:
    """Whether the one or two words before a date, or a line of its own above it, say that something was published."""
    before = draft.blocks[candidate.index].text[: candidate.found.start]
    if not before and candidate.index:
        return draft.blocks[candidate.index - 1].text.casefold().strip(" :") in _labels()
    return _is_labelled(before)


def _is_labelled(before: str) -> bool:
    """Whether a text ends in words that say that something was published."""
    words = before[-_LABEL:].casefold().replace(";", " ").strip(" :|·-–—,").split()
    return any(" ".join(words[-count:]) in _labels() for count in (1, 2, 3) if len(words) >= count)


@cache
def _labels() -> frozenset[str]:
    text = files("storyreader.cleaning").joinpath("data/date_labels.txt").read_text("utf-8")
    return frozenset(text.splitlines())


def _with_time(dates: list[DateCandidate], best: DateCandidate, last: int) -> DateCandidate:
    """The same day told with its time, or the same time told with its zone, elsewhere on the page.

    Below the story, which ends at block `last`, several times are those of comments.
    """
    wanted = best.found.value
    better = []
    for candidate in dates:
        value = candidate.found.value
        if candidate.updated or candidate.share < _ALONE or not isinstance(value, datetime):
            continue
        same = value.replace(tzinfo=None) == wanted if isinstance(wanted, datetime) else value.date() == wanted
        if same:
            better.append((value.tzinfo is None, candidate.index, candidate))
    inside = [row for row in better if row[1] <= last]
    below = better if len({row[2].found.value for row in better}) == 1 else []
    return min(inside or below, key=lambda row: row[:2], default=(False, 0, best))[2]
