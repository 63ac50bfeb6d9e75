"""The bytes of a file, or of a part of one, before anybody has looked what they are. Sizes are bytes."""

import gzip
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from storyreader import locators
from storyreader.errors import UnreadablePage

SIZE_LIMIT = 64_000_000
"""The largest page that is read; an article with all its markup is a hundredth of this. Files of many pages may be of
any size, since they are read page by page."""
HEAD = 65_536
"""Bytes that tell what something is."""


@dataclass(frozen=True, slots=True)
class ByteSource:
    """`locator` says where the bytes are, `place` is its last part, within the container around; `name` tells the
    ending, `opened` gives a fresh stream, `size` is what is known of the length, `depth` counts the containers around.
    """

    locator: str
    name: str
    opened: Callable[[], IO[bytes]]
    place: str = ""
    size: int | None = None
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of the name, in small letters with its dot."""
        return PurePosixPath(self.name).suffix.lower()

    def head(self, length: int = HEAD) -> bytes:
        """The first bytes."""
        with self.opened() as stream:
            return stream.read(length)

    def data(self) -> bytes:
        """All bytes of what is one page. Raises UnreadablePage where there are more than SIZE_LIMIT."""
        told = f"{(self.size or 0) / 1e6:.0f} MB"
        if (self.size or 0) <= SIZE_LIMIT:
            with self.opened() as stream:
                data = stream.read(SIZE_LIMIT + 1)
            if len(data) <= SIZE_LIMIT:
                return data
            told = f"more than {SIZE_LIMIT / 1e6:.0f} MB when it is unpacked"
        raise UnreadablePage(
            f"{self.locator} has {told}; pages up to {SIZE_LIMIT / 1e6:.0f} MB are read.",
            "Save only the article as text.",
            self.locator,
        )

    def part(self, place: str, name: str, opened: Callable[[], IO[bytes]], size: int | None = None) -> "ByteSource":
        """A part of this; `place` is empty when it is all of it in another form, such as unpacked."""
        return ByteSource(locators.joined(self.locator, place), name, opened, place, size, self.depth + 1)

    def part_of(self, place: str, name: str, data: bytes) -> "ByteSource":
        """A part whose bytes are there already."""
        return self.part(place, name, partial(io.BytesIO, data), len(data))


def file_source(path: str | os.PathLike[str]) -> ByteSource:
    """A file as a source. Raises UnreadablePage for a folder, and where there is no file that may be read."""
    file = Path(path)
    try:
        if file.is_dir():
            raise UnreadablePage(f"{file} is a folder, not a page.", "Name a file in it, or open the folder itself.")
        size = file.stat().st_size
        if not file.is_file():
            raise UnreadablePage(f"{file} is no ordinary file.", "Save the page to a file first.")
    except (OSError, ValueError) as error:
        raise unreadable(error, str(file)) from error
    return ByteSource(str(file), file.name, lambda: file.open("rb"), size=size)


def unreadable(error: Exception, locator: str) -> UnreadablePage:
    """What to tell of an error that came while something was read."""
    if isinstance(error, UnreadablePage):
        return UnreadablePage(error.message, error.hint, error.path or locator)
    if isinstance(error, FileNotFoundError):
        told = f"{locator} does not exist.", "Check the spelling of the path."
    elif isinstance(error, PermissionError):
        told = f"{locator} may not be read.", "Change its permissions, or copy it to another folder."
    elif isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, lzma.LZMAError)):
        told = f"{locator} is cut off or damaged.", "Copy or download it again."
    elif isinstance(error, (OSError, ValueError)):
        told = f"{locator} cannot be read: {error}.", "Check the path and the disk."
    else:
        told = f"{locator} is damaged ({type(error).__name__}).", "Save or download it again."
    return UnreadablePage(*told, locator)
