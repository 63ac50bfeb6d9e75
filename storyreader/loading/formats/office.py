"""Zip files of office programs that are no page: spreadsheets, slides, and texts in other forms than .docx."""

import io
import zipfile

from storyreader.loading.unpacked import Refused

_KINDS = (
    ("xl/workbook.xml", "is a spreadsheet", "Save the sheet with the articles as CSV."),
    ("ppt/presentation.xml", "holds slides", "Save its text as .docx or .txt."),
    ("content.xml", "is an OpenDocument file", "Make a .docx of it: pandoc FILE -o FILE.docx, or save it as one."),
    ("", "is an office document", "Save it as .docx."),
)


def unpack(data: bytes) -> Refused:
    """Why this is no page, and what to make of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    _, why, hint = next(told for told in _KINDS if not told[0] or told[0] in names)
    return Refused("", why, hint)
