r"""The measure of body text: F1 of runs of four words, as in the Scrapinghub article extraction benchmark.

Words are `\w+`, case kept; each character of a script without spaces is a word of its own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_UNSPACED = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff"
_TOKEN = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")
_RUN = 4


class Overlap(NamedTuple):
    """How two bodies overlap; None where a side is empty."""

    precision: float | None
    recall: float | None
    f1: float | None


def overlap(gold: str, found: str) -> Overlap:
    """Compare a page's body with what was found."""
    want, have = _runs(gold), _runs(found)
    hit = sum(min(count, want[run]) for run, count in have.items() if run in want)
    wanted, given = want.total(), have.total()
    return Overlap(
        hit / given if given else None,
        hit / wanted if wanted else None,
        2 * hit / (wanted + given) if wanted + given else None,
    )


def body_f1(gold: str, found: str) -> float:
    """F1 of one page."""
    return overlap(gold, found).f1 or 0.0


def corpus_f1(overlaps: Sequence[Overlap]) -> float:
    """The harmonic mean of the mean precision and the mean recall over pages, as that benchmark defines its F1."""
    precision = _mean([page.precision for page in overlaps if page.precision is not None])
    recall = _mean([page.recall for page in overlaps if page.recall is not None])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if 0 < len(tokens) < _RUN:
        return Counter([tuple(tokens)])
    return Counter(zip(*(tokens[start:] for start in range(_RUN)), strict=False))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
