"""A heading right above a paragraph of the story, in the holder of both, heads it: training has not seen every make.

In markup only. A heading of the story stands in an element for headings, or is a paragraph in bold type throughout.
"""

import itertools

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.rules.cue_line import best_cue
from storyreader.cleaning.rules.default_reason import place_of

_HEADINGS = frozenset({"h2", "h3", "h4"})
_SHORTEST, _LONGEST = 2, 14
"""Words of a subheading."""
_LINKED, _BOLD = 0.1, 0.95
"""Shares of its characters that may be links, and that stand in bold type where its element is none for headings."""
_NEAR = 2
"""Elements around the paragraphs above and below of which one is the heading's nearest."""


def apply(draft: Draft) -> None:
    """Keep undecided headings below kept prose and right above more of it."""
    holders: set[int] = set()
    for block, below in itertools.pairwise(draft.blocks):
        if block.kept and block.shape.prose and block.structure is not None:
            holders.update(block.structure.ancestors[:_NEAR])
        own = block.structure
        inside = own is not None and not holders.isdisjoint(own.ancestors[:1])
        if not block.reason and inside and is_subheading(block, below):
            block.decide(BODY)


def is_subheading(block: Block, below: Block) -> bool:
    """Whether a block of markup heads the kept paragraph right below it."""
    shape, own, next_one = block.shape, block.structure, below.structure
    if own is None or next_one is None or own.links > _LINKED or not (below.kept and below.shape.prose):
        return False
    if own.tag not in _HEADINGS and not (own.tag == "p" and own.bold >= _BOLD and next_one.bold < _BOLD):
        return False
    near = not {*own.ancestors[:1]}.isdisjoint(next_one.ancestors[:_NEAR])
    said = place_of(block) is not None or best_cue(block) is not None or block.text.endswith((":", "…", "..."))
    return near and _SHORTEST <= shape.words <= _LONGEST and not shape.closes and not said
