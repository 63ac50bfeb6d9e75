"""The list of what is saved: title, then notes, counts, outlets and the day of the last change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader.messages import HIDDEN_OUTLET, KIND_MARKS, day_text, shown_title
from widgets.block_view import BlockView, Line, Piece
from widgets.wrapping import cells, in_two_lines, shortened

if TYPE_CHECKING:
    from storyreader.saving import SavedSummary


class SavedList(BlockView):
    """Shows the summaries of saved comparisons."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._summaries: Sequence[SavedSummary] = ()
        self.blind = False

    def show(self, summaries: Sequence["SavedSummary"]) -> None:
        """Show these; the cursor stays where it is as far as it can."""
        self._summaries = summaries
        self.lay_out()

    @property
    def current(self) -> "SavedSummary | None":
        """The comparison under the cursor."""
        return self._summaries[self.cursor] if 0 <= self.cursor < len(self._summaries) else None

    def block_count(self) -> int:
        return len(self._summaries)

    def block_height(self, block: int, width: int) -> int:
        return 3 if cells(self._title(block)) < width else 4

    def block_lines(self, block: int, width: int) -> list[Line]:
        summary = self._summaries[block]
        counts = " ".join(
            f"{mark}{summary.counts[kind]}" for kind, mark in KIND_MARKS.items() if summary.counts.get(kind)
        )
        changed = summary.changed.astimezone()
        parts = [
            f"{summary.notes} note{'' if summary.notes == 1 else 's'}",
            f"{summary.reviewed}/{summary.rows} reviewed" if summary.reviewed else "",
            counts or (f"board of {len(summary.articles)}" if summary.is_board else "one article"),
            HIDDEN_OUTLET if self.blind else " ⇄ ".join(summary.outlets),
            f"{day_text(changed)} {changed:%H:%M}",
        ]
        second = " · ".join(part for part in parts if part)
        titles = in_two_lines(self._title(block), width - 1)
        return [
            *([Piece(" "), Piece(text, "title")] for text in titles),
            [Piece(" "), Piece(shortened(second, width - 1), "dim")],
        ]

    def _title(self, block: int) -> str:
        return shown_title(self._summaries[block].title, blind=self.blind)
