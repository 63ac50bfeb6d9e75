"""Which findings a table shows, and in which order: the reader's filter and sorting of the tables."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal

from storyreader.messages.finding_groups import FindingGroup, FindingItem

TableFilter = Literal[
    "all", "conflicts", "told differently", "sources and caveats", "only A", "only B", "both", "figures", "dates",
    "names", "judged", "not judged",
]  # fmt: skip
TableOrder = Literal["by state", "by kind", "order of A", "order of B"]
TABLE_FILTERS: tuple[TableFilter, ...] = (
    "all", "conflicts", "told differently", "sources and caveats", "only A", "only B", "both", "figures", "dates",
    "names", "judged", "not judged",
)  # fmt: skip
TABLE_ORDERS: tuple[TableOrder, ...] = ("by state", "by kind", "order of A", "order of B")

_DATES = frozenset({"date", "time", "duration"})
_WORDS = frozenset({"caveat", "source", "name", "wording", "inconsistency", "named", "not named", "cited"})
_PASSES: dict[TableFilter, Callable[[FindingItem], bool]] = {
    "conflicts": lambda item: item.state == "conflict",
    "told differently": lambda item: item.state in {"conflict", "differs"},
    "sources and caveats": lambda item: item.kind in {"source", "caveat"},
    "only A": lambda item: bool(item.left.text) and not item.right.text,
    "only B": lambda item: bool(item.right.text) and not item.left.text,
    "both": lambda item: item.state == "same",
    "figures": lambda item: item.kind not in _WORDS | _DATES,
    "dates": lambda item: item.kind in _DATES,
    "names": lambda item: item.kind == "name",
}


def chosen_groups(
    groups: Sequence[FindingGroup],
    chosen: TableFilter = "all",
    order: TableOrder = "by state",
    judged: Collection[FindingItem] = (),
) -> list[FindingGroup]:
    """The findings that pass a filter, under the headings of an order; `judged` are those the reader has judged."""
    kept = [
        FindingGroup(group.heading, items)
        for group in groups
        if (items := tuple(item for item in group.items if _passes(item, chosen, judged)))
    ]
    if order == "by state":
        return kept
    every = [item for group in kept for item in group.items]
    if order == "by kind":
        return [
            FindingGroup(f"{kind[:1].upper()}{kind[1:]}", tuple(item for item in every if item.kind == kind))
            for kind in dict.fromkeys(item.kind for item in every)
        ]
    side = "left" if order == "order of A" else "right"
    every.sort(key=lambda item: _place(item.sentences, side))
    return [FindingGroup(f"In the {order}", tuple(every))] if every else []


def _passes(item: FindingItem, chosen: TableFilter, judged: Collection[FindingItem]) -> bool:
    if chosen == "not judged":
        return item.is_stop and item not in judged
    if chosen == "judged":
        return item in judged
    return _PASSES[chosen](item) if chosen in _PASSES else True


def _place(sentences: Iterable[tuple[str, int]], side: str) -> tuple[bool, int]:
    """What one article does not tell comes last, in the other's order."""
    own = [number for where, number in sentences if where == side]
    return (False, own[0]) if own else (True, min((number for _, number in sentences), default=0))
