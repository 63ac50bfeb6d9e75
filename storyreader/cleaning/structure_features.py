"""Describes the blocks of an HTML page, for the learned scores: the structure they stand in, the views of extractors.

These are an extractor's text, the article text that some pages carry in their hidden data, and the description.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log1p

from storyreader.cleaning.draft import Block, Structure

_TAGS = (
    "p",
    "div",
    "li",
    "td",
    "figcaption",
    "blockquote",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "body",
)
_AROUND = (
    "nav", "header", "footer", "aside", "figure", "form", "article", "main", "ul", "ol", "table", "blockquote", "li",
    "a", "p", "button", "h2",
)  # fmt: skip
_NEAR = 60
"""Characters of class names that belong to the nearest elements."""


def structure_features(blocks: Sequence[Block]) -> list[list[float]]:
    """Return one row for each block; which share of it others take for the article was noted before (see coverage)."""
    shares = _ancestor_shares(blocks)
    covers = list(zip(*(block.seen for block in blocks), strict=True))
    rows = []
    for number, block in enumerate(blocks):
        structure = block.structure or Structure("body", 0.0, 0.0, 0, ())
        row = [
            float(_TAGS.index(structure.tag)) if structure.tag in _TAGS else -1.0,
            structure.links,
            structure.bold,
            float(min(60, structure.depth)),
            *(float(flag in structure.flags) for flag in _AROUND),
            float("itemprop=articlebody" in structure.flags),
            *_class_words(structure.classes),
            *shares[number],
        ]
        for cover in covers:
            low, high = max(0, number - 3), min(len(blocks), number + 4)
            row += [cover[number], sum(cover[low:high]) / (high - low)]
        rows.append(row)
    return rows


@lru_cache(maxsize=5000)
def _class_words(classes: str) -> tuple[float, ...]:
    near = classes[:_NEAR]
    return tuple(
        2.0 if any(word in near for word in words) else 1.0 if any(word in classes for word in words) else 0.0
        for words in class_groups().values()
    )


@cache
def class_groups() -> dict[str, tuple[str, ...]]:
    """Parts of class names by what they say of an element: body, lead, caption and so on."""
    data = json.loads(files("storyreader.cleaning").joinpath("data/class_words.json").read_text("utf-8"))
    return {name: tuple(words) for name, words in data.items()}


def _ancestor_shares(blocks: Sequence[Block]) -> list[list[float]]:
    """Which share of the page's prose stands in each of the nearest ancestors, and how much of them is links."""
    prose: dict[int, float] = defaultdict(float)
    links: dict[int, float] = defaultdict(float)
    chars: dict[int, float] = defaultdict(float)
    total = 1.0
    for block in blocks:
        if block.structure is None:
            continue
        weight = float(block.shape.words) if block.shape.prose and block.structure.links < 0.5 else 0.0
        total += weight
        for ancestor in block.structure.ancestors:
            prose[ancestor] += weight
            chars[ancestor] += block.shape.chars
            links[ancestor] += block.shape.chars * block.structure.links
    rows = []
    for block in blocks:
        ancestors = block.structure.ancestors if block.structure else ()
        row = [prose[ancestor] / total for ancestor in ancestors[:5]]
        row += [row[-1] if row else 0.0] * (5 - len(row))
        dense = [links[ancestor] / max(1.0, chars[ancestor]) for ancestor in ancestors[:2]]
        dense += [dense[-1] if dense else 0.0] * (2 - len(dense))
        rows.append(row + dense + [log1p(prose[ancestors[0]]) if ancestors else 0.0])
    return rows
