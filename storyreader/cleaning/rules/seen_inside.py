"""Between two blocks of the story, what the extractor takes for it too stays, though its score is low.

Headings, items and short answers score low on pages of a make that training has not seen; trafilatura, which goes by
the markup, keeps them. A line that a cue or its place in the page speaks against is not asked, nor are rows of
tables, links, names and dates.
"""

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.features import is_signature
from storyreader.cleaning.names import looks_like_name
from storyreader.cleaning.rules.cue_line import best_cue
from storyreader.cleaning.rules.default_reason import place_of

_SEEN = 0.8
"""Share of a block in the extractor's text from which it has the block."""
_NEAR = 2
"""Elements around a block of which it must share one with the story."""
_LINKED = 0.5
"""Share of a block's characters that may be links."""


def apply(draft: Draft) -> None:
    """Keep undecided blocks that the extractor has."""
    kept = [number for number, block in enumerate(draft.blocks) if block.kept]
    if not kept:
        return
    holders = frozenset().union(*(_holders(draft.blocks[number]) for number in kept))
    for block in draft.blocks[kept[0] : kept[-1]]:
        if block.extracted >= _SEEN and _is_open(block) and holders & _holders(block):
            block.decide(BODY)


def _holders(block: Block) -> frozenset[int]:
    """The nearest elements around a block that may hold other blocks too."""
    return frozenset(block.structure.ancestors[:_NEAR]) if block.structure is not None else frozenset()


def _is_open(block: Block) -> bool:
    if block.reason or place_of(block) is not None or best_cue(block) is not None:
        return False
    shape, structure = block.shape, block.structure
    if structure is not None and ("table" in structure.flags or structure.links > _LINKED):
        return False
    unfinished = block.text.endswith(("…", "..."))  # a teaser, or "Loading…"
    return not (unfinished or shape.has_email or shape.has_url or is_signature(block) or looks_like_name(block.text))
