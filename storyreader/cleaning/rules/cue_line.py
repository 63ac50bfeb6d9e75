"""A line that is nothing but a cue, such as "Share on Facebook" or "All rights reserved", is named by that cue."""

from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.draft import Block, Draft

REASONS = {"related": "related story", "copyright": "footer"}
"""The plain words for categories whose own name would not explain itself."""

_SURE_START = frozenset({"copyright", "share", "comment", "sign-up", "promo", "caption", "related"})
_LONGEST_START = 14
"""Words up to which the beginning of a line tells what the whole line is."""


def apply(draft: Draft) -> None:
    """Judge the lines that a cue names beyond doubt."""
    for block in draft.blocks:
        if (category := sure_cue(block)) is not None:
            block.decide(reason_of(category, block))


def sure_cue(block: Block) -> str | None:
    """Return the category that names the block beyond doubt, if any."""
    cues = block.shape.cues
    for category, strength in zip(CATEGORIES, cues, strict=True):
        if strength == WHOLE:
            return category
        if strength == START and category in _SURE_START and block.shape.words <= _LONGEST_START:
            if block.shape.closes and category in {"caption", "related", "promo", "sign-up"} and not block.shape.bullet:
                continue  # "Photo: ..." without a full stop is a caption; "Receive this, he said." may be told
            return category
    return None


def best_cue(block: Block) -> str | None:
    """Return the category that speaks loudest for the block, if any speaks at all."""
    strength, number = max((strength, -number) for number, strength in enumerate(block.shape.cues))
    return CATEGORIES[-number] if strength else None


def reason_of(category: str, block: Block) -> str:
    """Return the plain words for a category."""
    if category == "copyright" and any(mark in block.text for mark in ("©", "(c)", "opyright", "ights reserved")):
        return "copyright"
    return REASONS.get(category, category)
