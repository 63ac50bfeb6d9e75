"""The comparison screen: shows the rows, goes through the differences, takes notes."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from storyreader.article import Article
from storyreader.describing import KIND_WORDS, kind_counts
from storyreader.errors import StoryReaderError
from storyreader.settings import Settings
from tui.keymap import COMPARE, bindings_of
from tui.opening import Files, Opened, Saved, open_comparison
from tui.screens.base import FramedScreen
from widgets.comparison_panel import VIEWS, ComparisonPanel
from widgets.find_line import FindLine
from widgets.guide import Guide
from widgets.note_sheet import NoteSheet


class CompareScreen(FramedScreen):
    """One comparison. `others` are the articles J and K go through as B."""

    name_in_keymap = COMPARE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)

    @dataclass
    class Made(Message):
        """The comparison asked for, or why there is none."""

        source: Files | Saved
        opened: Opened | None
        problem: str = ""

    @dataclass
    class Kept(Message):
        """The notes have been written, or why not."""

        problem: str = ""

    def __init__(self, source: Files | Saved, settings: Settings, others: Sequence[str] = ()) -> None:
        super().__init__()
        self.settings = settings
        self._source = source
        self._others = others
        self._opened: Opened | None = None
        self._said = ""
        self._at_end = 0
        self._words = ""
        self._counts = ""
        self._notes: dict[int, list[str]] = {}

    def body(self) -> Iterator[Widget]:
        panel = ComparisonPanel(ascii_marks=self.settings.marks == "ascii", id="comparison")
        yield Horizontal(panel, Guide(id="rail"), classes="panes")
        yield Vertical(Guide(id="detail"), id="sheet")
        yield NoteSheet()
        yield FindLine()

    @property
    def _panel(self) -> ComparisonPanel:
        return self.query_one(ComparisonPanel)

    @property
    def _sheet(self) -> NoteSheet:
        return self.query_one(NoteSheet)

    def on_mount(self) -> None:
        self._panel.focus()
        self._panel.view = "pairs" if self.app.size.width < 100 else "columns"
        self.head("Comparing…")
        self._open(self._source)

    # Making the comparison

    def _open(self, source: Files | Saved) -> None:
        self.keep_everything()
        self._source = source
        self.status("Reading and comparing… q goes back.")
        self._make(source)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _make(self, source: Files | Saved) -> None:
        try:
            self.post_message(self.Made(source, open_comparison(source, self.settings.author)))
        except StoryReaderError as error:
            self.post_message(self.Made(source, None, str(error)))

    @on(Made)
    def _show(self, message: Made) -> None:
        message.stop()
        if message.source != self._source:
            return  # the reader has asked for another one since
        if message.opened is None:
            self.head("No comparison")
            self.status(f"! {message.problem} q goes back.")
            return
        self._opened = message.opened
        comparison = message.opened.comparison
        found = kind_counts(comparison)
        self._counts = " ".join(f"{mark}{found[kind]}" for kind, mark in self._panel.marks.items() if found[kind])
        self._notes = message.opened.notebook.texts()
        self._panel.show(comparison, self._notes)
        gc.freeze()  # a pass over a long comparison would cost more than a frame; it stays till the end anyway
        self._tell_head()
        self._said = " ".join([*message.opened.told, *comparison.summary.remarks])
        self._tell_place()

    def _tell_head(self) -> None:
        if self._opened is not None:
            comparison = self._opened.comparison
            names = f"A {_name(comparison.left)} ⇄ B {_name(comparison.right)}"
            self.head(names, "saved" if self._opened.notebook.saved else "")

    # Where the reader stands

    @on(ComparisonPanel.Highlighted, "#comparison")
    def _moved(self, message: ComparisonPanel.Highlighted) -> None:
        message.stop()
        self._said, self._at_end = "", 0
        self._tell_place()

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the next move."""
        self._said = text
        self._tell_place()

    def _tell_place(self) -> None:
        if self._opened is None:
            return
        comparison, row = self._opened.comparison, self._panel.row
        count = sum(len(texts) for texts in self._notes.values())
        right = f"{self._counts} · {count} note{'' if count == 1 else 's'}"
        place = self._panel.cursor
        if row is None:
            self.status(self._said or "Neither article has a sentence.", right)
            return
        where = f"{place + 1}/{len(comparison.rows)} {self._panel.marks[row.kind]} {KIND_WORDS[row.kind]}"
        self.status(f"{where} · {self._said}" if self._said else where, right)
        for guide in self.query(Guide):
            if guide.size.width:  # the one that is on the screen, if any
                guide.show(comparison, place, self._notes.get(place, ()))

    def on_resize(self) -> None:
        """Fill the guide rail when it has just come into sight."""
        self.call_after_refresh(self._tell_place)

    # Moving

    def action_next(self) -> None:
        self._forward(1)

    def action_previous(self) -> None:
        self._forward(-1)

    def _forward(self, direction: int) -> None:
        """To the next place found while something is looked for, else to the next difference."""
        if not self._words:
            self._to_difference(direction)
            return
        rows = self._panel.rows_found()
        later = [place for place in rows if (place - self._panel.cursor) * direction > 0]
        if not rows:
            self.say(f"“{self._words}” is in neither text; q ends the search.")
            return
        place = (min(later) if direction > 0 else max(later)) if later else rows[0 if direction > 0 else -1]
        self._go(place, f"“{self._words}” {rows.index(place) + 1} of {len(rows)}")

    def _to_difference(self, direction: int) -> None:
        """Go to the next difference; at the end say so, and go round at the second press."""
        if self._opened is None:
            return
        rows = self._opened.comparison.rows
        place = self._panel.next_difference(direction)
        if place is None and self._at_end == direction:
            place = self._panel.next_difference(direction, start=-1 if direction > 0 else len(rows))
        if place is None:
            self.say(f"No {'further' if direction > 0 else 'earlier'} difference. Once more goes round.")
            self._at_end = direction
            return
        alike = [at for at, row in enumerate(rows) if row.kind == rows[place].kind]
        self._go(place, f"{alike.index(place) + 1} of {len(alike)}")

    def _go(self, place: int, said: str) -> None:
        """Put the cursor on a row; what is said comes after the words of the move itself."""
        self._panel.cursor = place
        self.call_later(self.say, said)

    def action_partner(self) -> None:
        """Go to the row where the other half of this sentence is shown, and back."""
        row = self._panel.row
        if row is None or self._opened is None:
            return
        here = self._panel.cursor
        pointing = [at for at, other in enumerate(self._opened.comparison.rows) if here in other.elsewhere]
        if places := [*row.elsewhere, *pointing]:
            self._panel.cursor = places[0]
        else:
            self.say("Both halves are here." if row.link is not None else "This sentence has no partner.")

    def action_next_article(self) -> None:
        self._another_right(1)

    def action_previous_article(self) -> None:
        self._another_right(-1)

    def _another_right(self, direction: int) -> None:
        """Compare A with the next article of the library."""
        if not isinstance(self._source, Files) or len(self._others) < 3:
            self.say("There is no other article to compare A with.")
            return
        places = [path for path in self._others if path != self._source.left]
        at = places.index(self._source.right) if self._source.right in places else -1
        self._open(Files(self._source.left, places[(at + direction) % len(places)]))

    def action_swap(self) -> None:
        """Compare B with A."""
        if self._opened is None or self._opened.notebook.saved or not isinstance(self._source, Files):
            self.say("A saved comparison keeps its sides.")
        else:
            self._open(Files(self._source.right, self._source.left))

    def action_view(self) -> None:
        place = VIEWS.index(self._panel.view) + 1
        self._panel.set_view(VIEWS[place % len(VIEWS)])
        self.say({"pairs": "one under the other", "columns": "side by side"}[self._panel.view])

    def action_detail(self) -> None:
        """Show why these sentences were paired, and what differs; Enter again puts it away."""
        if self._opened is None:
            return
        self.query_one("#sheet").toggle_class("shown")
        self.call_after_refresh(self._tell_place)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self._panel.show_block(self._panel.cursor)

    def action_copy(self) -> None:
        """Copy the sentences of this row with their source."""
        row = self._panel.row
        if row is None or self._opened is None:
            return
        sides = ((self._opened.comparison.left, row.left), (self._opened.comparison.right, row.right))
        texts = [
            f"“{' '.join(article.sentences[number].text for number in numbers)}” ({_name(article)})"
            for article, numbers in sides
            if numbers
        ]
        self.app.copy_to_clipboard("\n".join(texts))
        self.say("Sent to the terminal's clipboard; not every terminal takes it.")

    # Finding

    def action_find(self) -> None:
        self.query_one(FindLine).open()

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._words = message.words
        count = self._panel.find(message.words)
        found = f"“{message.words}” in {count} row{'' if count == 1 else 's'}; n and N go through them, q ends."
        self.call_later(self.say, found if message.words else "")
        if message.done:
            self._panel.focus()

    def action_back(self) -> None:
        """Close what is open, else leave the comparison."""
        if self._sheet.is_open:
            self._sheet.action_close()
        elif self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        elif self._words:
            self._words = ""
            self._panel.find("")
            self.say("")
        elif self.query_one("#sheet").has_class("shown"):
            self.action_detail()
        else:
            self.keep_everything()
            self.dismiss()

    def action_saved(self) -> None:
        from tui.screens.saved import SavedScreen

        self.app.push_screen(SavedScreen(self.settings))

    # Notes

    def action_note(self) -> None:
        """Write a note on the row under the cursor, or go on with the one that is there."""
        row = self._panel.row
        if row is None or self._opened is None:
            return
        text = self._opened.notebook.begin(self._panel.cursor)
        self._sheet.open(f" Note on row {self._panel.cursor + 1} · {KIND_WORDS[row.kind]} ", text)
        self.call_after_refresh(self._keep_in_sight)

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        if self._opened is not None:
            self._opened.notebook.take(message.text)
            self._write()

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        if self._opened is not None:
            self._notes = self._opened.notebook.texts()
            self._panel.show_notes(self._notes)
        self._panel.focus()
        self._tell_place()

    def action_save(self) -> None:
        """Save the comparison even without a note."""
        if self._opened is not None:
            self._opened.notebook.keep()
            self._write()

    @work(thread=True, exit_on_error=False, group="keep")
    def _write(self) -> None:
        try:
            if self._opened is not None and self._opened.notebook.write():
                self.post_message(self.Kept())
        except StoryReaderError as error:
            self.post_message(self.Kept(str(error)))

    @on(Kept)
    def _kept(self, message: Kept) -> None:
        message.stop()
        self._tell_head()
        self.say(f"! {message.problem}" if message.problem else "saved")

    def keep_everything(self) -> None:
        """Write what is still being typed, before this comparison is left."""
        if self._opened is None:
            return
        self._opened.notebook.take(self._sheet.text)  # its last message may still be on the way
        try:
            self._opened.notebook.write()
        except StoryReaderError as error:
            self.app.notify(str(error), severity="error", timeout=15, markup=False)


def _name(article: Article) -> str:
    """An article in the head line: outlet, wire, day."""
    name = article.publisher or Path(article.path).name
    wire = f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else ""
    day = f" · {article.published.day} {article.published:%b}" if article.published else ""
    return f"{name}{wire}{day}"
