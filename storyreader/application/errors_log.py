"""Faults of storyreader itself: where their details are kept for a report."""

import contextlib
import traceback
from datetime import UTC, datetime
from pathlib import Path

from storyreader.paths import data_folder


def log_file() -> Path:
    """The file in which they are kept."""
    return data_folder() / "errors.log"


def write_log(error: BaseException) -> Path:
    """Add a fault to the log; a log that cannot be written is no second fault."""
    file = log_file()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n{''.join(traceback.format_exception(error))}\n")
    return file
