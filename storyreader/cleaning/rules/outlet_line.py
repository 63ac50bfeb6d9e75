"""A line that other articles of the same outlet have too is no part of this one, unless it is plainly told here.

Evidence is weighed by what the line was elsewhere: a lead that stands as a teaser on other pages is still a lead, a
paragraph that stands in several other bodies is not. Subheadings and running text that only one other article has may
be background told twice, so they need a doubtful score or a second article.
"""

from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.outlet_lines import Seen
from storyreader.cleaning.rules.body import THRESHOLDS

_DOUBTFUL = 0.6
"""Score below which one other body is evidence enough."""
_SURE_COPIES = 2
"""Other bodies from which a line of the body is no story, however likely it looks."""


def common_lines(draft: Draft) -> dict[int, str]:
    """The numbers of the blocks that the outlet repeats, each with its verdict. The body must have been chosen."""
    known = draft.outlet_lines
    if not known:
        return {}
    own = known.counted(line for block in draft.blocks if block.kept for line in block.raw)
    threshold = THRESHOLDS[draft.page.media]
    common = {}
    for number, block in enumerate(draft.blocks):
        others = _others(block, known.seen(block.raw), own)
        most = others.above >= _SURE_COPIES and 2 * others.above >= len(known) - own
        block.common_heading = others.headlines > 0 or most
        if _is_common(block, others, threshold):
            common[number] = reason(others.pages)
    return common


def reason(pages: int) -> str:
    """The verdict of a line that stands on so many other pages."""
    return f"on {pages} other page{'s' if pages > 1 else ''} of this outlet"


def _others(block: Block, seen: Seen, own: bool) -> Seen:
    """What was seen on other articles: without this page's own part, when it was counted."""
    if not own:
        return seen
    mine = (1, int(block.kept), 1, 1)
    return Seen(*(max(0, count - part) for count, part in zip(seen, mine, strict=True)))


def _is_common(block: Block, others: Seen, threshold: float) -> bool:
    if not others.pages:
        return False
    if block.score < threshold:
        return True
    return others.kept >= _SURE_COPIES or (others.kept > 0 and block.score < _DOUBTFUL)
