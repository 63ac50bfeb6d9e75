"""The reader's word on single lines of a page, which stands above every rule.

A correction names a line by its number (from 1) and its text. When the number no longer fits, because the page was
saved anew or blocks are cut otherwise, the text finds the line; a text that stands on the page twice needs its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.article import BODY
from storyreader.cleaning.draft import Block, Draft

DROPPED = "dropped by you"
"""The verdict of a line that the reader has taken out of the article."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line's verdict by the reader: `kept` brings it into the article, else it is left out."""

    number: int
    text: str
    kept: bool


def correct(draft: Draft, corrections: Sequence[Correction]) -> None:
    """Apply the corrections to a judged draft; one whose line is not on the page changes nothing."""
    if not corrections:
        return
    by_line: dict[tuple[int, str], Block] = {}
    by_text: dict[str, list[Block]] = {}
    for block in draft.blocks:
        for number, raw in zip(block.numbers, block.raw, strict=True):
            by_line[number, line_key(raw)] = block
            by_text.setdefault(line_key(raw), []).append(block)
    for correction in corrections:
        key = line_key(correction.text)
        alike = by_text.get(key, [])
        here = by_line.get((correction.number, key))
        if here is not None or len(alike) == 1:
            block = here or alike[0]
            block.reason = BODY if correction.kept else DROPPED
            draft.corrected.update(block.numbers)


def line_key(text: str) -> str:
    """What makes two lines the same line: their words, whatever the white space."""
    return " ".join(text.split())
