"""XML from strangers: its outermost element, by looking no further than its beginning, and the whole of it."""

import re
from typing import Any

_NAME = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})")
_MOST = 200
"""Comments and the like that may stand above."""


def root_name(text: str) -> str:
    """The name of the first element in small letters, without its prefix; empty where none is at the beginning."""
    at = 0
    for _ in range(_MOST):
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        after = _above(text, at)
        if after is None:
            match = _NAME.match(text, at)
            return match.group(1).lower() if match else ""
        if after < 0:
            return ""
        at = after
    return ""


def parsed_xml(data: bytes) -> Any:
    """The root element of a document (lxml), as far as it can be made out; None where there is none.

    Nothing is got from elsewhere, and no entity is put in.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(data, parser) if data.strip() else None


def _above(text: str, at: int) -> int | None:
    """Where a comment, instruction or document type that begins here ends: -1 nowhere, None when none begins here."""
    for begin, end in (("<!--", "-->"), ("<?", "?>")):
        if text.startswith(begin, at):
            found = text.find(end, at + len(begin))
            return found + len(end) if found >= 0 else -1
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return None
    close, subset = text.find(">", at), text.find("[", at)
    if 0 <= subset < close:
        close = text.find(">", text.find("]", subset))
    return close + 1 if close >= 0 else -1
