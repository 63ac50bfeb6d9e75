"""The paragraphs of a story in markup wear one dress: the same element with the same first class.

Where nearly all of a body does, one or two later blocks in another dress are no part of it unless plainly told;
and a paragraph in the story's dress, after its beginning, is taken in when the doubt is not large.
"""

import itertools
from collections import Counter

from storyreader.article import BODY
from storyreader.cleaning.cues import START
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.rules.subheading import is_subheading

_UNIFORM = 0.8
"""Share of the body's words from which its commonest dress is the story's."""
_ODD = 2
"""Blocks in another dress up to which they are an insert."""
_SURE = 0.8
"""Score from which a block in another dress stays."""
_OWN_DRESS = frozenset({"h2", "h3", "h4", "li", "blockquote"})
"""Elements that a story dresses in their own way."""
_FEWEST = 3
"""Paragraphs kept in a dress, at least, before others are taken in for it, and their least share of all in it."""
_SHARE = 0.3
_DOUBT = 0.1
_SHORTEST = 12
"""Words of a paragraph that is taken in."""
_LINKED = 0.3
"""Share of its characters that may be links."""


def apply(draft: Draft) -> None:
    """Drop odd blocks, then take in paragraphs like those that are kept."""
    if draft.page.media != "html":
        return
    _drop_odd(draft)
    _take_in(draft)


def _drop_odd(draft: Draft) -> None:
    kept = [block for block in draft.blocks if block.kept]
    words: Counter[tuple[str, str]] = Counter()
    for block in kept:
        words[_dress(block)] += block.shape.words
    if not words:
        return
    usual, most = words.most_common(1)[0]
    if most < _UNIFORM * words.total():
        return
    blocks = Counter(_dress(block) for block in kept)
    begun = False  # what stands before the first paragraph in the usual dress may be its standfirst
    for block, below in itertools.zip_longest(kept, kept[1:]):
        dress = _dress(block)
        begun = begun or dress == usual
        odd = dress != usual and blocks[dress] <= _ODD and block.score < _SURE and dress[0] not in _OWN_DRESS
        if begun and odd and not (below is not None and is_subheading(block, below)):
            block.reason = "inserted text"


def _take_in(draft: Draft) -> None:
    told = [block for block in draft.blocks if block.shape.prose and _is_text(block)]
    kept = Counter(_dress(block) for block in told if block.kept)
    all_in = Counter(_dress(block) for block in told)
    begun = False
    for block in draft.blocks:
        begun = begun or block.kept
        dress = _dress(block)
        enough = kept[dress] >= _FEWEST and kept[dress] >= _SHARE * all_in[dress]
        if begun and not block.reason and dress[1] and enough and _reads_well(block):
            block.decide(BODY)


def _dress(block: Block) -> tuple[str, str]:
    """The element and the nearest class of a block."""
    if block.structure is None:
        return ("", "")
    return block.structure.tag, block.structure.nearest_class


def _is_text(block: Block) -> bool:
    return block.structure is not None and block.structure.links < _LINKED


def _reads_well(block: Block) -> bool:
    shape = block.shape
    running = shape.prose and shape.closes and shape.words >= _SHORTEST
    return running and _is_text(block) and block.score >= _DOUBT and max(shape.cues) < START
