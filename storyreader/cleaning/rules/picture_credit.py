"""A line that ends by saying whose picture it describes is a caption, however much it reads like a sentence.

Only a credit behind a mark counts, such as "(Photo: Ann Bell)" or "Ann Bell / Reuters"; a story may end in "pictures".
An agency alone in brackets, such as "(dpa)", signs texts too: a caption it is only where nothing says that it is text.
"""

from storyreader.cleaning.draft import Block, Draft
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


def apply(draft: Draft) -> None:
    """Judge the kept blocks that end with a picture's credit."""
    kept = [block for block in draft.blocks if block.kept]
    for block in kept:
        last = block is kept[-1]
        if is_captioned(block) and not _is_signed_text(block, last) and not (last and is_signed_end(block)):
            block.reason = "caption"


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
