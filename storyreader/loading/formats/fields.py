"""The fields of an article in a record, under the names and in the shapes that programs and services write.

The names are those of trafilatura, newspaper, news-please, fundus, readability, schema.org, JSON Feed, ninjs, wallabag,
Readwise, of the interfaces of WordPress, Ghost, the Guardian and Arc, and of their like. They are compared without case
and signs, and without the kind of thing that stands before some of them: `datePublished` and `date_published` are one,
`webTitle` and `story_title` are titles.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from storyreader.dates import find_stamps

_NAMES = {
    "headline": ("headline", "title", "headlines", "name"),
    "body": (
        "contenthtml", "articlehtml", "htmlcontent", "bodyxhtml", "plaintext", "maintext", "text", "articlebody",
        "body", "content", "fullcontent", "contenttext", "bodytext", "textcontent", "fulltext", "articletext",
        "article", "story", "paragraphs", "contentelements", "bodies", "blocks", "html", "rawhtml", "htmlbody",
    ),
    "byline": ("byline", "authors", "author", "primaryauthor", "creator", "publishedby", "writer", "by"),
    "publisher": (
        "publisher", "sitename", "metasitename", "ogsitename", "outlet", "newspaper", "publication", "sourcename",
        "sourcehostname", "feedtitle", "medianame", "origin", "feed", "site", "source", "copyrightholder", "domain",
    ),
    "published": (
        "published", "datepublished", "publishedat", "publisheddate", "datepublish", "publishdate", "publishingdate",
        "publicationdate", "publishedtime", "pubdate", "publicationtime", "datetimepub", "displaydate", "firstcreated",
        "versioncreated", "date",
    ),
    "updated": ("updated", "datemodified", "datemodify", "modifiedtime", "lastmodified", "modified"),
    "saved": ("saved", "savedat", "saveddate", "datedownload", "filedate", "dateadded", "createdat", "timeadded"),
    "url": (
        "url", "link", "canonicalurl", "canonicallink", "permalink", "sourceurl", "canonical", "alternate", "source",
        "id",
    ),
    "language": ("language", "lang", "inlanguage", "metalang"),
    "tags": ("tags", "keywords", "topics", "labels", "categories"),
    "standfirst": ("standfirst", "excerpt", "description", "summary", "abstract", "subtitle"),
}  # fmt: skip
"""The names of each field, the surest first."""
_ALL_NAMES = frozenset(name for names in _NAMES.values() for name in names) | {"agency"}
_KIND = re.compile(rf"(?:web|story|post|page|article|news|item|entry)({'|'.join(sorted(_ALL_NAMES))})")
"""A name of a field behind the kind of thing that it belongs to."""
_WRAPPERS = "rendered", "processed", "value", "main", "basic", "original", "$date"
"""Names under which an object has one text, and nothing of its own."""
_LABELS = "name", "title", "label", "href"
_SECTIONS = "summary", "sections", "headline", "paragraphs", "text", "content"
"""Names in an object that is a part of an article's text, in the order in which they are read."""
_DEEPEST = 4
"""Objects in objects that are looked into."""
_LONG_SUMMARY = 120
"""Words from which what is called a summary is the text itself, where there is no other."""
MARKUP = re.compile(r"<(?:p|div|br|article|section|h[1-6]|figure|img|ul|blockquote|html|body)\b[^<>]*>", re.IGNORECASE)
_TAG, _ENTITY = (
    re.compile(r"</?[A-Za-z][^<>]*>"),
    re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE),
)
_WRITTEN_LIST = re.compile(r"\[(?:'[^']*'|\"[^\"]*\")(?:, (?:'[^']*'|\"[^\"]*\"))*\]")
"""A list as Python writes it into a table: ['Ann Bell', 'Carl Dorn']."""
_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")

Fields = Mapping[str, Any]
"""Values by the bare names of their fields."""


def is_field(name: str) -> bool:
    """Whether a name is one of an article's fields, or says what a record is."""
    return name == "format" or _bare(name) in _ALL_NAMES


def fields_of(record: Mapping[Any, Any], deepest: int = _DEEPEST) -> Fields:
    """A record's fields. Where the text, or headline and text, stand in an object within it, as databases and
    interfaces have it (`_source`, `fields`, `attributes`), those of that object are its own.
    """
    told_of = [(name, value) for name, value in record.items() if isinstance(name, str) and value is not None]
    own = {_bare(name): value for name, value in reversed(told_of)}
    told, titled = bool(body_of(own)), bool(list_of(own, "headline"))
    if deepest and not (told and titled):
        for value in record.values():
            if isinstance(value, Mapping):
                inner = fields_of(value, deepest - 1)
                if body_of(inner) and (not told or list_of(inner, "headline")):
                    return {**{field: one for field, one in own.items() if one is not value}, **inner}
    return own


def body_of(fields: Fields) -> str:
    """The article's text: a string, paragraphs, or sections of these with headings, as fundus has them."""
    for name in _NAMES["body"]:
        pieces = [piece.strip() for piece in _pieces(fields.get(name)) if piece.strip()]
        if len(pieces) > 1 and any(map(MARKUP.search, pieces)):
            pieces = [piece if MARKUP.search(piece) else f"<p>{piece}</p>" for piece in pieces]
        if pieces:
            text = "\n\n".join(pieces)
            # one paragraph a line is what extractors write; a blank line between them says that they are paragraphs
            return text if "\n\n" in text or MARKUP.search(text) else text.replace("\n", "\n\n")
    summaries = ("\n\n".join(_pieces(fields.get(name))) for name in ("summary", "description"))
    return next((text for text in summaries if len(text.split()) >= _LONG_SUMMARY), "")


def texts_of(fields: Fields, field: str) -> Iterator[str]:
    """What stands under the names of a field, in their order."""
    for name in _NAMES[field]:
        yield from list_of({name: fields.get(name)}, field)


def list_of(fields: Fields, field: str) -> list[str]:
    """The values under the first name of a field that has any."""
    for name in _NAMES[field]:
        if found := [text for one in _each(fields.get(name)) if (text := _plain(one, field))]:
            return found
    return []


def list_around(fields: Fields, field: str) -> list[str]:
    """The same of the objects beside the fields, as WordPress has names of authors and of the site."""
    beside = (value for name, value in fields.items() if name not in _ALL_NAMES and isinstance(value, Mapping))
    known = ({_bare(name): value for name, value in one.items() if isinstance(name, str)} for one in beside)
    return next((found for one in known if (found := list_of(one, field))), [])


def time_of(fields: Fields, field: str) -> str:
    """A time as ISO 8601; services write seconds or milliseconds since 1970 too."""
    for name in _NAMES[field]:
        value = fields.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 100_000_000:
            return datetime.fromtimestamp(value / 1000 if value > 10_000_000_000 else value, UTC).isoformat()
        text = next(_each(value), "").strip()
        if text[:1].isdecimal() or find_stamps(text[:100]):
            return text
    return ""


def addresses_of(fields: Fields) -> Iterator[str]:
    """What may be the article's address; fundus keeps the one that it got the page from with the markup."""
    yield from texts_of(fields, "url")
    got = fields.get("html")
    for name in ("responded_url", "requested_url"):
        if isinstance(got, Mapping) and isinstance(got.get(name), str):
            yield got[name]


def _bare(name: str) -> str:
    plain = re.sub(r"[^a-z]", "", name.lower())
    kind = None if plain in _ALL_NAMES else _KIND.fullmatch(plain)
    return kind.group(1) if kind else plain


def _plain(text: str, field: str) -> str:
    """A text in one line, without markup and entities; in an address these would be a part of it."""
    if field != "url":
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), _TAG.sub("", text))
    return " ".join(text.split())


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _pieces(one)
    elif isinstance(value, Mapping):
        for name in (_wrapper(value),) if _wrapper(value) else _SECTIONS:
            yield from _pieces(value.get(name))


def _each(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _QUOTED.findall(value) if _WRITTEN_LIST.fullmatch(value) else [value]
    elif isinstance(value, list):
        for one in value:
            yield from _each(one)
    elif isinstance(value, Mapping):
        yield from _each(next((value[name] for name in (*_LABELS, *_WRAPPERS) if value.get(name)), None))


def _wrapper(value: Mapping[Any, Any]) -> str | None:
    return next((name for name in _WRAPPERS if isinstance(value.get(name), str)), None)
