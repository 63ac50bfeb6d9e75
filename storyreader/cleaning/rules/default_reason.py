"""Names why the remaining lines were left out: by their cue, else by their place and look."""

from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.rules.cue_line import best_cue, reason_of
from storyreader.cleaning.rules.picture_credit import is_captioned


def apply(draft: Draft) -> None:
    """Give every block that is still undecided a reason."""
    kept = [number for number, block in enumerate(draft.blocks) if block.kept]
    first, last = (kept[0], kept[-1]) if kept else (len(draft.blocks), len(draft.blocks))
    footer = False
    for number, block in enumerate(draft.blocks):
        if block.reason in {"footer", "copyright"} and number > last:
            footer = True
        if not block.reason:
            block.decide(_reason(block, number < first, number > last, footer))


_CELLS = 3
"""Cells, set apart by tabs, from which a line is a row of a table."""
_PLACES = (
    ("figcaption", "caption"), ("nav", "navigation"), ("footer", "footer"), ("form", "form"), ("figure", "caption"),
    ("aside", "aside"),
)  # fmt: skip
"""What an element around a block says of it, the surest first."""


def place_of(block: Block) -> str | None:
    """What the elements around a block make of it: a caption, navigation; None where they say nothing."""
    if block.structure is None:
        return None
    return next((reason for element, reason in _PLACES if element in block.structure.flags), None)


def _reason(block: Block, above: bool, below: bool, footer: bool) -> str:
    if (place := place_of(block)) is not None:
        return place
    category = best_cue(block)
    if category is not None and (block.shape.words < 40 or category in {"copyright", "sign-up", "comment"}):
        return reason_of(category, block)
    if is_captioned(block):
        return "caption"
    if above:
        return "related story" if block.shape.words >= 12 else "navigation"
    return _below(block, footer) if below else _inside(block)


def _below(block: Block, footer: bool) -> str:
    if block.shape.words >= 12:
        return "other text"
    if footer:
        return "footer"
    return "related story" if block.shape.words >= 5 else "navigation"


def _inside(block: Block) -> str:
    if any(line.count("\t") >= _CELLS - 1 for line in block.raw):
        return "table row"
    if block.shape.has_email or block.shape.has_url:
        return "promo"
    return "inserted text" if block.shape.words >= 6 else "short line"
