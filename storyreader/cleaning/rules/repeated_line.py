"""A line that stands several times on a page is a promo, whatever it says; of two equal ones the first may stay.

Short lines are left to the other rules: a name on a line of its own may be said twice in an interview. A page whose
text is mostly repeated is an article pasted several times, of which one copy stays.
"""

from collections import defaultdict

from storyreader.cleaning.draft import Block, Draft

_LEAST_WORDS = 4
_MANY = 3
"""Copies from which a line is no text, wherever it stands."""


def apply(draft: Draft) -> None:
    """Judge repeated lines of four words or more."""
    places: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in draft.blocks:
        if block.shape.words >= _LEAST_WORDS:
            places[block.shape.tokens].append(block)
    groups = [same for same in places.values() if len(same) > 1]
    copies = _pasted_often(draft, groups)
    for same in groups:
        shape = same[0].shape
        told = shape.prose or (copies and shape.closes)
        if shape.has_email or not told or (len(same) >= _MANY and not copies):
            for block in same:
                block.decide("promo" if shape.has_email else "repeated line")
        else:
            best = same[0] if copies else max(same, key=lambda block: block.score)
            for block in same:
                if block is not best:
                    block.decide("teaser repeat")


def _pasted_often(draft: Draft, groups: list[list[Block]]) -> bool:
    """Whether most of the page's text, each line counted once, stands on it several times."""
    text = sum(block.shape.words for block in draft.blocks if block.shape.prose)
    again = sum(same[0].shape.words for same in groups if same[0].shape.prose)
    extra = sum(same[0].shape.words * (len(same) - 1) for same in groups if same[0].shape.prose)
    return 2 * again > text - extra
