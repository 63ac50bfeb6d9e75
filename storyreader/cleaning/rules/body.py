"""Inside the article's stretch the likely blocks become its paragraphs."""

from storyreader.article import BODY
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.span import stretch

THRESHOLDS = {"text": 0.45, "html": 0.6}
"""Score from which a block is kept; markup shows so much that the model may be asked to be surer."""
PRICE = 0.3
"""Score at which a block neither lengthens nor breaks the stretch."""


def apply(draft: Draft) -> None:
    """Keep the undecided blocks of the best stretch whose score reaches the threshold."""
    open_blocks = [block for block in draft.blocks if not block.reason]
    pulls = [conviction(block.score) for block in open_blocks]
    first, last = stretch(pulls, [float(block.shape.words) for block in open_blocks], PRICE)
    threshold = THRESHOLDS[draft.page.media]
    for block in open_blocks[first:last]:
        if block.score >= threshold:
            block.decide(BODY)


def conviction(score: float) -> float:
    """A score drawn towards the price the less sure it is: many half-sure lines must not outweigh a sure story."""
    distance = score - PRICE
    most = 1.0 - PRICE if distance > 0 else PRICE
    return PRICE + distance * abs(distance) / most
