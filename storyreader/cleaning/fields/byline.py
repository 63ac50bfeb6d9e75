"""Takes the byline from the line that the model finds likeliest to name who wrote the article."""

from storyreader.cleaning.candidates import BylineCandidate, bylines_of
from storyreader.cleaning.draft import Draft

GUESSED = "line that looks like a byline"
"""The rule behind a byline that no word announces."""
_LIKELY = 0.35
_OPENED = 0.15
"""Probabilities from which names are taken: alone, and behind a word for "by"."""


def find(draft: Draft) -> None:
    """Fill the byline and judge the lines that show it."""
    if draft.byline_guess is None:
        return
    best, score = draft.byline_guess
    if "byline" in draft.fields:
        _mark(draft, {name.casefold() for name in draft.fields["byline"].split(", ")})
        return
    if draft.clean and not best.opened:
        return
    block = draft.blocks[best.index]
    if score < (_OPENED if best.opened else _LIKELY) or block.reason == "headline":
        return
    if block.kept and block.shape.closes and block.shape.words > 8:
        return  # a sentence that begins like a byline
    draft.find("byline", ", ".join(best.names), _rule(best))
    block.reason = "byline"
    _mark(draft, {name.casefold() for name in best.names})


def without_outlet(draft: Draft) -> None:
    """Take the outlet out of a byline that names people too: "Ann Bell, The Quern Post" is Ann Bell's."""
    outlet = str(draft.fields.get("publisher", "")).casefold()
    names = str(draft.fields.get("byline", "")).split(", ")
    people = [name for name in names if name.casefold() != outlet]
    if people and len(people) < len(names):
        draft.fields["byline"] = ", ".join(people)


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
