"""Tells which blocks of a page are body text, by laying the gold body over them.

A block's label is the share of its words that the gold body holds in runs of four; short blocks must be a whole gold
paragraph. When a block stands twice, the one among its like is the body, the other a teaser. Labels are 0 to 1; None
where the gold does not tell.
"""

from collections import defaultdict
from collections.abc import Sequence

from benchmarks.cleaning.pages import GoldPage
from storyreader.cleaning.cues import words_of
from storyreader.cleaning.draft import Block

_RUN = 4


def labels_of(page: GoldPage, blocks: Sequence[Block]) -> list[float | None]:
    """Return a label for every block."""
    if page.body:
        return list(body_labels(page.body, blocks))
    return _from_snippets(page, blocks)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(text) if word[0].isalnum())


def body_labels(body: str, blocks: Sequence[Block]) -> list[float]:
    """Return the labels that a body text gives."""
    paragraphs = {_tokens(line) for line in body.split("\n") if line.strip()}
    tokens = _tokens(body)
    runs = set(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
    labels = [_covered(block.shape.tokens, runs, paragraphs) for block in blocks]
    _settle_repeats(blocks, labels)
    _settle_short(blocks, labels)
    return labels


def _covered(tokens: tuple[str, ...], runs: set[tuple[str, ...]], paragraphs: set[tuple[str, ...]]) -> float:
    if not tokens:
        return 0.0
    if tokens in paragraphs:
        return 1.0
    if len(tokens) < _RUN:
        return 0.0
    covered = [False] * len(tokens)
    for start in range(len(tokens) - _RUN + 1):
        if tokens[start : start + _RUN] in runs:
            covered[start : start + _RUN] = [True] * _RUN
    return sum(covered) / len(tokens)


def _settle_repeats(blocks: Sequence[Block], labels: list[float]) -> None:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if labels[number] >= 0.5:
            places[block.shape.tokens].append(number)

    def support(number: int) -> float:
        around = range(max(0, number - 8), min(len(blocks), number + 9))
        return sum(min(60, blocks[n].shape.words) * (2 * labels[n] - 1) for n in around if n != number)

    for numbers in places.values():
        if len(numbers) > 1:
            best = max(numbers, key=support)
            for number in numbers:
                if number != best:
                    labels[number] = 0.0


def _settle_short(blocks: Sequence[Block], labels: list[float]) -> None:
    """Short lines count only between the longer lines of the body."""
    long_ones = [n for n, block in enumerate(blocks) if labels[n] >= 0.5 and block.shape.words >= 8]
    first, last = (long_ones[0], long_ones[-1]) if long_ones else (0, len(blocks))
    for number, block in enumerate(blocks):
        if labels[number] and block.shape.words < 8 and not first - 3 <= number <= last + 3:
            labels[number] = 0.0


def _from_snippets(page: GoldPage, blocks: Sequence[Block]) -> list[float | None]:
    wanted = [" ".join(text.split()).casefold() for text in page.gold.get("with") or []]
    unwanted = [" ".join(text.split()).casefold() for text in page.gold.get("without") or []]
    labels: list[float | None] = []
    for block in blocks:
        text = block.text.casefold()
        if any(snippet in text for snippet in wanted if snippet):
            labels.append(1.0)
        elif any(snippet in text for snippet in unwanted if snippet):
            labels.append(0.0)
        else:
            labels.append(None)
    return labels
