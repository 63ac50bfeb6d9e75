"""Faults of storyreader itself: where their details are kept for a report, without a word of any article."""

import contextlib
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

import storyreader
from storyreader.paths import data_folder


def log_file() -> Path:
    """The file in which they are kept."""
    return data_folder() / "errors.log"


def write_log(error: BaseException) -> Path:
    """Add a fault to the log; a log that cannot be written is no second fault."""
    file = log_file()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n{told(error)}\n")
    return file


def told(error: BaseException) -> str:
    """Where a fault came about, and of what kind it is: our own lines of code, and no word of what was read."""
    parts = [f"storyreader {storyreader.__version__}, Python {platform.python_version()}"]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.format_list(traceback.extract_tb(link.__traceback__))
        parts += ["".join(frames).rstrip(), f"{type(link).__qualname__}{_message(link)}"]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(parts) + "\n"


_OF_THE_PROGRAM = (AttributeError, NameError, ImportError, NotImplementedError, RecursionError, MemoryError)
"""Faults whose messages tell of the program alone; others may repeat what was read."""


def _message(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {error.strerror}" if error.strerror else ""
    return f": {error}" if isinstance(error, _OF_THE_PROGRAM) else ""
