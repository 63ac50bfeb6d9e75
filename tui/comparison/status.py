"""What is said above and below a comparison: whose accounts, which tab, which row, and a word of the app."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storyreader.messages import KIND_WORDS, event_words, kind_counts, side_name
from tui.screens.base import FramedScreen
from tui.workspace import TABS, Workspace
from widgets.details_pane import DetailsPane
from widgets.frame import with_cell_marked

if TYPE_CHECKING:
    from storyreader.application import Opened

_WIDE = 120
"""Columns from which the status line has room for the overview."""

_STRIP = 24
"""Cells of the overview in the status line."""


class ComparisonStatus:
    """Fills the head line, the status line and the details pane of the screen that shows a comparison."""

    def __init__(self, screen: FramedScreen, workspace: Workspace, opened: "Opened") -> None:
        self.what_n_does: Callable[[], str] = str
        self._screen = screen
        self._space = workspace
        self._opened = opened
        self._message = ""
        self._message_at: tuple[object, ...] = ()
        self._counts = ""
        self.count()

    def count(self) -> None:
        """Count the rows of each kind, once for each comparison."""
        counts = kind_counts(self._opened.comparison)
        self._counts = " ".join(f"{mark}{counts[kind]}" for kind, mark in self._space.marks.items() if counts[kind])

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the reader moves."""
        self._message, self._message_at = text, self._here()
        self.show_row()

    def forget(self) -> bool:
        """Take the word of the app away when the reader has moved since; False when not."""
        moved = self._here() != self._message_at
        if moved:
            self._message = ""
        return moved

    def _here(self) -> tuple[object, ...]:
        table = self._space.table
        return self._space.tab, self._space.row_index if table is None else table.cursor

    def show_head(self) -> None:
        """Say in the head line what is compared, in which tab, and that it is saved."""
        comparison, notebook, blind = self._opened.comparison, self._opened.notebook, self._screen.opener.blind
        names = f"A {side_name(comparison, 'left', blind=blind)} ⇄ B {side_name(comparison, 'right', blind=blind)}"
        shown = [tab for tab in TABS if tab != "orphans" or notebook.orphans or self._space.tab == "orphans"]
        tabs = "  ".join(f"[{TABS[tab]}]" if tab == self._space.tab else TABS[tab] for tab in shown)
        saved = "saved · " if notebook.saved else ""
        width = self._screen.app.size.width
        if width >= 100 or comparison.summary.event.verdict == "two events":
            names = f"{event_words(comparison)} · {names}"
        spots = {TABS[tab]: f"compare.{tab}" for tab in shown}
        self._screen.head(names, f"{saved}{tabs}" if width >= 70 else tabs, spots)

    def show_row(self) -> None:
        """Say in the status line where the reader is, and fill the details pane that is on the screen, if any."""
        space, row, row_index = self._space, self._space.row, self._space.row_index
        if row is None or row_index is None or space.overviews is None:
            text = self._message or "Neither article has a sentence."
            self._screen.status(text, self._totals(), message=self._message)
            return
        where = f"{row_index + 1}/{len(self._opened.comparison.rows)} {space.marks[row.kind]} {KIND_WORDS[row.kind]}"
        if space.tab != "text":
            where = "Enter opens the sentences" if space.tab != "orphans" else "Enter gives it a row, or deletes it"
        left = f"{where} · {self._message or self.what_n_does()}"
        if not self._message and self._screen.app.size.width >= _WIDE:
            left += f"  {self._strip(row_index)}"
        self._screen.status(left, self._totals(), message=self._message)
        for pane in self._screen.query(DetailsPane):
            if pane.size.width:
                pane.show(space.overviews, row_index, space.notes.get(row_index, ()), space.marks)

    def _totals(self) -> str:
        space, rows = self._space, len(self._opened.comparison.rows)
        notes = sum(len(texts) for texts in space.notes.values())
        parts = [self._counts, f"{notes} note{'' if notes == 1 else 's'}"]
        if space.filter != "all":
            parts.insert(0, f"{space.filter} {len(space.row_indexes)} of {rows}")
        if space.reviewed:
            parts.append(f"{len(space.reviewed)}/{rows} reviewed")
        return " · ".join(parts)

    def _strip(self, row_index: int) -> str:
        """The overview with the present row, where the details pane beside the texts does not show it."""
        overviews = self._space.overviews
        if overviews is None or self._space.tab != "text" or self._screen.has_class("-widest"):
            return ""
        overview = overviews.get(_STRIP)
        return with_cell_marked(
            "".join(self._space.marks[kind] for kind in overview.kinds), overview.cells.get(row_index, -1)
        )
