"""Which lines come again on each outlet's pages, kept in the catalogue."""

import contextlib
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from storyreader.article import Article
from storyreader.cleaning import OutletLines
from storyreader.fingerprint import READING, fingerprint

MOST_ARTICLES = 200
"""Articles of an outlet from which there is nothing more to learn; each new one is compared with all before."""


class OutletMemory:
    """Outlets by their key. Without a connection it lasts as long as the program."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._outlets: dict[str, OutletLines] = {}
        self._learned: set[str] = set()

    def learn(self, key: str | None, article: Article) -> OutletLines:
        """Count an article of an outlet, and give what all its pages taught; nothing for a key that is None.

        What is new is kept by `write`.
        """
        if key is None:
            return OutletLines()
        if key not in self._outlets:
            self._outlets[key] = self._read(key)
        known = self._outlets[key]
        if len(known) >= MOST_ARTICLES or (now := known.with_article(article)) is known:
            return known
        self._outlets[key] = now
        self._learned.add(key)
        return now

    def _read(self, key: str) -> OutletLines:
        with contextlib.suppress(sqlite3.Error, ValueError):
            if self._connection is not None:
                row = self._connection.execute("SELECT lines FROM outlets WHERE key = ?", (key,)).fetchone()
                return _of_same_rules(json.loads(row[0])) if row else OutletLines()
        return OutletLines()

    def write(self) -> None:
        """Keep what was learned."""
        made = {"rules": fingerprint(READING)}
        outlets = [(key, json.dumps(made | self._outlets[key].to_json())) for key in sorted(self._learned)]
        if self._connection is not None and outlets:
            with contextlib.suppress(sqlite3.Error), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO outlets VALUES (?, ?)", outlets)
        self._learned.clear()


def _of_same_rules(lines: Mapping[str, Any]) -> OutletLines:
    """What an outlet's pages taught; nothing when other rules told their body from the rest."""
    return OutletLines.from_json(lines) if lines.get("rules") == fingerprint(READING) else OutletLines()
