"""The reader's own editor, which gets the terminal for a while; whatever becomes of it, the app comes back."""

from collections.abc import Callable
from typing import Any

from textual.app import App, SuspendNotSupported

from storyreader import application
from storyreader.errors import StoryReaderError
from widgets.note_sheet import NoteSheet


def write_in_editor(app: App[Any], sheet: NoteSheet, say: Callable[[str], None]) -> None:
    """Go on with a note in the reader's own editor; where that fails the note stays as it was, and `say` says why."""
    text = sheet.fields.text
    problem = ""
    try:
        with app.suspend():  # Textual does not come back from an error in here
            try:
                text = application.edit_text(text)
            except StoryReaderError as error:
                problem = str(error)
    except SuspendNotSupported:
        problem = "This terminal cannot be left for an editor."
    if problem:
        say(f"! {problem}")
    else:
        sheet.put_text(text)
        sheet.hand_over()
