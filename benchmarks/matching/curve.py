"""What stands between the matcher and better links: more labels, more features, or what words do not say.

    python -m benchmarks.matching.curve EVAL_DIR

Prints, on stories not seen: how average precision and F1 grow with the stories of labels.jsonl that are learnt from,
how they grow as groups of features are added, and why the links still missed are missed, in counts. Average precision
counts links that are no candidates as never found. Needs scikit-learn (extra "bench") and some minutes.
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.matching import train
from storyreader.alignment.model import FEATURES
from storyreader.alignment.pair_features import measure
from storyreader.alignment.profiles import Profiles
from storyreader.alignment.vocabulary import UNIT

GROUPS = {
    "shared weight": "word pairs",
    "words near each other and in order, letters": "figures share",
    "figures": "quotation carried",
    "quotations": "clause carried",
    "clauses": "related share",
    "related words": "words of these two",
    "words of these two alone": "place apart",
    "place": "cosine, worse rank",
    "rank, margin, neighbours": None,
}
"""Each group of features, in their order, with the first feature of the next group."""
COUNTS = (0, 4, 8, 12, 16, 23)
DRAWS = 3
"""How often stories are drawn for each count."""
ELSEWHERE = tuple(source for source in train.MEASURED if source != "labels")
RARE = 5.5
"""Logarithms: the weight from which a word is rare."""
LONG = 40
"""Words: from here on a sentence is long."""
NEAR = 0.6
"""A missed pair with more than this share of the threshold is just below it."""


def average_precision(documents: Sequence[train.Document], chances: dict[str, Any]) -> float:
    """Average precision over all pairs of one set; linked pairs that were not measured are never found."""
    values = np.concatenate([chances[d.source + d.identity][d.scored] for d in documents])
    truth = np.concatenate([d.labels[d.scored] for d in documents]) >= 1
    truth = truth[np.argsort(-values, kind="stable")]
    found = np.cumsum(truth) / np.arange(1, len(truth) + 1)
    return float(found[truth].sum() / sum(d.linked for d in documents))


def told(documents: list[train.Document], chances: dict[str, Any], sources: Sequence[str]) -> tuple[list[float], float]:
    """Average precision of each set, and the mean F1 at the threshold chosen as in training."""
    _, curves = train.curve(documents, chances, 1, sources)
    means = np.mean([curves[source] for source in sources], axis=0)
    precisions = [average_precision([d for d in documents if d.source == source], chances) for source in sources]
    return precisions, float(means[train.middle(means)])


def by_labels(documents: list[train.Document]) -> None:
    """How much more labels help, on the other sets."""
    stories = sorted({d.identity.split("|")[0] for d in documents if d.source == "labels"})
    print(
        f"stories learnt from of labels.jsonl (three pairs each): average precision on {', '.join(ELSEWHERE)}; mean; F1"
    )
    for count in COUNTS:
        found = []
        for draw in range(DRAWS if 0 < count < len(stories) else 1):
            others = set(stories) - set(random.Random(draw).sample(stories, min(count, len(stories))))
            chances = train.cross_validated([d for d in documents if d.identity.split("|")[0] not in others], 1)
            found.append(told(documents, chances, ELSEWHERE))
        precisions = np.mean([row[0] for row in found], axis=0)
        shown = " ".join(f"{value:.3f}" for value in precisions)
        print(f"  {count:3d}: {shown}; {precisions.mean():.4f}; {np.mean([row[1] for row in found]):.3f}", flush=True)


def by_features(documents: list[train.Document]) -> None:
    """How much each group of features adds to those before it."""
    print(f"features: average precision on {', '.join(train.MEASURED)}; mean; F1")
    for name, end in GROUPS.items():
        count = FEATURES.index(end) if end else len(FEATURES)
        fewer = [replace(d, features=d.features[:, :count]) for d in documents]
        precisions, best = told(fewer, train.cross_validated(fewer, 1), train.MEASURED)
        shown = " ".join(f"{value:.3f}" for value in precisions)
        print(f"  + {name} ({count}): {shown}; {np.mean(precisions):.4f}; {best:.3f}", flush=True)


def reason(profiles: Profiles, pair: tuple[int, int], chance: float, threshold: float) -> str:
    """Why a linked pair was missed."""
    one, other = profiles.left[pair[0]], profiles.right[pair[1]]
    shared, vocabulary = one.keys & other.keys, profiles.vocabulary
    if not shared:
        return "no content word in common"
    rare = [key for key in shared if vocabulary.common[key] >= RARE * UNIT]
    if all(vocabulary.keys[key] in vocabulary.names for key in rare):
        return "no rare word in common but names"
    if chance >= NEAR * threshold:
        return "just below the threshold"
    long = max(len(one.words), len(other.words)) >= LONG
    return "a long sentence tells it among other things" if long else "rare words in common, told otherwise"


def misses(folder: Path, chances: dict[str, Any], threshold: float) -> None:
    """Count the missed links of real articles by reason."""
    missed: Counter[str] = Counter()
    gold = 0
    for source in ("align_stories_dev", "align_basilhand_dev", "labels"):
        for row in train.records_of(folder, source):
            profiles, measured = measure(row["a"], row["b"])
            own = dict(zip(sorted(measured), chances[source + row["id"]].tolist(), strict=True))
            wanted = {(pair[0], pair[1]) for pair in row["pairs"]}
            gold += len(wanted)
            missed.update(
                reason(profiles, pair, own.get(pair, 0.0), threshold)
                for pair in wanted
                if own.get(pair, 0.0) < threshold
            )
    print(f"missed links of real articles: {missed.total()} of {gold}")
    for why, count in missed.most_common():
        print(f"  {count:4d} {why}")


def main(folder: Path) -> None:
    """Print all three."""
    documents = [document for source in train.SETS for document in train.read(folder, source)]
    chances = train.cross_validated(documents, 1)
    thresholds, curves = train.curve(documents, chances, 1)
    place = train.middle(np.mean(list(curves.values()), axis=0))
    misses(folder, chances, float(thresholds[place]))
    by_labels(documents)
    by_features(documents)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
