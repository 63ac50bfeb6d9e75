"""Names why the remaining lines were left out: by their cue, else by their place and look."""

from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.rules.cue_line import best_cue, reason_of


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


def _reason(block: Block, above: bool, below: bool, footer: bool) -> str:
    category = best_cue(block)
    if category is not None and (block.shape.words < 40 or category in {"copyright", "sign-up", "comment"}):
        return reason_of(category, block)
    if above:
        return "related story" if block.shape.words >= 12 else "navigation"
    if below:
        if block.shape.words >= 12:
            return "other text"
        return "footer" if footer else "related story" if block.shape.words >= 5 else "navigation"
    if block.shape.has_email or block.shape.has_url:
        return "promo"
    return "inserted text" if block.shape.words >= 6 else "short line"
