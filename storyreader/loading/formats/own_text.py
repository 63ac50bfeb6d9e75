"""What `storyreader clean` wrote as text or as Markdown: one article below the other, read back as they were.

In both a paragraph is one line between blank ones. In a text an article begins with its headline and a line of details
right below it, in Markdown with front matter whose values are JSON (see storyreader.exporting).
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime

from storyreader.loading.formats.records import OWN, article_of
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_FRONT = f"---\nformat: {OWN}\n"
_TIME = (
    r"(?:date unknown|[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}"
    r"(?:, \d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: UTC(?:[+-]\d\d:\d\d(?::\d\d)?)?)?)?)"
)
_HEAD = re.compile(
    r"(?P<headline>[^\n]+)\n(?P<publisher>[^\n·]+?)(?: · wire: (?P<agency>[^\n·]+?))?(?: · by (?P<byline>[^\n·]+?))?"
    rf" · (?P<published>{_TIME}) · \d+ (?:word|character)s?"
    r"(?: · saved (?P<saved>\d{1,2} [A-Z][a-z]{2} \d{4}))?(?: · read more simply \((?P<simplified>[a-z, ]+)\))?"
    r"(?:\n(?P<url>[^\n]+))?\n*\Z"
)
_UNKNOWN = frozenset({"(no headline found)", "outlet unknown", "date unknown"})
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NAMES = {"headline": "title", "byline": "author", "url": "source", "standfirst": "description"}
"""Fields of an article whose names in front matter are those that other programs use."""


def looks_like_own(head: bytes) -> bool:
    """Whether a file begins with an article that this program wrote."""
    text = head.decode("utf-8", "ignore")
    return text.startswith(_FRONT) or _HEAD.match(text.partition("\n\n")[0]) is not None


def read(source: ByteSource, _place: str) -> Iterator[Unpacked | Refused]:
    """The articles; where there are several, the place of one is its number from 1."""
    text = source.data().decode("utf-8", "replace")
    records = list(_marked(text) if text.startswith(_FRONT) else _plain(text))
    for number, record in enumerate(records, start=1):
        yield article_of(record | {"format": OWN}, str(number) if len(records) > 1 else "")


def _marked(text: str) -> Iterator[dict[str, object]]:
    for part in re.split(rf"^{re.escape(_FRONT)}", text, flags=re.MULTILINE)[1:]:
        front, _, body = part.partition("\n---\n")
        settings = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
        record = {name: json.loads(value) for name, value in settings.items()}
        lines = [line for line in body.splitlines() if line.strip() and not line.startswith("# ")]
        paragraphs = [_ESCAPED.sub(r"\1", line) for line in lines]
        yield record | {name: record.get(key) for name, key in _NAMES.items()} | {"paragraphs": paragraphs}


def _plain(text: str) -> Iterator[dict[str, object]]:
    record: dict[str, object] = {}
    paragraphs: list[str] = []
    for part in text.split("\n\n"):
        if match := _HEAD.match(part.lstrip("\n")):
            if record:
                yield record | {"paragraphs": paragraphs}
            said = {name: value for name, value in match.groupdict().items() if value and value not in _UNKNOWN}
            record = said | {name: _time(said[name]) for name in ("published", "saved") if name in said}
            record |= {"simplified": said["simplified"].split(", ")} if "simplified" in said else {}
            paragraphs = []
        elif part.strip():
            paragraphs.append(part.strip("\n"))
    yield record | {"paragraphs": paragraphs}


def _time(text: str) -> str:
    """A time in ISO 8601, from the form in which people write it."""
    day, _, clock = text.partition(", ")
    found = datetime.strptime(" ".join(day.split()[-3:]), "%d %b %Y").date()  # noqa: DTZ007 (a day has no zone)
    if not clock:
        return found.isoformat()
    time, _, zone = clock.partition(" ")
    offset = zone.removeprefix("UTC") or "+00:00" if zone else ""
    return f"{found.isoformat()}T{time}{offset}"
