"""Train the trees that tell a conflict from two wordings of one thing. Needs scikit-learn; run-time needs nothing.

usage: python -m benchmarks.facts.train EVAL_DIR [--write]

Development data only: sentence pairs with one fact changed, human "same" pairs, claims with evidence. Features printed
are cross-validated with all pairs that share a sentence in one fold. `--write` stores the trees in the package.
"""

import argparse
import gzip
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import aligned_sentence
from storyreader.contradiction.candidates import candidates
from storyreader.contradiction.model import least_chance
from storyreader.contradiction.slot_features import Candidate
from storyreader.contradiction.values import market_terms
from storyreader.facts import MEASURES, extract_facts

SETS = ("synthconf_dev", "msrp_train", "stsnews_dev", "feversym_dev")
LINKED = ("ecb_train", "ecb_dev", "ecbmix_train", "superpal_dev")
"""Sentences of two accounts linked by people: nearly none contradict, and most say more than one thing."""
HELD_BACK = ("basilhand_dev", "stories_dev")
"""Linked sentences that nothing is learnt from."""
UNSEEN = ("fm2_dev",)
"""Claims with evidence that nothing is learnt from."""
MOST_LINKED = 6000
NEAR = "near values"
"""The name of pairs made here: one side of a "same" pair tells a figure that differs by 8 % or less."""
NEAREST, FURTHEST = 0.0005, 0.08
MOST_NEAR = 1000
FAMILIES = {
    "number": ("value",), NEAR: ("value",), "weekday": ("date",), "month": ("date",), "year": ("date",),
    "name": ("name",),
    "negation": ("polarity",), "antonym": ("opposite",),
}  # fmt: skip
THRESHOLDS = {"value": 0.68, "date": 0.48, "name": 0.5, "polarity": 0.3, "opposite": 0.42}
TABLE = Path(__file__).parents[2] / "storyreader" / "contradiction" / "data" / "conflict_trees.json"


@dataclass
class Row:
    """A labelled pair with its candidates."""

    data: str
    label: str
    change: str
    texts: tuple[str, str]
    found: list[Candidate]


def read_rows(folder: Path) -> list[Row]:
    """All pairs that are labelled same or conflict."""
    rows = []
    for name in (*SETS, *UNSEEN):
        with gzip.open(folder / "matching" / f"pairs_{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                raw = json.loads(line)
                if raw["label"] not in {"same", "conflict"}:
                    continue
                rows.append(row_of(name, raw["label"], raw.get("kind") or "", (raw["s1"], raw["s2"])))
    rows += near_rows([row for row in rows if row.data in SETS and row.label == "same"])
    for name in (*LINKED, *HELD_BACK):
        rows += [row_of(name, "same", "", texts) for texts in linked_pairs(folder, name)[:MOST_LINKED]]
    return rows


def near_rows(rows: list[Row]) -> list[Row]:
    """Pairs that tell one figure alike, with that figure changed a little on the right."""
    chance = random.Random(7)
    found = []
    for row in rows:
        ours, theirs = ({fact.text: fact for fact in extract_facts(text, language="en")} for text in row.texts)
        shared = [theirs[text] for text in ours.keys() & theirs.keys() if theirs[text].kind in MEASURES - {"score"}]
        for fact in sorted(shared, key=lambda fact: fact.span.start):
            figure = _FIGURE.search(fact.text)
            if figure is None or row.texts[1].count(figure.group()) != 1:
                continue
            near = nearby(figure.group(), chance)
            if near is not None:
                changed = row.texts[1].replace(figure.group(), near)
                # prices and indexes change all day: near ones are of two hours
                sides = [aligned_sentence(text, (), "en") for text in (row.texts[0], changed)]
                if not market_terms(AlignedPair(*sides)):
                    found.append(row_of(NEAR, "conflict", NEAR, (row.texts[0], changed)))
    chance.shuffle(found)
    return found[:MOST_NEAR]


def nearby(figure: str, chance: random.Random) -> str | None:
    """A figure of the same form, `NEAREST` to `FURTHEST` away; None where none of so many digits is."""
    digits, places = figure.replace(",", ""), len(figure.partition(".")[2])
    value, step = float(digits), 10.0**-places
    for _ in range(20):
        far = value * chance.uniform(NEAREST, FURTHEST) * chance.choice((-1, 1))
        near = round((value + far) / step) * step
        if NEAREST <= abs(near - value) / value <= FURTHEST:
            return f"{near:,.{places}f}" if "," in figure else f"{near:.{places}f}"
    return None


_FIGURE = re.compile(r"[1-9]\d*(?:,\d{3})*(?:\.\d+)?")


def row_of(data: str, label: str, change: str, texts: tuple[str, str]) -> Row:
    """A pair with its candidates."""
    sides = [aligned_sentence(text, extract_facts(text, language="en"), "en") for text in texts]
    return Row(data, label, change, texts, candidates(AlignedPair(*sides)))


def linked_pairs(folder: Path, name: str) -> list[tuple[str, str]]:
    """The linked sentences of a set of article pairs, each pair once, without those marked as conflicts."""
    found: dict[tuple[str, str], None] = {}
    with gzip.open(folder / "matching" / f"align_{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for raw in map(json.loads, file):
            clashing = {(one, other) for one, other, *_ in raw.get("conflicts", ())}
            for one, other, *_ in raw["pairs"]:
                if (one, other) not in clashing:
                    found[raw["a"][one], raw["b"][other]] = None
    return list(found)


def groups_of(rows: list[Row]) -> list[int]:
    """One number for all pairs that are joined by shared sentences."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        while parent.setdefault(text, text) != text:
            text = parent[text]
        return text

    for row in rows:
        parent[root(row.texts[0])] = root(row.texts[1])
    numbers: dict[str, int] = {}
    return [numbers.setdefault(root(row.texts[0]), len(numbers)) for row in rows]


def model() -> GradientBoostingClassifier:
    """Small trees, few of them: what is learnt must hold on other sentences."""
    return GradientBoostingClassifier(
        n_estimators=100,
        max_depth=3,
        min_samples_leaf=8,
        subsample=0.7,
        learning_rate=0.06,
        max_features=0.3,
        random_state=2,
    )


def samples(rows: list[Row], family: str) -> list[tuple[int, Candidate, int]]:
    """Row number, candidate and label of one family: every candidate of a "same" pair is none."""
    found = []
    for number, row in enumerate(rows):
        for candidate in row.found:
            if candidate.family != family or row.data in (*HELD_BACK, *UNSEEN):
                continue
            if row.label == "same":
                found.append((number, candidate, 0))
            elif row.data == "feversym_dev" or family in FAMILIES.get(row.change, ()):
                found.append((number, candidate, 1))
    return found


def train(rows: list[Row]) -> tuple[dict[str, Any], list[dict[str, float]]]:
    """The models by family, and for each row the cross-validated likelihood of its best candidate by family."""
    groups = groups_of(rows)
    best: list[dict[str, float]] = [defaultdict(float) for _ in rows]
    families: dict[str, Any] = {}
    for family in THRESHOLDS:
        learnt = samples(rows, family)
        names = sorted(learnt[0][1].features)
        table = np.array([[candidate.features[name] for name in names] for _, candidate, _ in learnt])
        labels = np.array([label for _, _, label in learnt])
        fold_of = {}
        for fold, (_, test) in enumerate(
            GroupKFold(5).split(table, labels, [groups[number] for number, _, _ in learnt])
        ):
            fold_of.update({groups[learnt[place][0]]: fold for place in test})
        folds = np.array([fold_of[groups[number]] for number, _, _ in learnt])
        models = [model().fit(table[folds != fold], labels[folds != fold]) for fold in range(5)]
        whole = model().fit(table, labels)
        for number, row in enumerate(rows):
            for candidate in row.found:
                if candidate.family == family:
                    chosen = models[fold_of[groups[number]]] if groups[number] in fold_of else whole
                    features = [[candidate.features[name] for name in names]]
                    likely = float(chosen.predict_proba(features)[0, 1])
                    best[number][family] = max(best[number][family], likely, least_chance(candidate))
        families[family] = stored(whole, names, family, labels)
    return families, best


def stored(whole: GradientBoostingClassifier, names: list[str], family: str, labels: Any) -> dict[str, Any]:
    """A model as plain lists."""
    trees = []
    for (tree,) in whole.estimators_:
        inner = tree.tree_
        trees.append([
            [int(figure) if figure >= 0 else -1 for figure in inner.feature],
            [round(float(limit), 5) for limit in inner.threshold],
            [int(node) for node in inner.children_left],
            [int(node) for node in inner.children_right],
            [round(float(value) * whole.learning_rate, 5) for value in inner.value[:, 0, 0]],
        ])  # fmt: skip
    share = float(labels.mean())
    base = round(float(np.log(share / (1 - share))), 5)
    return {"features": names, "base": base, "threshold": THRESHOLDS[family], "trees": trees}


def report(rows: list[Row], best: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of conflicts by data set, and the share of "same" pairs that are flagged."""
    result = {}
    for name in (*SETS, NEAR, *UNSEEN, *LINKED, *HELD_BACK):
        counts = {"conflict": [0, 0], "same": [0, 0]}
        for row, likely in zip(rows, best, strict=True):
            if row.data == name:
                flagged = any(chance >= THRESHOLDS.get(family, 0.0) for family, chance in likely.items())
                counts[row.label][0] += flagged
                counts[row.label][1] += 1
        hits, false = counts["conflict"][0], counts["same"][0]
        precision, recall = hits / max(1, hits + false), hits / max(1, counts["conflict"][1])
        result[name] = {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
            "same pairs flagged": round(false / max(1, counts["same"][1]), 4),
        }
    return result


def main() -> None:
    """Train, print, perhaps write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("eval_dir", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = read_rows(given.eval_dir)
    families, best = train(rows)
    reached = report(rows, best)
    for name, figures in reached.items():
        print(name, figures)
    if given.write:
        content = {"cross_validated": reached, "families": families}
        TABLE.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
