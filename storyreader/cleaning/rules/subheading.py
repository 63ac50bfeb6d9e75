"""A heading right above a paragraph of the story heads it: training has not seen every make.

In markup it stands in an element for headings in the holder of both, or is a paragraph in bold type throughout. In a
dump it is a few words on a line of their own, set apart on both sides, where the score has some doubt only: of 43 such
lines on real pages 31 were headings of the story, and most of the others headings too.
"""

import itertools
import re

from storyreader.article import BODY
from storyreader.cleaning.candidates import after_opener
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.names import looks_like_name
from storyreader.cleaning.rules.cue_line import best_cue
from storyreader.cleaning.rules.default_reason import place_of

_HEADINGS = frozenset({"h2", "h3", "h4"})
_SHORTEST, _LONGEST = 2, 14
"""Words of a subheading."""
_LINKED, _BOLD = 0.1, 0.95
"""Shares of its characters that may be links, and that stand in bold type where its element is none for headings."""
_LONGEST_LINE, _DOUBT = 9, 0.2
"""Words of a line of a dump that may be one, and the score that it must have."""
_NO_HEADING = re.compile(r"[|©@/]|[):…]$|\.\.\.$")
_NEAR = 2
"""Elements around the paragraphs above and below of which one is the heading's nearest."""


def apply(draft: Draft) -> None:
    """Keep undecided headings below prose of the story and right above more of it."""
    if draft.page.media == "text":
        _take_lines(draft)
        return
    holders: set[int] = set()
    for block, below in itertools.pairwise(draft.blocks):
        if block.kept and block.shape.prose and block.structure is not None:
            holders.update(block.structure.ancestors[:_NEAR])
        own = block.structure
        inside = own is not None and not holders.isdisjoint(own.ancestors[:1])
        if not block.reason and inside and is_subheading(block, below):
            block.decide(BODY)


def _take_lines(draft: Draft) -> None:
    """Keep the lines of a dump that head the paragraph below, where only what is judged stands above them."""
    above: Block | None = None
    for block, below in itertools.pairwise(draft.blocks):
        told = below.kept and below.shape.prose and below.gap > 0
        if above is not None and above.kept and above.shape.prose and told and _may_head(block):
            block.decide(BODY)
        if block.kept or not block.reason:
            above = block


def _may_head(block: Block) -> bool:
    """Whether a line of a dump has the look of a heading, and of nothing else."""
    shape, text = block.shape, block.text
    if block.reason or not block.gap or block.score < _DOUBT or not _SHORTEST <= shape.words <= _LONGEST_LINE:
        return False
    if shape.closes or any(shape.cues) or shape.address_share or shape.digit_share or _NO_HEADING.search(text):
        return False
    other = looks_like_name(text) or text.isupper() or not text[0].isupper() or after_opener(text) is not None
    return not (other or shape.has_email or shape.has_url)


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
