"""Opening what can be made again at any time: an SQLite file in the cache folder, readable by its owner only."""

import contextlib
import sqlite3
from pathlib import Path


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
