"""What is known of files that have been read: which pages they hold, each page's entry and text, ready for searching.

One SQLite file in the data folder, in WAL mode, so that several storyreaders can use it. All of it can be made again
from the files at any time; what the reader adds is kept elsewhere (`labels`, `corrections`, notes). A file counts as
unchanged while its size in bytes and its time of change in nanoseconds are, and the rules that read it. A damaged
catalogue is moved aside and made anew; one that cannot be had costs time, never an error.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Self

from storyreader import locators
from storyreader.article import Article
from storyreader.atomic import set_aside
from storyreader.fingerprint import READING, fingerprint
from storyreader.library.entry import Entry, is_entry
from storyreader.library.outlet_memory import OutletMemory
from storyreader.library.query import Query
from storyreader.library.schema import MIGRATIONS, asked_at_once
from storyreader.library.searching import Match, search
from storyreader.library.sketches import Near, kept_sketches, near_texts
from storyreader.paths import data_folder, shown

PATIENCE = 5.0
"""Seconds for which another storyreader that writes is waited for."""

_ENTRY = [field.name for field in fields(Entry) if field.name != "path"]
_PUT_PAGE = f"INSERT INTO pages (file, place, {', '.join(_ENTRY)}) VALUES (?, ?{', ?' * len(_ENTRY)})"  # noqa: S608  our own names
_PUT_ARTICLE = (
    "INSERT INTO articles (name, headline, outlet, byline, day, text, address) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET headline = excluded.headline, outlet = excluded.outlet, "
    "byline = excluded.byline, day = excluded.day, text = excluded.text, address = excluded.address"
)


class ReadPage(NamedTuple):
    """What came of reading one page: its entry and, where it could be read, its article."""

    entry: Entry
    article: Article | None = None


def catalogue_file() -> Path:
    """Where the catalogue is."""
    return data_folder() / "library.sqlite"


class Catalogue:
    """Entries by file, articles by id, and what outlets' pages taught. Use it in the thread that made it.

    `problem` says what became of a damaged one; empty when all is well.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or catalogue_file()
        self.problem = ""
        self.connection = self._opened()
        self.outlets = OutletMemory(self.connection)
        self._waiting: list[tuple[str, str, list[ReadPage]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Opening and closing

    def _opened(self) -> sqlite3.Connection | None:
        with contextlib.suppress(OSError, sqlite3.OperationalError):  # no room, no permission, or locked
            try:
                return opened(self.file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                return self._begin_again()
        return None

    def _begin_again(self) -> sqlite3.Connection:
        """Move a damaged catalogue aside, and make a new one."""
        aside = set_aside(self.file)
        for end in ("wal", "shm"):
            self.file.with_name(f"{self.file.name}-{end}").unlink(missing_ok=True)
        self.problem = f"The catalogue of the library was damaged; it is made anew. The old one is {shown(aside)}."
        return opened(self.file)

    @contextlib.contextmanager
    def _tried(self) -> Iterator[None]:
        """Do something that may fail: what is damaged is made anew, what is locked is left for the next time."""
        try:
            yield
        except sqlite3.OperationalError:
            pass
        except sqlite3.DatabaseError:
            if self.connection is not None:
                self.connection.close()
            self.connection = None
            with contextlib.suppress(OSError, sqlite3.Error):
                self.connection = self._begin_again()
            self.outlets = OutletMemory(self.connection)

    def close(self) -> None:
        """Write what waits and what was learned, and let go of the file."""
        self.flush()
        if self.connection is not None:
            self.outlets.write()
            self.connection.close()
            self.connection = None

    # Files and their pages

    def known(self, files: Sequence[Path]) -> dict[Path, list[Entry]]:
        """The entries of those files that have not changed since they were read, by file, in its order."""
        found: dict[Path, list[Entry]] = {}
        for some in asked_at_once(files):
            with self._tried():
                found.update(self._known(some))
        return found

    def _known(self, files: Sequence[Path]) -> Mapping[Path, list[Entry]]:
        if self.connection is None:
            return {}
        by_path = {_absolute(file): file for file in files}
        signs = ", ".join("?" * len(by_path))
        query = f"SELECT path, stamp, id FROM files WHERE path IN ({signs})"  # noqa: S608  question marks
        same: dict[int, Path] = {}
        for path, stamp, number in self.connection.execute(query, list(by_path)):
            with contextlib.suppress(OSError):
                if stamp == _stamp(by_path[path]):
                    same[number] = by_path[path]
        numbers = ", ".join(map(str, same))
        columns = f"file, place, {', '.join(_ENTRY)}"
        found: dict[Path, list[Entry]] = {file: [] for file in same.values()}
        damaged: set[Path] = set()
        for number, place, *values in self.connection.execute(
            f"SELECT {columns} FROM pages WHERE file IN ({numbers}) ORDER BY id"  # noqa: S608  numbers, our own names
        ):
            file = same[number]
            if is_entry(values):
                found[file].append(Entry(locators.joined(str(file), place), *values))
            else:
                damaged.add(file)
        return {file: entries for file, entries in found.items() if file not in damaged}

    def entries(self) -> list[Entry]:
        """All entries, whether their files are still there or not, by file."""
        with self._tried():
            if self.connection is not None:
                columns = ", ".join(_ENTRY)
                rows = self.connection.execute(
                    f"SELECT path, place, {columns} FROM pages JOIN files ON files.id = file ORDER BY path, pages.id"  # noqa: S608  ours
                )
                return [Entry(locators.joined(path, place), *values) for path, place, *values in rows]
        return []

    def put(self, file: Path, pages: Sequence[ReadPage]) -> None:
        """Remember what a file holds; it is written with the next `flush`."""
        with contextlib.suppress(OSError):
            self._waiting.append((_absolute(file), _stamp(file), list(pages)))

    def update(self, page: ReadPage) -> None:
        """Remember what is now known of one page; the others of its file stay as they are."""
        file, place = locators.split_locator(page.entry.path)
        others = self.known([file]).get(file, []) if place else [page.entry]
        self.put(file, [page if other.path == page.entry.path else ReadPage(other) for other in others])

    def flush(self) -> None:
        """Write what waits, in one transaction; what cannot be written now waits on."""
        if self.connection is None or not self._waiting:
            return
        with self._tried(), self.connection as connection:
            for path, stamp, pages in self._waiting:
                try:
                    _put(connection, path, stamp, pages)
                except (ValueError, OverflowError):  # what no database can hold is read again the next time
                    connection.execute("DELETE FROM files WHERE path = ?", (path,))
            self._waiting.clear()

    def forget_gone(self) -> int:
        """Forget articles of which no file is known any more; gives how many."""
        with self._tried():
            if self.connection is not None:
                with self.connection as connection:
                    return connection.execute(
                        "DELETE FROM articles WHERE name NOT IN (SELECT article_id FROM pages)"
                    ).rowcount
        return 0

    def paragraphs_of(self, article: str) -> list[str]:
        """The text of an article as it was when it was last read, by its id; empty when it is not known."""
        return [" ".join(text.split("\n")) for text in self._text_of(article).split("\n\n") if text]

    def sentences_of(self, article: str) -> list[str]:
        """The same by sentences."""
        return [line for line in self._text_of(article).split("\n") if line]

    def _text_of(self, article: str) -> str:
        with self._tried():
            if self.connection is not None:
                row = self.connection.execute("SELECT text FROM articles WHERE name = ?", (article,)).fetchone()
                return str(row[0]) if row else ""
        return ""

    def addresses_of(self, articles: Sequence[str]) -> Mapping[str, str]:
        """The addresses of those of some articles that have one, by their ids."""
        found: dict[str, str] = {}
        for some in asked_at_once(articles):
            with self._tried():
                if self.connection is not None:
                    signs = ", ".join("?" * len(some))
                    query = f"SELECT name, address FROM articles WHERE address != '' AND name IN ({signs})"  # noqa: S608  question marks
                    found.update(self.connection.execute(query, list(some)))
        return found

    def near_texts(self, articles: Sequence[str]) -> list[Near]:
        """Which of these articles share much of their text with an earlier one, by their places; see `sketches`."""
        with self._tried():
            if self.connection is not None:
                known = kept_sketches(self.connection, articles)
                return near_texts([known.get(article, ()) for article in articles])
        return []

    def search(self, query: Query, limit: int) -> list[Match]:
        """The articles for which words, outlet, byline and date of a query hold, best first; see `searching`."""
        with self._tried():
            if self.connection is not None:
                return search(self.connection, query, limit)
        return []


def opened(file: Path) -> sqlite3.Connection:
    """A connection to a catalogue of today's layout. Raises OSError and sqlite3.Error."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(file, timeout=PATIENCE)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection)
        with contextlib.suppress(OSError):
            file.chmod(0o600)  # the words of the reader's pages stand in it
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the layout to that of today. A newer one counts as damaged: it can be made again."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError(f"layout {version}")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;")


def _put(connection: sqlite3.Connection, path: str, stamp: str, pages: Sequence[ReadPage]) -> None:
    connection.execute("DELETE FROM files WHERE path = ?", (path,))
    number = connection.execute("INSERT INTO files (path, stamp) VALUES (?, ?)", (path, stamp)).lastrowid
    for entry, article in pages:
        place = locators.split_locator(entry.path)[1]
        connection.execute(_PUT_PAGE, (number, place, *(getattr(entry, name) for name in _ENTRY)))
        if article is not None:
            connection.execute(_PUT_ARTICLE, _row_of(article))


def _absolute(file: Path) -> str:
    """The path as the catalogue knows it; in a name that is no UTF-8 the odd bytes are written out."""
    path = os.path.abspath(file)  # noqa: PTH100  resolving each part of each path would take longer than all the rest
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode("utf-8")


def _stamp(file: Path) -> str:
    """What tells a changed file from the same one; other rules of cleaning read everything anew."""
    state = os.stat(file)  # noqa: PTH116  asked for every file of a library
    return f"{fingerprint(READING)} {state.st_size} {state.st_mtime_ns}"


def _row_of(article: Article) -> tuple[Any, ...]:
    outlets = " / ".join(name for name in (article.publisher, article.agency) if name)
    day = article.published.isoformat()[:10] if article.published else None
    paragraphs = (list(sentences) for _, sentences in groupby(article.sentences, key=lambda each: each.paragraph))
    text = "\n\n".join("\n".join(sentence.text for sentence in sentences) for sentences in paragraphs)
    return article.id, article.headline or "", outlets, article.byline or "", day, text, article.url or ""
