"""Tables of articles in Parquet, as data sets of news are published: its columns are the fields of an article.

The place of an article is the number of its row, from 1. Columns that no article has are not read.
"""

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from storyreader.errors import UnreadablePage
from storyreader.loading.formats import records
from storyreader.loading.formats.fields import is_field
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_AT_ONCE = 64
"""Rows that are held at once."""
_BUFFER = 1 << 20
_MISSING = "is a Parquet table, and what reads it is not installed", "Do: pip install 'storyreader[parquet]'"


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The articles; with a place given, from the stretch of the table that has it."""
    if not _is_there():
        yield Refused("", *_MISSING)
        return
    with source.opened() as stream:
        table = _opened(stream, source.locator)
        groups, first = list(range(table.num_row_groups)), 0
        wanted = int(place) - 1 if place.isdecimal() else 0
        while groups and first + table.metadata.row_group(groups[0]).num_rows <= wanted:
            first += table.metadata.row_group(groups.pop(0)).num_rows
        yield from records.articles(_rows(table, groups, first), "a table")


def can_be_cut(_source: ByteSource) -> bool:
    """Where what reads it is there: between the groups of rows that it is made of."""
    return _is_there()


def stretch(source: ByteSource, begin: int, end: int) -> Iterator[Unpacked | Refused]:
    """The articles in the groups of rows that begin from one offset up to another."""
    with source.opened() as stream:
        table = _opened(stream, source.locator)
        first = 0
        for group in range(table.num_row_groups):
            about = table.metadata.row_group(group)
            if begin <= _offset(about) < end:
                for place, record in _rows(table, [group], first):
                    yield records.article_of(record, place)
            first += about.num_rows


def _is_there() -> bool:
    try:
        import pyarrow.parquet  # noqa: F401  only whether it is there
    except ImportError:
        return False
    return True


def _opened(stream: IO[bytes], locator: str) -> Any:
    from pyarrow.lib import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        return ParquetFile(stream, buffer_size=_BUFFER)
    except ArrowException as error:
        raise UnreadablePage(f"{locator} is damaged, or only a part of it.", "Download it again.") from error


def _offset(group: Any) -> int:
    """Where a group of rows begins."""
    column = group.column(0)
    return int(column.dictionary_page_offset or column.data_page_offset)


def _rows(table: Any, groups: list[int], first: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of some groups with their places, the first of which has so many before it."""
    names = [name for name in table.schema_arrow.names if is_field(name)]
    for batch in table.iter_batches(_AT_ONCE, row_groups=groups, columns=names) if groups and names else ():
        columns = [[_plain(value) for value in _values(column)] for column in batch.columns]
        for values in zip(*columns, strict=True):
            first += 1
            yield str(first), dict(zip(batch.schema.names, values, strict=True))


def _values(column: Any) -> list[Any]:
    """A column's values; moments finer than microseconds are cut to these."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return list(column.to_pylist())


def _plain(value: Any) -> Any:
    """A value as JSON would have it."""
    if isinstance(value, date):
        return value.isoformat()
    return value.decode(errors="replace") if isinstance(value, bytes) else value
