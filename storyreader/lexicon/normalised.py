"""Text without what makes no difference: case, punctuation, white space, typography."""

import re
import unicodedata

_NOT_TEXT = re.compile(r"[^\w%$€£¥+]+|_+")
_JOINTS = re.compile(r"(?<=\d)[.,](?=\d)")


def normalised_text(text: str) -> str:
    """The words of a text in small letters with single blanks; a comma inside a number stays, others go."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = _JOINTS.sub("\u2060", folded)
    words = [_NOT_TEXT.sub(" ", part) for part in kept.split("\u2060")]
    return " ".join("\u2060".join(words).split())
