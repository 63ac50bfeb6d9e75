"""Describes every block again once its neighbours have scores: the second stage of the learned judgement.

The numbers are the first row, the scores around the block, its place in the stretch that the scores draw, its place
below the headline, and what it shares with the likely body and the headline.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from storyreader.cleaning.draft import Block
from storyreader.cleaning.span import stretch

_REACH = 4
_FAR = 40
_LEAD = 150
"""Words with which a story opens."""
_NEAR = 60
"""Characters of class names that belong to the nearest elements."""
_BEGINNING = 9
"""Letters of a class name that tell its kind."""
_NUMBER = re.compile(r"\d+")
_Group = tuple[str, ...] | tuple[int, ...]
_SURE = 0.6
"""Score from which a block's words count as words of the body."""


def second_features(blocks: Sequence[Block], rows: Sequence[list[float]], scores: Sequence[float]) -> list[list[float]]:
    """Return the rows with what the first stage's scores, one for each block, tell about the surroundings."""
    around = _around(blocks, scores)
    body = _body_words(blocks, scores)
    lead = _lead_words(blocks, scores)
    alike = _alike(blocks, scores)
    return [[*row, *around[number], *body[number], *lead[number], *alike[number]] for number, row in enumerate(rows)]


def with_headline(blocks: Sequence[Block], rows: Sequence[list[float]], headline: int | None) -> list[list[float]]:
    """Return the rows with each block's place below the likely headline, whose index is given, and the words shared."""
    words = [block.shape.long_words for block in blocks]
    title = words[headline] if headline is not None else frozenset()
    shares = [len(own & title) / len(title) if title else 0.0 for own in words]
    around = _means(shares, 5)
    result = []
    for number, row in enumerate(rows):
        distance = 99.0 if headline is None else float(max(-_FAR, min(_FAR, number - headline)))
        result.append([*row, shares[number], around[number], distance])
    return result


def _around(blocks: Sequence[Block], scores: Sequence[float]) -> list[list[float]]:
    count = len(blocks)
    words = [float(min(80, block.shape.words)) for block in blocks]
    mass = [score * size for score, size in zip(scores, words, strict=True)]
    before = list(accumulate(mass, initial=0.0))
    sizes = list(accumulate(words, initial=0.0))
    total = before[-1] or 1.0
    first, last = stretch(scores, words)
    padded = [0.0] * _REACH + list(scores) + [0.0] * _REACH
    inside = before[last] - before[first] if last > first else 0.0
    result = []
    for number in range(count):
        row = [
            scores[number],
            *padded[number : number + _REACH],
            *padded[number + _REACH + 1 : number + 2 * _REACH + 1],
        ]
        for reach in (3, 8, 20):
            low, high = max(0, number - reach), min(count, number + reach + 1)
            other = before[high] - before[low] - mass[number]
            row.append(other / max(1.0, sizes[high] - sizes[low] - words[number]))
        row += [
            before[number] / total,
            log1p(before[number]),
            log1p(max(0.0, total - before[number + 1])),
            float(max(-_FAR, min(_FAR, number - first))),
            float(max(-_FAR, min(_FAR, last - 1 - number))),
            inside / total,
            max(scores[max(0, number - 12) : number], default=0.0),
            max(scores[number + 1 : number + 13], default=0.0),
        ]
        result.append(row)
    return result


def _alike(blocks: Sequence[Block], scores: Sequence[float]) -> list[list[float]]:
    """How the other blocks with the same markup, and in the same ancestors, were scored; nothing for text pages.

    For each group the others' mean score by words, -1 where a block is alone, and the group's share of all scored text.
    """
    if any(block.structure is None for block in blocks):
        return [[] for _ in blocks]
    words = [float(min(80, block.shape.words)) for block in blocks]
    mass = [score * size for score, size in zip(scores, words, strict=True)]
    total = sum(mass) or 1.0
    rows: list[list[float]] = [[] for _ in blocks]
    for keys in _groups(blocks):
        masses: dict[_Group, float] = defaultdict(float)
        sizes: dict[_Group, float] = defaultdict(float)
        for key, own, size in zip(keys, mass, words, strict=True):
            masses[key] += own
            sizes[key] += size
        for row, key, own, size in zip(rows, keys, mass, words, strict=True):
            others = sizes[key] - size
            row += [(masses[key] - own) / others if others > 0 else -1.0, masses[key] / total]
    return rows


def _groups(blocks: Sequence[Block]) -> list[list[_Group]]:
    """What a block shares with others: its element and classes without their numbers, and each of three ancestors."""
    places = [block.structure for block in blocks if block.structure is not None]
    classes = [_NUMBER.sub("", place.classes[:_NEAR]).split() for place in places]
    worn = Counter(name for names in classes for name in set(names))
    # a name that one block alone has is its number in letters: only its beginning tells what it is
    markup: list[_Group] = [
        (place.tag, *(name if worn[name] > 1 else name[:_BEGINNING] for name in names))
        for place, names in zip(places, classes, strict=True)
    ]
    first: list[_Group] = [place.ancestors[:1] for place in places]
    second: list[_Group] = [place.ancestors[1:2] for place in places]
    third: list[_Group] = [place.ancestors[2:3] for place in places]
    return [markup, first, second, third]


def _body_words(blocks: Sequence[Block], scores: Sequence[float]) -> list[list[float]]:
    """The share of each block's longer words that the likely body holds elsewhere, and its mean around the block."""
    sets = [block.shape.long_words for block in blocks]
    body: Counter[str] = Counter()
    for words, score in zip(sets, scores, strict=True):
        if score >= _SURE:
            body.update(words)
    shares = []
    for words, score in zip(sets, scores, strict=True):
        own = 1 if score >= _SURE else 0
        shares.append(sum(1 for word in words if body[word] > own) / len(words) if words else 0.0)
    return [[share, mean] for share, mean in zip(shares, _means(shares, 5), strict=True)]


def _lead_words(blocks: Sequence[Block], scores: Sequence[float]) -> list[list[float]]:
    """The share of each block's longer words that the likely story opens with, and its mean around and before."""
    sets = [block.shape.long_words for block in blocks]
    first, last = stretch(scores, [float(block.shape.words) for block in blocks])
    lead: set[str] = set()
    size = 0
    for number in range(first, last):
        if scores[number] >= _SURE and size < _LEAD:
            lead |= sets[number]
            size += blocks[number].shape.words
    shares = [len(words & lead) / len(words) if words else 0.0 for words in sets]
    return [[share, mean] for share, mean in zip(shares, _means(shares, 4), strict=True)]


def _means(values: Sequence[float], reach: int) -> list[float]:
    sums = list(accumulate(values, initial=0.0))
    bounds = ((max(0, n - reach), min(len(values), n + reach + 1)) for n in range(len(values)))
    return [(sums[high] - sums[low]) / (high - low) for low, high in bounds]
