"""Web archives with a list of their pages (WACZ): zip files around WARC files."""

import json
import zipfile
from collections.abc import Iterator, Set
from dataclasses import replace

from storyreader import locators
from storyreader.loading.formats import warc, zipped
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_ARCHIVES = ("archive/",)
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The pages that the archive lists, or all pages of one that lists none; a place is a WARC file and an offset."""
    with source.opened() as stream, zipped.opened(source, stream) as archive:
        names = archive.namelist()
        listed: set[str] = set()
        for name in _LISTS:
            if name in names:
                with archive.open(name) as lines:
                    listed.update(_addresses(lines.read(SIZE_LIMIT).splitlines()))
        found = False
        for part in _pages(source, archive, place, listed):
            found = True
            yield part
        if listed and not found:  # its list names them otherwise, or knows no more of them than where they led
            yield from _pages(source, archive, place, frozenset())


def _pages(source: ByteSource, archive: zipfile.ZipFile, place: str, listed: Set[str]) -> Iterator[Unpacked | Refused]:
    for name in archive.namelist():
        inside = locators.same_place(name, place) if place else ""
        if not name.startswith(_ARCHIVES) or name.endswith("/") or inside is None:
            continue
        with archive.open(name) as records:
            if inside.isdecimal():
                records.seek(int(inside))
            for part in warc.pages(records, locators.joined(source.locator, name), listed or None):
                yield replace(part, place=locators.joined(name, part.place))


def _addresses(lines: list[bytes]) -> Iterator[str]:
    for line in lines:
        try:
            url = json.loads(line).get("url")
        except (ValueError, AttributeError, RecursionError):
            continue
        if isinstance(url, str):
            yield url.partition("#")[0]
