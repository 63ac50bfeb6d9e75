"""The base of the views of findings: items that stand in sentences, some of which n and N stop at."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from storyreader.comparison import Passage, Side
from widgets.block_view import BlockView


class Stop(Protocol):
    """An item of such a view: the sentences it is about, each a side and a number from 0."""

    @property
    def sentences(self) -> Sequence[tuple[Side, int]]:
        """Where it stands; empty for what cannot be opened."""

    @property
    def passages(self) -> "Sequence[tuple[Side, Passage]]":
        """The words that tell it; empty where whole sentences do."""

    @property
    def is_stop(self) -> bool:
        """Whether n and N stop here."""


Item = TypeVar("Item", bound=Stop)


class StopsView(BlockView, Generic[Item]):
    """Shows items; the cursor rests on those that can be opened."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[Item] = ()

    def show_items(self, items: Sequence[Item], *, from_top: bool = True) -> None:
        """Show these, from the top with the cursor on the first stop, or with the cursor on the item where it was."""
        here, place = self.current, self.cursor
        self._items = items
        first = next((at for at in range(len(items)) if items[at].is_stop), self.step(-1, 1) or 0)
        if not from_top and here is not None and here in items:
            first = items.index(here)
        elif not from_top and place < len(items) and self.selectable(place):
            first = place
        self.set_reactive(BlockView.cursor, first)
        self.lay_out(keep_place=not from_top)
        if from_top:
            self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    @property
    def stops(self) -> list[int]:
        """The blocks at which n and N stop."""
        return [at for at, item in enumerate(self._items) if item.is_stop]

    def stop_ahead(self, direction: int) -> tuple[int, int] | None:
        """The number of the next stop, from 1, and how many there are; None at the end."""
        stops = self.stops
        later = [at for at in stops if (at - self.cursor) * direction > 0]
        return (stops.index(later[0 if direction > 0 else -1]) + 1, len(stops)) if later else None

    def next_stop(self, direction: int) -> tuple[int, int] | None:
        """Go to the next stop; gives its number from 1 and how many there are, None at the end."""
        ahead = self.stop_ahead(direction)
        if ahead is not None:
            self.cursor = self.stops[ahead[0] - 1]
        return ahead

    def block_count(self) -> int:
        return len(self._items)

    def selectable(self, block: int) -> bool:
        return bool(self._items[block].sentences)
