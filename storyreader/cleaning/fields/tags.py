"""Finds the tags: a line that opens with a word for them, or the short lines below such a word."""

import re

from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.draft import Draft

_TAGS = CATEGORIES.index("tags")
_SPLIT = re.compile(r"\s*[|,;•·#/]\s*|\s{2,}")
_LONGEST_TAG = 6
"""Words of a tag."""
_MOST_BELOW = 15
"""Lines below a heading that may be tags."""


def find(draft: Draft) -> None:
    """Fill the tags and judge their lines."""
    for number, block in enumerate(draft.blocks):
        strength = block.shape.cues[_TAGS]
        if strength == START and block.shape.words <= 60 and ":" in block.text:
            tags = _split(block.text.split(":", 1)[1])
            if tags:
                draft.find("tags", tags, "line of tags")
                block.reason = "tags"
                return
        elif strength == WHOLE and not block.kept:
            tags = _below(draft, number)
            if tags:
                draft.find("tags", tags, "lines below a heading for tags")
                return


def _split(text: str) -> tuple[str, ...]:
    parts = (part.strip(" .") if part.count(".") < 2 else part.strip() for part in _SPLIT.split(text))
    tags = [part for part in parts if part and len(part.split()) <= _LONGEST_TAG]
    return tuple(dict.fromkeys(tags))


def _below(draft: Draft, number: int) -> tuple[str, ...]:
    tags: list[str] = []
    for block in draft.blocks[number + 1 : number + 1 + _MOST_BELOW]:
        if (
            block.kept
            or block.shape.words > _LONGEST_TAG
            or block.gap
            or max(block.shape.cues) >= START
            or block.shape.closes
        ):
            break
        tags.extend(_split(block.text))
        block.decide("tags")
    return tuple(dict.fromkeys(tags))
