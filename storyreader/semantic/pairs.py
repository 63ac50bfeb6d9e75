"""What vectors add to measured pairs: further candidates, and a second opinion on each pair.

The second opinion is a small logistic model over what the words said and how a pair's cosine stands among the cosines
of its row and column: cosines of this model are all high, only their differences tell. For two languages, where words
hardly tell anything, there is a model of its own. Weights are written by benchmarks/matching/train_semantic.py.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from storyreader.learned import Logistic

IndexPair = tuple[int, int]
PARTNERS = 4
"""So many partners of most alike meaning are looked at for each sentence, beside those that words suggest."""
FLOOR = -7.0
"""What words say of a pair they did not suggest, as log odds."""
FEATURES = (
    "words", "words as a whole", "cosine", "centred", "margin, smaller", "margin, larger", "centred above words",
    "shared numbers", "shared names", "place apart",
)  # fmt: skip
ACROSS = ("cosine", "centred", "margin, smaller", "margin, larger", "shared numbers", "shared names", "place apart")
"""The features that tell something of two languages."""


@dataclass(frozen=True, slots=True)
class LexicalScore:
    """What words say of a pair, as log odds that it is linked and that it is linked as a whole; shared anchors."""

    linked: float
    whole: float
    numbers: int
    names: int


NOTHING = LexicalScore(FLOOR, FLOOR, 0, 0)


def semantic_pairs(
    worded: Mapping[IndexPair, LexicalScore], left: Any, right: Any
) -> tuple[list[IndexPair], list[tuple[float, ...]], dict[IndexPair, float]]:
    """The pairs worth judging in order, their features in the order of FEATURES, and their cosines, 0 to 1.

    `left` and `right` are arrays of vectors. Swapping them gives the same features.
    """
    import numpy as np

    cosines = left @ right.T
    rows, columns, whole = cosines.mean(axis=1), cosines.mean(axis=0), float(cosines.mean())
    wanted = set(worded) | _nearest(cosines, np)
    tops = [np.sort(np.partition(table, -2, axis=1)[:, -2:], axis=1) if table.shape[1] > 1 else
            np.hstack([np.full_like(table, whole), table]) for table in (cosines, cosines.T)]  # fmt: skip
    pairs = sorted(wanted)
    features: list[tuple[float, ...]] = []
    found: dict[IndexPair, float] = {}
    for one, other in pairs:
        cosine = float(cosines[one, other])
        found[one, other] = cosine
        centred = cosine - float(rows[one]) - float(columns[other]) + whole
        margins = sorted(
            cosine - float(top[place, 0] if cosine >= top[place, 1] else top[place, 1])
            for top, place in ((tops[0], one), (tops[1], other))
        )
        said = worded.get((one, other), NOTHING)
        apart = abs(one / max(1, len(left) - 1) - other / max(1, len(right) - 1))
        features.append(
            (said.linked, said.whole, cosine, 10 * centred, 10 * margins[0], 10 * margins[1],
             10 * centred * (said.linked > FLOOR), float(min(3, said.numbers)), float(min(3, said.names)), apart)
        )  # fmt: skip
    return pairs, features, found


def _nearest(cosines: Any, np: Any) -> set[IndexPair]:
    """The most alike partners of each row and column."""
    found: set[IndexPair] = set()
    for table, swapped in ((cosines, False), (cosines.T, True)):
        count = min(PARTNERS, table.shape[1])
        if not count:
            continue
        for one, others in enumerate(np.argpartition(-table, count - 1, axis=1)[:, :count].tolist()):
            found.update((other, one) if swapped else (one, other) for other in others)
    return found


@dataclass(frozen=True, slots=True)
class SemanticModel:
    """Two models each for one language and across two: `linked` and `whole`; with the features they read.

    Below the threshold of `linked`, but from `related` on, a pair is perhaps related.
    """

    linked: Logistic
    related: float
    whole: Logistic
    features: tuple[str, ...]

    def row(self, features: Sequence[float]) -> tuple[float, ...]:
        """The features that this model reads."""
        return tuple(features[FEATURES.index(name)] for name in self.features)


@cache
def load_semantic_model(across: bool) -> SemanticModel:
    """Read the weights, for two languages or for one."""
    text = (resources.files(__package__) / "data" / "semantic_weights.json").read_text(encoding="utf-8")
    raw = json.loads(text)["across" if across else "within"]
    names = tuple(raw["features"])
    scales = [
        Logistic(part["bias"], tuple(part["weights"]), part["threshold"]) for part in (raw["linked"], raw["whole"])
    ]
    return SemanticModel(scales[0], raw["related"], scales[1], names)
