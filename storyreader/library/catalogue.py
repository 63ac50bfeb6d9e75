"""What is known of files that have been read: which pages they hold, each page's entry and text, ready for searching.

One SQLite file in the data folder, in WAL mode, so that several storyreaders can use it. All of it can be made again
from the files at any time; what the reader adds is kept elsewhere (`labels`, `corrections`, notes). A file counts as
unchanged while its size in bytes and its time of change in nanoseconds are, and the rules that read it. A damaged
catalogue is moved aside and made anew; one that cannot be had costs time, never an error.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Self

from storyreader import locators
from storyreader.article import Article
from storyreader.atomic import set_aside
from storyreader.fingerprint import READING, fingerprint
from storyreader.garbage import without_garbage_collection
from storyreader.library.database import opened, passing_file
from storyreader.library.entry import Entry, stored_entry, terms_of
from storyreader.library.outlet_memory import OutletMemory
from storyreader.library.questions import Questions
from storyreader.library.schema import asked_at_once
from storyreader.paths import data_folder, shown

MOST_WAITING = 5_000
"""So many files wait at most to be written; what comes behind them is read anew the next time."""

_ENTRY = Entry._fields[1:]
"""What the catalogue holds of an entry beside the path of its file."""
_PUT_PAGE = f"INSERT INTO pages (file, place, {', '.join(_ENTRY)}) VALUES (?, ?{', ?' * len(_ENTRY)})"  # noqa: S608  our own names
_PUT_ARTICLE = (
    "INSERT INTO articles (name, headline, outlet, byline, day, text, terms, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET headline = excluded.headline, outlet = excluded.outlet, "
    "byline = excluded.byline, day = excluded.day, text = excluded.text, terms = excluded.terms, "
    "address = excluded.address "
    "WHERE (headline, outlet, byline, coalesce(day, ''), text, terms, address) IS NOT "
    "(excluded.headline, excluded.outlet, "
    "excluded.byline, coalesce(excluded.day, ''), excluded.text, excluded.terms, excluded.address)"
)


class ReadPage(NamedTuple):
    """What came of reading one page: its entry and, where it could be read, its article."""

    entry: Entry
    article: Article | None = None


def catalogue_file() -> Path:
    """Where the catalogue is."""
    return data_folder() / "library.sqlite"


class Catalogue(Questions):
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
        try:
            try:
                return opened(self.file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                return self._begin_again()
        except (OSError, sqlite3.Error) as error:  # no room, no permission, or locked for long
            self.problem = (
                f"{shown(self.file)} cannot be used ({_reason(error)}): what is read now is forgotten at the end."
            )
        with contextlib.suppress(OSError, sqlite3.Error):
            return opened(passing_file(self.file))
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
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                self.problem = f"{shown(self.file)} cannot be written ({error}): what is read now may be forgotten."
        except sqlite3.DatabaseError:
            if self.connection is not None:
                self.connection.close()
            self.connection = None
            with contextlib.suppress(OSError, sqlite3.Error):
                self.connection = self._begin_again()
            self.outlets, self._title_words = OutletMemory(self.connection), None

    def close(self) -> None:
        """Write what waits and what was learned, and let go of the file."""
        self.flush()
        if self.connection is not None:
            self.outlets.write()
            self.connection.close()
            self.connection = None

    # Files and their pages

    def known(self, files: Sequence[str | Path]) -> list[list[Entry] | None]:
        """The entries of each of the files, in its order; None for one that is new or has changed since it was read."""
        found: list[list[Entry] | None] = []
        with without_garbage_collection():
            for some in asked_at_once(files):
                entries: list[list[Entry] | None] = [None] * len(some)
                with self._tried():
                    entries = self._known(some)
                found += entries
        return found

    def _known(self, files: Sequence[str | Path]) -> list[list[Entry] | None]:
        if self.connection is None:
            return [None] * len(files)
        paths, rules = [_absolute(str(file)) for file in files], fingerprint(READING)
        query = (
            f"SELECT path, stamp, place, {', '.join(_ENTRY)} FROM files LEFT JOIN pages ON file = files.id "  # noqa: S608  our own names, question marks
            f"WHERE path IN ({', '.join('?' * len(paths))}) ORDER BY pages.id"
        )
        rows: dict[str, list[tuple[Any, ...]]] = {}
        for row in self.connection.execute(query, paths):
            rows.setdefault(row[0], []).append(row)
        return [_unchanged(str(file), rows.get(path, ()), rules) for file, path in zip(files, paths, strict=True)]

    def length_of(self, locator: str) -> int:
        """Characters of the article of a page when it was last read; 0 when it is not known."""
        file, place = locators.split_locator(locator)

        def ask(connection: sqlite3.Connection) -> int:
            query = "SELECT characters FROM pages JOIN files ON files.id = file WHERE path = ? AND place = ?"
            row = connection.execute(query, (_absolute(str(file)), place)).fetchone()
            return int(row[0]) if row else 0

        return self._asked(ask, 0)

    def entries(self) -> list[Entry]:
        """All entries, whether their files are still there or not, by file."""

        def ask(connection: sqlite3.Connection) -> list[Entry]:
            columns = ", ".join(_ENTRY)
            rows = connection.execute(
                f"SELECT path, place, {columns} FROM pages JOIN files ON files.id = file ORDER BY path, pages.id"  # noqa: S608  ours
            )
            found = (stored_entry(locators.joined(path, place), values) for path, place, *values in rows)
            return [entry for entry in found if entry is not None]

        return self._asked(ask, [])

    def put(self, file: str | Path, pages: Sequence[ReadPage]) -> None:
        """Remember what a file holds; it is written with the next `flush`."""
        with contextlib.suppress(OSError):
            if len(self._waiting) < MOST_WAITING:
                self._waiting.append((_absolute(str(file)), _stamp(str(file), fingerprint(READING)), list(pages)))

    def update(self, page: ReadPage) -> None:
        """Remember what is now known of one page; the others of its file stay as they are."""
        file, place = locators.split_locator(page.entry.path)
        others = (self.known([file])[0] or []) if place else [page.entry]
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


def _unchanged(file: str, rows: Sequence[tuple[Any, ...]], rules: str) -> list[Entry] | None:
    """The entries of a file from its rows; None when it has changed since, or the catalogue is damaged there."""
    try:
        if not rows or rows[0][1] != _stamp(file, rules):
            return None
    except OSError:
        return None
    found = []
    for row in rows:
        if row[2] is not None:  # a file without pages has one row all the same
            entry = stored_entry(locators.joined(file, row[2]), row[3:])
            if entry is None:
                return None
            found.append(entry)
    return found


def _put(connection: sqlite3.Connection, path: str, stamp: str, pages: Sequence[ReadPage]) -> None:
    connection.execute("DELETE FROM files WHERE path = ?", (path,))
    number = connection.execute("INSERT INTO files (path, stamp) VALUES (?, ?)", (path, stamp)).lastrowid
    for entry, article in pages:
        place = locators.split_locator(entry.path)[1]
        connection.execute(_PUT_PAGE, (number, place, *entry[1:]))
        if article is not None:
            connection.execute(_PUT_ARTICLE, _row_of(article))


def _reason(error: OSError | sqlite3.Error) -> str:
    return str(error.strerror if isinstance(error, OSError) and error.strerror else error)


def _absolute(file: str) -> str:
    """The path as the catalogue knows it; in a name that is no UTF-8 the odd bytes are written out."""
    path = file
    if not file.startswith("/") or ".." in file:  # the rest was put right when it became a path
        path = os.path.abspath(file)  # noqa: PTH100  resolving each part would take longer than all the rest
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode("utf-8")


def _stamp(file: str, rules: str) -> str:
    """What tells a changed file from the same one; other rules of reading read everything anew."""
    state = os.stat(file)  # noqa: PTH116  asked for every file of a library
    return f"{rules} {state.st_size} {state.st_mtime_ns}"


def _row_of(article: Article) -> tuple[Any, ...]:
    outlets = " / ".join(name for name in (article.publisher, article.agency) if name)
    day = article.published.isoformat()[:10] if article.published else None
    paragraphs = (list(sentences) for _, sentences in groupby(article.sentences, key=lambda each: each.paragraph))
    text = "\n\n".join("\n".join(sentence.text for sentence in sentences) for sentences in paragraphs)
    outlet_and_day = (outlets, article.byline or "", day)
    return article.id, article.headline or "", *outlet_and_day, text, terms_of(article), article.url or ""
