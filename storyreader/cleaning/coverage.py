"""Notes for each block of an HTML page how much of it others take for the article: an extractor, the page's data.

Coverage is the share of a block's words that stand in runs of four in the other text, 0 to 1.
"""

from collections.abc import Sequence

from storyreader.cleaning.cues import plain_words
from storyreader.cleaning.draft import Block, Draft

_RUN = 4


def note_coverage(draft: Draft) -> None:
    """Write down with each block its share in each of the draft's extractor texts."""
    covers = [_coverage(draft.blocks, text) for text in draft.extractor_texts]
    for block, *seen in zip(draft.blocks, *covers, strict=True):
        block.seen = tuple(seen)


def _coverage(blocks: Sequence[Block], vote: str) -> list[float]:
    """Return for each block the share of it that a text has, 0 to 1; -1 for all where there is no text."""
    if not vote:
        return [-1.0] * len(blocks)
    runs: set[tuple[str, ...]] = set()
    lines = set()
    for line in vote.split("\n"):
        tokens = tuple(plain_words(line))
        lines.add(tokens)
        runs.update(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
    return [_covered(block.shape.tokens, runs, lines) for block in blocks]


def _covered(tokens: tuple[str, ...], runs: set[tuple[str, ...]], lines: set[tuple[str, ...]]) -> float:
    if tokens in lines:
        return 1.0
    if len(tokens) < _RUN:
        return 0.0
    found = sum(1 for start in range(len(tokens) - _RUN + 1) if tokens[start : start + _RUN] in runs)
    return found / (len(tokens) - _RUN + 1)
