"""Takes the byline from the line that the model finds likeliest to name who wrote the article."""

import re

from storyreader.cleaning.candidates import BylineCandidate, bylines_of, dates_of
from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Draft, first_kept, last_kept
from storyreader.cleaning.names import known_desk

GUESSED = "line that looks like a byline"
"""The rule behind a byline that no word announces."""
_BYLINE = CATEGORIES.index("byline")
_NAMED = re.compile(r"author|byline|autor|auteur|writer|verfasser|firma|signature")
_OPENED, _OPENED_ELSEWHERE = 0.15, 0.9
"""Probabilities from which names behind a word for "by" are taken: near the top of the story, and elsewhere."""
_PLACED, _NEAR, _ELSEWHERE = 0.6, 0.7, 0.95
"""Those of names that no word announces: below the headline beside the date, one of both, and elsewhere."""
_LIKELY = 0.35
"""Probability from which a line that only names people is left out of the story."""
_SHARE, _MOSTLY = 2, 0.85
"""Which number of a candidate is the share of its line that is names, and the share that is nearly all of a line."""
_SHORT = 8
"""Words of such a line."""
_ABOVE, _BELOW_HEADLINE, _BESIDE_DATE = 10, 8, 2
"""Blocks: above the story's first, below its headline, and around its date."""


def find(draft: Draft) -> None:
    """Fill the byline and judge the lines that show it."""
    if draft.byline_guess is None:
        return
    best, score = draft.byline_guess
    if "byline" in draft.fields:
        _mark(draft, {name.casefold() for name in draft.fields["byline"].split(", ")})
        return
    if not best.opened and (draft.clean or known_desk(best.names[0])):
        return
    block = draft.blocks[best.index]
    if block.reason == "headline":
        return
    if score < _least(draft, best):
        if score >= _LIKELY and block.shape.words <= _SHORT and not block.shape.closes:
            block.reason = "byline"  # of whom it tells nothing sure, but no story
        return
    if block.kept and block.shape.closes and block.shape.words > 8:
        return  # a sentence that begins like a byline
    draft.find("byline", ", ".join(best.names), _rule(best))
    block.reason = "byline"
    _mark(draft, {name.casefold() for name in best.names})


def _least(draft: Draft, best: BylineCandidate) -> float:
    """The probability that a byline must have by its place."""
    first = first_kept(draft.blocks)
    headlines = [number for number, block in enumerate(draft.blocks) if block.reason == "headline"]
    below = any(0 < best.index - number <= _BELOW_HEADLINE for number in headlines)
    last = last_kept(draft.blocks)
    near = -_ABOVE <= best.index - first <= 1 or abs(best.index - last) <= 1
    if best.opened:
        return _OPENED if below or near else _OPENED_ELSEWHERE
    dated = draft.date_guess is not None and abs(draft.date_guess[0].index - best.index) <= _BESIDE_DATE
    alone = best.numbers[_SHARE] > _MOSTLY and 0 <= best.index - last <= 1
    if alone or (below and dated and _is_name_and_date(draft, best)):
        return _LIKELY
    if (below and dated) or _is_announced(draft, best):
        return _PLACED
    return _NEAR if below or dated else _ELSEWHERE


def _is_name_and_date(draft: Draft, best: BylineCandidate) -> bool:
    """Whether a line is names and a date and nothing else: "Ann Bell, 23 April 2026, 09:02"."""
    dated = sum(candidate.share for candidate in dates_of(draft) if candidate.index == best.index)
    return dated > 0 and best.numbers[_SHARE] + dated > _MOSTLY


def _is_announced(draft: Draft, best: BylineCandidate) -> bool:
    """Whether a line of its own above the names says "by", or the markup says that an author is named."""
    structure = draft.blocks[best.index].structure
    if structure is not None and _NAMED.search(structure.nearest_class):
        return True
    return best.index > 0 and draft.blocks[best.index - 1].shape.cues[_BYLINE] >= START


def _rule(candidate: BylineCandidate) -> str:
    return "line that opens with a word for by" if candidate.opened else GUESSED


def _mark(draft: Draft, names: set[str]) -> None:
    """Judge the short lines that only name the same people."""
    for candidate in bylines_of(draft):
        block = draft.blocks[candidate.index]
        same = {name.casefold() for name in candidate.names} <= names
        if same and (block.shape.words <= 8 or candidate.opened) and not block.shape.closes:
            if block.kept and not candidate.opened:
                continue  # a name on a line of its own inside the story is a heading
            if block.reason != "headline":
                block.reason = "byline"
