"""A line that holds a date and hardly anything else tells when, not what: it is no paragraph."""

from storyreader.cleaning.draft import Draft
from storyreader.dates import find_stamps

_LONGEST = 10
"""Words of such a line."""
_SHARE = 0.6


def apply(draft: Draft) -> None:
    """Judge the lines that are dates."""
    for block in draft.blocks:
        shape = block.shape
        if shape.words > _LONGEST or not shape.digit_share or block.reason:
            continue
        if any(found.end - found.start >= _SHARE * shape.chars for found in find_stamps(block.text)):
            block.decide("date")
