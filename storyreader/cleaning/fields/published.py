"""Takes the date from the line that the model finds likeliest to show when the article appeared."""

from datetime import datetime

from storyreader.cleaning.candidates import DateCandidate, date_candidates
from storyreader.cleaning.cues import CATEGORIES
from storyreader.cleaning.dates import impossible_dates
from storyreader.cleaning.draft import Draft

_LIKELY = 0.2
"""Probability from which a date is taken."""
_ALONE = 0.4
"""Share of a line that must be the date before it may complete another."""
_BESIDE = 3
"""Blocks around the published date in which the update stands."""
_DATE_CUE = CATEGORIES.index("date")


def find(draft: Draft) -> None:
    """Fill published and updated, and note dates that cannot exist."""
    for block in draft.blocks:
        if not block.kept and block.shape.words <= 30:
            for bad in impossible_dates(block.text):
                draft.note(f"date as found: {bad} cannot exist")
    if draft.date_guess is None or draft.date_guess[1] < _LIKELY:
        return
    best: DateCandidate = draft.date_guess[0]
    if draft.clean and best.share < 0.5:
        return
    near = [c for c in date_candidates(draft.blocks) if abs(c.index - best.index) <= _BESIDE]
    updated = next((c for c in near if c.updated and c.found.value != best.found.value), best if best.updated else None)
    if best.updated and (earlier := next((c for c in near if not c.updated), None)) is not None:
        best = earlier
    best = _with_time(draft, best)
    rule = "date alone is an update" if best.updated else "line that looks like the date"
    draft.find("published", best.found.value, rule)
    if updated is not None:
        draft.find("updated", updated.found.value, "date beside a word for updated")
    if best.found.doubt and draft.sources.get("published") == rule:
        draft.note(f"published: {best.found.doubt}")
    for candidate in near:
        block = draft.blocks[candidate.index]
        if not block.kept or block.shape.words <= 8:
            block.reason = block.reason if block.reason in {"byline", "headline"} else "date"


def _with_time(draft: Draft, best: DateCandidate) -> DateCandidate:
    """The same day told with its time, or the same time told with its zone, elsewhere on the page."""
    wanted = best.found.value
    better = []
    for candidate in date_candidates(draft.blocks):
        value = candidate.found.value
        if candidate.updated or candidate.share < _ALONE or not isinstance(value, datetime):
            continue
        same = value.replace(tzinfo=None) == wanted if isinstance(wanted, datetime) else value.date() == wanted
        if same:
            better.append((value.tzinfo is None, candidate.index, candidate))
    return min(better, key=lambda row: row[:2])[2] if better else best
