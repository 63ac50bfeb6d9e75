"""The kinds of files that hold pages in another form, a module each, imported when the first such file is met.

A kind that holds one page has `unpack(data: bytes) -> Unpacked | Refused | None`. One that may hold many has
`read(source: ByteSource, place: str) -> Iterator[Part]`, which gives them in turn; a reader that can go straight to the
place it is given does, the others leave it to the caller to pick.
"""

import re
import zipfile
from collections.abc import Generator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from storyreader.loading import mime, webarchive
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

Part = ByteSource | Unpacked | Refused
"""What a file of many holds: something to be looked at in its turn, a page, or what is none."""

_MESSAGE_ENDINGS = frozenset({".mhtml", ".mht", ".eml"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_TABLES = frozenset({".csv", ".tsv"})
_DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"[^\"\n]{1,200}\"\s*:|\})|\[\s*(?:\{\s*[\"}]|\]))")
"""How JSON begins: an object with a named member, or a list of such."""
_LETTER = re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d[^\n]{0,40}\d{4}")
"""The line above a letter in a mailbox."""
_FEEDS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*|<\?.{0,300}?\?>\s*|<!DOCTYPE[^>]{0,300}>\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the module that reads it, and whether it may hold many pages."""

    module: str
    many: bool

    def unpack(self, data: bytes) -> Unpacked | Refused | None:
        """The one page in a file of this kind, or why there is none."""
        return cast("Unpacked | Refused | None", self._home().unpack(data))

    def read(self, source: ByteSource, place: str) -> Generator[Part, None, None]:
        """The pages in a file of this kind; with a place given at least the one there."""
        return cast("Generator[Part, None, None]", self._home().read(source, place))

    def _home(self) -> Any:
        return import_module(f"storyreader.loading.{self.module}")


_WEBARCHIVE, _MESSAGE = Format("webarchive", many=False), Format("mime", many=False)
_PDF, _RTF, _DOCX = (Format(f"formats.{name}", many=False) for name in ("pdf", "rtf", "docx"))
_JSON, _TABLE, _MBOX, _FEED, _WARC, _ZIP, _EPUB, _WACZ, _PACKED = (
    Format(f"formats.{name}", many=True)
    for name in ("json_file", "table", "mbox", "feed", "warc", "zipped", "epub", "wacz", "packed")
)
_BEGINNINGS = (
    ((b"%PDF",), _PDF), ((b"{\\rtf",), _RTF), ((b"WARC/",), _WARC), 
    ((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), _PACKED),
)  # fmt: skip


def format_of(source: ByteSource) -> Format | None:
    """What kind of file a source is; None when it is to be taken as a page by itself."""
    head = source.head()
    if webarchive.looks_like_webarchive(head):
        return _WEBARCHIVE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(source)
    for beginnings, form in _BEGINNINGS:
        if head.startswith(beginnings):
            return _WARC if source.name.lower().endswith((".warc.gz", ".arc.gz")) else form
    if source.ending in _MESSAGE_ENDINGS or (source.ending not in _TEXT_ENDINGS and mime.looks_like_message(head)):
        return _MESSAGE
    if _LETTER.match(head):
        return _MBOX
    if _DATA.match(head):
        return _JSON
    if _FEEDS.match(head):
        return _FEED
    return _TABLE if source.ending in _TABLES else None


def _zip_kind(source: ByteSource) -> Format:
    with source.opened() as stream:
        try:
            names = frozenset(zipfile.ZipFile(stream).namelist())
        except (zipfile.BadZipFile, NotImplementedError):
            return _ZIP  # it will tell
    if "word/document.xml" in names:
        return _DOCX
    if "META-INF/container.xml" in names:
        return _EPUB
    return _WACZ if "datapackage.json" in names and any(name.startswith("archive/") for name in names) else _ZIP
