"""Articles in Markdown as Readwise exports them: what is known of one, then its text, then the reader's highlights."""

import re

from storyreader.loading.unpacked import Refused, Unpacked

_METADATA, _TEXT = "\n## Metadata\n", "\n## Full Document\n"
_HIGHLIGHTS = re.compile(r"^## (?:New )?[Hh]ighlights\b", re.MULTILINE)
_ENTRY = re.compile(r"^- ([\w ]+): (.*)$", re.MULTILINE)
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_NAMES = {"Author": "byline", "Full Title": "headline", "Document Tags": "tags", "Published Date": "published"}


def looks_like_export(head: bytes) -> bool:
    """Whether a file begins with a title and what Readwise knows of the document."""
    text = head.decode("utf-8", "ignore").replace("\r\n", "\n")
    return text.startswith("# ") and _METADATA in text and "- Category: #" in text


def unpack(data: bytes) -> Unpacked | Refused:
    """The document, where it was exported too, without the highlights."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    head, _, rest = text.partition(_METADATA)
    known, found, body = rest.partition(_TEXT)
    if not found:
        return Refused("", "holds highlights only, not the article", "Export the full document too, or save the page.")
    entries = {name: _LINK.sub(r"\1", value).strip() for name, value in _ENTRY.findall(known)}
    stated = {field: entries[name] for name, field in _NAMES.items() if entries.get(name)}
    stated.setdefault("headline", head.removeprefix("# ").partition("\n")[0].strip())
    body = _HIGHLIGHTS.split(body)[0]
    return Unpacked(body.encode(), ".md", "utf-8", entries.get("URL") or None, stated=stated)
