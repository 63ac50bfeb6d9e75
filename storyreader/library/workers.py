"""Many pages at once, in worker processes: cleaning is plain computing, which threads of one process cannot share."""

import contextlib
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storyreader import cleaning, loading
from storyreader.article import Article
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.library.files import article_of, read_article
from storyreader.locators import file_of
from storyreader.page import Page

if TYPE_CHECKING:
    from storyreader.cleaning import OutletLines

T = TypeVar("T")
Made = TypeVar("Made")

WORTH_IT = 60
"""With fewer pages than this, starting the processes takes longer than they save."""

_CHUNK = 8
_AHEAD = 3
"""Chunks for each process that are handed out before the first comes back: a huge file is not read ahead of them."""


Given = str | Path | Page | UnreadablePage
"""A file, a page that has been read, or why there is none."""
Found = Article | StoryReaderError
"""A page's article, or why there is none."""


def read_articles(files: Iterable[Given], processes: int | None = None) -> Iterator[Found]:
    """What is found in each file, in the order of the files, as soon as it is known; pages that come from elsewhere
    are cleaned in their turn.

    `processes` is how many work at once; None leaves it to the number of pages and of this machine's processors.
    """
    yield from _mapped(_read, _pages(files), processes)


def read_each(files: Iterable[str | Path], processes: int | None = None) -> Iterator[tuple[str | Path, Found]]:
    """As `read_articles`, each with the file it was found in: a file of many pages comes as often as it has pages."""
    order: deque[str | Path] = deque()

    def given() -> Iterator[Given]:
        for file in files:
            for page in _pages([file]):
                order.append(file)
                yield page

    for found in _mapped(_read, given(), processes):
        yield order.popleft(), found


def read_again(found: Sequence[Found], processes: int | None = None) -> Iterator[Found]:
    """The same pages once more, with what all of them together taught about the pages of their outlets."""
    outlets: dict[str, OutletLines] = {}
    keys = [cleaning.outlet_key(article) if isinstance(article, Article) else None for article in found]
    for key, article in zip(keys, found, strict=True):
        if key is not None and isinstance(article, Article) and not article.simplified:
            outlets[key] = outlets.get(key, cleaning.OutletLines()).with_article(article)
    known = (outlets.get(key or "", cleaning.OutletLines()) for key in keys)
    yield from _mapped(_read_knowing, zip(found, known, strict=True), processes)


def _pages(files: Iterable[Given]) -> Iterator[Given]:
    """The files, those of many pages as their pages: they are taken apart here, and cleaned by the workers."""
    for file in files:
        if isinstance(file, str | Path) and loading.holds_many(file):
            yield from loading.read_pages(file)
        else:
            yield file


def _mapped(read: Callable[[T], Found], given: Iterator[T], processes: int | None) -> Iterator[Found]:
    if processes is None:
        first = list(islice(given, WORTH_IT))
        processes = (os.cpu_count() or 1) if len(first) == WORTH_IT else 1
        given = chain(first, given)
    if processes <= 1:
        yield from map(read, given)
        return
    pool = _pool(processes)
    waiting: deque[tuple[Future[list[Found]], Sequence[T]]] = deque()
    try:
        while (chunk := list(islice(given, _CHUNK))) or waiting:
            if chunk:
                try:
                    waiting.append((pool.submit(_each, read, chunk), chunk))
                except BrokenExecutor:
                    pool = _pool(processes)
                    waiting.append((pool.submit(_each, read, chunk), chunk))
            if not chunk or len(waiting) >= processes * _AHEAD:
                yield from _results(read, *waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # who stops does not wait for what is being read


def apart(work: Callable[[T], Made], given: T) -> Made:
    """What some work makes of a page, in a process of its own: beside long computing in a thread the screen would
    hardly move. `work` is a function of a module. Raises what it raises, and UnreadablePage where the process dies.
    """
    with _pool(1) as alone:
        try:
            return alone.submit(work, given).result()
        except BrokenExecutor as error:
            name = str(getattr(given, "path", given[0] if isinstance(given, tuple) else given))
            raise UnreadablePage(f"{name}: reading it ended the process.", "Please report it.", name) from error


def _pool(processes: int) -> ProcessPoolExecutor:
    """Worker processes. What spawning needs is started with the true standard error: the app has put in its place what
    is no file.
    """
    with contextlib.redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
    spawning = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=spawning, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl+C is for the process that began the work; it ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _results(read: Callable[[T], Found], future: "Future[list[Found]]", chunk: Sequence[T]) -> Iterator[Found]:
    """What came of a chunk. Where its process died each page is read in one of its own: only one is to blame."""
    try:
        yield from future.result()
    except BrokenExecutor:
        for one in chunk:
            try:
                yield apart(read, one)
            except UnreadablePage as error:
                yield error


def _each(read: Callable[[T], Found], given: Sequence[T]) -> list[Found]:
    return [read(one) for one in given]


def _read(given: Given) -> Found:
    try:
        if isinstance(given, Page):
            return article_of(given)
        return given if isinstance(given, UnreadablePage) else read_article(given)
    except StoryReaderError as error:
        return error


def _read_knowing(given: tuple[Found, "OutletLines"]) -> Found:
    found, known = given
    if not isinstance(found, Article) or not file_of(found.path).exists():  # it came from the web or through a pipe
        return found
    try:
        return read_article(found.path, known)
    except StoryReaderError as error:
        return error
