"""How likely a candidate is a conflict: boosted trees (Friedman 2001) over its figures, in plain Python.

The trees are trained by benchmarks/facts/train.py; they live in data/conflict_trees.json with what they reached.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from storyreader.contradiction.one_claim import ONE_STATEMENT
from storyreader.contradiction.slot_features import Candidate, Features
from storyreader.facts import moments
from storyreader.learned import Trees, from_columns

TREES = "conflict_trees.json"
SLIP = 0.75
"""The least likelihood of figures that differ like a slip of the pen; training has too few of them to learn it.
The same for a "not" that is all that differs, for another family name in the same place, for two ages of one person.
"""
SAME_COUNT = 0.7
"""How far what two figures of a toll count must agree: two women of three people killed are no contradiction."""
MOST_CAPITALS = 0.6
"""Share of words with a capital from which a sentence is a headline, where names cannot be told from verbs."""
ONE_WORD_APART = 0.6
"""Share of content words in common from which two sentences that differ in one name differ in nothing else."""
LEAST_RUN = 3
"""Words in a row that agree, where only a negator was put in."""


@dataclass(frozen=True, slots=True)
class Family:
    """The model of one family of candidates: names of the features, trees, threshold (0 to 1)."""

    names: tuple[str, ...]
    trees: Trees
    threshold: float

    def chance(self, features: Features) -> float:
        """The likelihood of a conflict, 0 to 1; where it cannot reach the threshold any more, only that it is below."""
        return self.trees.score_from([features[name] for name in self.names], self.threshold)


@cache
def load_families() -> dict[str, Family]:
    """The models by family."""
    text = (resources.files(__package__) / "data" / TREES).read_text(encoding="utf-8")
    raw = cast("dict[str, Any]", json.loads(text))
    return {
        name: Family(tuple(row["features"]), from_columns(row["base"], row["trees"]), row["threshold"])
        for name, row in raw["families"].items()
    }


def chance(candidate: Candidate) -> float:
    """The likelihood that a candidate is a conflict, 0 to 1."""
    return max(load_families()[candidate.family].chance(candidate.features), least_chance(candidate))


def least_chance(candidate: Candidate) -> float:
    """The likelihood that a candidate has whatever the trees say: 0 for most."""
    clear = (
        _is_clear_slip(candidate)
        or _is_only_negated(candidate)
        or _is_other_family(candidate)
        or _is_other_toll(candidate)
        or _is_other_hour(candidate)
        or _is_other_age(candidate)
    )
    return SLIP if clear else 0.0


def _is_other_toll(candidate: Candidate) -> bool:
    """Whether each side has one figure, of dead or injured people of one event, and the figures differ; or both have
    one of the same people out of a group.
    """
    features = candidate.features
    if candidate.family != "value" or not features["plain"] or features["bounded"] or features["approx"]:
        return False
    alone = features["toll"] and features["crowd"] == 1.0 and features["head"] >= SAME_COUNT
    return bool(alone or (features["share"] and features["head"] == 1.0))


def _is_other_hour(candidate: Candidate) -> bool:
    """Whether each side has one time of day with its zone, between words that agree: two moments."""
    features = candidate.features
    if candidate.facts is None or candidate.facts[0].kind != "time":
        return False
    return bool(features["tight"] and features["crowd"] == 1.0) and all(moments(fact) for fact in candidate.facts)


def _is_other_age(candidate: Candidate) -> bool:
    """Whether two ages of one person are told in one statement: in another one they are of another year."""
    features = candidate.features
    return bool(features.get("one person")) and features["whole"] >= ONE_STATEMENT


def _is_other_family(candidate: Candidate) -> bool:
    """Whether one family name became another between words that agree, or one name of a word another and nothing else
    differs; and not in a headline.
    """
    features = candidate.features
    if candidate.family != "name" or features["misspelt"] or not features["tight"]:
        return False
    alone = features["one word"] and features["exact"] and features["whole"] >= ONE_WORD_APART
    proper = alone and not (
        features["institution"] or features["acronym"] or features["nation"] or features["one land"]
    )
    return bool(features["family name"] or proper) and features["headline"] < MOST_CAPITALS


def _is_only_negated(candidate: Candidate) -> bool:
    """Whether a negator is all that was put between words that agree, and what is negated is said."""
    features = candidate.features
    plain = candidate.family == "polarity" and not features["others"] and not features["implicit"]
    return plain and features["inserted"] == features["next"] == 1.0 and features["run"] >= LEAST_RUN


def _is_clear_slip(candidate: Candidate) -> bool:
    """Swapped digits or a lost nought in figures of one unit, or that count the same thing, are no chance meeting."""
    features = candidate.features
    if not features.get("slip") or not features["single"] or candidate.facts is None:
        return False
    measured = candidate.facts[0].unit is not None or candidate.facts[0].kind in {"percent", "time"}
    return measured or features["head"] >= 0.7


def threshold(family: str) -> float:
    """From which likelihood a candidate of a family is shown as a conflict."""
    return load_families()[family].threshold
