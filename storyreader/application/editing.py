"""Writing a text in the reader's own editor, while the app waits outside the screen."""

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path

from storyreader.errors import StoryReaderError
from storyreader.loading import strip_invisible
from storyreader.paths import shown


def edit_text(text: str) -> str:
    """The text as it comes back from $VISUAL or $EDITOR (vi without either). Raises StoryReaderError.

    Call it while the app is suspended. What was written in an editor that then failed is kept in a file, which the
    error names.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        handle, name = tempfile.mkstemp(prefix="storyreader-note-", suffix=".md")
    except OSError as error:
        raise StoryReaderError(
            f"There is no room for the editor's file: {error.strerror}.", "Free the disk."
        ) from error
    file, keep = Path(name), False
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        given = [*shlex.split(command), name]
        status = _run(given)
        written = strip_invisible(file.read_text(encoding="utf-8", errors="replace"))[0].rstrip("\n")
        if status:
            keep = written != text.rstrip("\n")
            hint = f"What was written is in {shown(file)}." if keep else "The note is unchanged."
            raise StoryReaderError(f"The editor {command!r} exited with status {status}.", hint)
        return written
    except (OSError, ValueError, IndexError) as error:
        raise StoryReaderError(f"The editor {command!r} could not be run: {error}.", "Set $EDITOR.") from error
    finally:
        if not keep:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)


def _run(given: list[str]) -> int:
    """Run the editor; an interrupt from the keyboard is meant for it, not for us."""
    before, told = signal.signal(signal.SIGINT, _leave_to_the_editor), signal.set_wakeup_fd(-1)
    try:
        return subprocess.run(given, check=False).returncode  # noqa: S603  the reader's own editor is to be run
    finally:
        signal.set_wakeup_fd(told)
        signal.signal(signal.SIGINT, before)


def _leave_to_the_editor(number: int, frame: object) -> None:
    """Unlike an ignored signal, one with a handler is the default again in a program that is started."""
