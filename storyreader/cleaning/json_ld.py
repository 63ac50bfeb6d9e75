"""Reads JSON-LD as pages write it: wrapped in comments, with a brace too many, or broken, then field by field."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_WRAPPERS = re.compile(
    r"^\s*+(?:<!--|(?:(?://|/\*)\s*+)?<!\[CDATA\[\s*+(?:\*/)?)|(?:-->|(?:(?://|/\*)\s*|(?<!\s)\s+)?\]\]>\s*+(?:\*/)?)\s*+(?:;\s*+)?$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
_FIELDS = ("headline", "datePublished", "dateModified", "dateCreated", "author", "publisher", "description")
_ARTICLE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w*(?:Article|Posting|Report|Review)\w*)"')
_STRING = re.compile(r'"(.{1,500}?)"\s*(?=,\s*"[@\w]+"\s*:|[}\]])', re.DOTALL)
_NAME = re.compile(r'[\[{][^}]{0,300}?"name"\s*:\s*"([^"]{2,80})"')
_OF_PAGE = ("headline", "datePublished", "dateModified", "author", "publisher")
_OPENED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")


def linked_things(text: str) -> Iterator[dict[str, Any]]:
    """All typed objects of a JSON-LD document, graphs and lists opened."""
    return _things(_parse(text))


def _parse(text: str) -> Any:
    text = _WRAPPERS.sub("", text).strip()
    start = min((place for mark in "{[" if (place := text.find(mark)) >= 0), default=-1)
    if start < 0:
        return None
    for repaired in (text, _TRAILING_COMMA.sub("", _CONTROL.sub(" ", text)), html.unescape(text)):
        try:
            return _DECODER.raw_decode(repaired, start)[0]
        except (ValueError, RecursionError):
            continue
    return _fields(text)


def _fields(text: str) -> dict[str, Any] | None:
    """What can still be read of an article whose JSON is broken."""
    kind = _ARTICLE.search(text)
    if kind is None:
        return None
    thing: dict[str, Any] = {"@type": kind[1]}
    for name in _FIELDS:
        opening = re.search(rf'"{name}"\s*:\s*', text)
        if opening and (value := _value(text, opening.end())):
            thing[name] = value
    return thing


def _value(text: str, start: int) -> Any:
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        value, end = None, start
    if value is not None and text[end:].lstrip()[:1] in {",", "}", "]"}:
        return value
    whole = _STRING.match(text, start) or _NAME.match(text, start)
    return whole[1] if whole else None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value[:200]:
            yield from _things(part, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield _with_page(value)
        for key in _OPENED:
            if key in value:
                yield from _things(value[key], depth + 1)


def _with_page(thing: dict[str, Any]) -> dict[str, Any]:
    """An object with what only its page states of it."""
    page = thing.get("mainEntityOfPage")
    stated = {name: page[name] for name in _OF_PAGE if name in page} if isinstance(page, dict) else {}
    return {**stated, **thing}
