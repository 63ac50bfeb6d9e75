"""Files to entries, in batches as they come: first what is known, then what is new, read in worker processes."""

import time
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from storyreader import cleaning, locators
from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.library.catalogue import Catalogue, ReadPage
from storyreader.library.entry import Entry, entry_of, unreadable_entry
from storyreader.library.workers import Found, read_each

BATCH_SECONDS, SLOWEST = 0.1, 2.0
"""The first batch is handed over so soon, later ones less and less often: each is shown at once."""

FIRST, MOST = 500, 20_000
"""So many files are looked up at once at first, and at most."""


class Batch(NamedTuple):
    """Entries in the order they came; `files` are done by now, `known` of them were known before."""

    entries: list[Entry]
    files: int
    known: int


def scan(
    files: Sequence[str | Path], catalogue: Catalogue | None = None, processes: int | None = None
) -> Generator[Batch, None, None]:
    """Entries of all pages of the files: those known already in the order of the files, then those of new files.

    What cannot be read gives an entry with the reason. `processes` read what is new; None leaves it to how much that
    is. Stopping keeps what has been read: the next scan goes on from there.
    """
    new: list[str | Path] = []
    looked_up = 0
    for some in _growing(files):
        known = catalogue.known(some) if catalogue is not None else [None] * len(some)
        new += [file for file, entries in zip(some, known, strict=True) if entries is None]
        looked_up += len(some)
        if entries := [entry for of_file in known if of_file for entry in of_file]:
            yield Batch(entries, looked_up - len(new), looked_up - len(new))
    yield from _timed(_read(new, catalogue, processes), catalogue, len(files) - len(new))


def _growing(files: Sequence[str | Path]) -> Iterator[list[str | Path]]:
    rest, size = iter(files), FIRST
    while some := list(islice(rest, size)):
        yield some
        size = min(2 * size, MOST)


def _timed(found: Iterator[tuple[int, Entry]], catalogue: Catalogue | None, known: int) -> Iterator[Batch]:
    batch: list[Entry] = []
    wait, done = BATCH_SECONDS, 0
    due = time.monotonic() + wait
    for done, entry in found:
        batch.append(entry)
        if time.monotonic() >= due:
            if catalogue is not None:
                catalogue.flush()
            yield Batch(batch, known + done, known)
            batch, wait = [], min(1.5 * wait, SLOWEST)
            due = time.monotonic() + wait
    if catalogue is not None:
        catalogue.flush()
    if batch:
        yield Batch(batch, known + done, known)


def _read(
    files: Sequence[str | Path], catalogue: Catalogue | None, processes: int | None
) -> Iterator[tuple[int, Entry]]:
    """Read files; gives each entry with how many files have been begun. The catalogue remembers each file once it is
    whole, and what its pages teach of their outlets.
    """
    at: str | Path | None = None
    begun = 0
    pages: list[ReadPage] = []
    for file, found in read_each(files, processes):
        if file != at:
            if at is not None and catalogue is not None:
                catalogue.put(at, pages)
            at, pages, begun = file, [], begun + 1
        pages.append(_page(file, found))
        if catalogue is not None and isinstance(found, Article) and not found.simplified:
            catalogue.outlets.learn(cleaning.outlet_key(found), found)
        yield begun, pages[-1].entry
    if at is not None and catalogue is not None:
        catalogue.put(at, pages)


def in_file_order(entries: Sequence[Entry], files: Sequence[str | Path]) -> list[Entry]:
    """The entries of a scan in the order of its files, those of one file as they came."""
    if [entry.path for entry in entries] == files:  # nothing is new
        return list(entries)
    order = {str(file): place for place, file in enumerate(files)}

    def place_of(entry: Entry) -> int:
        place = order.get(entry.path)
        return order.get(str(locators.file_of(entry.path)), 0) if place is None else place

    return sorted(entries, key=place_of)


def _page(file: str | Path, found: Found) -> ReadPage:
    if isinstance(found, StoryReaderError):
        return ReadPage(unreadable_entry(str(getattr(found, "path", "") or file), found))
    return ReadPage(entry_of(found), found)
