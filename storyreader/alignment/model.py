"""The trained weights and how they are applied: two logistic models in plain Python.

One says whether two sentences tell (part of) the same thing, the other whether they tell the same as a whole. The
weights live in data/weights.json and are written by benchmarks/matching/train.py; they belong to one list of
features, and another list is refused.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from storyreader.alignment.context import CONTEXT_FEATURES
from storyreader.alignment.features import PAIR_FEATURES
from storyreader.learned import Logistic

FEATURES = (*PAIR_FEATURES, *CONTEXT_FEATURES)


@dataclass(frozen=True, slots=True)
class LinkModel:
    """`linked`: the pair tells (part of) the same thing; `whole`: it tells the same as a whole.

    The probability of `linked` is calibrated: of pairs told at .8, four of five are right. Below its threshold, but
    from `related` on, a pair is perhaps related. `alone` is the threshold of `whole` for two single sentences, which
    have no articles around them: whoever lays two sentences side by side has a reason to, and only the surer ones tell
    the same. `across` is `linked` for articles in two languages, which share names and figures only: the same ones say
    more there.
    """

    linked: Logistic
    related: float
    across: Logistic
    whole: Logistic
    alone: float


def feature_hash() -> str:
    """A name for the list of features; weights with another name were trained for other features."""
    return hashlib.sha256("\n".join(FEATURES).encode()).hexdigest()[:16]


@cache
def load_model() -> LinkModel:
    """Read the weights. ValueError when they were trained for another list of features."""
    raw = json.loads((resources.files(__package__) / "data" / "weights.json").read_text(encoding="utf-8"))
    if raw["features"] != feature_hash():
        raise ValueError("the weights were trained for other features; run benchmarks/matching/train.py")
    linked, whole = _logistic(raw["linked"]), _logistic(raw["whole"])
    related, foreign = raw["linked"]["related"], raw["linked"]["across"]
    across = Logistic(
        foreign["slope"] * linked.bias + foreign["shift"],
        tuple(foreign["slope"] * weight for weight in linked.weights),
        foreign["threshold"],
    )
    return LinkModel(linked, related, across, whole, raw["whole"]["threshold alone"])


def _logistic(raw: dict[str, Any]) -> Logistic:
    return Logistic(raw["bias"], tuple(raw["weights"][name] for name in FEATURES), raw["threshold"])
