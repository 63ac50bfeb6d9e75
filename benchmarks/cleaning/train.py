"""Trains the cleaning model and writes its weights; scikit-learn is needed here and nowhere else.

    python benchmarks/cleaning/train.py EVAL_DIR --form html --out FOLDER            # FOLDER/fold-0..4 and FOLDER/all
    python benchmarks/cleaning/train.py EVAL_DIR --form text --out FOLDER --teacher FOLDER

fold-N holds weights that never saw an outlet of fold N (with --hold-out generators, no page of its makes): measure with
them. all/ is for the package. A text page without a gold body is labelled by the HTML model of the same fold
(--teacher), corrected by the snippets that its gold gives. The first stage's scores and
headlines that the second stage learns from come from models that never saw the outlet.
"""

import argparse
import json
import os
import sys
import time
from base64 import b85encode
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.cleaning.examples import Example, read_examples
from benchmarks.cleaning.folds import FOLDS
from benchmarks.cleaning.generators import generator_folds
from storyreader.cleaning.candidates import candidate_rows
from storyreader.cleaning.context_features import second_features, with_headline
from storyreader.cleaning.page_model import GIVEN_UP, HOPELESS, LEAST_HEADLINE, may_be_headline
from storyreader.cleaning.titles import title_candidates
from storyreader.learned.trees import LEAF, LEAF_UNIT

SOURCE_WEIGHTS = {"aeb": 3.0, "fundus": 3.0}
"""News pages with gold made by hand or by the outlet's own parser count more; every other source counts 1."""
FIRST = {"max_iter": 100, "max_leaf_nodes": 12, "learning_rate": 0.15, "min_samples_leaf": 40}
HEADLINE = {"max_iter": 80, "max_leaf_nodes": 10, "learning_rate": 0.12, "min_samples_leaf": 20}
TITLE = {"max_iter": 70, "max_leaf_nodes": 8, "learning_rate": 0.1, "min_samples_leaf": 15}
CANDIDATE = {"max_iter": 70, "max_leaf_nodes": 8, "learning_rate": 0.12, "min_samples_leaf": 15}
SECOND = {"max_iter": 250, "max_leaf_nodes": 24, "learning_rate": 0.06, "min_samples_leaf": 40}
SHARE = {"first": 0.3, "headline": 0.5, "title": 0.5, "second": 0.3}
"""The share of the features that each split of an HTML model may choose from; trees that differ more err less together.

Text pages have fewer features, and lose by it (-.003 on news).
"""

INNER = 3
"""Groups of folds for the scores that later stages learn from."""

Matrix = Any


def fit(
    rows: list[Matrix], labels: list[Matrix], weights: list[Matrix], settings: dict[str, Any], share: float = 1.0
) -> Any:
    """Fit one set of trees on pages' rows; rows of weight 0 are left out. A split sees a `share` of the features."""
    table, truth, weight = np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)
    used = weight > 0
    model = HistGradientBoostingClassifier(
        l2_regularization=1.0, max_bins=64, early_stopping=False, random_state=0, max_features=share, **settings
    )
    return model.fit(table[used], truth[used] >= 0.5, sample_weight=weight[used] / weight[used].mean())


def scores(model: Any, rows: Matrix, hopeless: Matrix) -> Matrix:
    """Probabilities as the package computes them, with hopeless blocks given up."""
    return np.where(hopeless, HOPELESS, model.predict_proba(rows)[:, 1])


def train(examples: list[Example], form: str) -> dict[str, Any]:
    """Train the sets of trees on these examples."""
    shares = SHARE if form == "html" else {}
    groups = sorted({example.fold % INNER for example in examples})
    first = _fit_first(examples, shares)
    for group in groups:
        model = _fit_first([example for example in examples if example.fold % INNER != group], shares)
        for example in examples:
            if example.fold % INNER == group:
                example.first = scores(model, example.rows, example.hopeless)
                longer = second_features(example.blocks, example.rows.tolist(), example.first.tolist())
                example.longer = np.array(longer, dtype=np.float32)
    headline = _fit_headline(examples, shares)
    for group in groups:
        model = _fit_headline([example for example in examples if example.fold % INNER != group], shares)
        for example in examples:
            if example.fold % INNER == group:
                example.likely = _likely(example, model)
                example.titles = title_candidates(example.blocks, example.likely.tolist(), example.first.tolist())
    title = _fit_titles(examples, shares)
    for group in groups:
        model = _fit_titles([example for example in examples if example.fold % INNER != group], shares)
        for example in examples:
            if example.fold % INNER == group:
                example.last = _last_rows(example, model)
    second = fit(
        [e.last for e in examples],
        [e.labels for e in examples],
        [_second_weights(e) for e in examples],
        SECOND,
        shares.get("second", 1.0),
    )
    models = {"first": first, "headline": headline, "title": title, "second": second}
    for name in ("byline", "date"):
        models[name] = _fit_candidates(examples, name)
    return {name: pack(model) for name, model in models.items()}


def _fit_titles(examples: list[Example], shares: dict[str, float]) -> Any:
    """Fit the choice among the likely headlines of a page; every page counts the same on either side."""
    rows, labels, weights = [], [], []
    for example in examples:
        if example.title is None or not example.titles:
            continue
        right = np.array([example.title[candidate.index] for candidate in example.titles])
        rows.append(np.array(candidate_rows(example.titles, example.longer.tolist()), dtype=np.float32))
        labels.append(right)
        parts = right / max(1.0, right.sum()) + (1 - right) / max(1.0, (1 - right).sum())
        weights.append(parts * SOURCE_WEIGHTS.get(example.source, 1.0))
    return fit(rows, labels, weights, TITLE, shares.get("title", 1.0))


def _fit_candidates(examples: list[Example], name: str) -> Any:
    """Fit the choice among a page's candidates; a page without a right candidate teaches what none looks like."""
    rows, labels, weights = [], [], []
    for example in examples:
        candidates, right = example.candidates[name]
        if candidates:
            table = candidate_rows(candidates, example.last.tolist())
            rows.append(np.array(table, dtype=np.float32))
            labels.append(np.array(right))
            weights.append(np.array(right) + 2.0 / len(right))
    return fit(rows, labels, weights, CANDIDATE)


def _fit_first(examples: list[Example], shares: dict[str, float]) -> Any:
    return fit(
        [e.rows for e in examples],
        [e.labels for e in examples],
        [block_weights(e) for e in examples],
        FIRST,
        shares.get("first", 1.0),
    )


def _fit_headline(examples: list[Example], shares: dict[str, float]) -> Any:
    known = [example for example in examples if example.title is not None]
    titles = [example.title for example in known]
    weights = []
    for example, title in zip(known, titles, strict=True):
        # only lines that are asked when the model is used, each page counting the same on either side
        asked = np.array([may_be_headline(block) for block in example.blocks], dtype=float)
        right = title * asked
        weights.append(right / max(1.0, right.sum()) + (asked - right) / max(1.0, asked.sum()))
    return fit([e.longer for e in known], titles, weights, HEADLINE, shares.get("headline", 1.0))


def _likely(example: Example, model: Any) -> Matrix:
    """Each block's probability of being the headline by itself."""
    found = model.predict_proba(example.longer)[:, 1]
    found[[not may_be_headline(block) for block in example.blocks]] = 0.0
    return found


def _last_rows(example: Example, model: Any) -> Matrix:
    best = None
    if example.titles:
        rows = np.array(candidate_rows(example.titles, example.longer.tolist()), dtype=np.float32)
        found = model.predict_proba(rows)[:, 1]
        if found.max() >= LEAST_HEADLINE:
            best = example.titles[int(np.argmax(found))].index
    return np.array(with_headline(example.blocks, example.longer.tolist(), best), dtype=np.float32)


def _second_weights(example: Example) -> Matrix:
    weights = block_weights(example)
    weights[example.first < GIVEN_UP] = 0.0
    return weights


def block_weights(example: Example) -> Matrix:
    """How much each block counts: its share of the page's body, as in the measure, with a floor for short lines."""
    words = np.array([block.shape.words for block in example.blocks], dtype=float)
    labels = np.nan_to_num(example.labels)
    total = max(50.0, float((words * (labels >= 0.5)).sum())) if example.whole else 400.0
    weights = np.minimum(0.5, (words + 3) / total * np.maximum(0.2, np.abs(2 * labels - 1)))
    weights[np.isnan(example.labels) | example.hopeless] = 0.0
    return weights * SOURCE_WEIGHTS.get(example.source, 1.0)


def pack(model: Any) -> dict[str, Any]:
    """The trees of a fitted model in the form that storyreader.learned.trees reads."""
    trees = [stage[0].nodes for stage in model._predictors]  # noqa: SLF001 - there is no public way to the nodes
    features = 1 + max(int(node["feature_idx"]) for nodes in trees for node in nodes if not node["is_leaf"])
    values: list[set[float]] = [set() for _ in range(features)]
    for nodes in trees:
        for node in nodes:
            if not node["is_leaf"]:
                values[int(node["feature_idx"])].add(_short(node["num_threshold"]))
    thresholds = [sorted(found) for found in values]
    texts = [b85encode(bytes(_codes(nodes, 0, thresholds))).decode("ascii") for nodes in trees]
    return {"base": round(float(model._baseline_prediction.ravel()[0]), 4), "thresholds": thresholds, "trees": texts}  # noqa: SLF001


def _short(threshold: float) -> float:
    return float(f"{threshold:.5g}")


def _codes(nodes: Any, number: int, thresholds: list[list[float]]) -> list[int]:
    node = nodes[number]
    if node["is_leaf"]:
        value = max(-32768, min(32767, round(float(node["value"]) * LEAF_UNIT)))
        return [LEAF, *value.to_bytes(2, "big", signed=True)]
    feature = int(node["feature_idx"])
    place = thresholds[feature].index(_short(node["num_threshold"]))
    return [
        feature, place, *_codes(nodes, int(node["left"]), thresholds), *_codes(nodes, int(node["right"]), thresholds),
    ]  # fmt: skip


def main() -> None:
    """Train the sets asked for, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--form", choices=["text", "html"], required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--teacher", help="folder with HTML weights that label pages without a gold body")
    parser.add_argument("--hold-out", choices=["outlets", "generators"], default="outlets", help="what a fold holds")
    parser.add_argument("--only", help="train only this set: a fold's number, or all")
    parser.add_argument("--cache", help="folder for features, to be reused by later runs")
    options = parser.parse_args()
    folds = generator_folds(Path(options.folder) / "cleaning") if options.hold_out == "generators" else {}
    for fold in [None, *range(FOLDS)]:
        name = "all" if fold is None else f"fold-{fold}"
        if options.only and options.only not in {name, str(fold)}:
            continue
        start = time.perf_counter()
        teacher = Path(options.teacher) / name if options.teacher else None
        examples = read_examples(Path(options.folder) / "cleaning", options.form, teacher, options.cache)
        for example in examples:
            example.fold = folds.get(example.id, example.fold)
        examples = [example for example in examples if example.fold != fold and not example.restricted]
        weights = train(examples, options.form)
        place = Path(options.out) / name
        place.mkdir(parents=True, exist_ok=True)
        out = place / f"{options.form}_weights.json"
        out.write_text(json.dumps(weights, separators=(",", ":")) + "\n", "utf-8")
        print(
            f"{out}: {out.stat().st_size / 1000:.0f} kB, {len(examples)} pages, {time.perf_counter() - start:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
