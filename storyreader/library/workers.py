"""Many files at once, in worker processes: cleaning is plain computing, which threads of one process cannot share."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.library.files import read_article

WORTH_IT = 60
"""With fewer files than this, starting the processes takes longer than they save."""

_CHUNK = 8


def read_articles(files: Sequence[Path], processes: int | None = None) -> Iterator[Article | StoryReaderError]:
    """Each file's article, or why there is none, in the order of the files, as soon as it is known.

    `processes` is how many work at once; None leaves it to the number of files and of this machine's processors.
    """
    if processes is None:
        processes = min(os.cpu_count() or 1, len(files) // _CHUNK) if len(files) >= WORTH_IT else 1
    if processes <= 1:
        yield from map(_read, files)
        return
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield from pool.map(_read, files, chunksize=_CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


def _read(file: Path) -> Article | StoryReaderError:
    try:
        return read_article(file)
    except StoryReaderError as error:
        return error
