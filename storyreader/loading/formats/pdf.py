"""Printed pages (PDF) with text in them.

A print shows what its text alone does not: which lines are links, and in which size they are set. Below the headline
lines that are links and nothing else, small print, fields and buttons, and offers in bold with a link are left out.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from storyreader.loading.formats.beside import is_beside
from storyreader.loading.unpacked import Refused, Unpacked

_MOST_PAGES = 60
"""Printed pages that are read; each takes a tenth of a second or more."""
_MADE = re.compile(r"D:(\d{14})(?:Z|([+-]\d\d)'?(\d\d)'?)?")
_FEWEST = 5
"""Words without which a file holds pictures of pages."""
_EDGE = 0.04
"""Share of a page's height at both ends in which browsers print address, time and number."""
_SMALL = 0.9
"""Size against that of most text below which a line is small print or a button."""


class _PrintedLine(NamedTuple):
    """A printed line; shares are of its characters, `edge` tells that it stands at an end of its page."""

    text: str
    size: float
    bold: float
    linked: float
    edge: bool


def unpack(data: bytes) -> Unpacked | Refused:
    """The text, its lines as they are printed; title and time of printing where they are told."""
    try:
        from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser
    except ImportError:
        return Refused(
            "", "is a PDF document, and what reads these is not installed",
            "Do: pip install 'storyreader[formats]'; or make a text of it with: pdftotext FILE.pdf",
        )  # fmt: skip
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect:
        return Refused("", "is locked with a password", "Print it to another PDF without one.")
    text = _text(list(_pages(document)))
    if len(text.split()) < _FEWEST:
        return Refused("", "holds pictures of pages and no text", "Have them read with: ocrmypdf OLD.pdf NEW.pdf")
    pages = sum(1 for _ in PDFPage.create_pages(document))
    notes = (f"only the first {_MOST_PAGES} of {pages} printed pages were read",) if pages > _MOST_PAGES else ()
    stated, made = _told(document.info)
    return Unpacked(text.encode(errors="replace"), ".txt", "utf-8", saved=made, stated=stated, notes=notes)


def _pages(document: Any) -> Iterator[list[list[_PrintedLine]]]:
    """The printed pages, each as its boxes of lines."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams, LTTextBox
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager(caching=False)
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    for page in islice(PDFPage.create_pages(document), _MOST_PAGES):
        interpreter.process_page(page)
        layout, links = device.get_result(), _links(page)
        boxes = [list(_lines(box, layout.height, links)) for box in layout if isinstance(box, LTTextBox)]
        yield [box for box in boxes if box]


def _lines(box: Any, height: float, links: list[list[float]]) -> Iterator[_PrintedLine]:
    from pdfminer.layout import LTChar

    for line in box:
        chars = [one for one in line if isinstance(one, LTChar) and not one.get_text().isspace()]
        if chars:
            size = Counter(round(one.size, 1) for one in chars).most_common(1)[0][0]
            bold = sum("bold" in one.fontname.lower() for one in chars) / len(chars)
            linked = sum(any(_is_in(one, link) for link in links) for one in chars) / len(chars)
            edge = not _EDGE * height < (line.y0 + line.y1) / 2 < (1 - _EDGE) * height
            yield _PrintedLine(line.get_text().rstrip("\n"), size, bold, linked, edge)


def _links(page: Any) -> list[list[float]]:
    """The rectangles of a printed page that are links."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.psparser import literal_name

    found = []
    for one in resolve1(page.annots) or ():
        note = resolve1(one)
        if isinstance(note, dict) and literal_name(note.get("Subtype")) == "Link":
            rectangle = resolve1(note.get("Rect"))
            if isinstance(rectangle, list) and len(rectangle) == 4:
                found.append([float(resolve1(side)) for side in rectangle])
    return found


def _is_in(char: Any, link: list[float]) -> bool:
    across, up = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    return bool(link[0] - 1 <= across <= link[2] + 1 and link[1] - 1 <= up <= link[3] + 1)


def _text(pages: list[list[list[_PrintedLine]]]) -> str:
    """The lines that may be the article's, boxes set apart by blank lines."""
    lines = [line for page in pages for box in page for line in box]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    largest = max((line.size for line in lines if not line.edge), default=0.0)
    below = False
    shown: list[str] = []
    for box in (box for page in pages for box in page):
        for line in box:
            below = below or (line.size == largest and not line.edge)
            beside = below and (line.size < _SMALL * usual or is_beside(line.linked, line.bold))
            if line.edge or not beside:
                shown.append(line.text)
        shown.append("")
    return "\n".join(shown)


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
