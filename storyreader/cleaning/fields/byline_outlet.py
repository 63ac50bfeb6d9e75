"""Takes the outlet out of the byline: "Ann Bell, The Quern Post" is Ann Bell's, "The Quern Post" alone nobody's."""

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.byline import GUESSED
from storyreader.cleaning.fields.outlet_names import folded
from storyreader.cleaning.outlets import is_outlet

_SURE = 0.9
"""Probability from which a line names who wrote a site that bears the same name."""


def apply(draft: Draft) -> None:
    """Leave the people in the byline; a person's own site may have that person's name."""
    if "byline" not in draft.fields:
        return
    names = draft.fields["byline"].split(", ")
    outlet = folded(str(draft.fields.get("publisher", "")))
    people = [name for name in names if folded(name) != outlet]
    unsure = draft.sources["byline"] == GUESSED and draft.byline_guess[1] < _SURE
    if not people and (unsure or any(map(is_outlet, names))):
        del draft.fields["byline"], draft.sources["byline"]
    elif people:
        draft.fields["byline"] = ", ".join(people)
