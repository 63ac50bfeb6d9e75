"""Finding words in texts, and cutting a line into pieces where something is to be marked."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from widgets.selecting import Line, Piece
from widgets.wrapping import Slice


class Mark(NamedTuple):
    """A stretch of a text (characters, `end` exclusive) to be drawn in a style."""

    start: int
    end: int
    style: str


def found_in(text: str, words: str) -> list[Mark]:
    """Every place where the words stand, whatever their case."""
    if not words.strip():
        return []
    pattern = re.escape(words.strip())
    return [Mark(*match.span(), "found") for match in re.finditer(pattern, text, re.IGNORECASE)]


def marked(text: str, part: Slice, marks: Sequence[Mark], plain: str = "", source: str = "text") -> Line:
    """A part of a text as pieces. Where marks overlap the later one in the list wins; the rest is in style `plain`."""
    start, end = part
    styles: dict[int, str] = {}
    edges = {start, end}
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    for mark in inside:
        edges |= {max(start, mark.start), min(end, mark.end)}
    cuts = sorted(edges)
    for mark in inside:
        styles |= {cut: mark.style for cut in cuts if mark.start <= cut < mark.end}
    return [Piece(text[at:stop], styles.get(at, plain), source) for at, stop in pairwise(cuts)]
