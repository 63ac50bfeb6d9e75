"""Logistic regression as it was trained: a weighted sum of features read as a probability, in plain Python."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul


@dataclass(frozen=True, slots=True)
class Logistic:
    """One model: bias, a weight for each feature, and the probability from which it says yes."""

    bias: float
    weights: tuple[float, ...]
    threshold: float

    def probability(self, features: Sequence[float]) -> float:
        """How sure the model is, 0 to 1."""
        total = self.bias + math.fsum(map(mul, self.weights, features))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
