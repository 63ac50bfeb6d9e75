"""Unpacks Safari's web archives: a property list whose main resource is the page."""

import plistlib
from datetime import datetime
from typing import Any
from xml.parsers.expat import ExpatError

from storyreader.loading.unpacked import Unpacked

_BINARY = b"bplist00"
_WRITTEN = b"<?xml"
_MAIN = "WebMainResource"


def looks_like_webarchive(data: bytes) -> bool:
    """Whether the bytes are a property list that speaks of a main resource."""
    return data.startswith(_BINARY) or (data[:200].lstrip().startswith(_WRITTEN) and _MAIN.encode() in data[:2000])


def unpack(data: bytes) -> Unpacked | None:
    """Return the page inside, or None when there is none."""
    try:
        main = _entry(plistlib.loads(data), _MAIN)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError, RecursionError):
        return None
    content = _entry(main, "WebResourceData")
    if not isinstance(content, bytes):
        return None
    kind, encoding, url = (
        str(_entry(main, f"WebResource{name}") or "") for name in ("MIMEType", "TextEncodingName", "URL")
    )
    saved = _entry(_entry(main, "WebResourceResponse"), "date")
    return Unpacked(
        content,
        ".txt" if kind == "text/plain" else ".html",
        encoding or None,
        url if url.startswith(("http://", "https://")) else None,
        saved if isinstance(saved, datetime) else None,
    )


def _entry(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
