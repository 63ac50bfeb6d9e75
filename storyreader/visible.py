"""What cannot be seen is made visible, so that a terminal shows it and does not act upon it.

`visible` is for names and messages, each on one line; `shown_text` for texts of many lines, whose offsets must stay.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Persian, the Indic scripts and composed emoji are spelled with them."""

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls but line feed and tab, marks of direction, tags, other characters without a picture, and broken ones."""

_FIRST_PICTURE, _DELETE, _PICTURE_OF_DELETE, _NO_PICTURE = 0x2400, "\x7f", "\u2421", "\ufffd"


def visible(text: str) -> str:
    """A text on one line in which every control, escape, bidi and format character stands as its code.

    A file's name may hold any of them, and a line feed in it would look like a second row. Halves of characters, as in
    names that are no UTF-8, become U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(sign if _is_harmless(sign) else _written_out(sign) for sign in text)


def shown_text(text: str) -> str:
    """The text with a picture in place of each character that is not to be seen: as long as before, lines kept."""
    return text if text.isprintable() else UNSAFE.sub(_picture, text)


def escaped_json(document: str) -> str:
    """Written JSON with the same characters as escapes, which every reader of JSON reads back."""
    return document if document.isprintable() else UNSAFE.sub(_json_escape, document)


def _picture(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == _DELETE:
        return _PICTURE_OF_DELETE
    return chr(_FIRST_PICTURE + ord(sign)) if sign < " " else _NO_PICTURE


def _json_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _is_harmless(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs"


def _written_out(sign: str) -> str:
    return "\ufffd" if unicodedata.category(sign) == "Cs" else sign.encode("unicode_escape").decode("ascii")
