"""Writing without spaces: Chinese, Japanese, Thai and others are searched sign by sign, so that any part is found."""

import re

UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The signs, for use inside the brackets of an expression."""

_SIGN = re.compile(rf"[{UNSPACED}]")
_BARE = re.compile(r":\d+")


def parted(text: str) -> str:
    """A text with blanks round each of these signs, so that each is a word of its own; other text stays as it is."""
    return text if text.isascii() or _SIGN.search(text) is None else _SIGN.sub(r" \g<0> ", text)


def is_unspaced(word: str) -> bool:
    """Whether a word is one of these signs, or begins with one."""
    return not word.isascii() and _SIGN.match(word) is not None


def bare(terms: str) -> str:
    """Telling words (see `entry.terms_of`) without how often they stand there."""
    return _BARE.sub("", terms)
