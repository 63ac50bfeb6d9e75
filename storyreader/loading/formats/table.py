"""Tables of articles, as CSV or separated by tabs: the first row names the columns."""

import csv
import io
from collections.abc import Iterator

from storyreader.loading.decoding import decode
from storyreader.loading.formats import records
from storyreader.loading.source import HEAD, SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked


def read(source: ByteSource, _place: str) -> Iterator[Unpacked | Refused]:
    """The articles; the place of one is the number of its row, the first below the names being 1."""
    _, encoding, _ = decode(source.head())
    csv.field_size_limit(SIZE_LIMIT)
    with source.opened() as stream, io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
        names = text.readline(HEAD).lstrip("\ufeff")
        text.seek(0)
        rows = csv.DictReader(text, delimiter=max(",;\t|", key=names.count))
        numbered = ((str(number), row) for number, row in enumerate(rows, start=1))
        yield from records.articles(numbered, "a table")
