"""Writing files safely: whole or not at all, one writer at a time, and damaged ones moved aside, never overwritten."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from storyreader.errors import SavingFailed
from storyreader.paths import shown

LOCK_SECONDS = 5

SCRAP_SECONDS, LOCK_KEPT_SECONDS = 3600, 7 * 24 * 3600
"""Half-written files, and locks, of this age are nobody's work any more."""


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of a file while it is read, changed and written. Raises SavingFailed when another has it."""
    from filelock import FileLock, Timeout  # only those who write pay for it

    folder = file.parent / ".locks"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(folder / f"{file.stem}.lock", timeout=LOCK_SECONDS):
            yield
    except Timeout as error:
        raise SavingFailed(
            f"Not saved: another storyreader has been holding {file.stem} for {LOCK_SECONDS} seconds.",
            "Your changes are kept in memory; close the other one and press s.",
        ) from error
    except OSError as error:
        raise SavingFailed(
            f"Not saved: {error.strerror or error} ({shown(file.parent)}).",
            "Your changes are kept in memory; free the folder and press s to try again.",
        ) from error


def set_aside(file: Path) -> Path:
    """Move a damaged file out of the way, under a name that tells when; gives the new place."""
    aside = file.with_name(f"{file.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S%f}")
    with contextlib.suppress(OSError):
        file.replace(aside)
    return aside


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


def scraps(folder: Path) -> list[Path]:
    """What storyreaders that were killed while saving have left in a folder: half-written files, locks nobody holds.

    The saved files themselves are whole. Only what is old enough to be nobody's work any more is named.
    """
    parts = [path for path in _below(folder) if path.name.startswith(".") and path.suffix == ".part"]
    locks = [path for path in _below(folder / ".locks") if path.suffix == ".lock"]
    return [*_older(parts, SCRAP_SECONDS), *_older(locks, LOCK_KEPT_SECONDS)]


def sweep(folder: Path) -> int:
    """Remove scraps; gives how many."""
    swept = 0
    for path in scraps(folder):
        with contextlib.suppress(OSError, ImportError):
            if path.suffix == ".lock" and _is_held(path):
                continue
            path.unlink()
            swept += 1
    return swept


def _below(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _older(paths: list[Path], seconds: float) -> list[Path]:
    found = []
    for path in paths:
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > seconds:
                found.append(path)
    return found


def _is_held(lock: Path) -> bool:
    from filelock import FileLock, Timeout  # as above

    try:
        with FileLock(lock, timeout=0):
            return False
    except Timeout:
        return True


def _settle(folder: Path) -> None:
    """Write the folder's own entry to the disk, where the system allows opening a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
