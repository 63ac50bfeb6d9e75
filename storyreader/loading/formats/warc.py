"""Web archives (WARC) as crawlers and archives write them, packed or not.

The place of a page is the offset of its record in bytes.
"""

import importlib.util
import io
import re
import zlib
from collections.abc import Container, Iterator
from types import SimpleNamespace
from typing import IO, Any, cast

from storyreader.errors import UnreadablePage
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked, moment

_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_KINDS = frozenset({"response", "resource", "conversion"})
_RECORD = re.compile(rb"\x1f\x8b\x08|WARC/[01]\.\d+\r?\n")
"""How a record begins that is packed by itself, or not at all."""
_SEARCHED, _TOLD = 1_000_000, 1000
"""Bytes that are searched at once for the beginning of a record, and that tell whether it is one."""
_FORMATS = "Do: pip install 'storyreader[formats]'"


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The pages that were found; pictures, styles, redirections and failures are passed over."""
    with source.opened() as stream:
        if place.isdecimal():
            stream.seek(int(place))
        yield from pages(stream, source.locator)


def can_be_cut(source: ByteSource) -> bool:
    """Whether the beginnings of its records can be told: ARC, which was before WARC, does not mark them."""
    with source.opened() as stream:
        return _next_record(stream, 0) == 0


def stretch(source: ByteSource, begin: int, end: int) -> Iterator[Unpacked | Refused]:
    """The pages whose records begin from one offset up to another."""
    with source.opened() as stream:
        at = _next_record(stream, begin)
        if at is not None and at < end:
            stream.seek(at)
            yield from pages(stream, source.locator, end=end)


def _next_record(stream: IO[bytes], begin: int) -> int | None:
    """The offset of the first record from one on, packed by itself or not; None where there is none."""
    at, before = stream.seek(begin), b""
    while data := stream.read(_SEARCHED):
        window = before + data
        for match in _RECORD.finditer(window):
            # what the search has not seen whole is looked at again with what comes next
            if match.end() + _TOLD <= len(window) or len(data) < _SEARCHED:
                place = at - len(before) + match.start()
                if _is_record(window[match.start() : match.end() + _TOLD]):
                    return place
        before, at = window[-_TOLD - 20 :], at + len(data)
    return None


def _is_record(data: bytes) -> bool:
    if data.startswith(b"\x1f\x8b"):
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, 5) == b"WARC/"
        except zlib.error:
            return False
    return b"\nWARC-" in data


def pages(
    stream: IO[bytes], locator: str, wanted: Container[str] | None = None, end: int | None = None
) -> Iterator[Unpacked | Refused]:
    """The pages in an archive from where its stream stands; only those at the wanted addresses, when there are any, and
    whose records begin before an offset.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    _keep_quiet()
    records = ArchiveIterator(stream, arc2warc=True)
    try:
        for record in records:
            if end is not None and records.offset >= end:
                return
            ending = _ending(record)
            if ending and (wanted is None or _address(record) in wanted):
                yield _page(record, str(records.offset), ending)
    except ArchiveLoadFailed as error:
        hint = "If it was packed in one piece: warcio recompress OLD NEW. Else download it again."
        raise UnreadablePage(f"{locator} is damaged, or packed otherwise than web archives are.", hint) from error


def _keep_quiet() -> None:
    """Have warcio write nothing to the standard error, where it would stand in the middle of the app: what cannot be
    read of an archive is told by its records.
    """
    from warcio import archiveiterator, bufferedreaders

    for module in (archiveiterator, bufferedreaders):
        module.sys = SimpleNamespace(stderr=_Nowhere())


class _Nowhere(io.TextIOBase):
    """A stream that keeps nothing."""

    def write(self, text: str) -> int:
        """Take a text in, as any stream does."""
        return len(text)


def _ending(record: Any) -> str:
    """The ending that fits a record's page, nothing when it holds none."""
    if record.rec_type not in _KINDS:
        return ""
    if record.rec_type == "conversion":
        return ".txt" if record.content_type == "text/plain" else ""
    kind = record.content_type
    if record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return ""
        kind = record.http_headers.get_header("Content-Type", "")
    return ".html" if str(kind).partition(";")[0].strip().lower() in _MARKUP else ""


def _page(record: Any, place: str, ending: str) -> Unpacked | Refused:
    headers = record.http_headers
    if headers is not None and headers.get_header("Content-Encoding", "") == "br" and not _brotli():
        return Refused(place, "is packed with brotli, and what unpacks it is not installed", _FORMATS)
    try:
        data = record.content_stream().read(SIZE_LIMIT + 1)
    except Exception as error:  # libraries raise what they like on damaged records, which must not end the others
        return Refused(place, f"is damaged ({type(error).__name__})", "Archive the page again.")
    if getattr(record.raw_stream, "limit", 0) > 0 and len(data) <= SIZE_LIMIT:
        return Refused(place, "is cut off", "Download or archive it again.")
    if len(data) > SIZE_LIMIT:
        return Refused(place, f"has more than {SIZE_LIMIT / 1e6:.0f} MB", "It is no page; nothing is lost.")
    header = headers.get_header("Content-Type", "") if headers is not None else ""
    _, _, encoding = header.lower().partition("charset=")
    return Unpacked(
        data, ending, encoding.strip(" \"';") or None, _address(record),
        moment(record.rec_headers.get_header("WARC-Date")), place=place,
    )  # fmt: skip


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _brotli() -> bool:
    """Whether contents packed with brotli can be read; teaches warcio to, which knows another library of that name."""
    if importlib.util.find_spec("brotli") is None:
        return False
    from warcio.bufferedreaders import BufferedReader

    BufferedReader.DECOMPRESSORS["br"] = _Brotli
    return True


class _Brotli:
    """Unpacks brotli in the way that warcio asks for."""

    unused_data = None

    def __init__(self) -> None:
        import brotli

        self._inner = brotli.Decompressor()

    def decompress(self, data: bytes) -> bytes:
        """Some more of what is packed, unpacked."""
        return cast("bytes", self._inner.process(data))
