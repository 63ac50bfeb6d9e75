"""Names as a reader knows them, from the single words by which accounts are compared: "White House", not "House"."""

import re
from collections import Counter
from collections.abc import Sequence

from storyreader.reading import Reading


def whole_names(words: Sequence[str], *readings: Reading) -> list[str]:
    """The names in which some words stand most often in all of the readings, in the order of the words, each once.

    A word that is a title, a single letter, or part of another of the names is none.
    """
    counts = [reading.written_names for reading in readings]
    common = counts[0]
    for count in counts[1:]:
        common = Counter({name: min(number, count[name]) for name, number in common.items() if name in count})
    found = [_name_of(word, common) for word in words]
    told = list(dict.fromkeys(name for name in found if name))
    return [name for name in told if not any(_is_part(name, other) for other in told)]


def _name_of(word: str, common: Counter[str]) -> str:
    """The commonest name with a word; empty where it is none."""
    own = [name for name in common if word in re.split(r"[ -]", name)]
    return min(own, key=lambda name: (-common[name], len(name), name), default="")


def _is_part(name: str, other: str) -> bool:
    """Whether a name stands in another one, or is its plural."""
    return name == f"{other}s" or (name != other and f" {name} " in f" {other.replace('-', ' ')} ")
