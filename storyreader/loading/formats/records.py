"""Articles as records with named fields, as programs and services write them in JSON and in tables.

The names are those of trafilatura, newspaper, news-please, fundus, readability, schema.org, JSON Feed, wallabag,
Readwise and their like, compared without case and signs: `datePublished` and `date_published` are one.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from storyreader.dates import find_stamps
from storyreader.loading.unpacked import Refused, Unpacked

OWN = "storyreader-article"
"""The format that `storyreader clean` names in its JSON."""

_NAMES = {
    "headline": ("headline", "title", "name"),
    "body": (
        "contenthtml", "articlehtml", "htmlcontent", "plaintext", "maintext", "text", "articlebody", "body", "content",
        "contenttext", "textcontent", "fulltext", "articletext", "article", "story", "paragraphs", "html",
        "rawhtml", "htmlbody",
    ),
    "byline": ("byline", "authors", "author", "creator", "publishedby", "writer"),
    "publisher": (
        "publisher", "sitename", "metasitename", "outlet", "newspaper", "publication", "sourcename", "sourcehostname",
        "feedtitle", "site", "source", "domain",
    ),
    "published": (
        "published", "datepublished", "publishedat", "publisheddate", "datepublish", "publishdate", "publishingdate",
        "publicationdate", "publishedtime", "pubdate", "publicationtime", "date",
    ),
    "updated": ("updated", "datemodified", "datemodify", "modifiedtime", "lastmodified", "modified"),
    "saved": ("saved", "savedat", "saveddate", "datedownload", "filedate", "dateadded", "createdat", "timeadded"),
    "url": ("url", "link", "canonicalurl", "canonicallink", "permalink", "sourceurl", "source", "id"),
    "language": ("language", "lang", "inlanguage", "metalang"),
    "tags": ("tags", "keywords", "topics", "labels", "categories"),
    "standfirst": ("standfirst", "excerpt", "description", "summary", "abstract", "subtitle"),
}  # fmt: skip
"""The names of each field, the surest first."""
_ALL_NAMES = frozenset(name for names in _NAMES.values() for name in names) | {"agency"}
_LISTS = ("items", "articles", "entries", "data", "results", "documents", "stories", "pages", "response", "list")
"""Names of the list of articles in an object around it."""
_MARKUP = re.compile(r"<(?:p|div|br|article|section|h[1-6]|figure|img|ul|blockquote|html|body)\b[^<>]*>", re.IGNORECASE)
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]+")
_ADDRESS = re.compile(r"https?://\S+$")
_WRITTEN_LIST = re.compile(r"\[(?:'[^']*'|\"[^\"]*\")(?:, (?:'[^']*'|\"[^\"]*\"))*\]")
"""A list as Python writes it into a table: ['Ann Bell', 'Carl Dorn']."""
_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")
_ENDS_SHORT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[\+\d+ chars\])\s*$")
_LONG = 20_000
"""Characters of a body, markup and all, that no teaser has."""
_SHORT, _TEASER = 30, 120
"""Words below which a text is no article, and below which one that ends with dots is none."""
_HELD = 1000
"""Reasons that are held until it is known that a file holds articles at all."""
TEASER = "holds only a teaser", "Save the page itself; its address is in the file."


def is_field(name: str) -> bool:
    """Whether a name is one of an article's fields, or says what a record is."""
    return name == "format" or _plain(name) in _ALL_NAMES


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
    fields = {_plain(name): value for name, value in record.items() if isinstance(name, str)}
    body = _body(fields)
    if not body:
        return Refused(place, "holds no text", "Save the page itself; its address may be in the file.")
    url = next((text for text in (*_texts(fields, "url"), *_requested(fields)) if _ADDRESS.match(text)), None)
    if is_teaser(body, linked=url is not None):
        return Refused(place, *TEASER)
    stated = {name: next(iter(_texts(fields, name)), "") for name in ("headline", "language", "standfirst")}
    stated |= {name: _time(fields, name) for name in ("published", "updated", "saved")}
    stated["byline"] = "; ".join(_list(fields, "byline"))
    stated["tags"] = "; ".join(_list(fields, "tags"))
    stated["publisher"] = next((text for text in _texts(fields, "publisher") if not _ADDRESS.match(text)), "")
    stated = {name: value for name, value in stated.items() if value}
    ending = ".html" if _MARKUP.search(body) else ".txt"
    return Unpacked(body.encode(errors="replace"), ending, "utf-8", url, stated=stated, place=place)


def records_in(document: Any) -> list[Any] | None:
    """The records that a document holds in a list of its own or under a known name; None when it is a record itself."""
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping) and document.get("format") != OWN:
        for name in _LISTS:
            inner = document.get(name)
            if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
                around: dict[Any, Any] = {name: document.get(name) for name in ("language", "publisher")}
                if "jsonfeed.org" in str(document.get("version", "")):
                    around["publisher"] = document.get("title")
                return [{**around, **one} if isinstance(one, Mapping) else one for one in inner]
    return None


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


def _body(fields: Mapping[str, Any]) -> str:
    """The article's text: a string, paragraphs, or sections of these with headings, as fundus has them."""
    for name in _NAMES["body"]:
        lines = [line.strip() for line in _lines(fields.get(name)) if line.strip()]
        if lines:
            text = "\n\n".join(lines)
            # one paragraph a line is what extractors write; a blank line between them says that they are paragraphs
            return text if "\n\n" in text or _MARKUP.search(text) else text.replace("\n", "\n\n")
    return ""


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _lines(one)
    elif isinstance(value, Mapping):
        for name in ("summary", "sections", "headline", "paragraphs", "text", "content"):
            yield from _lines(value.get(name))


def _requested(fields: Mapping[str, Any]) -> Iterator[str]:
    """The address that fundus got the page from, which it keeps with the markup."""
    got = fields.get("html")
    for name in ("responded_url", "requested_url"):
        if isinstance(got, Mapping) and isinstance(got.get(name), str):
            yield got[name]


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _texts(fields: Mapping[str, Any], field: str) -> Iterator[str]:
    """What stands under the names of a field, in their order."""
    for name in _NAMES[field]:
        yield from _list({name: fields.get(name)}, field)


def _list(fields: Mapping[str, Any], field: str) -> list[str]:
    """The values under the first name of a field that has any."""
    for name in _NAMES[field]:
        if found := [text for one in _each(fields.get(name)) if (text := " ".join(one.split()))]:
            return found
    return []


def _each(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _QUOTED.findall(value) if _WRITTEN_LIST.fullmatch(value) else [value]
    elif isinstance(value, list):
        for one in value:
            yield from _each(one)
    elif isinstance(value, Mapping):
        yield from _each(value.get("name") or value.get("title") or value.get("label"))


def _time(fields: Mapping[str, Any], field: str) -> str:
    """A time as ISO 8601; services write seconds or milliseconds since 1970 too."""
    for name in _NAMES[field]:
        value = fields.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 100_000_000:
            return datetime.fromtimestamp(value / 1000 if value > 10_000_000_000 else value, UTC).isoformat()
        if isinstance(value, str) and (value[:1].isdecimal() or find_stamps(value[:100])):
            return value.strip()
    return ""
