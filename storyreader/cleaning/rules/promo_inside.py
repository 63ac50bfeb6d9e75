"""An appeal between two paragraphs is dropped: it speaks to the reader, of things that the story does not tell.

Quotations speak to people too, so a line with quotation marks is left alone.
"""

from collections import Counter

from storyreader.cleaning.cues import CATEGORIES
from storyreader.cleaning.draft import Block, Draft

_APPEALS = tuple(CATEGORIES.index(name) for name in ("sign-up", "promo", "related", "share"))
_LONGEST = 32
"""Words of an appeal."""
_TOLD = 0.4
"""Share of its longer words that the story may use elsewhere."""


def apply(draft: Draft) -> None:
    """Judge the kept blocks that are appeals."""
    kept = [block for block in draft.blocks if block.kept]
    told: Counter[str] = Counter()
    for block in kept:
        told.update(_long_words(block))
    for block in kept:
        if _is_appeal(block):
            words = _long_words(block)
            known = sum(1 for word in words if told[word] > 1)
            if known < _TOLD * len(words):
                block.reason = "promo"


def _is_appeal(block: Block) -> bool:
    shape = block.shape
    if shape.words > _LONGEST or shape.quotes or not any(shape.cues[number] for number in _APPEALS):
        return False
    return shape.address_share > 0 or shape.has_email or shape.has_url or block.text.endswith("!") or shape.words <= 12


def _long_words(block: Block) -> frozenset[str]:
    return frozenset(token for token in block.shape.tokens if len(token) > 3)
