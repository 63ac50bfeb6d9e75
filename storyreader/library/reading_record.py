"""What the reader has read and compared, and where they stopped.

An SQLite file in the data folder. Articles are called by their ids, so that one is known wherever its page lies. A
damaged or locked file costs the reader their places, never an error. Use it in the thread that made it.
"""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

from storyreader.library.database import open_cache
from storyreader.paths import data_folder


class Compared(NamedTuple):
    """A pair of articles that were compared, the number of conflicts found, and the row the reader was at, from 0."""

    left: str
    right: str
    conflicts: int
    row: int


class ReadingRecord:
    """Places by article and by pair of articles, whichever of the two is left."""

    def __init__(self, file: Path | None = None) -> None:
        self._connection = open_cache(
            file or data_folder() / "reading.sqlite",
            "CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, sentence INTEGER)",
            "CREATE TABLE IF NOT EXISTS pairs (one TEXT, other TEXT, conflicts INTEGER, row INTEGER, "
            "PRIMARY KEY (one, other))",
        )

    def __enter__(self) -> "ReadingRecord":
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def articles(self) -> dict[str, int]:
        """The articles that have been read, each with the number of the sentence the reader was at, from 0."""
        return dict(self._rows("SELECT id, sentence FROM articles"))

    def pairs(self) -> list[Compared]:
        """The pairs that have been compared."""
        return [Compared(*row) for row in self._rows("SELECT one, other, conflicts, row FROM pairs")]

    def pair(self, left: str, right: str) -> Compared | None:
        """What is known of one pair."""
        query = "SELECT one, other, conflicts, row FROM pairs WHERE one = ? AND other = ?"
        found = self._rows(query, *sorted([left, right]))
        return Compared(*found[0]) if found else None

    def read(self, article: str, sentence: int) -> None:
        """Remember that an article was read, up to a sentence."""
        self._put("INSERT OR REPLACE INTO articles VALUES (?, ?)", article, sentence)

    def compared(self, pair: Compared) -> None:
        """Remember that two articles were compared, which reads both, and the row the reader is at."""
        self._put("INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?)", *sorted(pair[:2]), pair.conflicts, pair.row)
        for article in pair[:2]:
            self._put("INSERT OR IGNORE INTO articles VALUES (?, 0)", article)

    def _rows(self, query: str, *values: str) -> list[Any]:
        with contextlib.suppress(sqlite3.Error):
            return [] if self._connection is None else self._connection.execute(query, values).fetchall()
        return []

    def _put(self, statement: str, *values: object) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.execute(statement, values)
