"""Bringing a comparison or a board to the disk in threads: its file, and dossiers for other people."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

from storyreader import application
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from tui.background import Background, in_thread

if TYPE_CHECKING:
    from storyreader.application import ItemBook


class Keeper(Background):
    """Writes and tells what came of it."""

    @dataclass
    class Kept(Message):
        """The notebook has been written, or why not."""

        problem: str = ""

    @dataclass
    class Exported(Message):
        """A dossier has been written, or why not, in words for the status line."""

        text: str

    @in_thread("keep")
    def write(self, notebook: "ItemBook[Any]") -> None:
        """Write what is not on the disk yet."""
        try:
            if notebook.write():
                self.post_message(self.Kept())
        except StoryReaderError as error:
            self.post_message(self.Kept(str(error)))

    def copy(self, text: str) -> None:
        """Copy a text to the terminal's clipboard, which not every terminal allows, and to a file."""
        self.app.copy_to_clipboard(text)
        self._keep_copy(text)

    @in_thread("copies")
    def _keep_copy(self, text: str) -> None:
        try:
            self.post_message(self.Exported(f"Copied, also to {shown(application.keep_copy(text))}"))
        except StoryReaderError as error:
            self.post_message(self.Exported(f"Copied to the terminal's clipboard alone: {error}"))

    @in_thread("export")
    def export(self, notebook: "ItemBook[Any]", form: str) -> None:
        """Write a dossier into the folder of the reader's exports."""
        try:
            file = application.write_dossier(notebook.as_saved(), form)
        except StoryReaderError as error:
            self.post_message(self.Exported(f"! {error}"))
        else:
            self.post_message(self.Exported(f"Exported to {shown(file)}"))
