"""Short lines without a full stop at either end of the body belong to what is beside it: buttons, headings, names.

Only where the body is mostly running text, so that a poem or a price list keeps its lines; markup shows its own ends.
What states rights below the last paragraph is none, in markup too.
"""

import re

from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.rules.signed_end import is_signed_end

_COPYRIGHT = CATEGORIES.index("copyright")
_LONGEST = 14
"""Words of such a line."""
_PROSE = 0.6
"""Share of the body's words that must stand in running text."""
_COUNTER = re.compile(r"\W*(?:\d{1,3}\s*/\s*\d{1,3}|A\s*\+\s*A\s*-?)\W*")
"""Numbers of a gallery's pictures and buttons for the size of letters, which are no text anywhere."""


def apply(draft: Draft) -> None:
    """Drop the loose lines at both ends, and counters."""
    kept = [block for block in draft.blocks if block.kept]
    while len(kept) > 1 and not draft.clean and kept[-1].shape.cues[_COPYRIGHT] >= START:
        kept.pop().reason = "copyright"
    words = sum(block.shape.words for block in kept)
    if draft.clean or draft.page.media != "text":
        return
    for block in kept:
        if _COUNTER.fullmatch(block.text):
            block.reason = "short line"
    if sum(block.shape.words for block in kept if block.shape.prose) < _PROSE * words:
        return
    for order in (kept, kept[::-1]):
        for block in order:
            shape = block.shape
            if block.kept and (shape.words >= _LONGEST or shape.closes or shape.bullet or is_signed_end(block)):
                break
            block.reason = "short line"
