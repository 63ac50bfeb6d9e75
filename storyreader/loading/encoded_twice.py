"""Repairs text whose UTF-8 was taken for Windows' Western encoding and written as UTF-8 once more: NÃ¶rden for Nörden.

What comes of that are pairs and triples that no language writes; a page must hold several before any is touched.
"""

import re

_WESTERN = "".join(bytes([code]).decode("cp1252", errors="replace") for code in range(0x80, 0xC0))
_NEXT = f"[{re.escape(''.join(sorted(set(_WESTERN))))}\x81\x8d\x8f\x90\x9d]"
_SURE = re.compile(
    f"â€{_NEXT}|Ã(?![”’»…–—\xa0]){_NEXT}|Â[\xa0©®°·»«]|[ÐÑ]{_NEXT}[ÐÑ]|[ØÙ]{_NEXT}[ØÙ]|[ä-é]{_NEXT}{_NEXT}[ä-é]"
)
_TWICE = re.compile(f"[ÂÃÄÅÎÏÐÑØÙ]{_NEXT}|[à-ï]{_NEXT}{_NEXT}|ð{_NEXT}{_NEXT}{_NEXT}")
_FEWEST = 2
_WINDOW = 500_000
"""Characters that are looked through at once: other threads get their turn in between."""
_BYTES = {char: 0x80 + number for number, char in enumerate(_WESTERN) if char != "\ufffd"}
_LOST_QUOTE = "â€\ufffd"
"""A closing quotation mark of which the last byte was lost: the only of its kind that pages are full of."""


def repair_twice(text: str) -> tuple[str, int]:
    """Return the text with such sequences read as what they were, and how many there were."""
    sure = sum(len(_SURE.findall(text, at, at + _WINDOW)) for at in range(0, len(text), _WINDOW))
    if sure < _FEWEST:
        return text, 0
    repaired = 0

    def read(match: re.Match[str]) -> str:
        nonlocal repaired
        try:
            told = bytes(_BYTES.get(char, ord(char)) for char in match.group()).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            if match.group() != _LOST_QUOTE:
                return match.group()
            told = "”"
        repaired += 1
        return told

    return _TWICE.sub(read, text), repaired
