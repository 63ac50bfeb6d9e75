"""JSON: one article, a list of them, or an article a line, as programs write them.

The place of an article is the offset of its line in bytes, or its number in the list, from 1.
"""

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from storyreader.loading.formats import records
from storyreader.loading.formats.json_shapes import records_in
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_LINES = frozenset({".jsonl", ".ndjson"})
_AT_ONCE = 8_000_000
"""Bytes of a list that is read at once; a longer one is read article by article."""
_KIND = "data in JSON"


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The articles, and reasons for what is none."""
    if _is_lines(source):
        with source.opened() as stream:
            yield from records.articles(_lines(stream, int(place) if place.isdecimal() else 0), _KIND)
    elif (source.size or 0) > _AT_ONCE and source.head(1000).lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"[":
        yield from records.articles(_streamed(source), _KIND)
    elif (source.size or 0) > SIZE_LIMIT:
        told = f"is a single value of {(source.size or 0) / 1e6:.0f} MB in JSON"
        yield Refused("", told, "Write its articles a line each, such as with: jq -c '.articles[]' FILE > FILE.jsonl")
    else:
        yield from _document(source.data())


def can_be_cut(source: ByteSource) -> bool:
    """Whether each line is an article by itself."""
    return _is_lines(source)


def stretch(source: ByteSource, begin: int, end: int) -> Iterator[Unpacked | Refused]:
    """The articles on the lines that begin from one offset up to another."""
    with source.opened() as stream:
        if begin:
            begin = stream.seek(begin - 1) + len(stream.readline(SIZE_LIMIT))  # past a line that began before
        for place, record in _lines(stream, begin, end):
            yield records.article_of(record, place)


def _document(data: bytes) -> Iterator[Unpacked | Refused]:
    document = _value(data)
    if document is None and data.strip() != b"null":
        yield Refused("", "begins as JSON does and is cut off or damaged", "Export or download it again.")
    elif isinstance(document, dict) and re.match(r"storyreader-(?!article$)", str(document.get("format"))):
        yield Refused("", "was written by storyreader and is no article", "storyreader import takes notes in.")
    elif (inner := records_in(document)) is not None:
        yield from records.articles(((str(number), one) for number, one in enumerate(inner, start=1)), _KIND)
    else:
        yield from records.articles([("", document)], _KIND)


def _is_lines(source: ByteSource) -> bool:
    """Whether each line is a value by itself; a file with one line only is a document."""
    if source.ending in _LINES:
        return True
    with source.opened() as stream:
        first, second = stream.readline(SIZE_LIMIT), stream.readline(1000).strip()
    return second[:1] in (b"{", b"[") and _value(first) is not None


def _lines(stream: IO[bytes], begin: int, end: int | None = None) -> Iterator[tuple[str, Any]]:
    """The values on the lines that begin from one offset on, up to another, each with its own."""
    at = stream.seek(begin)
    while (end is None or at < end) and (line := stream.readline(SIZE_LIMIT)):
        if line.strip():
            yield str(at), _value(line)
        at += len(line)


def _streamed(source: ByteSource) -> Iterator[tuple[str, Any]]:
    import ijson

    with source.opened() as stream:
        for number, record in enumerate(ijson.items(stream, "item", use_float=True), start=1):
            yield str(number), record


def _value(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
