"""The items of a list that the article announces are told with it, up to the next paragraph.

A list is taken in when its first line follows a paragraph of the body that ends with a colon, or when its items are
numbered or marked alike and stand between two paragraphs of the body. Of markup, which shows lists by itself, only a
list that is announced, in the same holder, is asked, and a table of figures inside the text.
"""

import itertools
from functools import partial

from storyreader.article import BODY
from storyreader.cleaning.cues import START
from storyreader.cleaning.draft import Block, Draft

_MOST = 60
"""Lines of a list."""
_FEWEST = 2
_WITHIN = {"li": (1, 2), "tr": (1, 4)}
"""Which of the elements around an item may be the holder of its list: a table may have a body and a box of its own."""
_LINKED = 0.5
"""Share of an item's characters that may be links."""
_DOUBT = 0.08
"""Mean score from which the items are believed."""


def apply(draft: Draft) -> None:
    """Keep the undecided items of lists inside the body."""
    blocks = draft.blocks
    _take_between_alike(blocks)
    _take_first_alike(blocks)
    if draft.page.media == "html":
        _take_announced(blocks)
        return
    kept = [number for number, block in enumerate(blocks) if block.kept]
    for before, after in itertools.pairwise(kept):
        items = [block for block in blocks[before + 1 : after] if not block.reason]
        if not _FEWEST <= len(items) <= _MOST or len(items) < after - before - 1:
            continue
        if (_announces(blocks[before]) or all(item.shape.bullet for item in items)) and _quiet(items):
            for item in items:
                item.decide(BODY)


def _take_between_alike(blocks: list[Block]) -> None:
    """Keep the items that bear the mark of a kept item above and of one below, however short they are."""
    kept = [number for number, block in enumerate(blocks) if block.kept]
    for before, after in itertools.pairwise(kept):
        mark = _mark(blocks[before])
        between = blocks[before + 1 : after]
        if mark and all(_mark(block) == mark for block in (*between, blocks[after])):
            for block in between:
                if max(block.shape.cues) < START:
                    block.decide(BODY)


def _take_first_alike(blocks: list[Block]) -> None:
    """Keep the item right above the body that bears the mark of the first two kept: a list begins with it."""
    kept = [number for number, block in enumerate(blocks) if block.kept][:_FEWEST]
    if len(kept) < _FEWEST or kept[0] == 0 or kept[1] != kept[0] + 1:
        return
    above, *listed = (blocks[number] for number in (kept[0] - 1, *kept))
    mark = _mark(above)
    if mark and all(_mark(block) == mark for block in listed) and max(above.shape.cues) < START:
        above.decide(BODY)


def _mark(block: Block) -> str:
    """What makes items one list: its element in markup, else their sign. A number may be a page's or a section's."""
    structure = block.structure
    if structure is not None and structure.tag == "li" and structure.links < _LINKED:
        return f"li {structure.ancestors[:1]}"
    return block.shape.first if block.shape.bullet and not block.shape.first.isdigit() else ""


def _take_announced(blocks: list[Block]) -> None:
    """Keep the items of a list or rows of a table right below the kept paragraph that announces it, in its holder."""
    for number, block in enumerate(blocks):
        if not block.kept or block.structure is None:
            continue
        below = blocks[number + 1 : number + 1 + _MOST]
        items = list(itertools.takewhile(partial(_is_item, block.structure.ancestors[:1]), below))
        if not _announces(block) and not _is_table_inside(block, items, below[len(items) : len(items) + 1]):
            continue
        waiting = [item for item in items if not item.reason]
        if len(items) >= _FEWEST and waiting and _quiet(waiting):
            for item in waiting:
                item.decide(BODY)


def _is_table_inside(above: Block, rows: list[Block], below: list[Block]) -> bool:
    """Whether rows of a table stand between two kept paragraphs of one holder."""
    if not rows or not below or not below[0].kept or above.structure is None or below[0].structure is None:
        return False
    one_holder = above.structure.ancestors[:1] == below[0].structure.ancestors[:1]
    return one_holder and all(row.structure is not None and row.structure.tag == "tr" for row in rows)


def _announces(block: Block) -> bool:
    return block.text.rstrip().endswith((":", "："))


def _is_item(holder: tuple[int, ...], block: Block) -> bool:
    """Whether a block is an item of a list, or a row of a table, that stands inside this holder."""
    structure = block.structure
    if structure is None or structure.links >= _LINKED:
        return False
    inside = _WITHIN.get(structure.tag)
    return inside is not None and bool(holder) and holder[0] in structure.ancestors[inside[0] : inside[1]]


def _quiet(items: list[Block]) -> bool:
    if any(max(item.shape.cues) > 1 or item.shape.has_email or item.shape.has_handle for item in items):
        return False
    return sum(item.score for item in items) >= _DOUBT * len(items)
