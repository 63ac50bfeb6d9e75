"""Trains the choice of the outlet among the names on a page, and measures it on outlets that it has not seen.

    python benchmarks/cleaning/train_outlet.py EVAL_DIR [--out FOLDER] [--cache FILE]

A name is right that the markup states as its site or publisher, or that is the site in the address; markup is asked
only here, the choice is made among the names of the text dump. Printed are the pages whose outlet is named right (or as
part of its site, or the reverse), otherwise, and not at all, with trees that never saw an outlet of the page's fold: as
the package chooses, and the likeliest name by thresholds of probability. With --out, trees of all pages are written for
the package.
scikit-learn is needed here and nowhere else.
"""

import argparse
import json
import os
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.cleaning.folds import FOLDS, fold_of
from benchmarks.cleaning.pages import GoldPage, read_pages
from benchmarks.cleaning.train import SOURCE_WEIGHTS, fit, pack
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.fields.html_outlet import publishers
from storyreader.cleaning.fields.outlet_names import folded
from storyreader.cleaning.fields.publisher import LEAST, choose
from storyreader.cleaning.fields.sites import has_name
from storyreader.cleaning.markup import parse_html
from storyreader.cleaning.outlet_candidates import OutletCandidate
from storyreader.cleaning.own_parts import OwnParts
from storyreader.cleaning.page_data import page_data
from storyreader.cleaning.pipeline import judge_text
from storyreader.learned import unpack
from storyreader.loading import page_from_text

SETTINGS = {"max_iter": 100, "max_leaf_nodes": 16, "learning_rate": 0.08, "min_samples_leaf": 20}
SHARE = 0.3
"""The share of the features that each split may choose from."""
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95)
NEWS = frozenset({"aeb", "fundus"})

Matrix = Any


@dataclass(slots=True)
class Example:
    """A page: the candidates on it, a row of numbers and a label (1 right) for each."""

    brand: str
    source: str
    restricted: bool
    stated: frozenset[str]
    candidates: list[OutletCandidate]
    rows: Matrix
    right: Matrix


def main() -> None:
    """Read, measure by folds, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--out", help="folder for outlet_weights.json")
    parser.add_argument("--cache", help="file for the examples, to be reused by later runs")
    options = parser.parse_args()
    examples = _cached(Path(options.folder) / "cleaning", options.cache)
    chosen, likeliest = _by_folds(examples)
    _show("as the package chooses", examples, chosen)
    for threshold in THRESHOLDS:
        names = [name if score > threshold else None for name, score in likeliest]
        _show(f"likeliest, above {threshold}", examples, names)
    if options.out:
        trees = pack(_fitted(example for example in examples if not example.restricted))
        place = Path(options.out) / "outlet_weights.json"
        place.write_text(json.dumps(trees, separators=(",", ":")) + "\n", "utf-8")
        print(f"{place}: {place.stat().st_size / 1000:.0f} kB; the package takes a name above {LEAST}")


def _cached(folder: Path, cache: str | None) -> list[Example]:
    if cache and Path(cache).exists():
        kept: list[Example] = pickle.loads(Path(cache).read_bytes())
        return kept
    examples = [_example(page) for page in read_pages(folder) if page.text]
    if cache:
        Path(cache).write_bytes(pickle.dumps(examples))
    return examples


def _example(page: GoldPage) -> Example:
    candidates = judge_text(page_from_text(page.text), None, Budget()).outlets
    stated = frozenset(map(folded, _stated(page)))
    right = [float(folded(one.name) in stated or _is_site(one.name, page.brand)) for one in candidates]
    rows = np.array([one.numbers for one in candidates], dtype=np.float32)
    return Example(page.brand, page.source, page.restricted, stated, candidates, rows, np.array(right))


def _stated(page: GoldPage) -> Iterator[str]:
    root = parse_html(page.html)
    if root is not None:
        yield from (name for name, _ in publishers(page_data(root, OwnParts(root))) if name)
    yield from [page.gold["sitename"]] if page.gold.get("sitename") else []


def _is_site(name: str, brand: str) -> bool:
    return folded(name) == folded(brand) or has_name(folded(brand), name)


def _by_folds(examples: list[Example]) -> tuple[list[str | None], list[tuple[str | None, float]]]:
    """What the package would choose on each page, and the likeliest name with its probability, by trees that saw no
    outlet of its fold.
    """
    models = [
        unpack(pack(_fitted(example for example in examples if fold_of(example.brand) != fold)))
        for fold in range(FOLDS)
    ]
    chosen: list[str | None] = []
    likeliest: list[tuple[str | None, float]] = []
    for example in examples:
        trees = models[fold_of(example.brand)]
        choice = choose(example.candidates, trees)
        chosen.append(choice.name if choice else None)
        scored = [(None, 0.0), *((one.name, trees.score(one.numbers)) for one in example.candidates)]
        likeliest.append(max(scored, key=itemgetter(1)))
    return chosen, likeliest


def _fitted(examples: Iterable[Example]) -> Any:
    """Trees for some pages; the right names of each count together as much as the others do."""
    used = [example for example in examples if example.candidates]
    weights = [
        (e.right / max(1.0, e.right.sum()) + (1 - e.right) / max(1.0, (1 - e.right).sum()))
        * SOURCE_WEIGHTS.get(e.source, 1.0)
        for e in used
    ]
    return fit([e.rows for e in used], [e.right for e in used], weights, SETTINGS, SHARE)


def _show(told: str, examples: list[Example], names: list[str | None]) -> None:
    """Print how many pages are named right, otherwise and not, over all and on news."""
    for kind, chosen in (("all", None), ("news", NEWS)):
        counts = Counter(
            "not told" if not name else "right" if _is_right(name, example) else "otherwise"
            for name, example in zip(names, examples, strict=True)
            if chosen is None or example.source in chosen
        )
        print(f"{told:24} {kind:5} {', '.join(f'{counts[key]} {key}' for key in ('right', 'otherwise', 'not told'))}")


def _is_right(name: str, example: Example) -> bool:
    key, site = folded(name), folded(example.brand)
    part = len(key) > len("bbc") and (key in site or site in key)
    return key in example.stated or part or _is_site(name, example.brand)


if __name__ == "__main__":
    main()
