"""What cannot be seen in a name or a message is written out, so that a terminal shows it and does not act upon it."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Persian, the Indic scripts and composed emoji are spelled with them."""


def visible(text: str) -> str:
    """A text on one line in which every control, escape, bidi and format character stands as its code.

    A file's name may hold any of them, and a line feed in it would look like a second row. Halves of characters, as in
    names that are no UTF-8, become U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(sign if _is_harmless(sign) else _written_out(sign) for sign in text)


def _is_harmless(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs"


def _written_out(sign: str) -> str:
    return "\ufffd" if unicodedata.category(sign) == "Cs" else sign.encode("unicode_escape").decode("ascii")
