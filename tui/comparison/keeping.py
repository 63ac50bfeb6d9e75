"""That nothing of a comparison is lost: saving it, exporting it, leaving it."""

import contextlib

from storyreader import application
from storyreader.errors import StoryReaderError
from storyreader.exporting import FILES
from tui.comparison.annotating import Annotating
from tui.comparison.desk import Desk
from tui.comparison.keeper import Keeper


class Keeping:
    """Brings the comparison to the disk."""

    def __init__(self, desk: Desk, annotating: Annotating) -> None:
        self._desk = desk
        self._annotating = annotating

    def action_save(self) -> None:
        """Save the comparison even without a note."""
        self._desk.notebook.keep()
        self._desk.keeper.write(self._desk.notebook)

    def action_export(self) -> None:
        """Write the comparison out for another person, in one of the formats."""
        self._desk.screen.ask("Export as", list(FILES), self._export)

    def _export(self, form: str) -> None:
        self._desk.keeper.export(self._desk.notebook, form)

    def kept(self, message: Keeper.Kept) -> None:
        """Say that the comparison is saved, or why not."""
        self._desk.status.show_head()
        if message.problem:
            self._desk.say(f"! {message.problem}")

    def keep_everything(self) -> None:
        """Write what is still being typed, before this comparison is left."""
        with contextlib.suppress(Exception):  # the sheet may be gone already
            self._annotating.take(self._desk.note_sheet.fields)  # its last message may still be on the way
        space = self._desk.workspace
        if space.tab == "text" and space.row_index is not None:  # in other tabs it is the row of a finding
            application.remember_row(self._desk.comparison, space.row_index)
        try:
            self._desk.notebook.write()
        except StoryReaderError as error:
            self._desk.screen.app.notify(str(error), severity="error", timeout=15, markup=False)
