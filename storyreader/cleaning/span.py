"""Chooses where the article begins and ends: the stretch of blocks that holds most body text and least of the rest.

Every block pulls for or against by its length and score; a long run of other matter breaks the stretch, so that a
following story or a long thread of comments stays outside. One pass, linear.
"""

from collections.abc import Sequence

from storyreader.cleaning.draft import Block


def article_span(blocks: Sequence[Block], price: float = 0.4, floor: float = 2.0) -> tuple[int, int]:
    """Return first and last-plus-one index of the best stretch; (0, 0) when nothing looks like body text.

    `price` is the score at which a block neither pulls for nor against; `floor` the least weight of a block in words.
    """
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    for number, block in enumerate(blocks):
        weight = max(floor, min(80.0, float(block.shape.words)))
        total += weight * (block.score - price)
        if total <= 0:
            start, total = number + 1, 0.0
        elif total > best[0]:
            best = (total, start, number + 1)
    return best[1], best[2]
