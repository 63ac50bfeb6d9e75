"""A paragraph that follows the body, or stands before its first, in the same dress is taken in when the doubt is small.

Only sure furniture may stand between them. This wins back last paragraphs behind an insert and leads above a caption.
"""

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft

_DOUBT = 0.3
"""Score from which a neighbour is taken in."""


def apply(draft: Draft) -> None:
    """Keep undecided paragraphs beside the kept ones."""
    blocks = draft.blocks
    gaps = sorted(block.gap for block in blocks if block.kept)
    if not gaps:
        return
    usual = gaps[len(gaps) // 2]
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        beside = False
        for number in order:
            block = blocks[number]
            if block.kept:
                beside = True
            elif not block.reason and block.shape.words >= 3:
                beside = beside and _is_alike(block, usual)
                if beside:
                    block.decide(BODY)


def _is_alike(block: Block, usual_gap: int) -> bool:
    shape = block.shape
    running = shape.prose and shape.closes and shape.words >= 12
    quiet = not any(shape.cues) and shape.address_share < 0.1 and not shape.has_email and not shape.has_url
    return running and quiet and block.score >= _DOUBT and (block.gap > 0) == (usual_gap > 0)
