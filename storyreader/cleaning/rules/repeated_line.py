"""A line that stands several times on a page is a promo, whatever it says; of two equal ones the first may stay.

Short lines are left to the other rules: a name on a line of its own may be said twice in an interview.
"""

from collections import defaultdict

from storyreader.cleaning.draft import Block, Draft

_LEAST_WORDS = 4


def apply(draft: Draft) -> None:
    """Judge repeated lines of four words or more."""
    places: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in draft.blocks:
        if block.shape.words >= _LEAST_WORDS:
            places[block.shape.tokens].append(block)
    for same in places.values():
        if len(same) < 2:
            continue
        if len(same) >= 3 or same[0].shape.has_email or not same[0].shape.prose:
            for block in same:
                block.decide("repeated line" if not same[0].shape.has_email else "promo")
        else:
            best = max(same, key=lambda block: block.score)
            for block in same:
                if block is not best:
                    block.decide("teaser repeat")
