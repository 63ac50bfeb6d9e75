"""What the end of a story shows: an agency that signs its last line, "The vote is due on Friday. (Reuters)", or its
tags right below. What closes like a paragraph between the story and its tags is told.

A name that stands above the story too shows no end: of 40 paragraphs before such a line on real pages 3 were its own.
"""

import itertools
import re

from storyreader.article import BODY
from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft, last_kept
from storyreader.cleaning.fields.agency import signature

_ENDED = re.compile(r"[.!?…][”\"»“]?\s?[(\[（【][^()\[\]（）【】]{2,40}[)\]）】]\s*$")
"""A sentence that is ended before its signature; a caption's seldom is."""
_LEAST = 6
"""Words of such a line."""
_TAGS = CATEGORIES.index("tags")
_REACH = 4
"""Blocks below the story in which the line with its tags is looked for; captions are passed over."""
_ADDRESSED = 0.1
"""Share of its words that speak to the reader."""
_SHORTEST = 4
"""Words of a last paragraph."""


def apply(draft: Draft) -> None:
    """Keep what stands at the end, where nothing else has been said of it."""
    number = last_kept(draft.blocks) + 1
    if draft.page.media != "text" or not 1 < number < len(draft.blocks):
        return
    if is_signed_end(draft.blocks[number]):
        draft.blocks[number].decide(BODY)
        return
    below = [block for block in draft.blocks[number : number + _REACH] if block.reason != "caption"]
    lines = list(itertools.takewhile(_is_paragraph, below))
    if below[len(lines) :] and below[len(lines)].shape.cues[_TAGS] >= START:
        for block in lines:
            block.decide(BODY)


def _is_paragraph(block: Block) -> bool:
    shape = block.shape
    plain = not any(shape.cues) and shape.address_share < _ADDRESSED and not shape.has_email and not shape.has_url
    return plain and not block.reason and block.gap > 0 and shape.closes and shape.words >= _SHORTEST


def is_signed_end(block: Block) -> bool:
    """Whether a line is a sentence behind which an agency signs."""
    return block.shape.words >= _LEAST and bool(_ENDED.search(block.text)) and signature(block.text) is not None
