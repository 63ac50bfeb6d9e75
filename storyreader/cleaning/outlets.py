"""Tells names of outlets and agencies from other names, by the words in them and a short list of well-known ones."""

from functools import cache
from importlib.resources import files

from storyreader.cleaning.fields.agency import is_agency
from storyreader.cleaning.fields.publisher import outlet_name_words

_AMBIGUOUS = frozenset({
    "leader", "citizen", "independent", "star", "sun", "mail", "record", "express", "weekly", "daily", "review",
    "standard",
})  # fmt: skip
"""Words of outlets that alone, or behind a title, are no name of one."""
LONGEST_OUTLET = 5


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet or agency: "the Kellen Post", "CNN", "Reuters"; a guess by its words."""
    words = name.casefold().split()
    if not 1 <= len(words) <= LONGEST_OUTLET:
        return False
    bare = [word for word in words if word not in {"the", "der", "die", "das"}]
    if " ".join(words) in _known() or " ".join(bare) in _known() or is_agency(name):
        return True
    if len(bare) == 1:
        return len(words) > 1 and bare[0] in outlet_name_words() - _AMBIGUOUS
    return (
        bool(bare) and bare[-1] in outlet_name_words() and (bare[-1] not in _AMBIGUOUS or len(words) == len(bare) + 1)
    )


@cache
def _known() -> frozenset[str]:
    text = files("storyreader.cleaning").joinpath("data/known_outlets.txt").read_text("utf-8")
    return frozenset(text.casefold().splitlines())
