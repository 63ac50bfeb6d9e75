"""A line that ends by saying whose picture it describes is a caption, however much it reads like a sentence.

Only a credit behind a mark counts, such as "(Photo: Ann Bell)" or "Ann Bell / Reuters"; a story may end in "pictures".
"""

from storyreader.cleaning.draft import Block, Draft

_LONGEST = 60
"""Words of a caption."""
_BEHIND_MARK = 2


def apply(draft: Draft) -> None:
    """Judge the kept blocks that end with a picture's credit."""
    for block in draft.blocks:
        if block.kept and is_captioned(block):
            block.reason = "caption"


def is_captioned(block: Block) -> bool:
    """Whether a line ends with the credit of a picture."""
    return block.shape.credit == _BEHIND_MARK and block.shape.words <= _LONGEST
