"""Zip files of pages, such as several saved pages sent in one. Nothing is unpacked to the disk."""

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from storyreader.errors import UnreadablePage
from storyreader.loading.companions import is_companion, is_mere_data
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused
from storyreader.locators import same_place

_RATIO, _SMALL = 200, 1_000_000
"""Times that a page may be larger than what it is packed into, and bytes below which it does not matter: text is packed
to a tenth or so."""


def read(source: ByteSource, place: str) -> Iterator[ByteSource | Refused]:
    """The files in it, in its order, without those that belong to a page beside them."""
    with source.opened() as stream, opened(source, stream) as archive:
        for member in archive.infolist():
            wanted = same_place(member.filename, place) is not None if place else not _passed_over(member)
            if wanted and not member.is_dir():
                part = _part(source, archive, member)
                if place or isinstance(part, Refused) or not _is_mere_data(part):
                    yield part


def content(archive: zipfile.ZipFile, name: str) -> bytes | Refused:
    """The bytes of a file in a zip file, or why they cannot be had."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return Refused(name, "is not in the file that names it", "Download the file again.")
    if problem := _problem(member):
        return problem
    if member.file_size > SIZE_LIMIT:
        return Refused(name, f"has {member.file_size / 1e6:.0f} MB", "It is no page.")
    with archive.open(member) as stream:
        return stream.read(SIZE_LIMIT)


def opened(source: ByteSource, stream: IO[bytes]) -> zipfile.ZipFile:
    """The zip file in a stream. Raises UnreadablePage where it is damaged."""
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise UnreadablePage(f"{source.locator} is a damaged zip file.", "Copy or download it again.") from error


def _is_mere_data(part: ByteSource) -> bool:
    try:
        return is_mere_data(part.name, part.head())
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False  # whoever reads it will hear


def _passed_over(member: zipfile.ZipInfo) -> bool:
    return is_companion(PurePosixPath(member.filename).parts) and not _leads_out(member.filename)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts


def _part(source: ByteSource, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> ByteSource | Refused:
    name = member.filename
    return _problem(member) or source.part(name, name, partial(archive.open, member), member.file_size)


def _problem(member: zipfile.ZipInfo) -> Refused | None:
    """What speaks against looking into a file of a zip file."""
    name, size = member.filename, member.file_size
    if _leads_out(name):
        return Refused(name, "has a name that leads out of the zip file", "Unpack it, if you trust where it is from.")
    if member.flag_bits & 1:
        return Refused(name, "is locked with a password", "Unpack it first.")
    if size > _SMALL and size > _RATIO * member.compress_size:
        why = f"would be {size / 1e6:.0f} MB unpacked, {size // max(1, member.compress_size)} times what is in the file"
        return Refused(name, why, "It was made to fill a disk; pages are not like that.")
    return None
