"""Which measured pairs are told as links, which as perhaps related, of what kind and how surely: by words alone, or
with a second opinion by vectors.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from storyreader.alignment.model import load_model
from storyreader.alignment.pair_features import anchors
from storyreader.alignment.profiles import Profiles
from storyreader.semantic import LexicalScore, SentenceEncoder, load_semantic_model, semantic_pairs

IndexPair = tuple[int, int]
Kind = Literal["same", "reworded", "partial", "related"]


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A kept pair: its kind and its score, the chance in percent that the two tell (part of) the same thing."""

    kind: Kind
    score: float


def chances_by_words(measured: Mapping[IndexPair, Sequence[float]], *, across: bool) -> dict[IndexPair, float]:
    """How likely each pair tells (part of) the same thing, 0 to 1. `across`: two languages."""
    model = load_model()
    linked = model.across if across else model.linked
    return {pair: linked.probability(features) for pair, features in measured.items()}


def score_by_words(
    measured: Mapping[IndexPair, Sequence[float]], chances: Mapping[IndexPair, float], alone: bool, across: bool
) -> dict[IndexPair, ScoredPair]:
    """The pairs that the trained weights keep, by their chances.

    `alone`: two single sentences are laid side by side, whose languages are not sure; whoever does that has a reason
    to, so that what is perhaps related is told as a link. `across`: two languages.
    """
    model = load_model()
    if alone and across:
        chances = chances_by_words(measured, across=False)
    least = model.related if alone else model.across.threshold if across else model.linked.threshold
    least_whole = model.alone if alone else model.whole.threshold
    judged: dict[IndexPair, ScoredPair] = {}
    for pair, chance in chances.items():
        if chance >= least:
            whole = model.whole.probability(measured[pair]) >= least_whole
            judged[pair] = ScoredPair("reworded" if whole else "partial", _score(chance))
        elif chance >= model.related and (alone or not across):
            judged[pair] = ScoredPair("related", _score(chance))
    return judged


def score_semantically(
    profiles: Profiles,
    measured: Mapping[IndexPair, Sequence[float]],
    left: Sequence[str],
    right: Sequence[str],
    encoder: SentenceEncoder,
) -> tuple[dict[IndexPair, ScoredPair], dict[IndexPair, float]]:
    """The pairs that are kept when sentence vectors are asked too, and their cosines, -1 to 1.

    What words say is among the figures that the model weighs.
    """
    words = load_model()
    worded = {
        pair: LexicalScore(
            _log_odds(words.linked.probability(features)),
            _log_odds(words.whole.probability(features)),
            *anchors(profiles, pair),
        )
        for pair, features in measured.items()
    }
    pairs, features, cosines = semantic_pairs(worded, encoder.vectors(left), encoder.vectors(right))
    model = load_semantic_model(across=profiles.languages[0] != profiles.languages[1])
    judged: dict[IndexPair, ScoredPair] = {}
    for pair, row in zip(pairs, map(model.row, features), strict=True):
        chance = model.linked.probability(row)
        if chance >= model.linked.threshold:
            whole = model.whole.probability(row) >= model.whole.threshold
            judged[pair] = ScoredPair("reworded" if whole else "partial", _score(chance))
        elif chance >= model.related:
            judged[pair] = ScoredPair("related", _score(chance))
    return judged, {pair: cosines[pair] for pair in judged}


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))


def _score(chance: float) -> float:
    """The chance in percent, one digit behind the point. 100 is for the same text."""
    return round(min(99.0, 100 * chance), 1)
