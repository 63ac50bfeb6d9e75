"""What a comparison screen keeps: writing to the disk, exporting, and what has lost its place in a changed page."""

import contextlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from textual import on, work
from textual.message import Message

from storyreader.errors import StoryReaderError
from storyreader.exporting import FILES
from storyreader.messages import LETTERS
from storyreader.paths import shown
from storyreader.saving import Note
from storyreader.settings import Settings
from tui.opening import Opened
from tui.screens.asking import AskScreen
from tui.screens.base import FramedScreen
from tui.workspace import Workspace
from widgets.findings_items import orphan_items
from widgets.note_sheet import NoteFields, NoteSheet
from widgets.table import Table


class KeepingScreen(FramedScreen):
    """The ground of the comparison screen: what is opened, and that nothing of it is lost."""

    @dataclass
    class Kept(Message):
        """The notes have been written, or why not."""

        problem: str = ""

    @dataclass
    class Exported(Message):
        """A file has been written, or why not."""

        says: str

    settings: Settings
    _opened: Opened | None = None

    @property
    def workspace(self) -> Workspace:
        """The comparison on the screen."""
        return self.query_one(Workspace)

    @property
    def sheet(self) -> NoteSheet:
        """Where notes are written."""
        return self.query_one(NoteSheet)

    def say(self, text: str) -> None:
        """Put a word of the app in the status line, until the next move."""
        raise NotImplementedError

    def tell_head(self) -> None:
        """Say in the head line what is compared, and that it is saved."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Show what the notebook holds."""
        if self._opened is not None:
            self.workspace.show_notes(self._opened.notebook.texts(), self._opened.notebook.reviewed)

    def changed(self, says: str) -> None:
        """Show a change, say a word about it and write it."""
        self.show_marks()
        if says:
            self.say(says)
        self.write()

    def ask(self, question: str, answers: list[str], then: Callable[[str], None]) -> None:
        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(AskScreen(question, answers), answered)

    def take(self, fields: NoteFields) -> None:
        """Put what stands in the sheet into the note that is being written."""
        if self._opened is not None:
            self._opened.notebook.take(**{**asdict(fields), "tags": list(fields.tags)})

    # What has lost its place

    def show_orphans(self) -> None:
        """Show the items without a place, with the words they were about."""
        if self._opened is None:
            return
        told = []
        for item in self._opened.notebook.orphans:
            says = item.told if isinstance(item, Note) else type(item).__name__.lower()
            names = self._opened.comparison.names.items()
            quotes = [(LETTERS[side], item.target.anchor(name)) for side, name in names]
            told.append((says, [(letter, f"“{anchor.exact}”") for letter, anchor in quotes if anchor]))
        self.workspace.query_one("#orphans", Table).show(orphan_items(told))

    def settle_item(self) -> None:
        """Ask what is to become of the orphaned item under the cursor."""
        table, place = self.workspace.table, self.workspace.place
        if self._opened is None or table is None or not (items := self._opened.notebook.orphans):
            return
        book, item = self._opened.notebook, items[max(0, table.cursor - 1)]
        here = f"put it on row {(place or 0) + 1}, where you were"

        def answered(answer: str) -> None:
            if answer == here and place is not None:
                book.place_again(item, place)
            else:
                book.drop(item)
            self.show_orphans()
            self.changed(f"{'Placed' if answer == here else 'Deleted'}; u undoes.")

        self.ask("This one has lost its place", [here, "delete it"], answered)

    def action_export(self) -> None:
        """Write the comparison out for another person, in one of the formats."""
        if self._opened is not None:
            self.ask("Export as", list(FILES), self._export_as)

    def _export_as(self, form: str) -> None:
        self._export(form)

    @work(thread=True, exit_on_error=False, group="export")
    def _export(self, form: str) -> None:
        from tui.exporting import write_dossier

        if self._opened is None:
            return
        try:
            file = write_dossier(self._opened.notebook.as_saved(), form, Path.cwd())
        except StoryReaderError as error:
            self.post_message(self.Exported(f"! {error}"))
        else:
            self.post_message(self.Exported(f"Written: {shown(file)}"))

    @on(Exported)
    def _exported(self, message: Exported) -> None:
        message.stop()
        self.say(message.says)

    # Bringing it to the disk

    def action_save(self) -> None:
        """Save the comparison even without a note."""
        if self._opened is not None:
            self._opened.notebook.keep()
            self.write()

    @work(thread=True, exit_on_error=False, group="keep")
    def write(self) -> None:
        try:
            if self._opened is not None and self._opened.notebook.write():
                self.post_message(self.Kept())
        except StoryReaderError as error:
            self.post_message(self.Kept(str(error)))

    @on(Kept)
    def _kept(self, message: Kept) -> None:
        message.stop()
        self.tell_head()
        if message.problem:
            self.say(f"! {message.problem}")

    def keep_everything(self) -> None:
        """Write what is still being typed, before this comparison is left."""
        if self._opened is None:
            return
        with contextlib.suppress(Exception):  # the sheet may be gone already
            self.take(self.sheet.fields)  # its last message may still be on the way
        try:
            self._opened.notebook.write()
        except StoryReaderError as error:
            self.app.notify(str(error), severity="error", timeout=15, markup=False)
