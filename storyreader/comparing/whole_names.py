"""Names as a reader knows them, from the single words by which accounts are compared: "White House", not "House"."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from storyreader.lexicon import tables_for
from storyreader.reading import Reading, bare_name

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_BOUND = re.compile(r"(?:-[^\W\d_]+)+")
_JOINTS = frozenset({" ", "-"})
"""What stands between two words of one name."""


def whole_names(words: Sequence[str], *readings: Reading) -> list[str]:
    """The names in which some words stand most often in all of the readings, in the order of the words, each once.

    A word that is a title, a single letter, or part of another of the names is none.
    """
    counts = [_names_of(reading) for reading in readings]
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


def _names_of(reading: Reading) -> Counter[str]:
    """The runs of words that are always written with a capital, with how often each stands there."""
    titles = tables_for(reading.language)
    found: Counter[str] = Counter()
    for text in reading.texts:
        words = [match for match in _WORD.finditer(text) if bare_name(match[0]) in reading.names]
        start = 0
        ends = [at for at, (one, other) in enumerate(pairwise(words), start=1) if not _are_joined(text, one, other)]
        for end in (*ends, len(words)):
            run = words[start:end]
            while run and titles.has("titles", run[0][0].lower()):
                run = run[1:]
            name = _told(text, run[0].start(), run[-1].end()) if run else ""
            if len(name) > 1:
                found[name] += 1
            start = end
    return found


def _told(text: str, start: int, end: int) -> str:
    """A name without the ending of a possessor, and with what a hyphen binds to it: "Val-du-Mer", not "Val-based"."""
    bound = _BOUND.match(text, end)
    last = bound[0].rpartition("-")[2] if bound else ""
    return bare_name(text[start : bound.end() if bound and last[0].isupper() else end])


def _are_joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words stand in one name."""
    return text[one.end() : other.start()] in _JOINTS and bare_name(one[0]) == one[0]
