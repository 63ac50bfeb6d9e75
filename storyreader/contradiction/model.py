"""How likely a candidate is a conflict: boosted trees (Friedman 2001) over its figures, in plain Python.

The trees are trained by benchmarks/facts/train.py; they live in data/conflict_trees.json with what they reached.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from storyreader.contradiction.slot_features import Candidate, Features

TREES = "conflict_trees.json"
SLIP = 0.7
"""The least likelihood of figures that differ like a slip of the pen; training has too few of them to learn it.
The same for a "not" that is all that differs, and for another family name in the same place.
"""
MOST_CAPITALS = 0.6
"""Share of words with a capital from which a sentence is a headline, where names cannot be told from verbs."""
LEAST_RUN = 3
"""Words in a row that agree, where only a negator was put in."""
GROUP = 10
"""Trees that are asked before it is looked whether the rest can still matter."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: at a node the number of the figure, its limit, the nodes to go to; a figure of -1 is a leaf."""

    figures: tuple[int, ...]
    limits: tuple[float, ...]
    lower: tuple[int, ...]
    higher: tuple[int, ...]
    values: tuple[float, ...]

    def value(self, row: list[float]) -> float:
        """The value of the leaf a row of figures falls into."""
        node = 0
        while self.figures[node] >= 0:
            node = self.lower[node] if row[self.figures[node]] <= self.limits[node] else self.higher[node]
        return self.values[node]


@dataclass(frozen=True, slots=True)
class Family:
    """The model of one family of candidates: names of the figures, first log odds, trees, threshold (0 to 1).

    The trees come in groups, each with the most that it and those behind it can add to the log odds.
    """

    names: tuple[str, ...]
    base: float
    groups: tuple[tuple[tuple[Tree, ...], float], ...]
    threshold: float
    least: float

    def chance(self, figures: Features) -> float:
        """The likelihood of a conflict, 0 to 1; where it cannot reach the threshold any more, only that it is below."""
        row = [figures[name] for name in self.names]
        odds = self.base
        for trees, most in self.groups:
            if odds + most < self.least:
                return _likelihood(odds + most)
            odds += sum(tree.value(row) for tree in trees)
        return _likelihood(odds)


def _likelihood(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-odds))


@cache
def load_families() -> dict[str, Family]:
    """The models by family."""
    text = (resources.files(__package__) / "data" / TREES).read_text(encoding="utf-8")
    raw = cast("dict[str, Any]", json.loads(text))
    return {
        name: Family(
            names=tuple(row["figures"]),
            base=float(row["base"]),
            groups=_grouped([Tree(*(tuple(column) for column in tree)) for tree in row["trees"]]),
            threshold=float(row["threshold"]),
            least=math.log(row["threshold"] / (1 - row["threshold"])),
        )
        for name, row in raw["families"].items()
    }


def _grouped(trees: list[Tree]) -> tuple[tuple[tuple[Tree, ...], float], ...]:
    """The trees in their order, by ten, each ten with the most that they and the trees behind them can add."""
    most = 0.0
    found: list[tuple[tuple[Tree, ...], float]] = []
    for start in reversed(range(0, len(trees), GROUP)):
        group = tuple(trees[start : start + GROUP])
        most += sum(
            max(value for value, figure in zip(tree.values, tree.figures, strict=True) if figure < 0) for tree in group
        )
        found.append((group, most))
    return tuple(reversed(found))


def chance(candidate: Candidate) -> float:
    """The likelihood that a candidate is a conflict, 0 to 1."""
    return max(load_families()[candidate.family].chance(candidate.figures), least_chance(candidate))


def least_chance(candidate: Candidate) -> float:
    """The likelihood that a candidate has whatever the trees say: 0 for most."""
    clear = _is_clear_slip(candidate) or _is_only_negated(candidate) or _is_other_family(candidate)
    return SLIP if clear else 0.0


def _is_other_family(candidate: Candidate) -> bool:
    """Whether one family name became another between words that agree, and not in a headline."""
    figures = candidate.figures
    named = candidate.family == "name" and figures["family name"] and not figures["misspelt"]
    return bool(named and figures["tight"]) and figures["headline"] < MOST_CAPITALS


def _is_only_negated(candidate: Candidate) -> bool:
    """Whether a negator is all that was put between words that agree, and what is negated is said."""
    figures = candidate.figures
    plain = candidate.family == "polarity" and not figures["others"] and not figures["implicit"]
    return plain and figures["inserted"] == figures["next"] == 1.0 and figures["run"] >= LEAST_RUN


def _is_clear_slip(candidate: Candidate) -> bool:
    """Swapped digits or a lost nought in figures of one unit, or that count the same thing, are no chance meeting."""
    figures = candidate.figures
    if not figures.get("slip") or not figures["single"] or candidate.facts is None:
        return False
    measured = candidate.facts[0].unit is not None or candidate.facts[0].kind in {"percent", "time"}
    return measured or figures["head"] >= 0.7


def threshold(family: str) -> float:
    """From which likelihood a candidate of a family is shown as a conflict."""
    return load_families()[family].threshold
