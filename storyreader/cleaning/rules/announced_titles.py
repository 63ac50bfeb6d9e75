"""Titles of other stories are left out where a label inside the story announces them: "People are also reading".

They are the lines of the same group as the label, without a blank line between. A button such as "Read more" announces
nothing, it ends what stands above. A longer label, "Most read in Sport", is one where blank lines set paragraphs apart.
Few words at the end of the group head the paragraph below.
"""

from itertools import zip_longest

from storyreader.cleaning.cues import CATEGORIES, START, WHOLE, plain_words
from storyreader.cleaning.draft import Block, Draft, is_spaced

_RELATED = CATEGORIES.index("related")
_LONGEST, _LABEL = 25, 6
"""Words of a title, and of a label that only begins like one."""
_MOST, _FEWEST = 8, 5
"""Lines below a label that are asked; words of a title that is not the first."""
_BUTTONS = frozenset(
    {
        "read more", "continue reading", "read on", "mehr lesen", "weiterlesen", "lire plus", "leer más", "leia mais",
        "leggi di più", "lees meer", "läs mer", "les mer", "læs mere", "czytaj więcej", "devamını oku",
    }
)  # fmt: skip


def apply(draft: Draft) -> None:
    """Judge the kept titles below a label, in text pages."""
    if draft.page.media == "html":
        return
    since, spaced = _MOST, is_spaced(draft.blocks)
    for block, below in zip_longest(draft.blocks, draft.blocks[1:]):
        since = 0 if _announces(block, spaced) else _MOST if block.gap else since + 1
        heads = since > 1 and block.shape.words < _FEWEST and below is not None and below.gap > 0
        if since < _MOST and block.kept and not block.shape.closes and block.shape.words <= _LONGEST and not heads:
            block.reason = "related story"


def _announces(block: Block, spaced: bool) -> bool:
    cue = block.shape.cues[_RELATED]
    begins = spaced and cue == START and block.shape.words <= _LABEL and not block.shape.closes and not block.kept
    return (cue == WHOLE or begins) and " ".join(plain_words(block.text)) not in _BUTTONS
