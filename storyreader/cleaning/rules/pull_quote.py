"""A pull quote sets a sentence of the story apart, word for word, near the paragraph it is taken from: once is enough.

The paragraph says more, so that of the two the shorter goes. Subheadings of markup may use the story's words, and so may
its first paragraph.
"""

import re

from storyreader.cleaning.cues import words_of
from storyreader.cleaning.draft import Block, Draft

_SHORTEST, _LONGEST = 5, 45
"""Words of a pull quote."""
_NEAR = 10
"""Paragraphs on both sides in which it is looked for."""
_MOST = 0.6
"""Share of a line's words that are the quotation when the rest only says whose it is."""
_MARKS = re.compile("[\"“”„«»「」]|\\s[–—-]\\s")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def apply(draft: Draft) -> None:
    """Judge the kept blocks whose words stand in a longer one nearby."""
    kept = [block for block in draft.blocks if block.kept]
    flow = [_joined(block.shape.tokens) for block in kept]
    for number, block in enumerate(kept):
        if number == 0 or not _may_be_quote(block):
            continue
        quoted = _joined(_quotation(block))
        near = range(max(0, number - _NEAR), min(len(kept), number + _NEAR + 1))
        if quoted.strip() and any(other != number and kept[other].kept and _tells(flow[other], quoted) for other in near):
            block.reason = "pull quote"


def _joined(tokens: tuple[str, ...]) -> str:
    return f" {' '.join(tokens)} "


def _tells(paragraph: str, quoted: str) -> bool:
    return len(paragraph) > len(quoted) and quoted in paragraph


def _may_be_quote(block: Block) -> bool:
    if block.structure is not None and block.structure.tag in _HEADINGS:
        return False
    return _SHORTEST <= block.shape.words <= _LONGEST


def _quotation(block: Block) -> tuple[str, ...]:
    """The words of the block, or of its longest part when the rest is short and ends no sentence."""
    if block.shape.closes:
        return block.shape.tokens
    parts = [tuple(word for word in words_of(part) if word[0].isalnum()) for part in _MARKS.split(block.text)]
    longest = max(parts, key=len)
    return longest if _SHORTEST <= len(longest) and len(longest) >= _MOST * block.shape.words else block.shape.tokens
