"""Takes the outlet out of the byline: "Ann Bell, The Quern Post" is Ann Bell's, "The Quern Post" alone nobody's."""

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.byline import GUESSED, OPENED, choose_again
from storyreader.cleaning.fields.outlet_names import folded, outlet_words
from storyreader.cleaning.names import looks_like_name
from storyreader.cleaning.outlets import is_outlet

_SHORT = 5
"""Letters of an outlet's name that a person's may hold."""
_SURE = 0.75
"""Probability from which a line names who wrote a site that bears the same name."""


def apply(draft: Draft) -> None:
    """Leave the people in the byline; a person's own site may have that person's name."""
    if "byline" not in draft.fields:
        return
    names, people = draft.fields["byline"].split(", "), _people(draft)
    shown = draft.sources["byline"] in {GUESSED, OPENED} or not looks_like_name(names[0])
    if not people and shown and choose_again(draft, names):
        people = _people(draft)
    unsure = draft.sources["byline"] == GUESSED and draft.byline_guess[1] < _SURE
    if not people and (unsure or any(is_outlet(name) or _is_company(name) for name in names)):
        del draft.fields["byline"], draft.sources["byline"]
    elif people:
        draft.fields["byline"] = ", ".join(people)


def _people(draft: Draft) -> list[str]:
    """The names in the byline but for the outlet's and those of companies."""
    outlet = folded(str(draft.fields.get("publisher", "")))
    names = draft.fields["byline"].split(", ")
    return [name for name in names if not _is_of(folded(name), outlet) and not _is_company(name)]


def _is_of(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's, or begins or ends with it."""
    return name == outlet or (len(outlet) > _SHORT and (name.startswith(outlet) or name.endswith(outlet)))


def _is_company(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].casefold().strip(".") in outlet_words("firm")
