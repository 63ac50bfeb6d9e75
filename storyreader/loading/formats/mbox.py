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
    with source.opened() as stream:
        at = begin = stream.seek(int(place)) if place.isdecimal() else 0
        lines: list[bytes] = []
        size, blank = 0, True
        while line := stream.readline(_LONGEST_LINE):
            if blank and BEGIN.match(line):
                yield from _letter(source, begin, lines, size)
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
