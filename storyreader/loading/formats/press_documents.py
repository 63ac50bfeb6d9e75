"""Texts in which press databases give out several documents (Factiva, Nexis, LexisNexis, ProQuest), cut into these.

The place of a document is its number from 1.
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

_SUMMARY = re.compile(rb"\s*Search Summary\s")
"""What Factiva writes below the last document."""


def looks_like_documents(head: bytes) -> bool:
    """Whether two lines say that a document begins or ends there."""
    return any(len(list(itertools.islice(marks.finditer(head), 2))) > 1 for marks in (_BEGINS, _ENDS))


def read(source: ByteSource, _place: str) -> Iterator[Unpacked]:
    """The documents."""
    data = source.data()
    begins = [match.start() for match in _BEGINS.finditer(data)]
    cuts = begins[1:] if len(begins) > 1 else [match.end() for match in _ENDS.finditer(data)]
    bounds = itertools.pairwise((0, *cuts, len(data)))
    parts = [part for start, end in bounds if (part := data[start:end]).strip() and not _SUMMARY.match(part)]
    for number, part in enumerate(parts, start=1):
        yield Unpacked(part, ".txt", place=str(number))
