"""Tells what a page line is for by the words on it: share buttons, sign-ups, captions, copyright lines.

The phrases are data (data/cues.toml). A cue is only evidence: the rules and the learned model decide. Cost is linear in
the words of the line, whatever the number of phrases.
"""

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

WHOLE, START, PART = 3, 2, 1
"""How strongly a cue speaks: the whole line, its beginning, a part of it."""

CATEGORIES = (
    "navigation", "share", "sign-up", "comment", "related", "promo", "caption", "copyright", "byline", "tags", "date",
)  # fmt: skip

_WORD = re.compile(r"[\w'’]+|[^\w\s]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MODES = (("whole", WHOLE), ("start", START), ("part", PART))


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    category: int
    strength: int


def words_of(text: str) -> list[str]:
    """Split a line into case-folded words and single marks."""
    return _WORD.findall(text.replace("İ", "i").casefold().replace("’", "'"))


def plain_words(text: str) -> list[str]:
    """The words of a line without its marks."""
    return [word for word in words_of(text) if word[0].isalnum()]


def as_one_word(name: str) -> str:
    """A name without blanks and case, marks kept, so that two spellings can be compared."""
    return "".join(words_of(name))


def cues_of(words: list[str], text: str) -> tuple[int, ...]:
    """Return for each of CATEGORIES how strongly the line speaks of it, 0 to WHOLE."""
    table, unspaced = _phrases()
    strengths = [0] * len(CATEGORIES)
    count = len(words)
    trimmed = count - (1 if count > 1 and words[-1] in _CLOSING else 0)
    for position, word in enumerate(words):
        for phrase in table.get(word, ()):
            if phrase.strength <= strengths[phrase.category]:
                continue
            if phrase.strength >= START and position:
                continue
            length = len(phrase.words)
            if phrase.strength == WHOLE and length not in {count, trimmed}:
                continue
            if length == 1 or tuple(words[position : position + length]) == phrase.words:
                strengths[phrase.category] = phrase.strength
    if len(text) < 200 and not text.isascii() and _CJK.search(text):
        _match_unspaced(text, unspaced, strengths)
    return tuple(strengths)


_CLOSING = frozenset(":.!?»>›…*-–|")


def _match_unspaced(text: str, phrases: list[tuple[str, int]], strengths: list[int]) -> None:
    for phrase, category in phrases:
        if phrase == text:
            strengths[category] = WHOLE
        elif text.startswith(phrase):
            strengths[category] = max(strengths[category], START)


@cache
def _phrases() -> tuple[dict[str, tuple[_Phrase, ...]], list[tuple[str, int]]]:
    data = tomllib.loads(files("storyreader.cleaning").joinpath("data/cues.toml").read_text("utf-8"))
    table: dict[str, list[_Phrase]] = defaultdict(list)
    unspaced = []
    for number, category in enumerate(CATEGORIES):
        for mode, strength in _MODES:
            for phrase in data[category][mode]:
                if _CJK.search(phrase):
                    unspaced.append((phrase, number))
                words = tuple(words_of(phrase))
                table[words[0]].append(_Phrase(words, number, strength))
    return {word: tuple(sorted(found, key=lambda p: -p.strength)) for word, found in table.items()}, unspaced
