"""Lines that break a text again and again, such as "Advertisement", are taken aside before a text page is judged.

The scores judge a line by its neighbours; a story broken after each paragraph looks to them like a list of teasers,
and a dialog on top like the story.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.rules.consent import REASON as CONSENT
from storyreader.cleaning.rules.cue_line import best_cue, reason_of

_FURNITURE = tuple(CATEGORIES.index(name) for name in ("promo", "caption", "related", "navigation", "sign-up", "share"))
_LONGEST = 8
"""Words of such a line."""
_MANY = 3
"""Places between two paragraphs at which it stands, at least, and the share of all its places."""
_SHARE = 0.6
_TAKEN_FOR_TEXT = 0.5
"""Score of a dialog's prose from which it has drawn the scores around it away from the story."""


def set_aside(draft: Draft) -> list[Block]:
    """Take the interrupting lines out of a draft, judged; return them for `put_back`."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(draft.blocks):
        if _may_interrupt(block):
            places[_label(block)].append(number)
    many = [same for same in places.values() if len(same) >= _MANY]
    often = {number for same in many for number in same}
    breaks: set[int] = set()
    between = _between_prose(draft.blocks, often) if many else []
    for same in many:
        inside = sum(between[number] for number in same)
        if inside >= _MANY and inside >= _SHARE * len(same):
            breaks.update(same)
    aside = [draft.blocks[number] for number in sorted(breaks)]
    for block in aside:
        block.decide(reason_of(best_cue(block) or "caption", block))
    draft.blocks = [block for number, block in enumerate(draft.blocks) if number not in breaks]
    return aside


def take_dialog(draft: Draft) -> list[Block]:
    """Take a dialog that the scores took for text out of a judged draft: the rest is to be judged as if without it."""
    dialog = [block for block in draft.blocks if block.reason == CONSENT]
    rest = [block for block in draft.blocks if block.reason != CONSENT]
    if not rest or all(block.score < _TAKEN_FOR_TEXT for block in dialog):
        return []
    for block in rest:
        block.reason, block.score = "", 0.0
    draft.blocks, draft.bylines, draft.dates = rest, None, None
    return dialog


def put_back(draft: Draft, aside: Sequence[Block]) -> None:
    """Lay the lines where they were, once everything is found."""
    if aside:
        draft.blocks = sorted([*draft.blocks, *aside], key=lambda block: block.numbers)


def _may_interrupt(block: Block) -> bool:
    shape = block.shape
    if not shape.tokens or shape.words > _LONGEST:
        return False
    return any(shape.cues[number] >= START for number in _FURNITURE) or _is_bracketed(block)


def _label(block: Block) -> tuple[str, ...]:
    """What such lines have in common: their words, of a label in brackets, as in "(Artist: Ann Bell)", its first."""
    labelled = _is_bracketed(block) and ":" in block.text
    return ("(", block.shape.tokens[0]) if labelled else block.shape.tokens


def _is_bracketed(block: Block) -> bool:
    return block.shape.first in "([（" and block.shape.last in ")]）"


def _between_prose(blocks: Sequence[Block], often: set[int]) -> list[bool]:
    """For each block whether the nearest ones above and below that do not come often are both prose."""
    above = _prose_before(blocks, range(len(blocks)), often)
    below = _prose_before(blocks, range(len(blocks) - 1, -1, -1), often)
    return [above[number] and below[number] for number in range(len(blocks))]


def _prose_before(blocks: Sequence[Block], order: Iterable[int], often: set[int]) -> dict[int, bool]:
    """Whether the block before each one in an order is prose, those that come often passed over."""
    found: dict[int, bool] = {}
    prose = False
    for number in order:
        found[number] = prose
        if number not in often:
            prose = blocks[number].shape.prose
    return found
