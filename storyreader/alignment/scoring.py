"""Which measured pairs are kept, of what kind and how surely: by words alone, or with a second opinion by vectors."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from storyreader.alignment.model import load_model
from storyreader.alignment.pair_features import anchors
from storyreader.alignment.profiles import Profiles
from storyreader.semantic import LexicalScore, SentenceEncoder, load_semantic_model, semantic_pairs

IndexPair = tuple[int, int]
Kind = Literal["same", "reworded", "partial"]


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A kept pair: its kind and its score, 0 to 100."""

    kind: Kind
    score: float


def score_by_words(
    measured: Mapping[IndexPair, Sequence[float]], alone: bool, across: bool
) -> dict[IndexPair, ScoredPair]:
    """The pairs that the trained weights keep.

    `alone`: two single sentences are laid side by side, whose languages are not sure. `across`: two languages.
    """
    model = load_model()
    least_whole = model.alone if alone else model.whole.threshold
    least = model.across if across and not alone else model.linked.threshold
    judged: dict[IndexPair, ScoredPair] = {}
    for pair, features in measured.items():
        chance = model.linked.probability(features)
        if chance >= least:
            whole = model.whole.probability(features) >= least_whole
            judged[pair] = ScoredPair("reworded" if whole else "partial", _score(chance, least))
    return judged


def score_semantically(
    profiles: Profiles,
    measured: Mapping[IndexPair, Sequence[float]],
    left: Sequence[str],
    right: Sequence[str],
    encoder: SentenceEncoder,
) -> tuple[dict[IndexPair, ScoredPair], dict[IndexPair, float]]:
    """The pairs that are kept when sentence vectors are asked too, and their cosines, -1 to 1.

    A pair that words are sure of is kept though the vectors do not see it, with the score that words give it.
    """
    words = load_model()
    said = {pair: words.linked.probability(features) for pair, features in measured.items()}
    worded = {
        pair: LexicalScore(
            _log_odds(said[pair]), _log_odds(words.whole.probability(features)), *anchors(profiles, pair)
        )
        for pair, features in measured.items()
    }
    pairs, features, cosines = semantic_pairs(worded, encoder.vectors(left), encoder.vectors(right))
    model = load_semantic_model(across=profiles.languages[0] != profiles.languages[1])
    judged: dict[IndexPair, ScoredPair] = {}
    for pair, row in zip(pairs, map(model.row, features), strict=True):
        chance, by_words = model.linked.probability(row), said.get(pair, 0.0)
        if chance >= model.linked.threshold or by_words >= model.sure:
            whole = model.whole.probability(row) >= model.whole.threshold
            seen = chance >= model.linked.threshold
            score = _score(chance, model.linked.threshold) if seen else _score(by_words, words.linked.threshold)
            judged[pair] = ScoredPair("reworded" if whole else "partial", score)
    return judged, {pair: cosines[pair] for pair in judged}


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))


def _score(chance: float, threshold: float) -> float:
    """The chance on a scale where the threshold is 50, one digit behind the point. 100 is for the same text."""
    return round(min(99.0, 50 + 50 * (chance - threshold) / (1 - threshold)), 1)
