"""Gives each block its probability of being body text, by a few plain signs.

Used where the learned model is not: on pages too large for it. Scores are 0 to 1.
"""

from storyreader.cleaning.cues import CATEGORIES, PART
from storyreader.cleaning.draft import Block, Draft

_AGAINST = tuple(CATEGORIES.index(name) for name in CATEGORIES if name not in {"byline", "date", "related"})


def score_plainly(draft: Draft) -> None:
    """Score every block of the draft by its shape and its neighbours' shapes."""
    own = [_own_score(block) for block in draft.blocks]
    for number, block in enumerate(draft.blocks):
        around = own[max(0, number - 2) : number] + own[number + 1 : number + 3]
        block.score = 0.8 * own[number] + 0.2 * (sum(around) / len(around) if around else own[number])


def _own_score(block: Block) -> float:
    shape = block.shape
    if any(shape.cues[number] > PART for number in _AGAINST):
        return 0.05
    if any(shape.cues[number] for number in _AGAINST) and shape.words < 25:
        return 0.1
    score = min(1.0, (shape.words + 8) / 25) * (0.9 if shape.closes else 0.5 if shape.sentences else 0.25)
    if shape.words >= 8 and shape.function_share < 0.15:
        score *= 0.5
    return score
