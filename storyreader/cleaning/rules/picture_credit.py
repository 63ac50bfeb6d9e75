"""A line that ends by saying whose picture it describes is a caption, however much it reads like a sentence.

Only a credit behind a mark counts, such as "(Photo: Ann Bell)" or "Ann Bell / Reuters"; a story may end in "pictures".
So is a line right above one that is nothing but a credit, in a dump whose paragraphs have blank lines between them.
An agency alone in brackets, such as "(dpa)", signs texts too: a caption it is only where nothing says that it is text.
"""

from collections.abc import Sequence

from storyreader.cleaning.draft import Block, Draft, is_spaced
from storyreader.cleaning.fields.agency import signature
from storyreader.cleaning.rules.signed_end import is_signed_end

_LONGEST = 60
"""Words of a caption."""
_BEHIND_MARK = 2
_PICTURES = frozenset({"figure", "figcaption"})
_TOLD = 0.9
"""Score of a paragraph that is plainly told."""
_CAPTION_SENTENCES, _CAPTION_WORDS = 1, 25
"""What a caption inside the body has at most."""
_CREDIT_WORDS, _LEAST_WORDS = 10, 8
"""Words of a line that is nothing but a credit, at most; of a caption above it that ends like no sentence, at least."""


def apply(draft: Draft) -> None:
    """Judge the kept blocks that end with a picture's credit."""
    kept = [block for block in draft.blocks if block.kept]
    for block in kept:
        last = block is kept[-1]
        if is_captioned(block) and not _is_signed_text(block, last) and not (last and is_signed_end(block)):
            block.reason = "caption"
    if draft.page.media == "text" and is_spaced(kept):
        _judge_above_credits(draft.blocks)


def _judge_above_credits(blocks: Sequence[Block]) -> None:
    for above, block, below in zip(blocks, blocks[1:], blocks[2:], strict=False):
        apart = block.gap or not above.kept
        if block.kept and apart and _is_credit(below) and _may_be_caption(block):
            block.reason = "caption"


def _is_credit(block: Block) -> bool:
    """Whether a line that follows another without a blank line says whose picture it is, and nothing else."""
    told = block.reason == "caption" or block.shape.credit == _BEHIND_MARK
    return told and not block.kept and not block.gap and block.shape.words <= _CREDIT_WORDS


def _may_be_caption(block: Block) -> bool:
    shape = block.shape
    return shape.words <= _LONGEST and (shape.closes or shape.words >= _LEAST_WORDS) and shape.last != "?"


def _is_signed_text(block: Block, last: bool) -> bool:
    """Whether an agency alone signs a block that ends the body, or that is plainly told inside it."""
    shape = block.shape
    if not shape.prose or signature(block.text) is None or _stands_at_picture(block):
        return False
    return last or (block.score >= _TOLD and (shape.sentences > _CAPTION_SENTENCES or shape.words > _CAPTION_WORDS))


def _stands_at_picture(block: Block) -> bool:
    return block.structure is not None and not _PICTURES.isdisjoint(block.structure.flags)


def is_captioned(block: Block) -> bool:
    """Whether a line ends with the credit of a picture."""
    return block.shape.credit == _BEHIND_MARK and block.shape.words <= _LONGEST
