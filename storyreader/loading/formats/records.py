"""Articles as records with named fields, as programs and services write them in JSON and in tables."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from storyreader.loading.formats.fields import (
    MARKUP,
    addresses_of,
    body_of,
    fields_of,
    list_around,
    list_of,
    texts_of,
    time_of,
)
from storyreader.loading.unpacked import Refused, Unpacked

OWN = "storyreader-article"
"""The format that `storyreader clean` names in its JSON."""

_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]+")
_ADDRESS = re.compile(r"https?://\S+$")
_ENDS_SHORT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[\+\d+ chars\])\s*$")
_LONG = 20_000
"""Characters of a body, markup and all, that no teaser has."""
_SHORT, _TEASER = 30, 120
"""Words below which a text is no article, and below which one that ends with dots is none."""
_HELD = 1000
"""Reasons that are held until it is known that a file holds articles at all."""
TEASER = "holds only a teaser", "Save the page itself; its address is in the file."


def articles(records: Iterable[tuple[str, Any]], file_kind: str) -> Iterator[Unpacked | Refused]:
    """The articles among records, each given with its place, and reasons for the others."""
    return told_once((article_of(record, place) for place, record in records), file_kind)


def told_once(parts: Iterable[Unpacked | Refused], file_kind: str) -> Iterator[Unpacked | Refused]:
    """All the parts; when none of a file is an article, that is said once for the file in place of them."""
    held: list[Refused] = []
    found = False
    for part in parts:
        if isinstance(part, Refused) and not found:
            if len(held) < _HELD:
                held.append(part)
            continue
        found = True
        yield from held
        held.clear()
        yield part
    if not found:
        teasers = held and all(one.why == TEASER[0] for one in held)
        why = "with teasers only" if teasers else "without the texts of articles"
        hint = "Export them with their text, save the pages, or use: storyreader clean --fetch URL."
        yield Refused("", f"is {file_kind} {why}", hint)


def article_of(record: Any, place: str) -> Unpacked | Refused:
    """The article that a record is, or why it is none."""
    if not isinstance(record, Mapping):
        return Refused(place, "is no article in JSON", "Every article is an object with a title and a text.")
    if record.get("format") == OWN:
        return _own(record, place)
    fields = fields_of(record)
    body = body_of(fields)
    if not body:
        return Refused(place, "holds no text", "Save the page itself; its address may be in the file.")
    url = next((text for text in addresses_of(fields) if _ADDRESS.match(text)), None)
    if is_teaser(body, linked=url is not None):
        return Refused(place, *TEASER)
    stated = {name: next(iter(texts_of(fields, name)), "") for name in ("headline", "language", "standfirst")}
    stated |= {name: time_of(fields, name) for name in ("published", "updated", "saved")}
    stated["byline"] = "; ".join(list_of(fields, "byline") or list_around(fields, "byline"))
    stated["tags"] = "; ".join(list_of(fields, "tags"))
    outlets = (*texts_of(fields, "publisher"), *list_around(fields, "publisher"))
    stated["publisher"] = next((text for text in outlets if not _ADDRESS.match(text)), "")
    stated = {name: value for name, value in stated.items() if value}
    ending = ".html" if MARKUP.search(body) else ".txt"
    return Unpacked(body.encode(errors="replace"), ending, "utf-8", url, stated=stated, place=place)


def is_teaser(body: str, *, linked: bool) -> bool:
    """Whether a text is no more than an invitation to read it elsewhere."""
    if len(body) > _LONG:
        return False
    text = html.unescape(re.sub(r"<[^<>]*>", " ", body)).strip()
    words = len(text.split()) + sum("\u3040" <= sign <= "\u9fff" for sign in text) // 2
    return (linked and words < _SHORT) or (words < _TEASER and _ENDS_SHORT.search(text) is not None)


def _own(record: Mapping[str, Any], place: str) -> Unpacked | Refused:
    """What `storyreader clean` wrote: nothing in it is judged again."""
    paragraphs = record.get("paragraphs")
    if not isinstance(paragraphs, list):
        return Refused(place, "holds no text", "Write it again with storyreader clean.")
    names = ("headline", "standfirst", "byline", "publisher", "agency", "published", "updated", "saved", "language")
    stated = {name: str(record[name]) for name in names if record.get(name)}
    for name in ("tags", "simplified"):
        if isinstance(record.get(name), list):
            stated[name] = "; ".join(map(str, record[name]))
    url = record.get("url")
    text = "\n".join(_LINE_ENDS.sub(" ", str(paragraph)) for paragraph in paragraphs)
    return Unpacked(
        text.encode(errors="replace"), ".txt", "utf-8", str(url) if url else None,
        stated={name: value for name, value in stated.items() if value}, place=place, cleaned=True,
    )  # fmt: skip
