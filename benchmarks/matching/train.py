"""Train the weights of the matcher on development data and write storyreader/alignment/data/weights.json.

    python benchmarks/matching/train.py EVAL_DIR

Needs scikit-learn (extra "bench"). EVAL_DIR/matching holds align_*.jsonl.gz with hand-aligned sentences and
pairs_msrp_train.jsonl.gz with sentence pairs; only development parts are read. labels.jsonl beside this file adds our
own reading of further development articles: sentence numbers only, the texts stay in EVAL_DIR; strangers.py adds pairs
of articles about different events. Real articles weigh most: they are the truest kind and the fewest. Figures printed
and stored are from models that never saw the story they are measured on. The weights are scaled so that the chances of
such models are right as often as they say (Platt 1999).
"""

import json
import re
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.matching.evaluate import records
from benchmarks.matching.strangers import strangers
from storyreader.alignment import outline
from storyreader.alignment.model import FEATURES, feature_hash
from storyreader.alignment.pair_features import measure

TABLE = Path(__file__).parents[2] / "storyreader" / "alignment" / "data" / "weights.json"
LABELS = Path(__file__).parent / "labels.jsonl"
SETS = {
    "align_stories_dev": 8.0,
    "align_basilhand_dev": 4.0,
    "labels": 4.0,
    "align_superpal_dev": 4.0,
    "align_ecbmix_train": 1.0,
    "align_ecbmix_dev": 1.0,
    "align_ecb_train": 0.15,
    "align_ecb_dev": 0.15,
    "strangers": 0.5,
}
"""Each set with the weight of one of its pairs."""
WEIGHTS = {**SETS, "pairs_msrp_train": 4.0}
MEASURED = ("align_stories_dev", "align_basilhand_dev", "labels", "align_superpal_dev", "align_ecbmix_dev")
CALIBRATED = ("align_stories_dev", "align_basilhand_dev", "labels")
"""Whole articles of one event, as readers have them: here a chance of .8 must be right four times of five."""
RIGHT = 0.88
"""Share of right links, mean of the calibrated sets, that is asked of what is told as a link: more than the .80 that
readers are promised, since stories from outside were found harder than these."""
PARAPHRASES = "pairs_msrp_train"
"""Single sentence pairs, same or only overlapping: they teach what is told as a whole, not what is linked."""
FOLDS = 4
_SMALL = re.compile(r"\b[a-z]+\b")
RIGHT_ACROSS = 0.75
"""Share of right links, mean of the sets, that is asked for where two articles share names and figures only."""
STRENGTH = 0.06
"""Inverse regularisation on features scaled to unit variance."""
FLAT = 0.01
"""A threshold that gives so much less F1 counts an e-th as much when the middle is taken."""


@dataclass
class Document:
    """One pair of articles: features (pairs x features), labels 0 none, 1 partial, 2 aligned, and which to use."""

    source: str
    identity: str
    fold: int
    features: Any
    labels: Any
    scored: Any
    linked: int
    whole: int


def labelled(folder: Path) -> list[dict[str, Any]]:
    """Our own labels (labels.jsonl: numbers only) joined to the texts of EVAL_DIR/matching/stories_basil_dev."""
    texts = {record["id"]: record["text"] for record in records(folder / "matching" / "stories_basil_dev.jsonl.gz")}
    return [
        {**row, "id": f"{row['story']}|{row['left']}|{row['right']}", "a": texts[row["left"]], "b": texts[row["right"]]}
        for row in records(LABELS)
    ]


def records_of(folder: Path, source: str) -> list[dict[str, Any]]:
    """The pairs of articles of one set."""
    if source == "strangers":
        return list(strangers(folder))
    return labelled(folder) if source == "labels" else records(folder / "matching" / f"{source}.jsonl.gz")


def foreign(text: str) -> str:
    """A text with every word in small letters turned round: what is left in common are names and figures."""
    return _SMALL.sub(lambda word: word.group()[::-1] + "q", text)


def read(folder: Path, source: str, apart: bool = False) -> list[Document]:
    """Measure all pairs of articles of one set; `apart`: as if they were in two languages."""
    documents = []
    for place, record in enumerate(records_of(folder, source)):
        _, measured = measure(outline(record["a"]), outline([foreign(text) if apart else text for text in record["b"]]))
        keys = sorted(measured)
        gold = {(pair[0], pair[1]): 2 if pair[2] == "aligned" else 1 for pair in record["pairs"]}
        ignored = {(pair[0], pair[1]) for pair in record.get("ignore", ())}
        judged = [set(record[name]) if name in record else None for name in ("judged_a", "judged_b")]

        def scored(pair: tuple[int, int], ignored: Any = ignored, judged: Any = judged) -> bool:
            sides = all(known is None or pair[side] in known for side, known in enumerate(judged))
            return pair not in ignored and sides

        counted = {pair: label for pair, label in gold.items() if scored(pair)}
        documents.append(
            Document(
                source=source,
                identity=record["id"],
                fold=_fold(source, record["id"], place),
                features=np.array([measured[key] for key in keys]).reshape(len(keys), len(FEATURES)),
                labels=np.array([gold.get(key, 0) for key in keys], dtype=int),
                scored=np.array([scored(key) for key in keys], dtype=bool),
                linked=len(counted),
                whole=sum(label == 2 for label in counted.values()),
            )
        )
    return documents


def read_paraphrases(folder: Path) -> list[Document]:
    """Measure all sentence pairs, each as a pair of articles of one sentence."""
    documents = []
    for place, record in enumerate(records(folder / "matching" / f"{PARAPHRASES}.jsonl.gz")):
        _, measured = measure(outline([record["s1"]]), outline([record["s2"]]))
        label = 2 if record["label"] == "same" else 1
        documents.append(
            Document(
                source=PARAPHRASES,
                identity=record["id"],
                fold=place % FOLDS,
                features=np.array(list(measured.values())).reshape(len(measured), len(FEATURES)),
                labels=np.full(len(measured), label),
                scored=np.ones(len(measured), dtype=bool),
                linked=1,
                whole=int(label == 2),
            )
        )
    return documents


def _fold(source: str, identity: str, place: int) -> int:
    """Pairs of articles of one story stay together; ECB+ development topics are one fold; training parts have none."""
    if source.endswith("_train"):
        return -1
    if source.startswith("align_ecb"):
        return 0
    if source == "align_stories_dev":
        return place % FOLDS
    story = identity.split("/")[1] if source == "align_basilhand_dev" else identity.split("|", maxsplit=1)[0]
    return zlib.crc32(story.encode()) % FOLDS


@dataclass
class Fitted:
    """A logistic model on raw features."""

    bias: float
    weights: Any

    def probabilities(self, features: Any) -> Any:
        """The probability of each row."""
        return 1 / (1 + np.exp(-(features @ self.weights + self.bias)))

    def scaled(self, slope: float, shift: float) -> "Fitted":
        """The model whose log odds are those of this one, scaled and shifted."""
        return Fitted(slope * self.bias + shift, slope * self.weights)


def fit(documents: list[Document], least: int) -> Fitted:
    """Fit one model: label `least` or more against the rest.

    Single pairs have no articles around them, so that many features say something else there: they get a bias of their
    own, which is not kept, since their threshold is chosen without it.
    """
    used = [document for document in documents if document.scored.any()]
    features = np.vstack([document.features[document.scored] for document in used])
    labels = np.concatenate([document.labels[document.scored] for document in used]) >= least
    weights = np.concatenate([np.full(document.scored.sum(), WEIGHTS[document.source]) for document in used])
    alone = np.concatenate([np.full(document.scored.sum(), document.source == PARAPHRASES) for document in used])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(np.column_stack([(features - mean) / spread, alone]), labels, sample_weight=weights)
    scaled = model.coef_[0][:-1] / spread
    return Fitted(float(model.intercept_[0] - (scaled * mean).sum()), scaled)


def curve(
    documents: list[Document], chances: dict[str, Any], least: int, sources: Sequence[str] = MEASURED
) -> tuple[Any, dict[str, Any]]:
    """F1 at every threshold, for each measured set."""
    thresholds = np.arange(0.05, 0.95, 0.01)
    curves = {}
    for source in sources:
        own = [document for document in documents if document.source == source]
        values = np.concatenate([chances[document.source + document.identity][document.scored] for document in own])
        truth = np.concatenate([document.labels[document.scored] for document in own]) >= least
        total = sum(document.linked if least == 1 else document.whole for document in own)
        said = values[None, :] >= thresholds[:, None]
        curves[source] = 2 * (said & truth).sum(axis=1) / (said.sum(axis=1) + total)
    return thresholds, curves


def pooled(documents: list[Document], chances: dict[str, Any], sources: Sequence[str]) -> tuple[Any, Any, Any]:
    """The chances of all scored pairs of some sets, whether they are linked, and what each counts."""
    own = [document for document in documents if document.source in sources and document.scored.any()]
    return (
        np.concatenate([chances[d.source + d.identity][d.scored] for d in own]),
        np.concatenate([d.labels[d.scored] for d in own]) >= 1,
        np.concatenate([np.full(d.scored.sum(), WEIGHTS[d.source]) for d in own]),
    )


def calibration(documents: list[Document], chances: dict[str, Any]) -> tuple[float, float]:
    """Slope and shift of the log odds with which chances say how often they are right (Platt 1999)."""
    values, truth, weights = pooled(documents, chances, CALIBRATED)
    odds = log_odds(values)[:, None]
    model = LogisticRegression(C=1e6).fit(odds, truth, sample_weight=weights)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def log_odds(chances: Any) -> Any:
    """Probabilities as log odds."""
    kept = np.clip(chances, 1e-6, 1 - 1e-6)
    return np.log(kept / (1 - kept))


def scaled_chances(chances: dict[str, Any], slope: float, shift: float) -> dict[str, Any]:
    """Chances whose log odds are scaled and shifted."""
    return {name: 1 / (1 + np.exp(-(slope * log_odds(values) + shift))) for name, values in chances.items()}


def shares_right(
    documents: list[Document], chances: dict[str, Any], sources: Sequence[str], thresholds: Any
) -> list[Any]:
    """Of each set the share of right links among those told, for each threshold."""
    shares = []
    for source in sources:
        values, truth, _ = pooled(documents, chances, (source,))
        said = values[None, :] >= thresholds[:, None]
        shares.append((said & truth).sum(axis=1) / np.maximum(1, said.sum(axis=1)))
    return shares


def limit(documents: list[Document], chances: dict[str, Any], right: float = RIGHT) -> float:
    """From which chance links of the calibrated sets are right often enough."""
    thresholds = np.arange(0.3, 0.95, 0.01)
    shares = shares_right(documents, chances, CALIBRATED, thresholds)
    return float(thresholds[int(np.argmax(np.mean(shares, axis=0) >= right))])


def told(documents: list[Document], chances: dict[str, Any], least: float) -> dict[str, tuple[float, float]]:
    """Precision and recall of each measured set from a chance on."""
    figures = {}
    for source in MEASURED:
        values, truth, _ = pooled(documents, chances, (source,))
        right = int((truth & (values >= least)).sum())
        total = sum(document.linked for document in documents if document.source == source)
        figures[source] = round(right / max(1, int((values >= least).sum())), 3), round(right / total, 3)
    return figures


def reliability(documents: list[Document], chances: dict[str, Any]) -> dict[str, tuple[float, float, int]]:
    """For each tenth of the chances of the calibrated sets the mean chance, the share that is right, how many."""
    values, truth, _ = pooled(documents, chances, CALIBRATED)
    table = {}
    for low in np.arange(0.2, 1.0, 0.1):
        inside = (values >= low) & (values < low + 0.1)
        if inside.any():
            mean, right = round(float(values[inside].mean()), 3), round(float(truth[inside].mean()), 3)
            table[f"{low:.1f}"] = (mean, right, int(inside.sum()))
    return table


def middle(means: Any) -> int:
    """Which threshold to take: the mean of all, each by how good it is, since the highest of a flat top is chance."""
    return round(float(np.average(np.arange(len(means)), weights=np.exp((means - means.max()) / FLAT))))


def best_alone(documents: list[Document], chances: dict[str, Any]) -> tuple[float, float]:
    """The threshold at which single pairs are told best, and the accuracy there; cross-validated chances."""
    own = [document for document in documents if document.source == PARAPHRASES]
    said = np.array([max(chances[document.source + document.identity], default=0.0) for document in own])
    truth = np.array([bool(document.whole) for document in own])
    thresholds = np.arange(0.05, 0.95, 0.01)
    accuracy = ((said[None, :] >= thresholds[:, None]) == truth).mean(axis=1)
    best = round(float(np.mean(np.flatnonzero(accuracy >= accuracy.max() - 0.002))))
    return float(thresholds[best]), float(accuracy[best])


def across_languages(folder: Path, model: Fitted) -> dict[str, float]:
    """How the chances are scaled, and from which on links are right often enough, where two articles share names and
    figures only: measured on articles made foreign to each other.
    """
    documents = [document for source in MEASURED for document in read(folder, source, apart=True)]
    chances = {d.source + d.identity: model.probabilities(d.features) for d in documents}
    slope, shift = calibration(documents, chances)
    chances = scaled_chances(chances, slope, shift)
    thresholds = np.arange(0.05, 0.95, 0.01)
    shares = shares_right(documents, chances, MEASURED, thresholds)
    place = int(np.argmax(np.mean(shares, axis=0) >= RIGHT_ACROSS))
    print(f"across languages threshold {thresholds[place]:.2f}, right", [round(float(s[place]), 2) for s in shares])
    return {"slope": round(slope, 5), "shift": round(shift, 5), "threshold": round(float(thresholds[place]), 3)}


def cross_validated(documents: list[Document], least: int) -> dict[str, Any]:
    """The chances of every measured pair from models that learnt from other stories."""
    chances = {}
    for fold in range(FOLDS):
        model = fit([document for document in documents if document.fold != fold], least)
        for document in documents:
            if document.fold == fold:
                chances[document.source + document.identity] = model.probabilities(document.features)
    return chances


def train(documents: list[Document], least: int) -> tuple[Fitted, float, dict[str, Any]]:
    """Cross-validate by story, choose one threshold for all sets, fit on everything.

    With single pairs among the documents the figures hold their own threshold and accuracy too.
    """
    chances = cross_validated(documents, least)
    slope, shift = calibration(documents, chances) if least == 1 else (1.0, 0.0)
    chances = scaled_chances(chances, slope, shift)
    thresholds, curves = curve(documents, chances, least)
    best = middle(np.mean(list(curves.values()), axis=0))
    figures: dict[str, Any] = {name: float(values[best]) for name, values in curves.items()}
    if any(document.source == PARAPHRASES for document in documents):
        figures["threshold alone"], figures["accuracy alone"] = best_alone(documents, chances)
    else:
        figures["limit"] = least_told = limit(documents, chances)
        figures["told"] = told(documents, chances, least_told)
        figures["reliability"] = reliability(documents, chances)
    return fit(documents, least).scaled(slope, shift), float(thresholds[best]), figures


def main(folder: Path) -> None:
    """Train both models and write the weights with the figures they reached."""
    documents = [document for source in SETS for document in read(folder, source)]
    paraphrases = read_paraphrases(folder)
    result: dict[str, Any] = {
        "about": "logistic weights of the matcher; python benchmarks/matching/train.py EVAL_DIR writes this file",
        "features": feature_hash(),
    }
    for name, least in (("linked", 1), ("whole", 2)):
        model, threshold, figures = train(documents if least == 1 else documents + paraphrases, least)
        print(name, f"threshold {threshold:.2f}", figures)
        other: dict[str, Any] = {
            key: round(figures.pop(key), 3) for key in ("threshold alone", "accuracy alone") if key in figures
        }
        if least == 1:
            # what is likelier than not to be found by F1 may be shown; what is told must be right
            other = {"related": round(threshold, 3), "across": across_languages(folder, model)}
            threshold = figures.pop("limit")
            other |= {f"{key} on stories not seen": figures.pop(key) for key in ("told", "reliability")}
        result[name] = {
            "threshold": round(threshold, 3),
            **other,
            "F1 on stories not seen": {key: round(value, 3) for key, value in figures.items()},
            "bias": round(model.bias, 5),
            "weights": {feature: round(float(w), 5) for feature, w in zip(FEATURES, model.weights, strict=True)},
        }
    TABLE.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
