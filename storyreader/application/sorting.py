"""The orders of the flat list of articles."""

from collections.abc import Mapping, Sequence

from storyreader.library import Entry

BY_FILE, LATEST, OUTLET, HEADLINE, LONGEST, CLOSEST = ORDERS = (
    "by file", "latest first", "by outlet", "by headline", "longest first", "closest first",
)  # fmt: skip
"""Closeness is to one article, the one under the cursor when the order is chosen."""


def in_order(
    entries: Sequence[Entry], order: str, likeness: Mapping[int, float] | None = None, to: int | None = None
) -> list[int]:
    """The places of the readable entries in one of `ORDERS`.

    `likeness` is that of other entries to the one at `to`, by their places, 0 where there is none.
    """
    readable = [at for at, entry in enumerate(entries) if not entry.problem]
    if order == CLOSEST and likeness is not None:
        return sorted(readable, key=lambda at: (at != to, -likeness.get(at, 0.0)))
    if order == LATEST:
        return sorted(readable, key=lambda at: entries[at].published or "", reverse=True)
    if order == LONGEST:
        return sorted(readable, key=lambda at: -entries[at].words)
    if order in (OUTLET, HEADLINE):
        outlet = order == OUTLET
        return sorted(readable, key=lambda at: (entries[at].outlet.casefold() * outlet, entries[at].title.casefold()))
    return readable
