"""The parts of a sentence that can be told alone: clauses and quotations. Offsets are characters of the sentence."""

import re
from functools import cache

from storyreader.lexicon import words_in

_QUOTED = re.compile(r"[“«„]([^”»“]{2,}?)(?:[”»“]|$)|\"([^\"]{2,}?)(?:\"|$)|^([^“\"«„]{2,}?)[”»](?!\w)")
SHORTEST = 12
"""Characters: shorter parts are joined to the next one."""


@cache
def _cut(language: str) -> re.Pattern[str]:
    """Where a clause may end: at a mark, or at a word with which the next one begins."""
    words = "|".join(sorted(words_in(language, "joining_words")))
    return re.compile(r"[,;:()\[\]“”\"«»—–]+|\s-\s" + (rf"|\b(?:{words})\b" if words else ""))


def clause_ranges(sentence: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses stand: cut at punctuation and joining words, short ones joined."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for cut in _cut(language).finditer(sentence):
        if cut.start() - start >= SHORTEST:
            ranges.append((start, cut.start()))
            start = cut.end()
    if len(sentence) - start >= SHORTEST or not ranges:
        ranges.append((start, len(sentence)))
    else:
        ranges[-1] = (ranges[-1][0], len(sentence))
    return tuple(ranges)


def quoted_ranges(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where quoted words stand, also in a quotation that began in the sentence before or ends in a later one."""
    return tuple(
        next(match.span(group) for group in (1, 2, 3) if match.group(group) is not None)
        for match in _QUOTED.finditer(sentence)
    )
