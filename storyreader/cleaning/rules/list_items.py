"""The items of a list that the article announces are told with it, up to the next paragraph.

A list is taken in when its first line follows a paragraph of the body that ends with a colon, or when its items are
numbered or marked alike and stand between two paragraphs of the body. Markup shows lists by itself, so only text pages
are asked.
"""

import itertools

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft

_MOST = 60
"""Lines of a list."""
_FEWEST = 2
_DOUBT = 0.08
"""Mean score from which the items are believed."""


def apply(draft: Draft) -> None:
    """Keep the undecided items of lists inside the body."""
    if draft.page.media != "text":
        return
    blocks = draft.blocks
    kept = [number for number, block in enumerate(blocks) if block.kept]
    for before, after in itertools.pairwise(kept):
        items = [block for block in blocks[before + 1 : after] if not block.reason]
        if not _FEWEST <= len(items) <= _MOST or len(items) < after - before - 1:
            continue
        announced = blocks[before].text.rstrip().endswith((":", "："))
        if (announced or all(item.shape.bullet for item in items)) and _quiet(items):
            for item in items:
                item.decide(BODY)


def _quiet(items: list[Block]) -> bool:
    if any(max(item.shape.cues) > 1 or item.shape.has_email or item.shape.has_handle for item in items):
        return False
    return sum(item.score for item in items) >= _DOUBT * len(items)
