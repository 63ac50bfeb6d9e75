"""What was learned from files already read: their entries, so that a folder opens at once the second time, and which
lines come again on each outlet's pages.

An SQLite file in the cache folder; it may be deleted at any time. A file counts as unchanged while its size in
bytes and its time of change in nanoseconds are, and the rules that read it. A damaged or locked cache costs time, never
an error.
"""

import contextlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from storyreader import locators
from storyreader.article import Article
from storyreader.cleaning import OutletLines
from storyreader.fingerprint import READING, fingerprint
from storyreader.library.database import open_cache
from storyreader.library.entry import Entry, checked_entry
from storyreader.paths import cache_folder

MOST_ARTICLES = 200
"""Articles of an outlet from which there is nothing more to learn; each new one is compared with all before."""


class LibraryCache:
    """Entries by absolute path, and outlets by their key. Use it in the thread that made it."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or cache_folder() / "entries.sqlite"
        self._connection = open_cache(
            file,
            "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, stamp TEXT, entries TEXT)",
            "CREATE TABLE IF NOT EXISTS outlets (key TEXT PRIMARY KEY, lines TEXT)",
        )
        self._waiting: list[tuple[str, str, str]] = []
        self._outlets: dict[str, OutletLines] = {}
        self._learned: set[str] = set()

    def get(self, file: Path) -> list[Entry] | None:
        """The entries of an unchanged file, else None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT entries FROM files WHERE path = ? AND stamp = ?", (str(file.resolve()), _stamp(file))
            ).fetchone()
            return None if row is None else [_entry(file, *one) for one in json.loads(row[0])]
        except (OSError, sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    def put(self, file: Path, entries: Sequence[Entry]) -> None:
        """Remember the entries of a file; they are written with the next `flush`."""
        with contextlib.suppress(OSError):
            known = [(locators.split_locator(entry.path)[1], asdict(entry)) for entry in entries]
            self._waiting.append((str(file.resolve()), _stamp(file), json.dumps(known, ensure_ascii=False)))

    def update(self, entry: Entry) -> None:
        """Remember what is now known of one page; the others of its file stay as they are."""
        file, place = locators.split_locator(entry.path)
        known = self.get(file) if place else [entry]
        if known is not None:
            self.put(file, [entry if other.path == entry.path else other for other in known])

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
                self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", self._waiting)
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


def _entry(file: Path, place: str, fields: Mapping[str, Any]) -> Entry:
    terms = tuple((term, count) for term, count in fields["terms"])
    return checked_entry(Entry(**{**fields, "terms": terms, "path": locators.joined(str(file), place)}))


def _stamp(path: Path) -> str:
    """What tells a changed file from the same one; other rules of cleaning read everything anew."""
    state = path.stat()
    return f"{fingerprint(READING)} {state.st_size} {state.st_mtime_ns}"


def _same_rules(lines: Mapping[str, Any]) -> OutletLines:
    """What an outlet's pages taught; nothing when other rules told their body from the rest."""
    return OutletLines.from_json(lines) if lines.get("rules") == fingerprint(READING) else OutletLines()
