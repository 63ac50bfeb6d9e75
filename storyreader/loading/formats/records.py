"""Articles as records with named fields, as programs write them."""

from collections.abc import Mapping
from typing import Any

from storyreader.loading.unpacked import Unpacked

_STATED = {
    "headline": "headline", "standfirst": "standfirst", "byline": "byline", "publisher": "publisher",
    "agency": "agency", "published": "published", "updated": "updated", "saved": "saved", "language": "language",
}  # fmt: skip


def article_of(record: Any, place: str) -> Unpacked | None:
    """The article that a record is, None when it is none."""
    if not isinstance(record, Mapping):
        return None
    if record.get("format") == "storyreader-article":
        return _own(record, place)
    return None


def _own(record: Mapping[str, Any], place: str) -> Unpacked | None:
    """What `storyreader clean` wrote."""
    paragraphs = record.get("paragraphs")
    if not isinstance(paragraphs, list):
        return None
    stated = {name: str(record[key]) for key, name in _STATED.items() if record.get(key)}
    stated["tags"] = "; ".join(map(str, record.get("tags") or ()))
    url = record.get("url")
    text = "\n".join(" ".join(str(paragraph).split()) for paragraph in paragraphs)
    return Unpacked(
        text.encode(errors="replace"), ".txt", "utf-8", str(url) if url else None,
        stated={name: value for name, value in stated.items() if value}, place=place, cleaned=True,
    )  # fmt: skip
