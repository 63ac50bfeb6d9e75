"""A text that holds nothing but paragraphs set apart by blank lines has been cleaned before, and is left as it is.

The learned scores judge a line by the page around it; where there is no page around it, they have nothing to go by.
"""

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.rules.cue_line import sure_cue

_LEAST_PROSE = 0.5
"""Share of the words that must stand in running text, unless the blocks are long on average."""
_LONG = 6
"""Words of a block on average from which a text without full stops, such as a poem, is taken for a text too."""


def apply(draft: Draft) -> None:
    """Score every block as body text when the page is clean; the explicit rules still speak."""
    if not draft.whole and is_clean(draft):
        draft.clean = True
        for block in draft.blocks:
            block.score = 1.0


def is_clean(draft: Draft) -> bool:
    """Whether every block is set apart, none is plainly page furniture, and most words are running text."""
    blocks = draft.blocks
    if not blocks or any(not block.gap for block in blocks) or any(sure_cue(block) for block in blocks):
        return False
    words = sum(block.shape.words for block in blocks)
    prose = sum(block.shape.words for block in blocks if block.shape.prose)
    return prose >= _LEAST_PROSE * words or words >= _LONG * len(blocks)
