"""A pull quote sets a sentence of the story apart, word for word, near the paragraph it is taken from: once is enough.

The paragraph says more, so that of the two the shorter goes. Subheadings and items of lists may use the story's words,
and so may its first paragraph.
"""

import re
from collections.abc import Sequence

from storyreader.cleaning.cues import plain_words
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.names import looks_like_name

REASON = "pull quote"

_SHORTEST, _SHORTEST_MARKED, _LONGEST = 8, 6, 45
"""Words of a pull quote; from the second on when it stands in quotation marks."""
_SHORTEST_CLEAN = 10
"""The same in a text that is nothing but paragraphs, where a shorter one may be a subheading."""
_SHORTEST_DRESSED = 5
"""The same where its markup sets it apart from the paragraphs around it."""
_FEWEST_SMALL = 2
"""Words of such a quotation without a capital: fewer are a title, such as a product's."""
_CODE = re.compile(r"[@/<>{}=]")
_SENTENCE, _TITLE = 0.15, 0.5
"""Share of common words from which a line without quotation marks may be a sentence, and of capitals from which it is a
title."""
_LONGEST_NAME = 8
_NEAR = 10
"""Paragraphs on both sides in which it is looked for."""
_MOST = 0.6
"""Share of a line's words that are the quotation when the rest only says whose it is."""
_MARKS = re.compile('["“”„«»「」]|\\s[–—-]\\s')
_OTHERS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "td"})
_OPENING = '"“„«‘「'


def apply(draft: Draft) -> None:
    """Judge the kept blocks whose words stand in a longer one nearby."""
    marked = _SHORTEST_CLEAN if draft.clean else _SHORTEST_MARKED
    kept = [block for block in draft.blocks if block.kept]
    flow = [_joined(block.shape.tokens) for block in kept]
    for number, block in enumerate(kept):
        dressed = _is_dressed(block, kept[max(0, number - 1) : number + 2])
        if number == 0 or not _may_be_quote(block, dressed, marked):
            continue
        quoted = _joined(_quotation(block))
        near = range(max(0, number - _NEAR), min(len(kept), number + _NEAR + 1))
        longer = [other for other in near if kept[other].kept and len(flow[other]) > len(flow[number])]
        if any(kept[other].shape.prose and quoted in flow[other] for other in longer):
            block.reason = REASON
            if number + 1 < len(kept) and not block.shape.closes and _names_speaker(kept[number + 1]):
                kept[number + 1].reason = REASON


def _joined(tokens: tuple[str, ...]) -> str:
    return f" {' '.join(tokens)} "


def _is_dressed(block: Block, around: Sequence[Block]) -> bool:
    """Whether classes set a block apart from its neighbours, and it ends no sentence, as a quotation on display."""
    if block.structure is None or (block.shape.closes and block.shape.first not in _OPENING):
        return False
    others = {other.structure.classes for other in around if other is not block and other.structure is not None}
    return block.structure.classes not in others


def _may_be_quote(block: Block, dressed: bool, shortest: int) -> bool:
    shape = block.shape
    if shape.bullet or (block.structure is not None and block.structure.tag in _OTHERS):
        return False
    small = sum(word.isalpha() and word.islower() for word in block.text.split())
    told = shape.first in _OPENING or (small >= _FEWEST_SMALL and not _CODE.search(block.text))
    if dressed and told and shape.words >= _SHORTEST_DRESSED:
        return shape.words <= _LONGEST
    if shape.first in _OPENING:
        return shortest <= shape.words <= _LONGEST
    return _SHORTEST <= shape.words <= _LONGEST and shape.function_share >= _SENTENCE and shape.capital_share < _TITLE


def _names_speaker(block: Block) -> bool:
    """Whether a line below a pull quote only says who spoke: "Ann Bell, skipper"."""
    shape = block.shape
    short = shape.words <= _LONGEST_NAME and not shape.closes
    return (
        short
        and (block.structure is None or block.structure.tag not in _OTHERS)
        and looks_like_name(_before_comma(block))
    )


def _before_comma(block: Block) -> str:
    return block.text.strip(" –—-").partition(",")[0]


def _quotation(block: Block) -> tuple[str, ...]:
    """The words of the block, or of its longest part when the rest is short and ends no sentence."""
    if block.shape.closes:
        return block.shape.tokens
    parts = [tuple(plain_words(part)) for part in _MARKS.split(block.text)]
    longest = max(parts, key=len)
    return longest if len(longest) >= _SHORTEST and len(longest) >= _MOST * block.shape.words else block.shape.tokens
