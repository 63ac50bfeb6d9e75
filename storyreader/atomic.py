"""Writing a file so that a crash at any moment leaves the old one or the new one, never half of either."""

import contextlib
import os
import tempfile
from pathlib import Path

from storyreader.errors import SavingFailed
from storyreader.paths import shown


def write_atomic(path: Path, content: bytes) -> None:
    """Replace `path` by `content`: a temporary file beside it, flushed to the disk, then put in its place.

    The file can be read by its owner only. Raises SavingFailed when the disk says no; the old file is then as it was.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105  the os function says that it is atomic
        _settle(path.parent)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise SavingFailed(
            f"Not saved: {error.strerror or error} ({shown(path)}).",
            "Your changes are kept in memory; free the folder and press s to try again.",
        ) from error


def _settle(folder: Path) -> None:
    """Write the folder's own entry to the disk, where the system allows opening a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
