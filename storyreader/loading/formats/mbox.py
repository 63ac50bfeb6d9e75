"""Mailboxes (mbox): letters one below the other, such as a folder of newsletters."""

import re
from collections.abc import Iterator

from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused

BEGIN = re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d[^\n]{0,40}\d{4}")
"""The line above a letter: who sent it, and when."""
_LONGEST_LINE = 1_000_000


def read(source: ByteSource, place: str) -> Iterator[ByteSource | Refused]:
    """The letters; the place of one is the offset of the line above it, in bytes."""
    yield from _letters(source, int(place) if place.isdecimal() else 0)


def can_be_cut(_source: ByteSource) -> bool:
    """Always: a letter is told by the line above it."""
    return True


def stretch(source: ByteSource, begin: int, end: int) -> Iterator[ByteSource | Refused]:
    """The letters whose line above begins from one offset up to another."""
    with source.opened() as stream:
        before = max(0, begin - _LONGEST_LINE)
        at = stream.seek(before) + (len(stream.readline(_LONGEST_LINE)) if before else 0)
        blank = True
        while (line := stream.readline(_LONGEST_LINE)) and not (at >= begin and blank and BEGIN.match(line)):
            at += len(line)
            blank = not line.strip()
    if line and at < end:
        yield from _letters(source, at, end)


def _letters(source: ByteSource, begin: int, end: int | None = None) -> Iterator[ByteSource | Refused]:
    """The letters from one offset on, which begin before another."""
    with source.opened() as stream:
        at = stream.seek(begin)
        lines: list[bytes] = []
        size, blank = 0, True
        while line := stream.readline(_LONGEST_LINE):
            if blank and BEGIN.match(line):
                yield from _letter(source, begin, lines, size)
                if end is not None and at >= end:
                    return
                lines, size, begin = [], 0, at
            elif size <= SIZE_LIMIT:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
            at += len(line)
            blank = not line.strip()
        yield from _letter(source, begin, lines, size)


def _letter(source: ByteSource, begin: int, lines: list[bytes], size: int) -> Iterator[ByteSource | Refused]:
    place = str(begin)
    if size > SIZE_LIMIT:
        yield Refused(place, f"is a letter of {size / 1e6:.0f} MB", "Save the letter itself without what is attached.")
    elif any(line.strip() for line in lines):
        yield source.part_of(place, f"{place}.eml", b"".join(lines))
