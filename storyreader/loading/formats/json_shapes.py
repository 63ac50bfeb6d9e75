"""Where in a document of JSON its records are: in a list somewhere in it, in columns, under numbers, or it is one."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from storyreader.loading.formats.fields import body_of, fields_of, list_of
from storyreader.loading.formats.records import OWN

_DEEPEST = 4
"""Objects in objects that are looked into."""


def records_in(document: Any) -> list[Any] | None:
    """The records that a document holds, with what it says of them all; None when it is a record itself."""
    if isinstance(document, list):
        return document
    if not isinstance(document, Mapping) or document.get("format") == OWN:
        return None
    if (table := _table(document)) is not None:
        return table
    found = None if _is_article(document, 0) else next(filter(_holds_articles, _lists(document)), None)
    if found is None:
        return None
    around: dict[Any, Any] = {name: document.get(name) for name in ("language", "publisher")}
    if "jsonfeed.org" in str(document.get("version", "")):
        around["publisher"] = document.get("title")
    return [{**around, **one} if isinstance(one, Mapping) else one for one in found]


def _holds_articles(records: list[Any]) -> bool:
    return any(map(_is_article, records))


def _is_article(record: Any, deepest: int = _DEEPEST) -> bool:
    fields = fields_of(record, deepest) if isinstance(record, Mapping) else {}
    return bool(list_of(fields, "headline") and body_of(fields))


def _lists(document: Mapping[Any, Any]) -> Iterator[list[Any]]:
    """The lists in a document and in the objects in it, the outermost first."""
    left = deque([(document, 0)])
    while left:
        one, depth = left.popleft()
        for name, value in one.items():
            if isinstance(value, list):
                # a graph of linked data has people and pages beside its articles
                yield [part for part in value if _is_article(part)] if name == "@graph" else value
            elif isinstance(value, Mapping) and depth < _DEEPEST:
                left.append((value, depth + 1))


def _table(document: Mapping[Any, Any]) -> list[Any] | None:
    """Rows as pandas writes them: columns by name, rows by number, or the names apart from the values."""
    columns, rows = document.get("columns"), document.get("data")
    if isinstance(columns, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [dict(zip(columns, row, strict=False)) for row in rows]
    inner = list(document.values())
    if not inner or not all(isinstance(one, Mapping) and one for one in inner):
        return None
    if all(isinstance(name, str) and name.isdecimal() for name in document):
        return inner
    if all(isinstance(name, str) and name.isdecimal() for one in inner for name in one):
        return [{name: column.get(row) for name, column in document.items()} for row in inner[0]]
    return None
