"""Documents of word processors (.docx)."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from storyreader.loading.formats.beside import is_beside
from storyreader.loading.source import SIZE_LIMIT
from storyreader.loading.unpacked import Refused, Unpacked, moment
from storyreader.loading.xml_root import parsed_xml

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td")
_PROPERTIES = "docProps/core.xml"


def unpack(data: bytes) -> Unpacked | Refused | None:
    """The document's paragraphs; who saved it is not taken for its author, nor the day for that of the article."""
    import mammoth
    from lxml import html

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist() if member.filename.endswith(".xml")) > SIZE_LIMIT:
            return Refused("", "is too large when it is unpacked", "Save only the article.")
        stated, saved = _properties(archive)
    body = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(_no_picture)).value
    root = html.fragment_fromstring(body, create_parent="div")
    headings = [text for one in root.iter("h1") if (text := _text(one))]
    if len(headings) == 1:
        stated["headline"] = headings[0]
    # markup without structure tells less than lines do, each with a blank one below
    lines = list(_lines(root))
    return Unpacked("\n\n".join(lines).encode(), ".txt", "utf-8", saved=saved, stated=stated) if lines else None


def _lines(root: Any) -> Iterator[str]:
    """The paragraphs; below the only headline those that are links alone, and offers, are left out."""
    below = False
    for one in root.iter(*_BLOCKS):
        text = _text(one)
        if text and not one.xpath(".//p|.//li"):
            linked, bold = (sum(len(_text(part)) for part in one.iter(tag)) / len(text) for tag in ("a", "strong"))
            if not below or not is_beside(linked, bold):
                yield text
        below = below or one.tag == "h1"


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _no_picture(_image: Any) -> dict[str, str]:
    return {}


def _properties(archive: zipfile.ZipFile) -> tuple[dict[str, str], datetime | None]:
    """The title, and when the document was last saved."""
    from lxml.etree import QName

    if _PROPERTIES not in archive.namelist():
        return {}, None
    root = parsed_xml(archive.read(_PROPERTIES))
    if root is None:
        return {}, None
    found = {QName(one).localname: (one.text or "").strip() for one in root.iterchildren("*")}
    return {"title": found["title"]} if found.get("title") else {}, moment(found.get("modified"))
