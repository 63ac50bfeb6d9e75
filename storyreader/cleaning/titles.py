"""Describes the likeliest headlines of a page beside each other, for the learned choice among them.

A line by itself often looks like a headline: a caption, a teaser, a section's name. Where it stands tells more: above
byline and date, with nothing better between itself and the story, its words told again in the lead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from storyreader.cleaning.draft import Block
from storyreader.cleaning.features import is_signature
from storyreader.cleaning.span import stretch

MOST = 14
"""Lines of a page that are looked at, the likeliest."""
_LEAST = 0.004
"""Probability from which a line is looked at."""
_FAR = 40.0
_NEAR = 10
_LEAD, _BODY = 90, 500
"""Words of the story that are compared with a headline: its opening, and as much as tells what it is about."""
_LONGEST = 60
"""Words of a line in which a headline may stand among others, such as a title bar."""
_STEM = 6
"""Words count as the same when so many first letters are."""


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A line that may be the headline, with numbers about it among the others."""

    index: int
    numbers: tuple[float, ...]


def title_candidates(blocks: Sequence[Block], likely: Sequence[float], scores: Sequence[float]) -> list[TitleCandidate]:
    """Return the candidates in page order.

    `likely` is each block's probability of being the headline by itself, `scores` that of being body text.
    """
    best = sorted((n for n, score in enumerate(likely) if score >= _LEAST), key=lambda n: -likely[n])[:MOST]
    if not best:
        return []
    ranks = {number: rank for rank, number in enumerate(best)}
    first, last = stretch(scores, [float(block.shape.words) for block in blocks])
    stems = [_stems(block) for block in blocks]
    lead, body = _opening(blocks, stems, scores, (first, last))
    lines = tuple(" ".join(block.shape.tokens) for block in blocks if block.shape.words <= _LONGEST)
    page = _TitledPage(blocks, likely, first, ranks, stems, lead, body, lines)
    return [TitleCandidate(number, _numbers(page, number)) for number in sorted(best)]


@dataclass(frozen=True, slots=True)
class _TitledPage:
    blocks: Sequence[Block]
    likely: Sequence[float]
    first: int
    ranks: dict[int, int]
    stems: list[frozenset[str]]
    lead: frozenset[str]
    body: frozenset[str]
    lines: tuple[str, ...]


def _numbers(page: _TitledPage, number: int) -> tuple[float, ...]:
    blocks, ranks = page.blocks, page.ranks
    block = blocks[number]
    top = max(page.likely[other] for other in ranks)
    between = range(number + 1, max(number + 1, page.first))
    strong = [other for other in ranks if page.likely[other] >= 0.3 * top]
    same = [other for other in range(len(blocks)) if blocks[other].shape.tokens == block.shape.tokens]
    line = " ".join(block.shape.tokens)
    around = [blocks[other].shape.words for other in ranks if abs(other - number) <= _NEAR]
    return (
        page.likely[number],
        float(ranks[number]),
        page.likely[number] / top,
        max(-_FAR, min(_FAR, float(page.first - number))),
        log1p(sum(blocks[other].shape.words for other in between)),
        *_signatures(blocks, number, page.first),
        float(sum(other in between for other in strong)),
        float(sum(0 < number - other <= _NEAR for other in strong)),
        float(len(same)),
        float(same[0] == number),
        float(min(5, sum(line in other for other in page.lines))),
        _share(page.stems[number], page.lead),
        _share(page.stems[number], page.body),
        _share(page.stems[number], _others(page, number)),
        block.shape.words / max(around),
    )


def _signatures(blocks: Sequence[Block], number: int, first: int) -> tuple[float, float, float]:
    """Lines to the next signature below, to the last one above, and how many stand between here and the story."""
    below = next(
        (step for step in range(1, 9) if number + step < len(blocks) and is_signature(blocks[number + step])), 9
    )
    above = next((step for step in range(1, 9) if number >= step and is_signature(blocks[number - step])), 9)
    between = sum(is_signature(block) for block in blocks[number + 1 : max(number + 1, first)])
    return float(below), float(above), float(min(9, between))


def _opening(
    blocks: Sequence[Block], stems: Sequence[frozenset[str]], scores: Sequence[float], story: tuple[int, int]
) -> tuple[frozenset[str], frozenset[str]]:
    lead: set[str] = set()
    body: set[str] = set()
    size = 0
    for number in range(*story):
        if scores[number] >= 0.5 and size < _BODY:
            if size < _LEAD:
                lead |= stems[number]
            body |= stems[number]
            size += blocks[number].shape.words
    return frozenset(lead), frozenset(body)


def _others(page: _TitledPage, number: int) -> frozenset[str]:
    """The words of the other candidates that are not the same line."""
    tokens = page.blocks[number].shape.tokens
    return frozenset(
        stem for other in page.ranks if page.blocks[other].shape.tokens != tokens for stem in page.stems[other]
    )


def _stems(block: Block) -> frozenset[str]:
    """The beginnings of a block's longer words; of scripts without spaces, pairs of characters."""
    found: set[str] = set()
    for token in block.shape.tokens:
        if token[0] >= "\u3040":
            found.update(token[start : start + 2] for start in range(max(1, len(token) - 1)))
        elif len(token) > 3:
            found.add(token[:_STEM])
    return frozenset(found)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words) if words else 0.0
