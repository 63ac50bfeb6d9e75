"""What was learned from files already read: their entries, so that a folder opens at once the second time, and which
lines come again on each outlet's pages.

An SQLite file in the cache folder; it may be deleted at any time. A file counts as unchanged while its size in
bytes and its time of change in nanoseconds are, and the rules that read it. A damaged or locked cache costs time, never
an error.
"""

import contextlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from storyreader.article import Article
from storyreader.cleaning import OutletLines
from storyreader.fingerprint import READING, fingerprint
from storyreader.library.database import open_cache
from storyreader.library.entry import Entry
from storyreader.paths import cache_folder

MOST_ARTICLES = 200
"""Articles of an outlet from which there is nothing more to learn; each new one is compared with all before."""


class LibraryCache:
    """Entries by absolute path, and outlets by their key. Use it in the thread that made it."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or cache_folder() / "entries.sqlite"
        self._connection = open_cache(
            file,
            "CREATE TABLE IF NOT EXISTS entries (path TEXT PRIMARY KEY, stamp TEXT, entry TEXT)",
            "CREATE TABLE IF NOT EXISTS outlets (key TEXT PRIMARY KEY, lines TEXT)",
        )
        self._waiting: list[tuple[str, str, str]] = []
        self._outlets: dict[str, OutletLines] = {}
        self._learned: set[str] = set()

    def get(self, path: Path) -> Entry | None:
        """The entry of an unchanged file, else None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT entry FROM entries WHERE path = ? AND stamp = ?", (str(path.resolve()), _stamp(path))
            ).fetchone()
            if row is None:
                return None
            fields = json.loads(row[0])
            fields["terms"] = tuple((term, count) for term, count in fields["terms"])
            return Entry(**{**fields, "path": str(path)})
        except (OSError, sqlite3.Error, ValueError, TypeError, KeyError):
            return None

    def put(self, path: Path, entry: Entry) -> None:
        """Remember an entry; it is written with the next `flush`."""
        with contextlib.suppress(OSError):
            self._waiting.append((str(path.resolve()), _stamp(path), json.dumps(asdict(entry), ensure_ascii=False)))

    def learn(self, key: str | None, article: Article) -> OutletLines:
        """Count an article of an outlet, and give what all its pages taught; nothing for a key that is None.

        What is new is written when the cache is closed.
        """
        if key is None:
            return OutletLines()
        if key not in self._outlets:
            self._outlets[key] = OutletLines()
            with contextlib.suppress(sqlite3.Error, ValueError):
                rows = self._rows("SELECT lines FROM outlets WHERE key = ?", key)
                self._outlets[key] = _same_rules(json.loads(rows[0])) if rows else OutletLines()
        known = self._outlets[key]
        if len(known) >= MOST_ARTICLES or (now := known.with_article(article)) is known:
            return known
        self._outlets[key] = now
        self._learned.add(key)
        return now

    def _rows(self, query: str, *values: str) -> list[str]:
        return [] if self._connection is None else [row[0] for row in self._connection.execute(query, values)]

    def flush(self) -> None:
        """Write the entries that wait, in one transaction."""
        if self._connection is not None and self._waiting:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", self._waiting)
        self._waiting.clear()

    def close(self) -> None:
        """Write what waits and what was learned, and let go of the file."""
        self.flush()
        if self._connection is None:
            return
        made = {"rules": fingerprint(READING)}
        outlets = [(key, json.dumps(made | self._outlets[key].to_json())) for key in sorted(self._learned)]
        if outlets:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO outlets VALUES (?, ?)", outlets)
        self._learned.clear()
        self._connection.close()
        self._connection = None


def _stamp(path: Path) -> str:
    """What tells a changed file from the same one; other rules of cleaning read everything anew."""
    state = path.stat()
    return f"{fingerprint(READING)} {state.st_size} {state.st_mtime_ns}"


def _same_rules(lines: Mapping[str, Any]) -> OutletLines:
    """What an outlet's pages taught; nothing when other rules told their body from the rest."""
    return OutletLines.from_json(lines) if lines.get("rules") == fingerprint(READING) else OutletLines()
