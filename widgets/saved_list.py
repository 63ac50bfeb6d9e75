"""The list of saved comparisons, two lines each: title, then outlets, counts, notes and the day of the last change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader.messages import KIND_MARKS, day_text
from widgets.block_view import BlockView, Line, Piece
from widgets.naming import HIDDEN, shown_title
from widgets.wrapping import shortened

if TYPE_CHECKING:
    from storyreader.saving import SavedSummary


class SavedList(BlockView):
    """Shows the heads of saved comparisons."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heads: Sequence[SavedSummary] = ()
        self.blind = False

    def show(self, heads: Sequence["SavedSummary"]) -> None:
        """Show these; the cursor stays where it is as far as it can."""
        self._heads = heads
        self.lay_out()

    @property
    def current(self) -> "SavedSummary | None":
        """The comparison under the cursor."""
        return self._heads[self.cursor] if 0 <= self.cursor < len(self._heads) else None

    def block_count(self) -> int:
        return len(self._heads)

    def block_height(self, block: int, width: int) -> int:
        return 3

    def block_lines(self, block: int, width: int) -> list[Line]:
        head = self._heads[block]
        counts = " ".join(f"{mark}{head.counts[kind]}" for kind, mark in KIND_MARKS.items() if head.counts.get(kind))
        notes = f"{head.notes} note{'' if head.notes == 1 else 's'}"
        changed = head.changed.astimezone()
        when = f"{day_text(changed)} {changed:%H:%M}"
        outlets = HIDDEN if self.blind else f"{head.outlets[0]} ⇄ {head.outlets[1]}"
        reviewed = f"{head.reviewed}/{head.rows} reviewed · " if head.reviewed else ""
        second = f"{notes} · {reviewed}{outlets} · {counts} · {when}"
        title = shown_title(head.title, blind=self.blind)
        return [
            [Piece(" "), Piece(shortened(title, width - 1), "title")],
            [Piece(" "), Piece(shortened(second, width - 1), "dim")],
        ]
