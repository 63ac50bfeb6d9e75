"""Files of articles in UTF-16, as spreadsheets and shells of Windows write them, are read as if they were in UTF-8."""

import codecs
import io
import re
from dataclasses import replace

from storyreader.loading.binary import wide_encoding
from storyreader.loading.decoding import decode
from storyreader.loading.source import SIZE_LIMIT, ByteSource

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(r"\A<\?xml[^<>]{0,200}?\bencoding=[\"'](utf-?16[lbe]{0,2})[\"']", re.IGNORECASE)


def is_wide(head: bytes) -> bool:
    """Whether a file that begins like this is in UTF-16."""
    return head.startswith(_MARKS) or wide_encoding(head) is not None


def narrowed(data: bytes) -> bytes:
    """The same text in UTF-8, without a byte order mark; bytes that are not in UTF-16 as they are."""
    if not is_wide(data):
        return data
    text = decode(data)[0].removeprefix("\ufeff")
    if declared := _DECLARED.match(text):
        text = f"{text[: declared.start(1)]}utf-8{text[declared.end(1) :]}"
    return text.encode("utf-8", "replace")


def in_utf8(source: ByteSource) -> ByteSource:
    """The same source in UTF-8; one that is larger than a page may be is left as it is."""
    if not is_wide(source.head()) or (source.size or 0) > SIZE_LIMIT:
        return source
    data = narrowed(source.data())
    return replace(source, opened=lambda: io.BytesIO(data), size=len(data))
