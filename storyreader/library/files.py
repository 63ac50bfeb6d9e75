"""Files to entries: find what can be read under the given paths, and read it in small batches."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyreader import cleaning, loading
from storyreader.article import Article
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.library.corrections import correction_book
from storyreader.library.details import with_details
from storyreader.library.entry import Entry, entry_of, unreadable_entry
from storyreader.library.own_exports import is_own_export
from storyreader.paths import shown

if TYPE_CHECKING:
    from storyreader.cleaning import OutletLines, PageLink
    from storyreader.library.cache import LibraryCache

ENOUGH = 2
"""Articles of an outlet from which on its recurring lines tell more than they mislead."""

BATCH_SECONDS = 0.1
"""A batch of entries is handed over this often, so that the list fills while files are read."""

_LEFT_OUT = {"__pycache__", "node_modules", "__init__.py", "manifest.json"}
_NEVER_PAGES = {".py", ".pyc", ".json", ".toml", ".css", ".js", ".svg", ".csv", ".part", ".jsonld", ".bib"}


def find_files(paths: Sequence[str | Path]) -> list[Path]:
    """All files under the given files and folders, in the order given, each folder sorted by name.

    A file named outright is always taken; below a folder, hidden files and the companions of saved pages (scripts,
    styles, data) are passed over. Raises UnreadablePage for a path that does not exist.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given).expanduser()
        if not path.exists():
            raise UnreadablePage(f"There is no file or folder {shown(path)}.", "Check the spelling of the path.")
        for file in _below(path) if path.is_dir() else (path,):
            found[file] = None
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _passed_over(name) and not name.endswith("_files"))
        for name in sorted(files):
            if not _passed_over(name) and Path(name).suffix.lower() not in _NEVER_PAGES:
                yield Path(parent) / name


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_OUT or name.upper().startswith("README")


def read_article(path: str | Path, known: "OutletLines | None" = None) -> Article:
    """Read a file and clean it, with what the reader has corrected on that page. Raises UnreadablePage.

    What was read before changes nothing. `known` is for those who ask for it: what the outlet's other pages taught,
    used from two articles on.
    """
    page = loading.read_page(path)
    if is_own_export(page.text):
        raise UnreadablePage(
            f"{shown(path)} was written by storyreader itself; it is no page.", "B opens what it was made of."
        )
    book = correction_book()
    outlet_lines = known if known is not None and len(known) >= ENOUGH else None
    article = cleaning.clean_page(page, book.of_page(page.content_hash), outlet_lines)
    return with_details(article, book.details_of_page(page.content_hash))


def read_links(article: Article) -> "list[PageLink]":
    """The links of the page that an article was read from. Raises UnreadablePage."""
    return cleaning.page_links(loading.read_page(article.path), article)


def read_entry(path: Path, cache: "LibraryCache | None" = None) -> Entry:
    """Read and clean one file for the list; a file that cannot be read gives an entry with the reason.

    The cache counts the page among its outlet's, for offers on the others.
    """
    try:
        article = read_article(path)
    except StoryReaderError as error:
        return unreadable_entry(str(path), error)
    if cache is not None:
        cache.learn(cleaning.outlet_key(article), article)
    return entry_of(article)


def scan(files: Iterable[Path], cache: "LibraryCache | None" = None) -> Iterator[list[Entry]]:
    """Entries in the order of the files, in batches of about a tenth of a second; known ones come from the cache."""
    batch: list[Entry] = []
    due = time.monotonic() + BATCH_SECONDS
    for path in files:
        entry = cache.get(path) if cache else None
        if entry is None:
            entry = read_entry(path, cache)
            if cache:
                cache.put(path, entry)
        batch.append(entry)
        if time.monotonic() >= due:
            if cache:
                cache.flush()
            yield batch
            batch, due = [], time.monotonic() + BATCH_SECONDS
    if cache:
        cache.flush()
    if batch:
        yield batch
