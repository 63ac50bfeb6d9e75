"""The orders of the flat list of articles."""

from collections.abc import Sequence

from storyreader.library import Entry, StoryIndex

BY_FILE, LATEST, OUTLET, HEADLINE, LONGEST, CLOSEST = ORDERS = (
    "by file", "latest first", "by outlet", "by headline", "longest first", "closest first",
)  # fmt: skip
"""Closeness is to one article, the one under the cursor when the order is chosen."""


def in_order(entries: Sequence[Entry], order: str, index: StoryIndex | None = None, to: int | None = None) -> list[int]:
    """The places of the readable entries in one of `ORDERS`; without an index or a place `to`, closest is by file."""
    readable = [at for at, entry in enumerate(entries) if not entry.problem]
    if order == CLOSEST and index is not None and to is not None and index.size == len(entries):
        likeness = index.likeness(to)
        return sorted(readable, key=lambda at: (at != to, -likeness[at]))
    if order == LATEST:
        return sorted(readable, key=lambda at: entries[at].published or "", reverse=True)
    if order == LONGEST:
        return sorted(readable, key=lambda at: -entries[at].words)
    if order in (OUTLET, HEADLINE):
        outlet = order == OUTLET
        return sorted(readable, key=lambda at: (entries[at].outlet.casefold() * outlet, entries[at].title.casefold()))
    return readable
