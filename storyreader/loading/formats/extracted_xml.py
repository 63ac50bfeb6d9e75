"""What trafilatura writes in XML: its own form (<doc title="…">) and TEI."""

from typing import Any

from storyreader.loading.formats.records import article_of
from storyreader.loading.unpacked import Refused, Unpacked
from storyreader.loading.xml_root import parsed_xml

_TAGS = {
    "head": "h2",
    "list": "ul",
    "item": "li",
    "quote": "blockquote",
    "hi": "span",
    "ref": "a",
    "lb": "br",
    "ab": "p",
}
"""Elements of a text and what they are called in HTML."""
_TEI = {"headline": "title", "byline": "author", "publisher": "publisher", "published": "date"}


def is_extracted(name: str, head: bytes) -> bool:
    """Whether an outermost element of this name is one of these forms."""
    return name == "tei" or (name == "doc" and b"<main" in head)


def unpack(data: bytes) -> Unpacked | Refused | None:
    """The article, with what the file states of it."""
    root = parsed_xml(data)
    if root is None:
        return None
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    record = dict(root.attrib) if root.tag == "doc" else _header(root)
    body = root.find("main") if root.tag == "doc" else root.find(".//body")
    return article_of(record | {"html": _markup(body)}, "")


def _header(root: Any) -> dict[str, str]:
    """What the header of TEI tells; the source described is the page itself."""
    around = next(iter([*root.iter("biblFull"), *root.iter("teiHeader")]), root)
    told = {name: next((one.text for one in around.iter(tag) if one.text), "") for name, tag in _TEI.items()}
    return told | {"url": next((one.get("target", "") for one in around.iter("ptr")), "")}


def _markup(body: Any) -> str:
    from lxml import etree

    if body is None:
        return ""
    for element in body.iter():
        element.tag = _TAGS.get(element.tag, element.tag)
    return str(etree.tostring(body, encoding="unicode", method="html", with_tail=False))
