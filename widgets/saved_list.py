"""The list of saved comparisons, two lines each: title, then outlets, counts, notes and the day of the last change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader.messages import HIDDEN_OUTLET, KIND_MARKS, day_text, shown_title
from widgets.block_view import BlockView, Line, Piece
from widgets.wrapping import shortened

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
        return 3

    def block_lines(self, block: int, width: int) -> list[Line]:
        summary = self._summaries[block]
        counts = " ".join(
            f"{mark}{summary.counts[kind]}" for kind, mark in KIND_MARKS.items() if summary.counts.get(kind)
        )
        notes = f"{summary.notes} note{'' if summary.notes == 1 else 's'}"
        changed = summary.changed.astimezone()
        when = f"{day_text(changed)} {changed:%H:%M}"
        outlets = HIDDEN_OUTLET if self.blind else f"{summary.outlets[0]} ⇄ {summary.outlets[1]}"
        reviewed = f"{summary.reviewed}/{summary.rows} reviewed · " if summary.reviewed else ""
        second = f"{notes} · {reviewed}{outlets} · {counts} · {when}"
        title = shown_title(summary.title, blind=self.blind)
        return [
            [Piece(" "), Piece(shortened(title, width - 1), "title")],
            [Piece(" "), Piece(shortened(second, width - 1), "dim")],
        ]
