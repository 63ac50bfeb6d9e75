"""Documents of word processors (.docx)."""

import io
import zipfile
from datetime import datetime
from typing import Any

from storyreader.loading.source import SIZE_LIMIT
from storyreader.loading.unpacked import Refused, Unpacked

_PROPERTIES = "docProps/core.xml"


def unpack(data: bytes) -> Unpacked | Refused | None:
    """The document as markup; who saved it is not taken for its author, nor the day for that of the article."""
    import mammoth

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist() if member.filename.endswith(".xml")) > SIZE_LIMIT:
            return Refused("", "is too large when it is unpacked", "Save only the article.")
        stated, saved = _properties(archive)
    body = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(_no_picture)).value
    markup = f"<!doctype html><html><body>{body}</body></html>"
    return Unpacked(markup.encode(), ".html", "utf-8", saved=saved, stated=stated) if body.strip() else None


def _no_picture(_image: Any) -> dict[str, str]:
    return {}


def _properties(archive: zipfile.ZipFile) -> tuple[dict[str, str], datetime | None]:
    """The title, and when the document was last saved."""
    from lxml import etree

    if _PROPERTIES not in archive.namelist():
        return {}, None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(archive.read(_PROPERTIES), parser)
    if root is None:
        return {}, None
    found = {etree.QName(one).localname: (one.text or "").strip() for one in root.iterchildren("*")}
    try:
        saved = datetime.fromisoformat(found.get("modified", ""))
    except ValueError:
        saved = None
    return {"title": found["title"]} if found.get("title") else {}, saved
