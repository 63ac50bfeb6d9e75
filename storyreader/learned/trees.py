"""Evaluates boosted decision trees in plain Python: the weights are data, the sums are ours, no library is needed.

On disk a tree is a run of bytes, base 85: a split is its feature and the number of its threshold among the feature's
thresholds, then its low and its high branch; a leaf is 255 and a signed 16-bit value in units of 1/LEAF_UNIT. A row
whose feature is not above the threshold goes to the low branch.
"""

from base64 import b85decode
from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

LEAF = 255
LEAF_UNIT = 4096

Node = Any
"""A number for a leaf, or (feature, threshold, low branch, high branch)."""


class Trees:
    """A sum of trees, read as a probability."""

    __slots__ = ("_base", "_trees")

    def __init__(self, base: float, trees: Sequence[Node]) -> None:
        self._base = base
        self._trees = trees

    def score(self, row: Sequence[float]) -> float:
        """Return the probability for one row of features, 0 to 1."""
        total = self._base
        for tree in self._trees:
            node = tree
            while type(node) is tuple:
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high
            total += node
        return 1.0 / (1.0 + exp(-total)) if total > -30 else 0.0


def unpack(data: Mapping[str, Any]) -> Trees:
    """Read trees from their form on disk: {"base", "thresholds": [[...] a feature], "trees": [base-85 text]}."""
    return Trees(data["base"], [_node(iter(b85decode(text)), data["thresholds"]) for text in data["trees"]])


def _node(codes: Any, thresholds: Sequence[Sequence[float]]) -> Node:
    feature = next(codes)
    if feature == LEAF:
        return int.from_bytes((next(codes), next(codes)), "big", signed=True) / LEAF_UNIT
    threshold = thresholds[feature][next(codes)]
    low = _node(codes, thresholds)
    return (feature, threshold, low, _node(codes, thresholds))
