"""Texts in which press databases give out several documents (Factiva, Nexis, LexisNexis, ProQuest), cut into these.

The place of a document is its number from 1, where there are several; what stands around them, such as the list of what
was found, is left out.
"""

import itertools
import re
from collections.abc import Iterator

from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Unpacked

_BEGINS = re.compile(
    rb"^[ \t]{0,80}\d{1,4} of \d{1,4} DOCUMENTS[ \t]*\r?$|^Document \d{1,4} of \d{1,4}[ \t]*\r?$", re.MULTILINE
)
_ENDS = re.compile(rb"^(?:End of Document|Document [A-Z]{2,10}\d{8,20}\w{4,12})[ \t]*\r?\n?", re.MULTILINE)

_RULE = re.compile(rb"^_{40,}[ \t]*\r?\n?", re.MULTILINE)
"""What ProQuest draws above each document and below the last."""
_TOLD = re.compile(rb"^(?:Full text|FULL TEXT|ProQuest document ID|Publication title)\b", re.MULTILINE)
"""What a document of ProQuest has somewhere."""
_COVER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:User Name|Date and Time|Job Number): (?:(?!^Body[ \t]*\r?$)[\s\S])*"
    rb"^(?:Client/Matter|Search Terms|Search Type|Narrowed by|Content Type)\b.*$",
    re.MULTILINE,
)
"""The list of the documents that Nexis puts before them."""
_SUMMARY = re.compile(rb"\s*Search Summary\s")
"""What Factiva writes below the last document."""
_FEWEST = 2


def looks_like_documents(head: bytes) -> bool:
    """Whether lines say that documents begin or end there, or list them."""
    told = any(len(list(itertools.islice(marks.finditer(head), _FEWEST))) == _FEWEST for marks in (_BEGINS, _ENDS))
    return told or _COVER.match(head) is not None or (_RULE.search(head) is not None and _TOLD.search(head) is not None)


def read(source: ByteSource, _place: str) -> Iterator[Unpacked]:
    """The documents."""
    return documents(source.data())


def documents(data: bytes) -> Iterator[Unpacked]:
    """The documents of a text in which they stand one below the other."""
    data = _COVER.sub(b"", data, count=1)
    begins = [match.start() for match in _BEGINS.finditer(data)]
    cuts = begins[1:] if len(begins) >= _FEWEST else [match.end() for match in _ENDS.finditer(data)]
    parts = [data[start:end] for start, end in itertools.pairwise((0, *cuts, len(data)))]
    if len(parts) < _FEWEST and _RULE.search(data):
        parts = [part for part in _RULE.split(data) if _TOLD.search(part)]
    told = [part for part in parts if part.strip() and not _SUMMARY.match(part)]
    for number, part in enumerate(told, start=1):
        yield Unpacked(part, ".txt", place=str(number) if len(told) > 1 else "")
