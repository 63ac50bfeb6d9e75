"""Opening what can be made again at any time: SQLite files that are readable by their owner only."""

import atexit
import contextlib
import shutil
import sqlite3
import tempfile
import threading
import time
from pathlib import Path

from storyreader.library.schema import migrate, ready

PATIENCE = 5.0
"""Seconds for which another storyreader that writes is waited for."""

_PASSING: dict[Path, Path] = {}
_PASSING_LOCK = threading.Lock()


def open_cache(file: Path, *tables: str) -> sqlite3.Connection | None:
    """Open a cache with these tables, made anew when it is damaged; None where none can be had, which costs only time.

    `tables` are the statements that make them when they are not there. Use the connection in the thread that opened it.
    """
    try:
        return _opened(file, tables)
    except (OSError, sqlite3.Error):
        with contextlib.suppress(OSError, sqlite3.Error):
            for path in (file, *(Path(f"{file}-{end}") for end in ("wal", "shm"))):
                path.unlink(missing_ok=True)
            return _opened(file, tables)
        return None


def _opened(file: Path, tables: tuple[str, ...]) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(file, timeout=1)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        for table in tables:
            connection.execute(table)
        with contextlib.suppress(OSError):
            file.chmod(0o600)  # headlines and words of the reader's pages stand in it
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def opened(file: Path) -> sqlite3.Connection:
    """A connection to a catalogue of today's layout. Raises OSError and sqlite3.Error."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(file, timeout=PATIENCE)
    try:
        _in_wal_mode(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        ready(connection)
        migrate(connection)
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
        with contextlib.suppress(OSError):
            file.chmod(0o600)  # the words of the reader's pages stand in it
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _in_wal_mode(connection: sqlite3.Connection) -> None:
    """Two that change the mode of a new file at the same moment do not wait for each other by themselves."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.02)


def passing_file(file: Path) -> Path:
    """A file for what can be kept nowhere else: all who ask for the same one get it, and it goes with the process.

    Raises OSError.
    """
    with _PASSING_LOCK:
        if file not in _PASSING:
            folder = Path(tempfile.mkdtemp(prefix="storyreader-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            _PASSING[file] = folder / file.name
        return _PASSING[file]
