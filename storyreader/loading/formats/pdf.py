"""Printed pages (PDF) with text in them."""

import io
import re
from datetime import datetime
from typing import Any

from storyreader.loading.unpacked import Refused, Unpacked

BEGIN = b"%PDF"
_MOST_PAGES = 60
"""Printed pages that are read; each takes a tenth of a second or more."""
_MADE = re.compile(r"D:(\d{14})(?:Z|([+-]\d\d)'?(\d\d)'?)?")
_FEWEST = 5
"""Words without which a file holds pictures of pages."""


def unpack(data: bytes) -> Unpacked | Refused:
    """The text, its lines as they are printed; title and time of printing where they are told."""
    try:
        from pdfminer.high_level import extract_text
        from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser
    except ImportError:
        return Refused(
            "", "is a PDF document, and what reads these is not installed",
            "Do: pip install 'storyreader[pdf]'; or make a text of it with: pdftotext -layout FILE.pdf",
        )  # fmt: skip
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect:
        return Refused("", "is locked with a password", "Print it to another PDF without one.")
    text = extract_text(io.BytesIO(data), maxpages=_MOST_PAGES)
    if len(text.split()) < _FEWEST:
        return Refused("", "holds pictures of pages and no text", "Have them read with: ocrmypdf OLD.pdf NEW.pdf")
    pages = sum(1 for _ in PDFPage.create_pages(document))
    notes = (f"only the first {_MOST_PAGES} of {pages} printed pages were read",) if pages > _MOST_PAGES else ()
    stated, made = _told(document.info)
    return Unpacked(text.encode(errors="replace"), ".txt", "utf-8", saved=made, stated=stated, notes=notes)


def _told(entries: list[dict[str, Any]]) -> tuple[dict[str, str], datetime | None]:
    from pdfminer.utils import decode_text

    told = entries[0] if entries else {}
    values = told.get("Title"), told.get("CreationDate")
    title, made = (decode_text(value) if isinstance(value, bytes) else "" for value in values)
    match = _MADE.match(made)
    zone = f"{match.group(2)}:{match.group(3)}" if match and match.group(2) else "+00:00"
    try:
        when = datetime.strptime(match.group(1) + zone, "%Y%m%d%H%M%S%z") if match else None
    except ValueError:
        when = None
    return {"title": title} if title else {}, when
