"""What the commands share that read pages: the progress on stderr, and what becomes of those that cannot be read."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storyreader import locators
from storyreader.errors import StoryReaderError
from storyreader.printing import ProgressLine

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.library import Found


def telling(found: Iterator["Found"], count: int, word: str) -> Iterator["Found"]:
    """Pass everything on, and tell on stderr how far it has come; a file may hold many articles."""
    files: set[Path] = set()
    with ProgressLine() as line:
        for done, one in enumerate(found, start=1):
            yield one
            files.add(locators.file_of(getattr(one, "path", "")))
            pages = f", {done} pages" if done > len(files) else ""
            line.tell(f"storyreader: {len(files)} of {count} {word}{pages}")


def readable(found: Iterator["Found"], problems: list[StoryReaderError]) -> Iterator["Article"]:
    """The articles alone; what could not be read is named on stderr and put among the problems."""
    for one in found:
        if isinstance(one, StoryReaderError):
            print(f"storyreader: {one}", file=sys.stderr)
            problems.append(one)
        else:
            yield one
