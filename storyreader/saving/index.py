"""What the list shows of each saved comparison, remembered, so that it opens at once however many there are.

An SQLite file in the cache folder, made again from the saved files whenever it is gone or damaged. A file counts as
unchanged while its size in bytes, its time of change in nanoseconds and its place on the disk are, and the code that
makes heads of files.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from storyreader.fingerprint import SAVED_HEADS, fingerprint
from storyreader.paths import cache_folder
from storyreader.saving.summaries import NotedPassage, SavedSummary

_TABLE = """CREATE TABLE IF NOT EXISTS summaries (
    folder, name, stamp, id, title, changed, reviewed, told, PRIMARY KEY (folder, name)) WITHOUT ROWID"""
_ALL = "SELECT name, stamp, id, title, changed, reviewed, told FROM summaries WHERE folder = ?"
_PUT = "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FAULTS = (OSError, sqlite3.Error, ValueError, TypeError, AttributeError)
"""What a damaged index may bring about."""

_BATCH = 200
"""So many heads are written at once: what was read is not read again when the app is closed meanwhile."""


class SummaryIndex:
    """The heads of one folder by file name. Use it in the thread that made it; every fault costs time only."""

    def __init__(self, folder: Path, file: Path | None = None) -> None:
        self._folder = str(folder.absolute())
        self._file = file or cache_folder() / "saved.sqlite"
        self._connection: sqlite3.Connection | None = None
        self._waiting: list[tuple[object, ...]] = []
        self._known: dict[str, tuple[str, SavedSummary]] = {}
        try:
            self._take_up()
        except _FAULTS:
            self.close()
            with contextlib.suppress(*_FAULTS):
                for path in (self._file, *(Path(f"{self._file}-{end}") for end in ("wal", "shm"))):
                    path.unlink(missing_ok=True)
                self._take_up()

    def _take_up(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._connection = sqlite3.connect(self._file, timeout=1)
        with contextlib.suppress(OSError):
            self._file.chmod(0o600)  # titles and notes stand in it
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(_TABLE)
        rows = self._connection.execute(_ALL, (self._folder,)).fetchall()
        told = json.loads(f"[{','.join(row[-1] for row in rows)}]")  # all at once, which takes a fraction of the time
        self._known = {row[0]: (row[1], _head(row[2:-1], *also)) for row, also in zip(rows, told, strict=True)}

    def get(self, name: str, state: os.stat_result) -> SavedSummary | None:
        """The head of an unchanged file, else None."""
        stamped, head = self._known.get(name, ("", None))
        return head if stamped == stamp(state) else None

    def put(self, name: str, state: os.stat_result, head: SavedSummary) -> None:
        """Remember a head."""
        self._waiting.append((self._folder, name, *_row(stamp(state), head)))
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        if self._connection is not None and self._waiting:
            with contextlib.suppress(sqlite3.Error, OverflowError), self._connection:
                self._connection.executemany(_PUT, self._waiting)
        self._waiting.clear()

    def forget_all_but(self, names: set[str]) -> None:
        """Forget the files that are gone."""
        gone = [(self._folder, name) for name in self._known if name not in names]
        if self._connection is not None and gone:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.executemany("DELETE FROM summaries WHERE folder = ? AND name = ?", gone)

    def close(self) -> None:
        """Write what waits and let go of the file."""
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@contextlib.contextmanager
def summary_index(folder: Path) -> Iterator[SummaryIndex]:
    """The index of a folder, closed afterwards."""
    index = SummaryIndex(folder)
    try:
        yield index
    finally:
        index.close()


def stamp(state: os.stat_result) -> str:
    """What tells a changed file from the same one; other code for heads reads everything anew."""
    return f"{fingerprint(SAVED_HEADS)} {state.st_size} {state.st_mtime_ns} {state.st_ino}"


def _row(stamped: str, head: SavedSummary) -> tuple[object, ...]:
    changed = (head.changed - _EPOCH) // timedelta(microseconds=1)
    told = json.dumps(
        [head.outlets, head.articles, head.passages, head.counts, head.paths, head.format], ensure_ascii=False
    )
    return (stamped, head.id, head.title, changed, head.reviewed, told)


def _head(row: tuple[Any, ...], *told: Any) -> SavedSummary:
    identity, title, changed, reviewed = row
    outlets, articles, passages, counts, paths, kind = told
    return SavedSummary(
        id=identity,
        title=title,
        outlets=tuple(outlets),
        articles=tuple(articles),
        changed=datetime.fromtimestamp(changed / 1_000_000, UTC),
        passages=tuple(
            NotedPassage(told, verdict, tuple(tags), tuple((letter, exact) for letter, exact in quotations), *place)
            for told, verdict, tags, quotations, *place in passages
        ),
        counts=counts,
        reviewed=reviewed,
        paths=tuple(paths),
        format=kind,
    )
