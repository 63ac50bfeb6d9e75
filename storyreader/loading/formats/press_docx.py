"""Documents of word processors in which a press database gives out several articles (Nexis), cut into these."""

import zipfile
from collections.abc import Iterator

from storyreader.loading.formats import docx
from storyreader.loading.formats.press_documents import documents
from storyreader.loading.source import SIZE_LIMIT, ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

_END = b">End of Document<"


def holds_documents(archive: zipfile.ZipFile) -> bool:
    """Whether a document ends in it."""
    member = archive.getinfo("word/document.xml")
    return member.file_size <= SIZE_LIMIT and _END in archive.read(member)


def read(source: ByteSource, _place: str) -> Iterator[Unpacked | Refused]:
    """The articles; the place of one is its number from 1."""
    whole = docx.unpack(source.data())
    if isinstance(whole, Refused):
        yield whole
    elif whole is not None:
        yield from documents(whole.content)
