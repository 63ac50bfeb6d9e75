"""What is found, written as JSON Lines or as a Parquet table."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from storyreader.corpus.piles import left
from storyreader.errors import StoryReaderError

Form = Literal["jsonl", "parquet"]
FORMS: tuple[Form, ...] = get_args(Form)
_AT_ONCE = 5000
"""Rows of a Parquet table that are written together."""
_SIDE = ("path", "headline", "publisher", "published")
_TEXTS = (
    "format", "headline", "standfirst", "byline", "publisher", "agency", "published", "updated", "saved", "language",
    "path", "url", "content_hash",
)  # fmt: skip
"""Columns of a table of articles; beside them number, tags and paragraphs."""


class Written(NamedTuple):
    """A file, and how many rows it has."""

    file: Path
    rows: int


def check_form(form: Form) -> None:
    """Raise StoryReaderError where what writes a form is not installed."""
    if form == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401  only whether it is there
        except ImportError as error:
            raise StoryReaderError(
                "Writing Parquet needs pyarrow.", "pip install 'storyreader[parquet]', or --format jsonl."
            ) from error


def write_pairs(file: Path, rows: Iterator[dict[str, Any]], form: Form) -> Written:
    """Write the pairs, in a file with the ending of the form. In a table, columns of their own tell of both sides."""
    if form == "parquet":
        import pyarrow as pa

        texts = ((f"{side}_{name}", pa.string()) for side in ("left", "right") for name in _SIDE)
        columns = [("kind", pa.string()), ("share", pa.float64()), ("likeness", pa.float64()), *texts]
        return _write_table(file, map(_flat, rows), pa.schema(columns))
    return write_lines(file, rows)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, **{f"{side}_{name}": row[side][name] for side in ("left", "right") for name in _SIDE}}


def write_articles(file: Path, rows: Iterator[dict[str, Any]], form: Form) -> Written:
    """Write articles so that they can be opened."""
    if form == "parquet":
        import pyarrow as pa

        lists = ((name, pa.list_(pa.string())) for name in ("tags", "paragraphs"))
        texts = ((name, pa.string()) for name in _TEXTS)
        return _write_table(file, rows, pa.schema([*texts, ("words", pa.int64()), *lists]))
    return write_lines(file, rows)


def write_lines(file: Path, rows: Iterator[dict[str, Any]]) -> Written:
    """Write rows as JSON Lines, in a file with that ending."""
    file = file.with_suffix(".jsonl")
    count = 0
    with left(file) as stream:
        for row in rows:
            stream.write((json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
            count += 1
    return Written(file, count)


def _write_table(file: Path, rows: Iterator[dict[str, Any]], schema: Any) -> Written:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    file = file.with_suffix(".parquet")
    count = 0
    with left(file) as stream, ParquetWriter(stream, schema, compression="zstd") as writer:
        for first in rows:
            some = [first, *islice(rows, _AT_ONCE - 1)]
            writer.write_table(pa.Table.from_pylist(some, schema=schema))
            count += len(some)
    return Written(file, count)
