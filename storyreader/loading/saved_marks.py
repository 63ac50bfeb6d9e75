"""Finds what browsers and their add-ons write into a page that they save: its address and the time of saving.

Most write a comment ("saved from url=", "Page saved with", "Mirrored from"); some set attributes or meta elements.
"""

import re
from datetime import date, datetime

from storyreader.dates import find_stamps
from storyreader.loading.archives import capture_time, original_address

_HEAD, _FOOT = 20_000, 5_000
"""Characters at both ends of the markup in which the marks stand."""
_COMMENT = re.compile(r"<!--(.{8,3000}?)-->", re.DOTALL)
_WORDS = re.compile(
    r"\b(?:saved\s+(?:from|with|by|on|using)|saved_from|mirrored\s+from|archived\s+(?:on|from))\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"""(?:https?://|about:reader\?url=)[^\s"'<>]{3,2000}""", re.IGNORECASE)
_HOST = re.compile(r"\bfrom\s+((?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?(?:/[^\s\"'<>]*)?)\s", re.IGNORECASE)
"""An address without its scheme, as mirrors note it."""
_ATTRIBUTES = (
    (r"""data-scrapbook-source=["']?""", r"""data-scrapbook-create=["']?"""),
    (r"""name=["']?savepage-url["']?\s+content=["']?""", r"""name=["']?savepage-date["']?\s+content=["']"""),
)
_DIGITS = re.compile(r"\d{14}")


def saved_mark(markup: str) -> tuple[str | None, datetime | date | None]:
    """Return the address and the time of saving as the page's saver noted them; None where there is no note."""
    ends = (markup[:_HEAD], markup[max(_HEAD, len(markup) - _FOOT) :])
    for part in ends:
        for comment in _COMMENT.finditer(part):
            if _WORDS.search(comment.group(1)):
                return _read(comment.group(1))
    for address, time in _ATTRIBUTES:
        if match := re.search(address + r"""([^"'\s>]{8,2000})""", ends[0]):
            found = re.search(time + r"""([^"'>]{8,100})""", ends[0])
            return original_address(match.group(1))[0], _stamp(found.group(1)) if found else None
    return None, None


def _read(note: str) -> tuple[str | None, datetime | date | None]:
    if address := _ADDRESS.search(note):
        url, taken = original_address(address.group())
        return url, taken or _stamp(_ADDRESS.sub(" ", note))
    host = _HOST.search(note)
    return f"http://{host.group(1)}" if host else None, _stamp(note)


def _stamp(text: str) -> datetime | date | None:
    if match := _DIGITS.match(text):
        return capture_time(match.group())
    found = find_stamps(text)
    return found[0].value if found else None
