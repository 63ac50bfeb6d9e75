"""Articles in JSON, a line each; the place of one is the offset of its line in bytes."""

import json
from collections.abc import Iterator

from storyreader.loading.formats.records import article_of
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_CANNOT = "is no article in JSON", "Every line must be an object with a title and a text."


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """An article or a reason for each line that is not empty."""
    with source.opened() as stream:
        at = stream.seek(int(place)) if place.isdecimal() else 0
        while line := stream.readline(SIZE_LIMIT):
            if line.strip():
                yield _article(line, str(at))
            at += len(line)


def _article(line: bytes, place: str) -> Unpacked | Refused:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Refused(place, *_CANNOT)
    return article_of(record, place) or Refused(place, *_CANNOT)
