"""Two sentences that say of one thing what it is, and cannot both be right: a film, a truck."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from storyreader.matching.conflict_places import Candidate, slot_figures
from storyreader.matching.conflict_slots import Pair, Range, Side

_IS = frozenset({"is", "was", "are", "were"})
_A = frozenset({"a", "an", "the", "one"})
REACH = 12
"""Words behind "is a" in which its class is looked for; the first one found counts."""
MOST_BEFORE = 16
"""Words before "is a": with more the subject stands far away."""


@cache
def classes(language: str) -> dict[str, int]:
    """For each word that tells a class, in small letters, the number of its line; empty without a table."""
    file = resources.files("storyreader.facts") / "data" / f"classes_{language}.txt"
    if not file.is_file():
        return {}
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {word: number for number, line in enumerate(lines) for word in line.split()}


def class_candidates(pair: Pair) -> Iterator[Candidate]:
    """The classes of one subject on both sides, when no word of either class stands in the other sentence."""
    table = classes(pair.left.language)
    if not table:
        return
    ours, theirs = _told(pair.left, table), _told(pair.right, table)
    if ours is None or theirs is None:
        return
    (left, one, subject), (right, other, second) = ours, theirs
    shared = subject & second
    every = [{table[word] for word in side.lower if word in table} for side in (pair.left, pair.right)]
    if one == other or not shared or one in every[1] or other in every[0]:
        return
    yield Candidate("class", left, right, slot_figures(pair, left, right))


def _told(side: Side, table: dict[str, int]) -> tuple[Range, int, set[str]] | None:
    """Where the first "is a" tells a class, which, and the weighty words of its subject."""
    lower = side.lower
    for place in range(1, min(len(lower) - 1, MOST_BEFORE + 1)):
        if lower[place] not in _IS or not (lower[place + 1] in _A or side.words.texts[place + 1][0].isupper()):
            continue
        subject = {side.words.keys[at] for at in range(place) if side.weight(at) == 1.0}
        for at in range(place + 1, min(len(lower), place + 1 + REACH)):
            # the head of "television series" is its last word
            if lower[at] in table and not (at + 1 < len(lower) and lower[at + 1] in table):
                return (at, at + 1), table[lower[at]], subject
        return None
    return None
