"""What the end of a story shows: an agency that signs its last line, "The vote is due on Friday. (Reuters)", or a line
below it with its tags or with a name that stands above too. What closes like a paragraph before such a line is told.
"""

import re

from storyreader.article import BODY
from storyreader.cleaning.candidates import bylines_of
from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft, last_kept
from storyreader.cleaning.fields.agency import signature

_ENDED = re.compile(r"[.!?…][”\"»“]?\s?[(\[（【][^()\[\]（）【】]{2,40}[)\]）】]\s*$")
"""A sentence that is ended before its signature; a caption's seldom is."""
_LEAST = 6
"""Words of such a line."""
_TAGS = CATEGORIES.index("tags")
_REACH = 8
"""Blocks below the story in which the line with its tags or its signature is looked for."""
_ADDRESSED = 0.1
"""Share of its words that speak to the reader."""
_SHORTEST, _LONG = 4, 12
"""Words of a last paragraph, and of one in which a word may be a cue by chance."""


def apply(draft: Draft) -> None:
    """Keep what stands at the end, where nothing else has been said of it."""
    number = last_kept(draft.blocks) + 1
    if draft.page.media != "text" or not 1 < number < len(draft.blocks):
        return
    if is_signed_end(draft.blocks[number]):
        draft.blocks[number].decide(BODY)
    elif draft.blocks[number - 1].gap:
        for block in draft.blocks[number : _end_mark(draft, number)]:
            if block.gap and _is_paragraph(block):
                block.decide(BODY)


def _end_mark(draft: Draft, number: int) -> int:
    """The number of the line below the story that marks its end, or the one given."""
    signed = {name for candidate in bylines_of(draft) if candidate.index < number for name in candidate.names}
    again = {candidate.index for candidate in bylines_of(draft) if not signed.isdisjoint(candidate.names)}
    for below in range(number, min(number + _REACH, len(draft.blocks))):
        if below in again or draft.blocks[below].shape.cues[_TAGS] >= START:
            return below
    return number


def _is_paragraph(block: Block) -> bool:
    shape = block.shape
    plain = (
        max(shape.cues) < (START if shape.words >= _LONG else 1)
        and shape.address_share < _ADDRESSED
        and not shape.has_email
        and not shape.has_url
    )
    return plain and shape.closes and not shape.bullet and shape.words >= _SHORTEST


def is_signed_end(block: Block) -> bool:
    """Whether a line is a sentence behind which an agency signs."""
    return block.shape.words >= _LEAST and bool(_ENDED.search(block.text)) and signature(block.text) is not None
