"""How likely a candidate is a conflict: boosted trees (Friedman 2001) over its figures, in plain Python.

The trees are trained by benchmarks/facts/train.py; they live in tables/conflict_trees.json with what they reached.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from storyreader.matching.conflict_places import Candidate, Figures

TREES = "conflict_trees.json"
RULED = {"class": 0.8}
"""Families of which training data have too few to learn from: every candidate is a conflict, this likely."""
SLIP = 0.7
"""The least likelihood of figures that differ like a slip of the pen; training has too few of them to learn it."""


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
    """The model of one family of candidates: names of the figures, first log odds, trees, threshold (0 to 1)."""

    names: tuple[str, ...]
    base: float
    trees: tuple[Tree, ...]
    threshold: float

    def chance(self, figures: Figures) -> float:
        """The likelihood of a conflict, 0 to 1."""
        row = [figures[name] for name in self.names]
        odds = self.base + sum(tree.value(row) for tree in self.trees)
        return 1.0 / (1.0 + math.exp(-odds))


@cache
def load_families() -> dict[str, Family]:
    """The models by family."""
    text = (resources.files(__package__) / "tables" / TREES).read_text(encoding="utf-8")
    raw = cast("dict[str, Any]", json.loads(text))
    return {
        name: Family(
            names=tuple(row["figures"]),
            base=float(row["base"]),
            trees=tuple(Tree(*(tuple(column) for column in tree)) for tree in row["trees"]),
            threshold=float(row["threshold"]),
        )
        for name, row in raw["families"].items()
    }


def chance(candidate: Candidate) -> float:
    """The likelihood that a candidate is a conflict, 0 to 1."""
    if candidate.family in RULED:
        return RULED[candidate.family]
    likely = load_families()[candidate.family].chance(candidate.figures)
    return max(likely, SLIP) if _is_clear_slip(candidate) else likely


def _is_clear_slip(candidate: Candidate) -> bool:
    """Swapped digits or a lost nought in figures of one unit, or that count the same thing, are no chance meeting."""
    figures = candidate.figures
    if not figures.get("slip") or not figures["single"] or candidate.facts is None:
        return False
    measured = candidate.facts[0].unit is not None or candidate.facts[0].kind in {"percent", "time"}
    return measured or figures["head"] >= 0.7


def threshold(family: str) -> float:
    """From which likelihood a candidate of a family is shown as a conflict."""
    return load_families()[family].threshold if family not in RULED else 0.0
