"""Train what tells one event from two, and write storyreader/comparing/data/event_weights.json.

    python -m benchmarks.matching.train_event EVAL_DIR [--write]

Needs scikit-learn (extra "bench"). Learnt from pairs of ECB+ training topics: articles about one event, and about the
two events of one kind that each topic holds. Measured on what was never learnt from: ECB+ development topics, and BASIL
stories, each article with those of its own story and with the most alike one of another.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.matching.evaluate import article_of, records
from benchmarks.matching.strangers import nearest, topics
from benchmarks.quality.bootstrap import bootstrap
from storyreader.alignment import match_outlines
from storyreader.comparing.same_event import FEATURES, event_features
from storyreader.reading import Reading

TABLE = Path(__file__).parents[2] / "storyreader" / "comparing" / "data" / "event_weights.json"
SEED, MOST = 5, 24
"""Pairs that are drawn of each topic and kind at most."""
TWO, SAME = 0.1, 0.7
"""Up to which chance of one event two are told, and from which on one is."""
Pair = tuple[Reading, Reading, bool]


class Shelf:
    """Readings by the name of the article, each made once."""

    def __init__(self) -> None:
        self._known: dict[str, Reading] = {}

    def reading(self, row: dict[str, Any]) -> Reading:
        """The reading of a record."""
        if row["id"] not in self._known:
            self._known[row["id"]] = Reading(article_of(row["id"], row["text"], row.get("title")))
        return self._known[row["id"]]


def neighbours(folder: Path, part: str) -> list[Pair]:
    """Pairs of ECB+: of one event, and of the two events of a topic."""
    chance, shelf, found = random.Random(SEED), Shelf(), []
    for groups in topics(records(folder / "matching" / f"stories_ecb_{part}.jsonl.gz")):
        one = [pair for articles in groups for pair in combinations(articles, 2)]
        two = list(product(*groups[:2])) if len(groups) > 1 else []
        for pairs, same in ((one, True), (two, False)):
            for left, right in chance.sample(pairs, min(MOST, len(pairs))):
                found.append((shelf.reading(left), shelf.reading(right), same))
    return found


def stories(folder: Path) -> list[Pair]:
    """Pairs of BASIL: of one story, and each article with the most alike one of another story."""
    rows, shelf = records(folder / "matching" / "stories_basil_dev.jsonl.gz"), Shelf()
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["story"]].append(row)
    one = [pair for articles in groups.values() for pair in combinations(articles, 2)]
    pairs = [(*pair, True) for pair in one] + [(*pair, False) for pair in nearest(rows)]
    return [(shelf.reading(left), shelf.reading(right), same) for left, right, same in pairs]


def table(pairs: Sequence[Pair]) -> tuple[Any, Any]:
    """Features and labels."""
    links = [len(match_outlines(one.outline, other.outline).links) for one, other, _ in pairs]
    rows = [event_features(one, other, count) for (one, other, _), count in zip(pairs, links, strict=True)]
    return np.array(rows), np.array([same for _, _, same in pairs])


def share(cases: Sequence[bool]) -> float:
    """How many are right."""
    return sum(cases) / len(cases) if cases else 1.0


def main(folder: Path, write: bool) -> None:
    """Train, print, perhaps write."""
    features, labels = table(neighbours(folder, "train"))
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(C=0.3).fit((features - mean) / spread, labels)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    for name, pairs in (("ECB+ development topics", neighbours(folder, "dev")), ("BASIL stories", stories(folder))):
        rows, truth = table(pairs)
        chances = 1 / (1 + np.exp(-(rows @ weights + bias)))
        for verdict, told, right in (("two events", chances <= TWO, ~truth), ("one event", chances >= SAME, truth)):
            cases = [bool(case) for case in right[told]]
            found = float((told & right).sum() / right.sum())
            right_of = f"right {bootstrap(cases, share)} of {len(cases)}"
            print(f"{name}, {len(pairs)} pairs: {verdict} {right_of}, found {found:.2f}")
    if write:
        about = "one event or two; python -m benchmarks.matching.train_event EVAL_DIR --write makes this file"
        named = {name: round(float(weight), 5) for name, weight in zip(FEATURES, weights, strict=True)}
        content = {"about": about, "two": TWO, "same": SAME, "bias": round(bias, 5), "weights": named}
        TABLE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--write" in sys.argv)
