"""Evaluates boosted decision trees in plain Python: the weights are data, the sums are ours, no library is needed.

Packed, a tree is a run of bytes, base 85: a split is its feature and the number of its threshold among the feature's
thresholds, then its low and its high branch; a leaf is 255 and a signed 16-bit value in units of 1/LEAF_UNIT. A row
whose feature is not above the threshold goes to the low branch.
"""

from base64 import b85decode
from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Any

LEAF = 255
LEAF_UNIT = 4096
GROUP = 10
"""Trees that are asked before it is looked whether the rest can still matter."""

Node = Any
"""A number for a leaf, or (feature, threshold, low branch, high branch)."""


class Trees:
    """A sum of trees, read as a probability."""

    __slots__ = ("_base", "_bounds", "_trees")

    def __init__(self, base: float, trees: Sequence[Node]) -> None:
        self._base = base
        self._trees = trees
        self._bounds: list[float] = []

    def score(self, row: Sequence[float]) -> float:
        """The probability for one row of features, 0 to 1."""
        total = self._base
        for tree in self._trees:
            node = tree
            while type(node) is tuple:
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high
            total += node
        return _probability(total)

    def score_from(self, row: Sequence[float], threshold: float) -> float:
        """The same where it reaches the threshold (0 to 1, exclusive); else only that it is below, at less cost."""
        least = log(threshold / (1 - threshold))
        bounds = self._bounds = self._bounds or self._upper_bounds()
        total = self._base
        for number, tree in enumerate(self._trees):
            if number % GROUP == 0 and total + bounds[number // GROUP] < least:
                return _probability(total + bounds[number // GROUP])
            total += _leaf(tree, row)
        return _probability(total)

    def _upper_bounds(self) -> list[float]:
        """For each group of trees the most that it and those behind it can add."""
        most, found = 0.0, []
        for start in reversed(range(0, len(self._trees), GROUP)):
            most += sum(_highest(tree) for tree in self._trees[start : start + GROUP])
            found.append(most)
        return found[::-1]


def _leaf(node: Node, row: Sequence[float]) -> float:
    """The value of the leaf that a row falls into."""
    while type(node) is tuple:
        feature, threshold, low, high = node
        node = low if row[feature] <= threshold else high
    value: float = node
    return value


def _highest(node: Node) -> float:
    return max(_highest(node[2]), _highest(node[3])) if type(node) is tuple else float(node)


def _probability(total: float) -> float:
    return 1.0 / (1.0 + exp(-total)) if total > -30 else 0.0


def unpack(data: Mapping[str, Any]) -> Trees:
    """Read trees from packed bytes: {"base", "thresholds": [[...] a feature], "trees": [base-85 text]}."""
    return Trees(data["base"], [_node(iter(b85decode(text)), data["thresholds"]) for text in data["trees"]])


def from_columns(base: float, trees: Sequence[Sequence[Sequence[float]]]) -> Trees:
    """Read trees whose nodes are columns: feature (-1 for a leaf), threshold, low and high node, value."""
    return Trees(base, [_node_of(columns, 0) for columns in trees])


def _node_of(columns: Sequence[Sequence[float]], number: int) -> Node:
    features, thresholds, low, high, values = columns
    if features[number] < 0:
        return values[number]
    branches = (_node_of(columns, int(branch[number])) for branch in (low, high))
    return (int(features[number]), thresholds[number], *branches)


def _node(codes: Any, thresholds: Sequence[Sequence[float]]) -> Node:
    feature = next(codes)
    if feature == LEAF:
        return int.from_bytes((next(codes), next(codes)), "big", signed=True) / LEAF_UNIT
    threshold = thresholds[feature][next(codes)]
    low = _node(codes, thresholds)
    return (feature, threshold, low, _node(codes, thresholds))
