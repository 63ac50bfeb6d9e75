"""What a comparison screen does with notes: writes them as they are typed, and brings everything to the disk."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from storyreader.describing import KIND_WORDS
from storyreader.errors import StoryReaderError
from tui.opening import Opened
from tui.screens.base import FramedScreen
from tui.workspace import Workspace
from widgets.note_sheet import NoteSheet


class NotingScreen(FramedScreen):
    """The half of the comparison screen that changes something; the other half only shows."""

    @dataclass
    class Kept(Message):
        """The notes have been written, or why not."""

        problem: str = ""

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

    def action_note(self) -> None:
        """Write a note on the row under the cursor, or go on with the one that is there."""
        place, row = self.workspace.place, self.workspace.row
        if row is None or place is None or self._opened is None or self.workspace.tab != "text":
            return
        text = self._opened.notebook.begin(place).text
        self.sheet.open(f" Note on row {place + 1} · {KIND_WORDS[row.kind]} ", text)
        self.call_after_refresh(self.keep_in_sight)

    def keep_in_sight(self) -> None:
        """Have the row under the cursor in the window after something has risen over it."""
        self.workspace.panel.show_block(self.workspace.panel.cursor)

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        if self._opened is not None:
            self._opened.notebook.take(text=message.text)
            self._write()

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self.show_marks()
        self.workspace.take_focus()
        self.say("")

    def show_marks(self) -> None:
        """Show what the notebook holds."""
        if self._opened is not None:
            self.workspace.show_notes(self._opened.notebook.texts(), self._opened.notebook.reviewed)

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
        self.tell_head()
        self.say(f"! {message.problem}" if message.problem else "saved")

    def keep_everything(self) -> None:
        """Write what is still being typed, before this comparison is left."""
        if self._opened is None:
            return
        self._opened.notebook.take(text=self.sheet.text)  # its last message may still be on the way
        try:
            self._opened.notebook.write()
        except StoryReaderError as error:
            self.app.notify(str(error), severity="error", timeout=15, markup=False)
