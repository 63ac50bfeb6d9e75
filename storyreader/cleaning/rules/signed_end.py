"""The line right below the story that an agency signs is its end: "The vote is due on Friday. (Reuters)"."""

import re

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft, last_kept
from storyreader.cleaning.fields.agency import signature

_ENDED = re.compile(r"[.!?…][”\"»“]?\s?[(\[（【][^()\[\]（）【】]{2,40}[)\]）】]\s*$")
"""A sentence that is ended before its signature; a caption's seldom is."""
_LEAST = 6
"""Words of such a line."""


def apply(draft: Draft) -> None:
    """Keep it, where nothing else has been said of it."""
    number = last_kept(draft.blocks) + 1
    if draft.page.media != "text" or not 1 < number < len(draft.blocks):
        return
    if is_signed_end(draft.blocks[number]):
        draft.blocks[number].decide(BODY)


def is_signed_end(block: Block) -> bool:
    """Whether a line is a sentence behind which an agency signs."""
    return block.shape.words >= _LEAST and bool(_ENDED.search(block.text)) and signature(block.text) is not None
