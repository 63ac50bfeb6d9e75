"""Chooses where the article begins and ends: the stretch of blocks that holds most body text and least of the rest.

Every block pulls for or against by its length and score; a long run of other matter breaks the stretch, so that a
following story or a long thread of comments stays outside. One pass, linear.
"""

from collections.abc import Sequence

from storyreader.cleaning.draft import Block

_LONGEST = 80.0
"""Words beyond which a block pulls no harder."""


def article_span(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return the stretch with most prose by shape alone, as `stretch` does."""
    scores = [0.9 if block.shape.prose and max(block.shape.cues) < 2 else 0.1 for block in blocks]
    return stretch(scores, [float(block.shape.words) for block in blocks])


def stretch(scores: Sequence[float], words: Sequence[float], price: float = 0.4, floor: float = 2.0) -> tuple[int, int]:
    """Return first and last-plus-one index of the best stretch; (0, 0) when nothing looks like body text.

    `price` is the score at which a block neither pulls for nor against; `floor` the least weight of a block in words.
    """
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    for number, (score, size) in enumerate(zip(scores, words, strict=True)):
        total += max(floor, min(_LONGEST, size)) * (score - price)
        if total <= 0:
            start, total = number + 1, 0.0
        elif total > best[0]:
            best = (total, start, number + 1)
    return best[1], best[2]
