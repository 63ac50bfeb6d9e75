"""An appeal between two paragraphs is dropped: it speaks to the reader, of things that the story does not tell, or
stands in a box of markup for offers and questions.

Quotations speak to people too, so a line with quotation marks is left alone.
"""

import re
from collections import Counter

from storyreader.cleaning.cues import CATEGORIES, START, cues_of, words_of
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.offer_boxes import OFFER

_APPEALS = tuple(CATEGORIES.index(name) for name in ("sign-up", "promo", "related", "share"))
_OFFERS = tuple(CATEGORIES.index(name) for name in ("sign-up", "promo"))
_PROMO, _RELATED = CATEGORIES.index("promo"), CATEGORIES.index("related")
_SENTENCE = re.compile(r"[.!?…:]\s+")
_LONGEST_ASKING = 5
"""Words of a sentence that asks for something at the end of an appeal."""
_LONGEST = 32
"""Words of an appeal."""
_TOLD = 0.4
"""Share of its longer words that the story may use elsewhere."""


def apply(draft: Draft) -> None:
    """Judge the kept blocks that are appeals."""
    kept = [block for block in draft.blocks if block.kept]
    told: Counter[str] = Counter()
    for block in kept:
        told.update(block.shape.long_words)
    for block in kept:
        if block.structure is not None and OFFER in block.structure.flags:
            block.reason = "promo"
        elif _is_appeal(block):
            words = block.shape.long_words
            known = sum(1 for word in words if told[word] > 1)
            if known < _TOLD * len(words):
                block.reason = "promo"


def _is_appeal(block: Block) -> bool:
    shape = block.shape
    if (
        shape.words > _LONGEST
        or shape.quotes
        or "‘" in block.text
        or not any(shape.cues[number] for number in _APPEALS)
    ):
        return False
    if _tells(block):
        return False
    if shape.address_share > 0 or shape.has_email or shape.has_url or block.text.endswith("!") or shape.words <= 12:
        return True
    # a guide tells its steps like a sign-up begins, "Register for ...", so that only promos are known by their opening
    return (shape.cues[_PROMO] >= START and not shape.bullet) or _asks_at_the_end(block)


def _tells(block: Block) -> bool:
    """Whether a sentence only begins as a link does: "More on this case will be told in court."."""
    shape = block.shape
    only_begins = all(shape.cues[number] == (START if number == _RELATED else 0) for number in _APPEALS)
    return only_begins and shape.closes and not shape.address_share and not shape.has_url and not shape.bullet


def _asks_at_the_end(block: Block) -> bool:
    """Whether the last of several sentences is a few words that ask the reader to do something: "Sign up free."."""
    last = _SENTENCE.split(block.text.rstrip(" .!"))[-1]
    words = words_of(last)
    if last == block.text.rstrip(" .!") or len(words) > _LONGEST_ASKING:
        return False
    cues = cues_of(words, last)
    return any(cues[number] for number in _OFFERS)
