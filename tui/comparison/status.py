"""What is said above and below a comparison: whose accounts, which tab, which row, and a word of the app."""

from typing import TYPE_CHECKING

from storyreader.messages import KIND_WORDS, LOOKING, event_words, kind_counts, side_name
from tui.comparison.stepping import step_ahead
from tui.framed import FramedScreen
from tui.tabs import TABS
from tui.workspace import Workspace
from widgets.details_pane import DetailsPane

if TYPE_CHECKING:
    from storyreader.application import Opened


class ComparisonStatus:
    """Fills the head line, the status line and the details pane of the screen that shows a comparison."""

    def __init__(self, screen: FramedScreen, workspace: Workspace, opened: "Opened") -> None:
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

    def hold(self) -> None:
        """Keep what was said though the row is another now."""
        self._message_at = self._here()

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
        space.show_place()
        if row is None or row_index is None or space.overviews is None:
            text = self._message or "Neither article has a sentence."
            self._screen.status(text, self._totals(), message=self._message)
            return
        text = f"{self._where(row_index)} · {self._message or self._next()}"
        self._screen.status(text, self._totals(), message=self._message)
        for pane in self._screen.query(DetailsPane):
            if pane.size.width:
                pane.show(space.overviews, row_index, space.notes.get(row_index, ()), space.marks)

    def _where(self, row_index: int) -> str:
        space = self._space
        if space.tab == "text":
            kind = self._opened.comparison.rows[row_index].kind
            return f"{row_index + 1}/{len(self._opened.comparison.rows)} {space.marks[kind]} {KIND_WORDS[kind]}"
        if space.tab == "orphans":
            return "Enter gives it a row, or deletes it"
        return f"row {row_index + 1} · Enter opens it"

    def _next(self) -> str:
        """What n will do."""
        space = self._space
        if space.tab == "orphans":
            return ""
        if space.tab != "text":
            if space.found.looking:
                return LOOKING
            done, count = space.found.judged()
            judged = f"{done} of {count} judged" if count else "nothing to judge"
            ahead = space.found.view.stop_ahead(1)
            return f"n: next, {ahead[0]} of {ahead[1]} · {judged}" if ahead else f"n: at the end · {judged}"
        step = step_ahead(space, 1)
        if step is not None:
            return f"n: next {step.word}, {step.told}"
        return f"n: “{space.words}” is in neither text" if space.words else "n: at the end"

    def _totals(self) -> str:
        space, rows = self._space, len(self._opened.comparison.rows)
        notes = sum(len(texts) for texts in space.notes.values())
        parts = [self._counts, f"{notes} note{'' if notes == 1 else 's'}"]
        if space.tab != "text" and space.found.filter_words:
            parts.insert(0, space.found.filter_words)
        elif space.tab == "text" and space.filter != "all":
            parts.insert(0, f"{space.filter} {len(space.row_indexes)} of {rows}")
        if space.reviewed:
            parts.append(f"{len(space.reviewed)}/{rows} reviewed")
        return " · ".join(parts)
