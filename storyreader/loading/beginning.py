"""As much of a very large page as is read: without the data of its pictures, and up to a number of bytes."""

import re

MOST_BYTES = 4_000_000
"""Bytes that are read of one page without the data of its pictures: twice the largest of 1,408 that were measured."""
MOST_CHARACTERS = 500_000
"""Characters of text that are read of one page, whatever stands around them: five times the longest of those."""
_NEAR = 65_536
"""So many bytes before the end a good place to cut is looked for."""
_PLACES = (b">", b"\n", b" ")
"""Bytes that are no part of a longer character in any encoding in use."""
_MARK = b";base64,"
_DATA = re.compile(rb"[\w/+=%]+")
_WINDOW = 1_000_000
"""Bytes of a picture that are passed over at once: other threads get their turn in between."""


def beginning_of(content: bytes) -> tuple[bytes, bool]:
    """Return what is read of a page, and whether its end is missing."""
    if len(content) <= MOST_BYTES:
        return content, False
    content = _without_pictures(content)
    if len(content) <= MOST_BYTES:
        return content, False
    place = max(content.rfind(sign, MOST_BYTES - _NEAR, MOST_BYTES) for sign in _PLACES) + 1
    return content[: place or _between_characters(content, MOST_BYTES)], True


def _without_pictures(content: bytes) -> bytes:
    """The content without what stands in it as data, unless even without that there is more than is read."""
    pieces: list[bytes] = []
    at = size = 0
    while size <= MOST_BYTES and (mark := content.find(_MARK, at)) >= 0:
        pieces.append(content[at : mark + len(_MARK)])
        size += len(pieces[-1])
        at = mark + len(_MARK)
        while data := _DATA.match(content, at, at + _WINDOW):
            at = data.end()
    return b"".join([*pieces, content[at:]])


def _between_characters(content: bytes, place: int) -> int:
    """A place at most three bytes before the given one at which a character of UTF-8 begins."""
    return next((at for at in range(place, place - 4, -1) if content[at] & 0xC0 != 0x80), place)
