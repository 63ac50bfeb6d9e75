"""Describes every block of a page in numbers, for the learned scores: its own shape, its neighbours, its place.

A row is a list of floats in the order of OWN, then the neighbours, then PLACE. Work is linear in the blocks. The same
function serves training and use, so that both see the same numbers.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from storyreader.cleaning.block_stats import BlockStats
from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.draft import Block
from storyreader.cleaning.names import looks_like_name
from storyreader.cleaning.span import article_span

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_STOPS = tuple(CATEGORIES.index(name) for name in ("comment", "related", "copyright", "tags", "sign-up"))
_DATE = CATEGORIES.index("date")
_BYLINE = CATEGORIES.index("byline")
_CAPTION = CATEGORIES.index("caption")
_COMMENT = CATEGORIES.index("comment")
_FAR = 40
"""Distances in blocks are cut here: beyond it, far is far."""
_RUN = 5
_LAST = {
    ".": 1, "。": 1, "।": 1, "!": 2, "?": 2, "！": 2, "？": 2, ":": 3, "：": 3, "…": 4, ")": 5, "]": 5,
    '"': 6, "”": 6, "“": 6, "»": 6, "'": 6, "’": 6, "」": 6, ",": 7,
}  # fmt: skip
"""Kinds of last characters."""


def features_of(blocks: Sequence[Block]) -> list[list[float]]:
    """Return one row of numbers for each block."""
    if not blocks:
        return []
    own = [_own(block) for block in blocks]
    brief = [_brief(block) for block in blocks]
    shared = _shared(blocks)
    places = _places(blocks)
    absent = [0.0, 0.0, 0.0, -1.0, 0.0]
    count = len(blocks)
    rows = []
    for number in range(count):
        row = own[number] + shared[number] + places[number]
        row.append(float(blocks[number + 1].gap if number + 1 < count else 2))
        for step in (-1, 1):
            row += _kind(blocks[number + step]) if 0 <= number + step < count else _NO_KIND
        for step in NEIGHBOURS:
            row += brief[number + step] if 0 <= number + step < count else absent
        rows.append(row)
    return rows


def _own(block: Block) -> list[float]:
    shape = block.shape
    words = max(1, shape.words)
    first = shape.first
    opening = (
        0 if first.islower() else 1 if first.isupper() else 2 if first.isdigit() else 3 if first in "\"“„«'‘「" else 4
    )
    return [
        log1p(shape.words),
        log1p(shape.chars),
        float(min(20, shape.sentences)),
        float(shape.closes),
        float(_LAST.get(shape.last, 0)),
        float(opening),
        shape.upper_share,
        shape.capital_share,
        shape.digit_share,
        shape.function_share,
        shape.commas / words,
        float(min(6, shape.quotes)),
        float(min(6, shape.separators)),
        float(shape.has_url),
        float(shape.has_email),
        float(shape.has_handle),
        float(shape.has_clock),
        float(shape.has_year),
        float(shape.bullet),
        float(block.gap),
        shape.sentences / words,
        float(shape.words <= 6 and looks_like_name(block.text)),
        float(_is_dateline(shape)),
        shape.address_share,
        float(shape.credit),
        *(float(strength) for strength in shape.cues),
    ]


def _brief(block: Block) -> list[float]:
    shape = block.shape
    return [log1p(shape.words), float(shape.closes), shape.function_share, float(max(shape.cues)), float(block.gap)]


def _kind(block: Block) -> list[float]:
    """Whether a neighbour belongs to a picture, and whether it tells who and when."""
    shape = block.shape
    told = is_signature(block)
    return [float(max(shape.cues[_CAPTION], shape.credit)), float(told)]


_NO_KIND = [-1.0, -1.0]


def is_signature(block: Block) -> bool:
    """Whether a short line tells who wrote something, or when."""
    return _is_dateline(block.shape) or (block.shape.words <= 14 and block.shape.cues[_BYLINE] > 0)


def story_starts(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether it looks like the headline of a story: a signature follows within three lines."""
    signed = [is_signature(block) for block in blocks]
    return [
        3 <= block.shape.words <= 25
        and not block.shape.closes
        and not signed[number]
        and max(block.shape.cues) < START
        and any(signed[number + 1 : number + 4])
        for number, block in enumerate(blocks)
    ]


def _is_dateline(shape: BlockStats) -> bool:
    """Whether a short line shows a date or a time, as those above comments and teasers do."""
    return shape.words <= 14 and (shape.has_clock or shape.has_year or shape.cues[_DATE] > 0)


def _shared(blocks: Sequence[Block]) -> list[list[float]]:
    """How much of each block stands elsewhere on the page: as a line, as runs of words, as single words."""
    lines = Counter(block.shape.tokens for block in blocks)
    runs: Counter[tuple[str, ...]] = Counter()
    in_prose: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    for block in blocks:
        tokens = block.shape.tokens
        runs.update(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
        starts[tokens[0] if tokens else ""] += 1
        if block.shape.prose:
            in_prose.update(block.shape.long_words)
    rows = []
    for block in blocks:
        tokens = block.shape.tokens
        mine = list(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
        again = sum(1 for run in mine if runs[run] > 1) / len(mine) if mine else 0.0
        long_words = block.shape.long_words
        needed = 2 if block.shape.prose else 1
        known = sum(1 for token in long_words if in_prose[token] >= needed)
        known_twice = sum(1 for token in long_words if in_prose[token] >= needed + 1)
        size = len(long_words)
        rows.append(
            [
                log1p(lines[tokens]),
                again,
                known / size if size else 0.0,
                known_twice / size if size else 0.0,
                log1p(starts[tokens[0] if tokens else ""]),
            ]
        )
    return rows


def _places(blocks: Sequence[Block]) -> list[list[float]]:
    """Where each block stands among the page's prose."""
    count = len(blocks)
    prose = [float(min(80, block.shape.words)) if block.shape.prose else 0.0 for block in blocks]
    words = [float(min(80, block.shape.words)) for block in blocks]
    before = list(accumulate(prose, initial=0.0))
    all_before = list(accumulate(words, initial=0.0))
    total = before[-1] or 1.0
    everything = all_before[-1] or 1.0
    since = _distances(prose)
    until = _distances(prose[::-1])[::-1]
    first, last = article_span(blocks)
    stops = [float(_stops(block)) for block in blocks]
    stop_counts = _sums(stops)
    since_stop = _distances(stops)
    datelines = _sums([float(_is_dateline(block.shape)) for block in blocks])
    comments = _sums([float(block.shape.cues[_COMMENT] > 0) for block in blocks])
    starts = [float(start) for start in story_starts(blocks)]
    stories = _sums(starts)
    since_story = _distances(starts)
    closed = _sums([float(block.shape.closes) for block in blocks])
    apart = _sums([float(block.gap > 0) for block in blocks])
    gaps = [block.gap for block in blocks if block.shape.prose]
    usual_gap = sum(1 for gap in gaps if gap) / len(gaps) if gaps else 0.5
    page = [log1p(count), total / everything, log1p(total), log1p(total / max(1, len(gaps))), usual_gap]
    rows = []
    for number in range(count):
        row = [number / count, before[number] / total, float(since[number]), float(until[number])]
        for reach in (2, 5, 12):
            low, high = max(0, number - reach), min(count, number + reach + 1)
            dense = before[high] - before[low] - prose[number]
            row.append(dense / max(1.0, all_before[high] - all_before[low] - words[number]))
            row.append(log1p(dense))
        row.append(float(max(-_FAR, min(_FAR, number - first))))
        row.append(float(max(-_FAR, min(_FAR, last - 1 - number))))
        row.append(min(10.0, stop_counts[number] - stop_counts[min(first, number)]))
        row.append(float(since_stop[number]))
        row.append(log1p(before[number]))
        low, high = max(0, number - 6), min(count, number + 7)
        row += [(sums[high] - sums[low]) / (high - low) for sums in (datelines, comments, closed, apart)]
        row.append(min(30.0, comments[number]))
        row.append(min(30.0, datelines[number] - datelines[min(first, number)]))
        row.append(min(30.0, stories[number + 1] - stories[min(first, number)]))
        row.append(float(since_story[number]))
        rows.append(row + page)
    return rows


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _stops(block: Block) -> bool:
    """Whether a line is a heading or footer line after which articles rarely go on."""
    cues = block.shape.cues
    return any(cues[number] == WHOLE or (cues[number] == START and block.shape.words < 12) for number in _STOPS)


def _distances(weights: Sequence[float]) -> list[int]:
    """For each block, how many blocks ago the last one with a weight was."""
    distances = []
    ago = _FAR
    for weight in weights:
        distances.append(ago)
        ago = 1 if weight else min(_FAR, ago + 1)
    return distances


def is_hopeless(block: Block, row: Sequence[float]) -> bool:
    """Whether a block is so short and so far from prose that no score is worth its time."""
    return block.shape.words < 6 and row[_SINCE] > 6 and row[_UNTIL] > 6


_OWN_SIZE = 25 + len(CATEGORIES)
_SINCE = _OWN_SIZE + 5 + 2
_UNTIL = _SINCE + 1
