"""What is saved, and all notes: look into it, open, find, sort, export, rename, duplicate, delete and bring back."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from storyreader import application
from storyreader.exporting import BOARD_FILES, FILES
from storyreader.messages import shown_title
from tui.framed import FramedScreen
from tui.keymap import COMPARISONS, NOTES, SAVED, bindings_of
from tui.prompts import WriteScreen
from tui.saved_keeper import SavedKeeper
from widgets.block_view import BlockView
from widgets.find_line import FindLine
from widgets.saved_list import SavedList
from widgets.saved_preview import SavedPreview
from widgets.table import Table, TableItem
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.saving import NotedPassage, SavedSummary

_ORDERS: "dict[str, Callable[[SavedSummary], object]]" = {
    "latest first": lambda summary: -summary.changed.timestamp(),
    "by title": lambda summary: summary.title.casefold(),
    "most notes first": lambda summary: -summary.notes,
    "least reviewed first": lambda summary: summary.reviewed / max(1, summary.rows),
}


class SavedScreen(FramedScreen):
    """Reads the folder in a thread whenever it is shown."""

    name_in_keymap = SAVED
    CSS_PATH = "saved.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED)

    def __init__(self) -> None:
        super().__init__()
        self._summaries: tuple[SavedSummary, ...] = ()
        self._noted: list[tuple[SavedSummary, NotedPassage | None]] = []
        self._deleted: list[tuple[str, str]] = []
        self._words = ""
        self._order = "latest first"
        self._notes = False
        self._listed = False

    def body(self) -> Iterator[Widget]:
        yield SavedKeeper()
        with Container(id="saved-panes", classes="panes"):
            yield SavedList(id="saved")
            yield SavedPreview(label_width=3, id="preview")
        yield Table(id="notes")
        yield TextView(id="nothing", classes="panes")
        yield FindLine()

    @property
    def _list(self) -> SavedList:
        return self.query_one(SavedList)

    @property
    def _table(self) -> Table:
        return self.query_one("#notes", Table)

    @property
    def _keeper(self) -> SavedKeeper:
        return self.query_one(SavedKeeper)

    def begin(self) -> None:
        self.head("Saved comparisons")
        self.status("Reading…")
        self._table.display = False
        self.query_one("#nothing").display = False
        self._list.focus()
        self.blind_changed()

    def blind_changed(self) -> None:
        self._list.blind = self.opener.blind
        self._list.lay_out()
        self._look_into()

    def on_screen_resume(self) -> None:
        self._keeper.read()

    @on(SavedKeeper.Listed)
    def _show(self, message: SavedKeeper.Listed) -> None:
        message.stop()
        self._summaries = message.listing.heads
        if message.deleted is not None:
            self._deleted.append(message.deleted)
        if message.restored in self._deleted:
            self._deleted.remove(message.restored)
        for problem in message.listing.problems:
            self.app.notify(problem, severity="warning", timeout=15, markup=False)
        # coming back to the list is no news: what was said before stays
        self._fill(None if self._listed and not message.text else message.text)
        self._listed = True

    def _fill(self, text: str | None = "") -> None:
        """Show what matches, and say `text`: nothing said tells how saving works, None leaves the line as it is."""
        matching = self._summaries
        if self._words:
            matching = tuple(self._summaries[at] for at in application.matching_summaries(self._words, self._summaries))
        shown = sorted(matching, key=_ORDERS[self._order])  # type: ignore[arg-type]  # each order gives keys of one kind
        self._list.show(shown)
        items = self._note_items()
        self._table.show(items)
        some = bool(items) if self._notes else bool(shown)
        self.query_one("#saved-panes").display = some and not self._notes
        self._table.display = some and self._notes
        nothing = self.query_one("#nothing", TextView)
        nothing.display = not some
        if not some:
            nothing.show_blocks(self._nothing())
        if some and not self.query_one(FindLine).is_open:
            (self._table if self._notes else self._list).focus()
        count = f"{len(shown)} of {len(self._summaries)}" if self._words else f"{len(self._summaries)}"
        tabs = "1: comparisons  [2: notes]" if self._notes else "[1: comparisons]  2: notes"
        spots = {"1: comparisons": "saved.comparisons", "2: notes": "saved.notes"}
        self.head("Saved comparisons", f"{count} · {tabs}", spots)
        if text is not None:
            self.status(text or "Saved as you write: articles, links and notes are in the file.", self._order)
        self._look_into()

    def _nothing(self) -> list[TextBlock]:
        if self._words:
            return [TextBlock(f"Nothing found for “{self._words}”", "title")]
        if self._notes and self._summaries:
            return [TextBlock("No notes yet", "title"), TextBlock("Press a in a comparison to write one.", above=1)]
        hint = "A comparison is saved with its first note (a), or with s. q goes back."
        return [TextBlock("No saved comparisons yet", "title"), TextBlock(hint, above=1)]

    def _note_items(self) -> list[TableItem]:
        """All notes that are looked for, each with its quotations, under the titles of what they are on."""
        query = application.SavedQuery.of(self._words)
        items: list[TableItem] = []
        self._noted = []
        for summary in self._summaries:
            if passages := query.passages(summary):
                items.append(TableItem(shown_title(summary.title, blind=self._list.blind)))
                items += [
                    TableItem(note.told, "✎", statements=[(letter, f"“{words}”") for letter, words in note.quotations])
                    for note in passages
                ]
                self._noted += [(summary, note) for note in (None, *passages)]
        return items

    # Looking into it

    @on(BlockView.Highlighted, "#saved")
    def _moved(self, message: BlockView.Highlighted) -> None:
        message.stop()
        self._look_into()

    def _look_into(self) -> None:
        """Show what is in the saved file under the cursor; whether its pages are as they were comes later."""
        if self._list.current is not None and not self._notes:
            self.query_one(SavedPreview).show(self._list.current, blind=self._list.blind)
            self._keeper.check_sources(self._list.current.id)

    @on(SavedKeeper.SourcesKnown)
    def _show_sources(self, message: SavedKeeper.SourcesKnown) -> None:
        message.stop()
        summary = self._list.current
        if summary is not None and summary.id == message.id and message.changes:
            self.query_one(SavedPreview).show(summary, message.changes, blind=self._list.blind)

    # Actions

    @property
    def _current(self) -> "SavedSummary | None":
        return self._under_cursor[0] if self._notes else self._list.current

    @property
    def _under_cursor(self) -> "tuple[SavedSummary | None, NotedPassage | None]":
        """The note under the cursor of all notes, and what it is on."""
        at = self._table.cursor
        return self._noted[at] if self._notes and 0 <= at < len(self._noted) else (None, None)

    def action_open(self) -> None:
        """Open what is under the cursor: of all notes one where it is, at its row or its sentence."""
        summary, note = self._current, self._under_cursor[1]
        if summary is None:
            return
        if summary.is_comparison:
            self.opener.open_comparison(application.Saved(summary.id, note.id if note else ""))
        elif summary.is_board:
            self.opener.open_board(summary.id)
        elif not self.opener.show_article(summary.articles[0], note.sentence if note else None):
            self.status("This article is not among the files that are open now; e exports the notes.")

    @on(BlockView.Chosen)
    def _chosen(self, message: BlockView.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_comparisons(self) -> None:
        self._notes = False
        self._fill()

    def action_notes(self) -> None:
        self._notes = True
        self._fill()

    def action_sort(self) -> None:
        names = list(_ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._fill(f"Sorted: {self._order}.")

    def action_recompute(self) -> None:
        """Read both pages again and compare them again; the notes find their places."""
        summary = self._current
        if summary is not None and summary.is_comparison:
            self.status("Reading and comparing both pages again…")
            self._keeper.compare_anew(summary.id)
        elif summary is not None:
            what = (
                "A board is found again whenever it is opened" if summary.is_board else "These are notes on one article"
            )
            self.status(f"{what}; there is nothing to compare.")

    @on(SavedKeeper.ComparedAnew)
    def _open_anew(self, message: SavedKeeper.ComparedAnew) -> None:
        message.stop()
        self.status(message.text)
        if message.source is not None:
            self.opener.open_comparison(message.source)

    def action_export(self) -> None:
        """Write it out for another person, in one of the formats."""
        summary = self._current
        if summary is None:
            return

        forms = BOARD_FILES if summary.is_board else FILES
        self.ask("Export as", list(forms), lambda form: self._keeper.export(summary.id, form))

    def action_rename(self) -> None:
        """Give the comparison a name of the reader's own."""
        summary = self._current
        if summary is None:
            return

        def named(title: str | None) -> None:
            if title and title.strip() and title != summary.title:
                self._keeper.change("rename", summary.id, title.strip())

        self.app.push_screen(WriteScreen("Name of this comparison", summary.title), named)

    def action_duplicate(self) -> None:
        """Begin anew from the same state, beside the one that is there."""
        if self._current is not None:
            self._keeper.change("duplicate", self._current.id, f"{self._current.title} (copy)")

    def action_delete(self) -> None:
        """Delete at once; u brings it back."""
        if self._current is not None:
            self._keeper.change("delete", self._current.id, self._current.title)

    def action_undo(self) -> None:
        if self._deleted:
            self._keeper.change("restore", *self._deleted[-1])
        else:
            self.status("Nothing to bring back.")

    # Finding

    def action_find(self) -> None:
        self.query_one(FindLine).open()
        self.status("Words of titles and notes; #tag, verdict:check and outlet:echo narrow it.")

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        self._words = message.words
        self._fill()
        if message.done:
            (self._table if self._notes else self._list).focus()

    @property
    def mode(self) -> str:
        return NOTES if self._notes else COMPARISONS

    def step_back(self) -> bool:
        """End finding; False when nothing is looked for."""
        finding = bool(self._words)
        if finding:
            self._words = ""
            self._fill()
        return finding

    def end_narrowing(self) -> bool:
        """Go back from the notes to the comparisons."""
        notes = self._notes
        if notes:
            self.action_comparisons()
        return notes
