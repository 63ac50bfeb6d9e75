"""Writing a text in the reader's own editor, while the app waits outside the screen."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from storyreader.errors import StoryReaderError


def edit_text(text: str) -> str:
    """The text as it comes back from $VISUAL or $EDITOR (vi without either). Raises StoryReaderError.

    Call it while the app is suspended.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    handle, name = tempfile.mkstemp(prefix="storyreader-note-", suffix=".md")
    file = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        given = [*shlex.split(command), name]
        status = subprocess.run(given, check=False).returncode  # noqa: S603  the reader's own editor is to be run
        if status:
            raise StoryReaderError(f"The editor {command!r} exited with status {status}.", "The note is unchanged.")
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except (OSError, ValueError) as error:
        raise StoryReaderError(f"The editor {command!r} could not be run: {error}.", "Set $EDITOR.") from error
    finally:
        file.unlink(missing_ok=True)
