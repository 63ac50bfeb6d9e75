"""Sentence vectors computed before, so that comparing by meaning costs each sentence once.

An SQLite file in the cache folder, which may be deleted at any time; a damaged or locked one costs time, never an
error. Use it in the thread that made it.
"""

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from storyreader.library.database import open_cache
from storyreader.paths import cache_folder

_AT_ONCE = 500
"""Keys asked for in one query; SQLite takes no more than a thousand."""


class StoredVectors:
    """Keeps bytes by key."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or cache_folder() / "vectors.sqlite"
        self._connection = open_cache(file, "CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB)")

    def get(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The vectors that are known."""
        found: dict[str, bytes] = {}
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                for at in range(0, len(keys), _AT_ONCE):
                    part = keys[at : at + _AT_ONCE]
                    places = ",".join("?" * len(part))
                    query = f"SELECT key, vector FROM vectors WHERE key IN ({places})"  # noqa: S608  only question marks
                    found.update(self._connection.execute(query, list(part)))
        return found

    def put(self, found: Mapping[str, bytes]) -> None:
        """Keep more of them."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", list(found.items()))

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
