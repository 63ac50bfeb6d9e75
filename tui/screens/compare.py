"""The comparison screen: reads and compares in a thread, shows rows, takes notes and keeps them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from storyreader.comparison import Comparison
from storyreader.describing import KIND_WORDS, kind_counts
from storyreader.errors import StoryReaderError
from storyreader.settings import Settings
from tui.keymap import COMPARE, bindings_of
from tui.screens.base import FramedScreen
from widgets.comparison_panel import VIEWS, ComparisonPanel
from widgets.guide import Guide
from widgets.note_sheet import NoteSheet

if TYPE_CHECKING:
    from storyreader.saving import Note, SavedComparison, Store


@dataclass(frozen=True, slots=True)
class Files:
    """Compare two files."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Open a saved comparison by its name."""

    id: str


class CompareScreen(FramedScreen):
    """One comparison. `others` are the articles J and K go through as B."""

    name_in_keymap = COMPARE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)

    @dataclass
    class Made(Message):
        """The comparison asked for, with the saved one it belongs to when there is one."""

        source: Files | Saved
        comparison: Comparison
        saved: "SavedComparison | None"

    @dataclass
    class Failed(Message):
        """Why there is no comparison."""

        source: Files | Saved
        message: str
        hint: str

    @dataclass
    class Kept(Message):
        """The comparison has been written, or why not."""

        saved: "SavedComparison | None"
        problem: str = ""

    def __init__(self, source: Files | Saved, settings: Settings, others: Sequence[str] = ()) -> None:
        super().__init__()
        self.settings = settings
        self._source = source
        self._others = others
        self._comparison: Comparison | None = None
        self._saved: SavedComparison | None = None
        self._note: Note | None = None
        self._unsaved = False
        self._said = ""
        self._at_end = 0

    def body(self) -> Iterator[Widget]:
        panel = ComparisonPanel(ascii_marks=self.settings.marks == "ascii", id="comparison")
        yield Horizontal(panel, Guide(id="rail"), classes="panes")
        yield Vertical(Guide(id="detail"), id="sheet")
        yield NoteSheet()

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
        self.status("Reading and comparing…")
        self._make(self._source)

    # Making the comparison

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _make(self, source: Files | Saved) -> None:
        from storyreader.cleaning import read_article
        from storyreader.matching import compare
        from storyreader.saving import Store, saved_id

        store = Store()
        try:
            if isinstance(source, Saved):
                saved = store.load(source.id)
                if saved is None:
                    raise StoryReaderError("This comparison is no longer there.", "It may have been deleted elsewhere.")
                self.post_message(self.Made(source, saved.restored(), saved))
                return
            left, right = read_article(source.left), read_article(source.right)
            saved = self._kept_before(store, saved_id(left, right))
            comparison = saved.restored() if saved else compare(left, right)
            self.post_message(self.Made(source, comparison, saved))
        except StoryReaderError as error:
            self.post_message(self.Failed(source, error.message, error.hint))

    def _kept_before(self, store: "Store", identity: str) -> "SavedComparison | None":
        try:
            return store.load(identity)
        except StoryReaderError as error:
            self.app.call_from_thread(self.app.notify, str(error), severity="warning", timeout=15, markup=False)
            return None

    @on(Made)
    def _show(self, message: Made) -> None:
        message.stop()
        if message.source != self._source:
            return
        self._comparison, self._saved = message.comparison, message.saved
        self._said = "Opened with your notes." if message.saved else ""
        self._panel.show(message.comparison, self._note_texts())
        self._tell_head()
        first = self._panel.next_difference(1) if self._panel.row and self._panel.row.kind == "same" else None
        if first is not None and message.comparison.summary.coverage_left < 1:
            self._panel.cursor = first
        self._tell_place()

    @on(Failed)
    def _no_comparison(self, message: Failed) -> None:
        message.stop()
        if message.source == self._source:
            self.head("No comparison")
            self.status(f"! {message.message} {message.hint} q goes back.")

    def _tell_head(self) -> None:
        assert self._comparison is not None
        left, right = self._comparison.left, self._comparison.right
        names = [
            f"{letter} {article.publisher or Path(article.path).name}"
            + (f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else "")
            + (f" · {article.published:%-d %b}" if article.published else "")
            for letter, article in (("A", left), ("B", right))
        ]
        self.head("  ⇄  ".join(names), "saved" if self._saved else "")

    # Where the reader stands

    @on(ComparisonPanel.Highlighted, "#comparison")
    def _moved(self, message: ComparisonPanel.Highlighted) -> None:
        message.stop()
        self._said, self._at_end = "", 0
        self._tell_place()

    def _tell_place(self) -> None:
        comparison, row = self._comparison, self._panel.row
        if comparison is None:
            return
        notes = self._note_texts()
        count = sum(len(texts) for texts in notes.values())
        marks = self._panel.mark_of
        found = kind_counts(comparison)
        counts = " ".join(f"{marks_of}{found[kind]}" for kind, marks_of in self._panel.marks.items() if found[kind])
        if row is None:
            self.status("Neither article has a sentence.", counts)
            return
        place = self._panel.cursor
        said = self._said or (comparison.summary.remarks[0] if place == 0 and comparison.summary.remarks else "")
        where = f"{place + 1}/{len(comparison.rows)} {marks(row)} {KIND_WORDS[row.kind]}"
        self.status(f"{where}   {said}" if said else where, f"{counts}   notes {count}")
        for guide in self.query(Guide):
            if guide.display and (guide.id == "rail" or self.query_one("#sheet").has_class("shown")):
                guide.show(comparison, place, notes.get(place, ()))

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the next move."""
        self._said = text
        self._tell_place()

    def on_resize(self) -> None:
        """Fill the guide rail when it has just come into sight."""
        self.call_after_refresh(self._tell_place)

    # Moving

    def action_next(self) -> None:
        self._to_difference(1)

    def action_previous(self) -> None:
        self._to_difference(-1)

    def _to_difference(self, direction: int) -> None:
        """Go to the next difference; at the end say so, and go round at the second press."""
        place = self._panel.next_difference(direction)
        if place is None and self._at_end == direction:
            rows = len(self._comparison.rows) if self._comparison else 0
            place = self._panel.next_difference(direction, start=-1 if direction > 0 else rows)
        if place is None:
            self.say(f"No {'further' if direction > 0 else 'earlier'} difference. Once more goes round.")
            self._at_end = direction
            return
        self._panel.cursor = place
        self._say_number(place)

    def _say_number(self, place: int) -> None:
        assert self._comparison is not None
        kind = self._comparison.rows[place].kind
        alike = [at for at, row in enumerate(self._comparison.rows) if row.kind == kind]
        self.call_later(self.say, f"{KIND_WORDS[kind]} {alike.index(place) + 1} of {len(alike)}")

    def action_partner(self) -> None:
        """Go to the row where the other half of this sentence is shown, and back."""
        row = self._panel.row
        if row is None or not self._comparison:
            return
        if row.elsewhere:
            self._panel.cursor = row.elsewhere[0]
            return
        here = self._panel.cursor
        pointing = [at for at, other in enumerate(self._comparison.rows) if here in other.elsewhere]
        if pointing:
            self._panel.cursor = pointing[0]
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
        if self._saved is not None and self._saved.living_notes:
            self.say("A comparison with notes keeps its sides.")
        elif isinstance(self._source, Files):
            self._open(Files(self._source.right, self._source.left))
        else:
            self.say("A saved comparison keeps its sides.")

    def _open(self, source: Files) -> None:
        self.keep_everything()
        self._source, self._saved, self._note = source, None, None
        self.status("Reading and comparing…")
        self._make(source)

    def action_view(self) -> None:
        place = VIEWS.index(self._panel.view) + 1
        self._panel.set_view(VIEWS[place % len(VIEWS)])
        self.say({"pairs": "One under the other", "columns": "Side by side"}[self._panel.view])

    def action_detail(self) -> None:
        """Show why these sentences were paired, and what differs; Enter again puts it away."""
        sheet = self.query_one("#sheet")
        sheet.toggle_class("shown")
        self.call_after_refresh(self._tell_place)
        self.call_after_refresh(lambda: self._panel.show_block(self._panel.cursor))

    def action_copy(self) -> None:
        """Copy the sentences of this row with their source."""
        row = self._panel.row
        if row is None or self._comparison is None:
            return
        texts = []
        for article, numbers in ((self._comparison.left, row.left), (self._comparison.right, row.right)):
            if numbers:
                quoted = " ".join(article.sentences[number].text for number in numbers)
                when = f", {article.published:%Y-%m-%d}" if article.published else ""
                texts.append(f"“{quoted}” ({article.publisher or Path(article.path).name}{when})")
        self.app.copy_to_clipboard("\n".join(texts))
        self.say("Sent to the terminal's clipboard (not every terminal takes it).")

    def action_back(self) -> None:
        """Close the sheet that is open, else leave the comparison."""
        if self._sheet.is_open:
            self._sheet.action_close()
        elif self.query_one("#sheet").has_class("shown"):
            self.action_detail()
        else:
            self.keep_everything()
            self.dismiss()

    def action_saved(self) -> None:
        from tui.screens.saved import SavedScreen

        self.app.push_screen(SavedScreen(self.settings))

    # Notes

    def _note_texts(self) -> dict[int, list[str]]:
        if self._comparison is None or self._saved is None:
            return {}
        from storyreader.saving.places import notes_by_row

        by_row = notes_by_row(self._comparison, self._saved.living_notes)
        return {place: [note.text for note in notes if note.text] for place, notes in by_row.items()}

    def action_note(self) -> None:
        """Write a note on the row under the cursor, or go on with the one that is there."""
        from storyreader.saving import Note, new_saved
        from storyreader.saving.places import notes_by_row, target_of

        row = self._panel.row
        if row is None or self._comparison is None:
            return
        if self._saved is None:
            self._saved = new_saved(self._comparison)
        there = notes_by_row(self._comparison, self._saved.living_notes).get(self._panel.cursor)
        self._note = there[-1] if there else Note(target=target_of(self._comparison, row), author=self.settings.author)
        about = KIND_WORDS[row.kind]
        self._sheet.open(f" Note on row {self._panel.cursor + 1} · {about} ", self._note.text)
        self.call_after_refresh(lambda: self._panel.show_block(self._panel.cursor))

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        self._take(message.text)
        self._keep()

    def _take(self, text: str) -> None:
        """Put what was typed into the note; it is written by `_write`."""
        from storyreader.saving.model import now

        if self._note is None or self._saved is None:
            return
        self._note = self._note.model_copy(update={"text": text, "changed": now(), "deleted": not text.strip()})
        notes = [note for note in self._saved.notes if note.id != self._note.id]
        self._saved = self._saved.model_copy(update={"notes": [*notes, self._note]})
        self._unsaved = True

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self._panel.show_notes(self._note_texts())
        self._panel.focus()
        self._tell_place()

    def action_save(self) -> None:
        """Save the comparison even without a note."""
        from storyreader.saving import new_saved

        if self._comparison is not None:
            self._saved = self._saved or new_saved(self._comparison)
            self._unsaved = True
            self._keep()

    @work(thread=True, exit_on_error=False, group="keep")
    def _keep(self) -> None:
        self._write()

    def _write(self) -> None:
        """Write what is not on the disk yet; called in a thread, and once more before leaving."""
        from storyreader.saving import Store

        saved = self._saved
        if saved is None or not self._unsaved:
            return
        self._unsaved = False
        try:
            Store().save(saved)
            self.post_message(self.Kept(saved))
        except StoryReaderError as error:
            self._unsaved = True
            self.post_message(self.Kept(None, str(error)))

    @on(Kept)
    def _kept(self, message: Kept) -> None:
        message.stop()
        if message.problem:
            self.say(f"! {message.problem}")
            return
        self._tell_head()
        if not self._sheet.is_open:
            self.say("Saved.")

    def keep_everything(self) -> None:
        """Write what is still being typed."""
        if self._sheet.is_open and (text := self._sheet.untold()) is not None:
            self._take(text)
        self._write()
