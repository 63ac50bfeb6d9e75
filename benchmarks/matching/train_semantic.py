"""Train the second opinion by sentence vectors and write storyreader/semantic/data/semantic_weights.json.

    python -m benchmarks.matching.train_semantic EVAL_DIR [--write]

Needs the extras "bench" and "semantic". The data are those of train.py whose figures are measured there. What words
say of a pair comes from weights that never saw its story; F1 is printed for stories not seen, with words alone and
with vectors, and for vectors without words, which is what two languages have. Vectors are kept in a temporary file.
"""

import argparse
import json
import pickle
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.matching import train as words
from storyreader.alignment import outline
from storyreader.alignment.pair_features import anchors, measure
from storyreader.semantic.encoder import SmallE5
from storyreader.semantic.pairs import ACROSS, FEATURES, IndexPair, LexicalScore, semantic_pairs

TABLE = words.TABLE.parents[2] / "semantic" / "data" / "semantic_weights.json"
WEIGHTS = {"align_stories_dev": 8.0, "align_basilhand_dev": 4.0, "labels": 4.0, "align_superpal_dev": 4.0,
           "align_ecbmix_dev": 1.0}  # fmt: skip


RIGHT_ACROSS = 0.8
"""Share of right links that is asked for across languages, where vectors are measured on pairs of one language: of
those told on the sample stories in two languages all are right.
"""


@dataclass
class Told:
    """One pair of articles: its sentences and gold labels, beside the measured document of train.py."""

    document: words.Document
    left: list[str]
    right: list[str]
    gold: dict[IndexPair, int]
    ignored: set[IndexPair]
    judged: list[set[int] | None]


def read(folder: Path) -> list[Told]:
    """All pairs of articles of the measured sets."""
    found = []
    for source in words.MEASURED:
        records = words.records_of(folder, source)
        for record, document in zip(records, words.read(folder, source), strict=True):
            gold = {(pair[0], pair[1]): 2 if pair[2] == "aligned" else 1 for pair in record["pairs"]}
            ignored = {(pair[0], pair[1]) for pair in record.get("ignore", ())}
            judged = [set(record[name]) if name in record else None for name in ("judged_a", "judged_b")]
            found.append(Told(document, record["a"], record["b"], gold, ignored, judged))
    return found


def vectors_of(told: list[Told]) -> dict[str, Any]:
    """A vector for every sentence, worked out once and kept."""
    file = Path(tempfile.gettempdir()) / "storyreader-vectors.pickle"
    known: dict[str, Any] = pickle.loads(file.read_bytes()) if file.exists() else {}
    missing = [t for t in dict.fromkeys(t for one in told for t in (*one.left, *one.right)) if t not in known]
    if missing:
        known |= dict(zip(missing, SmallE5().vectors(missing), strict=True))
        file.write_bytes(pickle.dumps(known))
    return known


def log_odds(chances: Any) -> Any:
    """Probabilities as log odds."""
    kept = np.clip(chances, 1e-3, 1 - 1e-3)
    return np.log(kept / (1 - kept))


def opinions(told: list[Told], others: list[words.Document], vectors: dict[str, Any]) -> list[words.Document]:
    """Documents whose features are FEATURES, from models of words that never saw the story."""
    documents = [one.document for one in told]
    scale = words.calibration(documents, words.cross_validated(documents + others, 1))
    result: list[words.Document] = []
    for fold in range(words.FOLDS):
        learnt = [document for document in documents if document.fold != fold] + others
        models = [words.fit(learnt, least) for least in (1, 2)]
        models[0] = models[0].scaled(*scale)
        result += [opinion(one, models, vectors) for one in told if one.document.fold == fold]
    return result


def opinion(one: Told, models: list[words.Fitted], vectors: dict[str, Any]) -> words.Document:
    """One document with FEATURES as features."""
    profiles, measured = measure(outline(one.left), outline(one.right))
    pairs = sorted(measured)
    features = np.array([measured[pair] for pair in pairs]).reshape(len(pairs), -1)
    said = [log_odds(model.probabilities(features)) for model in models]
    worded = {
        pair: LexicalScore(float(linked), float(whole), *anchors(profiles, pair))
        for pair, linked, whole in zip(pairs, *said, strict=True)
    }
    sides = [np.vstack([vectors[text] for text in side]) for side in (one.left, one.right)]
    pairs, rows, _ = semantic_pairs(worded, *sides)
    scored = [
        pair not in one.ignored and all(known is None or pair[side] in known for side, known in enumerate(one.judged))
        for pair in pairs
    ]
    old = one.document
    return words.Document(
        old.source, old.identity, old.fold, np.array(rows), np.array([one.gold.get(pair, 0) for pair in pairs]),
        np.array(scored), old.linked, old.whole,
    )  # fmt: skip


def fit(documents: list[words.Document], least: int, columns: list[int]) -> words.Fitted:
    """One logistic model over some of the features."""
    features = np.vstack([d.features[d.scored] for d in documents])[:, columns]
    labels = np.concatenate([d.labels[d.scored] for d in documents]) >= least
    weights = np.concatenate([np.full(d.scored.sum(), WEIGHTS[d.source]) for d in documents])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(C=words.STRENGTH, max_iter=2000)
    model.fit((features - mean) / spread, labels, sample_weight=weights)
    scaled = model.coef_[0] / spread
    return words.Fitted(float(model.intercept_[0] - (scaled * mean).sum()), scaled)


def cross_validated(documents: list[words.Document], least: int, columns: list[int]) -> dict[str, Any]:
    """The chances of every pair from models that never saw its story."""
    chances: dict[str, Any] = {}
    for fold in range(words.FOLDS):
        model = fit([d for d in documents if d.fold != fold], least, columns)
        chances |= {
            d.source + d.identity: model.probabilities(d.features[:, columns]) for d in documents if d.fold == fold
        }
    return chances


def train(
    documents: list[words.Document], least: int, names: tuple[str, ...]
) -> tuple[words.Fitted, float, dict[str, float]]:
    """Cross-validate by story, print, choose the thresholds, fit on everything.

    Chances of being linked are calibrated as those of words are.
    """
    columns = [FEATURES.index(name) for name in names]
    chances = cross_validated(documents, least, columns)
    slope, shift = words.calibration(documents, chances) if least == 1 else (1.0, 0.0)
    chances = words.scaled_chances(chances, slope, shift)
    thresholds, curves = words.curve(documents, chances, least)
    best = words.middle(np.mean(list(curves.values()), axis=0))
    print(f"    threshold {thresholds[best]:.2f}", {name: round(float(v[best]), 3) for name, v in curves.items()})
    threshold = float(thresholds[best])
    others: dict[str, float] = {}
    if least == 1:
        others = {"related": round(threshold, 3)}
        threshold = words.limit(documents, chances, RIGHT_ACROSS if names == ACROSS else words.RIGHT)
    return fit(documents, least, columns).scaled(slope, shift), threshold, others


def main() -> None:
    """Train, print, perhaps write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    told = read(given.folder)
    others = [
        document
        for source in words.SETS
        if source not in words.MEASURED
        for document in words.read(given.folder, source)
    ]
    documents = opinions(told, others, vectors_of(told))
    about = "logistic weights of the second opinion; benchmarks/matching/train_semantic.py writes this file"
    result: dict[str, Any] = {"about": about}
    cases = {"words alone": ("words",), "within": FEATURES, "across": ACROSS}
    for case, names in cases.items():
        part: dict[str, Any] = {"features": names}
        for kind, least in (("linked", 1), ("whole", 2)):
            used = ("words as a whole",) if case == "words alone" and least == 2 else names
            print(case, kind)
            model, threshold, rest = train(documents, least, used)
            part |= rest
            weights = [round(float(weight), 5) for weight in model.weights]
            part[kind] = {"threshold": round(threshold, 3), "bias": round(model.bias, 5), "weights": weights}
        if case != "words alone":
            result[case] = part
    if given.write:
        TABLE.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
