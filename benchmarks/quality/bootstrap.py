"""Intervals for figures that are made of many cases: the same for every table, so that they can be compared."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

ROUNDS = 1000
"""Resamples of an interval."""

Case = TypeVar("Case")


class Estimate(NamedTuple):
    """A figure with its 95 % interval, in the figure's own unit."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{short(self.value)} [{short(self.low)}, {short(self.high)}]"


def bootstrap(
    cases: Sequence[Case], figure: Callable[[Sequence[Case]], float], rounds: int = ROUNDS, seed: int = 0
) -> Estimate:
    """The figure of all cases, with the 2.5 and 97.5 percentiles over resamples of as many cases with replacement.

    A case is what was drawn independently: a page, an article, a pair; never a line of one. Deterministic for a seed.
    Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    value = figure(cases)
    if len(cases) < 2 or rounds < 2:
        return Estimate(value, value, value)
    chance = random.Random(seed)
    drawn = sorted(figure(chance.choices(cases, k=len(cases))) for _ in range(rounds))
    return Estimate(value, drawn[int(0.025 * rounds)], drawn[min(rounds - 1, int(0.975 * rounds))])


def difference(
    cases: Sequence[tuple[Case, Case]], figure: Callable[[Sequence[Case]], float], rounds: int = ROUNDS, seed: int = 0
) -> Estimate:
    """How much higher the figure is for the first of each pair than for the second, measured on the same cases."""
    return bootstrap(
        cases, lambda drawn: figure([mine for mine, _ in drawn]) - figure([theirs for _, theirs in drawn]), rounds, seed
    )


def short(value: float) -> str:
    """A share with three decimals and no nought before the point: .941, -.012, 1.000."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"
