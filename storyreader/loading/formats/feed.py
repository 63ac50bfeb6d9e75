"""Feeds in RSS and Atom whose entries hold whole articles."""

import io
import re
from collections.abc import Iterator
from typing import Any

from storyreader.loading.formats.records import TEASER, is_teaser, told_once
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_LONGEST_NAME = 200
"""Characters of an entry's identity up to which it is its place."""
_SYNDICATED = re.compile(
    r"<p>[^<]{0,40}<a [^<>]{0,600}>[^<]{0,400}</a>\s*(?:appeared first on|erschien zuerst auf|est apparu en premier sur"
    r"|apareció primero en|apareceu primeiro em|proviene da|verscheen eerst op)\s*"
    r"<a [^<>]{0,600}>[^<]{0,200}</a>\.?</p>\s*\Z"
)
"""The last paragraph that blogs put below an entry in their feeds."""
_SUMMARY = 80
"""Words from which on the description of an entry is its text, where it has no other."""


def read(source: ByteSource, _place: str) -> Iterator[Unpacked | Refused]:
    """The entries, those with a teaser only as a reason; the place of one is its identity, else its number from 1."""
    import feedparser

    # what is dangerous in markup is left out by cleaning, which needs what a page says of itself out of sight
    feed = feedparser.parse(io.BytesIO(source.data()), sanitize_html=False, resolve_relative_uris=False)
    yield from told_once(_entries(feed), "a news feed")


def _entries(feed: Any) -> Iterator[Unpacked | Refused]:
    used: set[str] = set()
    for number, entry in enumerate(feed.entries, start=1):
        place = " ".join(str(entry.get("id") or entry.get("link") or "").split())
        if not place or place in used or len(place) > _LONGEST_NAME or not place.isprintable():
            place = str(number)
        used.add(place)
        yield _article(entry, feed.feed, place)


def _article(entry: Any, feed: Any, place: str) -> Unpacked | Refused:
    body = _text(entry)
    if not body:
        return Refused(place, *TEASER)
    people = [person.get("name", "") for person in entry.get("authors") or ()] or [entry.get("author", "")]
    origin = entry.get("source") or {}
    stated = {
        "headline": _plain(entry.get("title", "")),
        "byline": "; ".join(name for name in people if name),
        "publisher": _plain(origin.get("title") or entry.get("publisher") or feed.get("title", "")),
        # its own get gives one for the other; where only one is told, it is the day of publication
        "published": dict.get(entry, "published", "") or dict.get(entry, "updated", ""),
        "updated": dict.get(entry, "updated", "") if dict.get(entry, "published") else "",
        "tags": "; ".join(tag.get("term") or "" for tag in entry.get("tags") or ()),
        "language": (entry.get("language") or feed.get("language") or "")[:2],
    }
    link = str(entry.get("link") or "")
    return Unpacked(
        body.encode(errors="replace"), ".html", "utf-8", link if link.startswith(("http://", "https://")) else None,
        stated={name: str(value) for name, value in stated.items() if value}, place=place,
    )  # fmt: skip


def _text(entry: Any) -> str:
    """The entry's text where it is more than a teaser, else nothing."""
    whole = max((str(part.get("value", "")) for part in entry.get("content") or ()), key=len, default="")
    if whole and not is_teaser(whole, linked=True):
        return _SYNDICATED.sub("", whole)
    summary = str(entry.get("summary", ""))
    words = len(_plain(summary).split())
    return summary if words >= _SUMMARY and not is_teaser(summary, linked=True) else ""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]{0,1000}>", " ", text).split())
