"""A standfirst under the headline is told to the reader, though links, captions or share buttons set it apart.

It is taken in when it reads like a paragraph and hardly anything speaks against it: losing it loses the gist.
"""

from storyreader.article import BODY
from storyreader.cleaning.cues import START
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.fields.headline import same_words
from storyreader.cleaning.structure_features import class_groups

_SURE = 0.5
"""Probability of the headline from which what follows it is looked at."""
_BELOW = 4
"""Blocks below the headline in which a standfirst is looked for."""
_FARTHEST = 14
"""Blocks from the headline to the body."""
_SHORTEST, _LONGEST = 9, 70
"""Words of a standfirst."""
_DOUBT = 0.2
_TURKISH_LEAD = "spot"
"""A class that is a lead only as a whole: others, such as spotlight, are not."""
_LINKED = 0.3
"""Share of a standfirst's characters that may be links."""


def apply(draft: Draft) -> None:
    """Keep the standfirst, if there is one that was not kept."""
    headline = draft.headline_index
    first = next((number for number, block in enumerate(draft.blocks) if block.kept), None)
    if draft.clean or headline is None or first is None or draft.headline_score < _SURE:
        return
    if not headline < first <= headline + _FARTHEST:
        return
    for block in draft.blocks[headline + 1 : min(first, headline + 1 + _BELOW)]:
        if _reads_well(block) and not same_words(block.text, draft.blocks[headline].text):
            block.decide(BODY)
            return


def _reads_well(block: Block) -> bool:
    shape = block.shape
    if block.reason or not _SHORTEST <= shape.words <= _LONGEST or block.score < _DOUBT:
        return False
    if not shape.closes and not _is_called_lead(block):
        return False
    if shape.has_email or shape.credit == 2 or max(shape.cues) >= START:
        return False
    return block.structure is None or block.structure.links < _LINKED


def _is_called_lead(block: Block) -> bool:
    """Whether the nearest class of a block of markup says that it is a lead."""
    if block.structure is None:
        return False
    nearest = block.structure.nearest_class
    return nearest == _TURKISH_LEAD or any(word in nearest for word in class_groups()["lead"])
