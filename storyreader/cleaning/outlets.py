"""Tells names of outlets and agencies from other names, by the words in them and a short list of well-known ones."""

from functools import cache
from importlib.resources import files

from storyreader.cleaning.fields.agency import is_agency
from storyreader.cleaning.fields.outlet_by_words import is_outlet_word

_AMBIGUOUS = frozenset({
    "leader", "citizen", "independent", "star", "sun", "mail", "record", "express", "weekly", "daily", "review",
    "standard",
})  # fmt: skip
"""Words of outlets that alone, or behind a title, are no name of one."""
LONGEST_OUTLET = 5
LONGEST_COMMON = 9
"""Letters: "Quernzeitung" is no common word."""


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet or agency: "the Kellen Post", "CNN", "Reuters"; a guess by its words."""
    words = name.casefold().split()
    if not 1 <= len(words) <= LONGEST_OUTLET:
        return False
    bare = [word for word in words if word not in {"the", "der", "die", "das"}]
    if " ".join(words) in _known() or " ".join(bare) in _known() or is_agency(name):
        return True
    if not bare:
        return False
    # one common word is a name of an outlet only behind its article: "the Guardian"
    named = len(bare) > 1 or len(words) > 1 or len(bare[0]) > LONGEST_COMMON
    plain = bare[-1] not in _AMBIGUOUS or (len(bare) > 1 and len(words) > len(bare))
    return named and plain and is_outlet_word(bare[-1])


@cache
def _known() -> frozenset[str]:
    text = files("storyreader.cleaning").joinpath("data/known_outlets.txt").read_text("utf-8")
    return frozenset(text.casefold().splitlines())
