"""In a live blog each entry has its time on a line of its own: it tells when, and is no paragraph."""

import re

from storyreader.cleaning.draft import Draft

_TIME = re.compile(
    r"\W*(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s?(?:[ap]\.?m\.?|uhr|h|gmt|bst|e[ds]?t|ce?st|hrs?))?\W*",
    re.IGNORECASE,
)
_MANY = 3
"""Such lines from which a page is a live blog; one alone may be a score or a price."""


def apply(draft: Draft) -> None:
    """Judge the lines that are nothing but the time of an entry."""
    times = [block for block in draft.blocks if block.shape.words <= 3 and _TIME.fullmatch(block.text)]
    if len(times) >= _MANY:
        for block in times:
            block.decide("time of an entry")
