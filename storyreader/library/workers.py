"""Many files at once, in worker processes: cleaning is plain computing, which threads of one process cannot share."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storyreader import cleaning
from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.library.files import read_article

if TYPE_CHECKING:
    from storyreader.cleaning import OutletLines

T = TypeVar("T")

WORTH_IT = 60
"""With fewer files than this, starting the processes takes longer than they save."""

_CHUNK = 8


Found = Article | StoryReaderError
"""A file's article, or why there is none."""


def read_articles(files: Sequence[Path], processes: int | None = None) -> Iterator[Found]:
    """What is found in each file, in the order of the files, as soon as it is known.

    `processes` is how many work at once; None leaves it to the number of files and of this machine's processors.
    """
    yield from _mapped(_read, files, processes)


def read_again(files: Sequence[Path], found: Sequence[Found], processes: int | None = None) -> Iterator[Found]:
    """What is found in each file with what all of them together taught about the pages of their outlets."""
    outlets: dict[str, OutletLines] = {}
    keys = [cleaning.outlet_key(article) if isinstance(article, Article) else None for article in found]
    for key, article in zip(keys, found, strict=True):
        if key is not None and isinstance(article, Article):
            outlets[key] = outlets.get(key, cleaning.OutletLines()).with_article(article)
    known = [outlets.get(key or "", cleaning.OutletLines()) for key in keys]
    yield from _mapped(_read_knowing, list(zip(files, known, strict=True)), processes)


def _mapped(read: Callable[[T], Found], given: Sequence[T], processes: int | None) -> Iterator[Found]:
    if processes is None:
        processes = min(os.cpu_count() or 1, len(given) // _CHUNK) if len(given) >= WORTH_IT else 1
    if processes <= 1:
        yield from map(read, given)
        return
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield from pool.map(read, given, chunksize=_CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


def _read(file: Path) -> Found:
    try:
        return read_article(file)
    except StoryReaderError as error:
        return error


def _read_knowing(given: tuple[Path, "OutletLines"]) -> Found:
    file, known = given
    try:
        return read_article(file, known)
    except StoryReaderError as error:
        return error
