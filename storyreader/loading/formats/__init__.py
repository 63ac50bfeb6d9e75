"""The kinds of files that hold pages in another form, a module each, imported when the first such file is met.

A kind that holds one page has `unpack(data: bytes) -> Unpacked | Refused | None`. One that may hold many has
`read(source: ByteSource, place: str) -> Iterator[Part]`, which gives them in turn; a reader that can go straight to the
place it is given does, the others leave it to the caller to pick. One that can begin anywhere in a file also has
`can_be_cut(source) -> bool` and `stretch(source, begin, end) -> Iterator[Part]`, which gives the pages that begin from
one offset in bytes up to another, so that many can share a file.
"""

import re
import zipfile
from collections.abc import Callable, Generator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from storyreader.loading import mime, webarchive
from storyreader.loading.formats import mbox
from storyreader.loading.formats.extracted_xml import is_extracted
from storyreader.loading.formats.omnivore import holds_details
from storyreader.loading.formats.own_text import looks_like_own
from storyreader.loading.formats.press_documents import looks_like_documents
from storyreader.loading.formats.press_docx import holds_documents
from storyreader.loading.formats.readwise import looks_like_export
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked
from storyreader.loading.wide import in_utf8, is_wide, narrowed
from storyreader.loading.xml_root import root_name

Part = ByteSource | Unpacked | Refused
"""What a file of many holds: something to be looked at in its turn, a page, or what is none."""

_MESSAGE_ENDINGS = frozenset({".mhtml", ".mht", ".eml"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_TABLES = frozenset({".csv", ".tsv"})
_COLUMNS = frozenset({b"title", b"headline", b"url", b"link", b"text", b"content", b"body", b"author", b"tags"})
_DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"[^\"\n]{1,200}\"\s*:|\}\s*\Z)|\[\s*(?:\{\s*[\"}]|\]\s*\Z))")
"""How JSON begins: an object with a named member, or a list of such."""
_ARCHIVES = b"WARC/", b"filedesc:"
"""How WARC begins, and ARC, which was before it."""
_FEEDS = frozenset({"rss", "feed", "rdf"})
"""Outermost elements of feeds."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the module that reads it, and whether it may hold many pages."""

    module: str
    many: bool

    def unpack(self, data: bytes) -> Unpacked | Refused | None:
        """The one page in a file of this kind, or why there is none."""
        return cast("Unpacked | Refused | None", self._home().unpack(narrowed(data)))

    def read(self, source: ByteSource, place: str) -> Generator[Part, None, None]:
        """The pages in a file of this kind; with a place given at least the one there."""
        return cast("Generator[Part, None, None]", self._home().read(in_utf8(source), place))

    def can_be_cut(self, source: ByteSource) -> bool:
        """Whether `stretch` can be asked for."""
        home = self._home()
        return hasattr(home, "stretch") and not is_wide(source.head()) and cast("bool", home.can_be_cut(source))

    def stretch(self, source: ByteSource, begin: int, end: int) -> Generator[Part, None, None]:
        """The pages in a file of this kind that begin from one offset up to another."""
        return cast("Generator[Part, None, None]", self._home().stretch(source, begin, end))

    def _home(self) -> Any:
        return import_module(f"storyreader.loading.{self.module}")


_PRESS_DOCX, _DOCX = Format("formats.press_docx", many=True), "word/document.xml"
_ZIP, _OMNIVORE = Format("formats.zipped", many=True), Format("formats.omnivore", many=True)
_KINDS: tuple[tuple[Format, Callable[[bytes, ByteSource], object]], ...] = (
    (Format("webarchive", many=False), lambda head, _: webarchive.looks_like_webarchive(head)),
    (Format("formats.pdf", many=False), lambda head, _: head.startswith(b"%PDF")),
    (Format("formats.rtf", many=False), lambda head, _: head.startswith(b"{\\rtf")),
    (
        Format("formats.warc", many=True),
        lambda head, source: head.startswith(_ARCHIVES) or _is_packed_warc(source),
    ),
    (Format("formats.parquet", many=True), lambda head, _: head.startswith(b"PAR1")),
    (Format("formats.packed", many=True), lambda head, _: head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"))),
    (Format("mime", many=False), lambda head, source: _is_message(head, source.ending)),
    (Format("formats.mbox", many=True), lambda head, _: mbox.BEGIN.match(head)),
    (Format("formats.readwise", many=False), lambda head, _: looks_like_export(head)),
    (Format("formats.own_text", many=True), lambda head, _: looks_like_own(head)),
    (Format("formats.json_file", many=True), lambda head, source: source.ending == ".json" or _DATA.match(head)),
    (Format("formats.enex", many=True), lambda head, _: root_name(head.decode("latin-1")) == "en-export"),
    (
        Format("formats.extracted_xml", many=False),
        lambda head, _: is_extracted(root_name(head.decode("latin-1")), head),
    ),
    (
        Format("formats.press_documents", many=True),
        lambda head, source: source.ending in {"", ".txt", ".text"} and looks_like_documents(head),
    ),
    (Format("formats.feed", many=True), lambda head, _: root_name(head.decode("latin-1")) in _FEEDS),
    (Format("formats.table", many=True), lambda head, source: source.ending in _TABLES or _has_columns(head)),
)
"""Each kind with what tells it, the surest first."""
_ZIP_KINDS = (
    (Format("formats.docx", many=False), _DOCX),
    (Format("formats.epub", many=True), "META-INF/container.xml"),
    (Format("formats.wacz", many=True), "datapackage.json"),
    (Format("formats.office", many=False), "[Content_Types].xml"),
    (Format("formats.office", many=False), "content.xml"),
)
"""Kinds of zip files, with a file that is in each."""


def format_of(source: ByteSource, head: bytes | None = None) -> Format | None:
    """What kind of file a source is, by its `head` where that is at hand; None when it is to be taken as a page."""
    head = source.head() if head is None else head
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(source)
    head = narrowed(head)
    return next((form for form, fits in _KINDS if fits(head, source)), None)


def _is_packed_warc(source: ByteSource) -> bool:
    return source.name.lower().endswith((".warc.gz", ".arc.gz"))


def _is_message(head: bytes, ending: str) -> bool:
    return ending in _MESSAGE_ENDINGS or (ending not in _TEXT_ENDINGS and mime.looks_like_message(head))


def _has_columns(head: bytes) -> bool:
    """Whether the first line names the columns of a table of articles."""
    names = re.split(rb"[,;\t]", head.partition(b"\n")[0][:2000].lower())
    plain = [name.strip(b' "\r\xef\xbb\xbf') for name in names]
    return len(plain) > 2 and len(_COLUMNS.intersection(plain)) > 1


def _zip_kind(source: ByteSource) -> Format:
    with source.opened() as stream:
        try:
            archive = zipfile.ZipFile(stream)
            names = frozenset(archive.namelist())
            if _DOCX in names and holds_documents(archive):
                return _PRESS_DOCX
        except (zipfile.BadZipFile, NotImplementedError):
            return _ZIP  # it will tell
    if any(holds_details(name) for name in names):
        return _OMNIVORE
    return next((form for form, name in _ZIP_KINDS if name in names), _ZIP)
