"""Notes that Evernote exported (.enex), among them clipped pages."""

import re
from collections.abc import Iterator
from typing import Any

from storyreader.loading.formats.records import articles
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_FIELDS = {"title": "title", "content": "content_html", "author": "author", "source-url": "url", "created": "saved_at"}


_PROLOGUE = re.compile(r"\A\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!DOCTYPE[^<>]*>\s*)?")
"""What stands above a note's markup."""


def read(source: ByteSource, _place: str) -> Iterator[Unpacked | Refused]:
    """The notes; the place of one is its number from 1."""
    yield from articles(_notes(source), "a list of notes")


def _notes(source: ByteSource) -> Iterator[tuple[str, dict[str, Any]]]:
    from lxml import etree

    with source.opened() as stream:
        notes = etree.iterparse(stream, tag="note", resolve_entities=False, no_network=True, load_dtd=False)
        for number, (_, note) in enumerate(notes, start=1):
            told = {_FIELDS[str(one.tag)]: one.text or "" for one in note.iter(*_FIELDS)}
            told["content_html"] = _PROLOGUE.sub("", told.get("content_html", ""))
            told["tags"] = [one.text for one in note.iter("tag") if one.text]
            note.clear()
            yield str(number), told
