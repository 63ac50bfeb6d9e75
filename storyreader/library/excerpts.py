"""The place of a text that shows best why it was found: a sentence, with what was looked for set apart."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from storyreader.library.query import Condition
from storyreader.library.signs import is_unspaced, parted

Excerpt = tuple[tuple[str, bool], ...]
"""A sentence in pieces, each with whether it is what was looked for; empty where nothing was found in the text."""


_BETWEEN = r"[\W_]+"
"""What may stand between the words of a phrase."""


class _Folded(dict[int, int]):
    """Letters without their accents, one for one, as the index has them."""

    def __missing__(self, sign: int) -> int:
        self[sign] = ord(unicodedata.normalize("NFD", chr(sign))[0])
        return self[sign]


_FOLDED = _Folded()


def excerpt_of(text: str, conditions: Iterable[Condition]) -> Excerpt:
    """The sentence (a line of the text) in which most different words and phrases stand, the first of those."""
    phrases = [_pattern(condition.text) for condition in conditions]
    best, most = "", 0
    for line in text.split("\n"):
        folded = _fold(line)
        count = sum(1 for phrase in phrases if re.search(phrase, folded))
        if count > most:
            best, most = line, count
            if most == len(phrases):
                break
    return _pieces(best, "|".join(phrases)) if most else ()


def _pattern(phrase: str) -> str:
    words = re.findall(r"\w+", parted(_fold(phrase)))
    if not words:
        return ""
    pattern = re.escape(words[0])
    for before, word in pairwise(words):
        # signs that are written without spaces may stand beside each other
        between = r"[\W_]*" if is_unspaced(before) or is_unspaced(word) else _BETWEEN
        pattern += between + re.escape(word)
    first = "" if is_unspaced(words[0]) else r"\b"
    last = "" if is_unspaced(words[-1]) or phrase.endswith("*") else r"\b"
    return f"{first}{pattern}{last}"


def _pieces(line: str, pattern: str) -> Excerpt:
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in re.finditer(pattern, _fold(line)):
        pieces += [(line[end : found.start()], False), (line[found.start() : found.end()], True)]
        end = found.end()
    pieces.append((line[end:], False))
    return tuple((text, is_found) for text, is_found in pieces if text)


def _fold(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    return lowered if lowered.isascii() else lowered.translate(_FOLDED)
