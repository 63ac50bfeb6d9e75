"""What became of each sentence of an article whose page has changed: kept, reworded, moved, split, merged or gone.

First equal sentences are paired. Of the rest, single sentences and pairs of neighbours on either side are compared by
the similarity of their characters (rapidfuzz ratio, 0 to 100), the most alike first, each sentence used once; a pair
that is not clearly more alike than its rivals is left open. Scores and shares were chosen with benchmarks/anchors.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

ALIKE = 68.0
"""Similarity from which on a sentence counts as reworded."""

NEIGHBOURLY = 56.0
"""The same for a sentence between neighbours that are sure."""

APART = 9.0
"""So much more alike than any rival the best must be."""

INSIDE, INSIDE_LENGTH = 92.0, 32
"""Similarity and length (characters) from which on one sentence counts as part of another."""

PART = 72.0
"""So alike to the one sentence each of the two must be that it was split into, or merged from."""

_ROUNDS = 2
"""A sentence between frequent ones is sure only once these are."""

_LIMIT = 6
"""So many likely partners of a unit are looked at."""

Numbers = tuple[int, ...]


class _UnitPair(NamedTuple):
    score: float
    old: Numbers
    new: Numbers


def track_sentences(old: Sequence[str], new: Sequence[str]) -> dict[int, Numbers]:
    """For each old sentence that is still there the numbers of the new ones that it became; the others are left out."""
    texts = [" ".join(text.split()) for text in old], [" ".join(text.split()) for text in new]
    found = _equal(*texts)
    for pair in _reworded(texts[0], texts[1], found):
        for number in pair.old:
            found[number] = pair.new
    found.update(list(_inside(*texts, found)))
    return dict(sorted(found.items()))


def _equal(old: Sequence[str], new: Sequence[str]) -> dict[int, Numbers]:
    """Sentences that read the same. Of those that stand there several times the neighbours decide, or nothing does."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((old, new)):
        for number, text in enumerate(texts):
            places[text][side].append(number)
    found: dict[int, Numbers] = {
        before[0]: (after[0],) for before, after in places.values() if len(before) == len(after) == 1
    }
    frequent = [(before, after) for before, after in places.values() if before and after and len(before + after) > 2]
    for _ in range(_ROUNDS):
        for before, after in frequent:
            free = [place for place in after if (place,) not in found.values()]
            for number in before:
                near = [place for place in free if number not in found and _between(found, number, (place,))]
                if len(near) == 1:
                    found[number] = (near[0],)
                    free.remove(near[0])
    return found


def _between(found: dict[int, Numbers], number: int, new: Numbers, last: int | None = None) -> bool:
    """Whether the sentence before or after became the one before or after."""
    before, after = found.get(number - 1), found.get((number if last is None else last) + 1)
    return (before is not None and before[-1] == new[0] - 1) or (after is not None and after[0] == new[-1] + 1)


def _reworded(old: Sequence[str], new: Sequence[str], found: dict[int, Numbers]) -> Iterator[_UnitPair]:
    taken = {place for places in found.values() for place in places}
    free_old = [number for number in range(len(old)) if number not in found]
    free_new = [number for number in range(len(new)) if number not in taken]
    pairs = sorted(_pairs(old, new, free_old, free_new), key=lambda pair: (-pair.score, pair.old, pair.new))
    rivals: tuple[dict[int, list[_UnitPair]], dict[int, list[_UnitPair]]] = (defaultdict(list), defaultdict(list))
    for pair in pairs:
        for known, numbers in zip(rivals, (pair.old, pair.new), strict=True):
            for number in numbers:
                known[number].append(pair)
    sure = dict(found)
    used: tuple[set[int], set[int]] = (set(), set())
    for pair in pairs:
        if used[0].intersection(pair.old) or used[1].intersection(pair.new):
            continue
        near = _between(sure, pair.old[0], pair.new, pair.old[-1])
        if pair.score < (NEIGHBOURLY if near else ALIKE):
            continue
        used[0].update(pair.old)
        used[1].update(pair.new)
        if near or pair.score - _rival(rivals, pair) >= APART:
            sure.update(dict.fromkeys(pair.old, pair.new))
            yield pair


def _rival(known: tuple[dict[int, list[_UnitPair]], dict[int, list[_UnitPair]]], best: _UnitPair) -> float:
    """The score of the best pair that puts the old sentences, or the new ones, somewhere else altogether."""
    elsewhere = [
        next((pair.score for pair in known[0][number] if not set(pair.new) & set(best.new)), 0.0) for number in best.old
    ]
    elsewhere += [
        next((pair.score for pair in known[1][number] if not set(pair.old) & set(best.old)), 0.0) for number in best.new
    ]
    return max(elsewhere)


def _pairs(old: Sequence[str], new: Sequence[str], free_old: list[int], free_new: list[int]) -> Iterator[_UnitPair]:
    """All pairs of units that may be one: of two units at most one has two sentences."""
    ones, others = _singles(old, free_old), _singles(new, free_new)
    for olds, news in ((ones, {**others, **_doubles(new, free_new)}), (_doubles(old, free_old), others)):
        for unit, text in olds.items():
            likely = process.extract(text, news, scorer=fuzz.ratio, score_cutoff=NEIGHBOURLY, limit=_LIMIT)
            for whole, score, place in likely:
                parts = [old[n] for n in unit] if len(unit) > 1 else [new[n] for n in place]
                other = whole if len(unit) > 1 else text
                if len(parts) == 1 or all(fuzz.partial_ratio(part, other) >= PART for part in parts):
                    yield _UnitPair(score, unit, place)


def _inside(old: Sequence[str], new: Sequence[str], found: dict[int, Numbers]) -> Iterator[tuple[int, Numbers]]:
    """Old sentences that stand inside a changed new one, or of which a new one is what is left."""
    kept = {places[0] for number, places in found.items() if len(places) == 1 and old[number] == new[places[0]]}
    taken = {place for places in found.values() for place in places}
    wholes = {n: text for n, text in enumerate(new) if n not in kept and len(text) >= INSIDE_LENGTH}
    for number, text in enumerate(old):
        if number in found or len(text) < INSIDE_LENGTH:
            continue
        # what is left of a sentence is not yet another's, what it was put into may be
        fitting = {n: whole for n, whole in wholes.items() if len(whole) >= len(text) or n not in taken}
        likely = process.extract(text, fitting, scorer=fuzz.partial_ratio, score_cutoff=INSIDE - APART, limit=2)
        if likely and likely[0][1] >= INSIDE and (len(likely) == 1 or likely[0][1] - likely[1][1] >= APART):
            yield number, (likely[0][2],)


def _singles(texts: Sequence[str], free: Sequence[int]) -> dict[Numbers, str]:
    return {(number,): texts[number] for number in free}


def _doubles(texts: Sequence[str], free: Sequence[int]) -> dict[Numbers, str]:
    known = set(free)
    pairs = [(number, number + 1) for number in free if number + 1 in known]
    return {pair: f"{texts[pair[0]]} {texts[pair[1]]}" for pair in pairs}
