"""The parts of a sentence that can be told alone: clauses and quotations. Offsets are characters of the sentence."""

import re

_CUT = re.compile(
    r"[,;:()\[\]“”\"«»—–]+|\s-\s"
    r"|\b(?:that|who|which|while|after|before|when|because|although|and|but|as|where|since|que|qui|dass|weil|und|et|y|e|и|что)\b"
)
_QUOTED = re.compile(r"[“«„]([^”»“]{2,}?)(?:[”»“]|$)|\"([^\"]{2,}?)(?:\"|$)|^([^“\"«„]{2,}?)[”»](?!\w)")
SHORTEST = 12
"""Characters: shorter parts are joined to the next one."""


def clause_ranges(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses stand: cut at punctuation and joining words, short ones joined."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for cut in _CUT.finditer(sentence):
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
