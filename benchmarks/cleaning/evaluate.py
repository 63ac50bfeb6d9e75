"""Cleans the pages of an evaluation folder and scores body and fields with the scorer that belongs to it.

    python benchmarks/cleaning/evaluate.py EVAL_DIR [--form text|html] [--sample N] [--weights FOLDER] [--out FILE]

EVAL_DIR (or the variable STORYREADER_EVAL) holds cleaning/pages.jsonl.xz and score_clean.py. With --weights, pages are
cleaned with the weights that never saw their outlet, or its make (FOLDER/fold-N, written by train.py; pages whose fold
has none are left out); without it, with the weights of the package, which were trained on these very pages.
Times are seconds of this process, one page at a time.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.cleaning.folds import FOLDS, fold_of
from benchmarks.cleaning.generators import generator_folds
from benchmarks.cleaning.pages import GoldPage, read_pages
from storyreader.article import Article
from storyreader.cleaning import clean_page
from storyreader.cleaning.fields.outlet_names import folded
from storyreader.loading import page_from_text


def main() -> None:
    """Clean, time and score."""
    options = _options()
    folder = Path(options.folder)
    pages = _chosen(folder / "cleaning", options)
    predictions: dict[str, dict[str, Any]] = {}
    times: list[float] = []
    folds = generator_folds(folder / "cleaning") if options.hold_out == "generators" else {}
    trained = [fold for fold in range(FOLDS) if Path(options.weights or "", f"fold-{fold}").is_dir()]
    for fold in trained if options.weights else [None]:
        use_weights(options.weights, fold)
        for page in pages:
            if fold is not None and folds.get(page.id, fold_of(page.brand)) != fold:
                continue
            start = time.perf_counter()
            article = clean(page, options.form)
            times.append(time.perf_counter() - start)
            predictions[page.id] = as_prediction(article)
    print(f"form {options.form}, weights: {options.weights or 'of the package (saw these pages)'}")
    middle, mean = statistics.median(times) * 1000, statistics.mean(times) * 1000
    print(f"{len(times)} pages, ms a page: median {middle:.1f}, mean {mean:.1f}")
    pages = [page for page in pages if page.id in predictions]
    _score(folder, pages, predictions, options)
    _print_outlets(pages, predictions)


def clean(page: GoldPage, form: str) -> Article:
    """Clean one page in the form asked for."""
    if form == "html":
        return clean_page(page_from_text(page.html, "html"))
    return clean_page(page_from_text(page.text))


def as_prediction(article: Article) -> dict[str, Any]:
    """The fields that the scorer reads."""
    return {
        "body": "\n\n".join(article.paragraphs),
        "title": article.headline or "",
        "byline": article.byline or "",
        "date": str(article.published or ""),
        "outlet": article.publisher or "",
    }


def _print_outlets(pages: list[GoldPage], predictions: dict[str, dict[str, Any]]) -> None:
    """How often the outlet is named as its site is; an owner, or the full name of an abbreviation, does not count."""
    for source in sorted({page.source for page in pages}):
        found = [
            (folded(predictions[page.id]["outlet"]), folded(page.brand)) for page in pages if page.source == source
        ]
        named = [(name, site) for name, site in found if name]
        same = sum(site in name or (len(name) > len("ap") and name in site) for name, site in named)
        print(f"{source:16} outlet  n={len(found)}  named as its site {same}, otherwise {len(named) - same}")


def _chosen(folder: Path, options: argparse.Namespace) -> list[GoldPage]:
    pages = [page for page in read_pages(folder) if options.form == "html" or page.dump_ok]
    if options.source:
        pages = [page for page in pages if page.source in options.source.split(",")]
    if options.sample and options.sample < len(pages):
        pages = random.Random(0).sample(pages, options.sample)
    return pages


def use_weights(folder: str | None, fold: int | None) -> None:
    """Take the weights that never saw the outlets of a fold, if a folder of weights is given."""
    if folder is not None:
        from storyreader.cleaning import page_model

        page_model.use_folder(Path(folder) / f"fold-{fold}")


def _score(
    folder: Path, pages: list[GoldPage], predictions: dict[str, dict[str, Any]], options: argparse.Namespace
) -> None:
    with tempfile.TemporaryDirectory() as place:
        out = Path(options.out or Path(place) / "predictions.jsonl")
        out.write_text("".join(json.dumps({"id": key, **row}) + "\n" for key, row in predictions.items()), "utf-8")
        gold = Path(place) / "gold.jsonl"
        rows = ({"id": page.id, "source": page.source, "lang": page.language, **page.gold} for page in pages)
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, str(folder / "score_clean.py"), str(gold), str(out), "--by", options.by]
        command += ["--worst", str(options.worst), "--boot", str(options.boot)]
        subprocess.run(command, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--form", choices=["text", "html"], default="text")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--source", help="only these sources, separated by commas")
    parser.add_argument("--by", default="source", choices=["source", "lang"])
    parser.add_argument("--weights", help="folder with one set of weights for each fold")
    parser.add_argument("--hold-out", choices=["outlets", "generators"], default="outlets", help="what a fold holds")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--boot", type=int, default=1000)
    parser.add_argument("--out", help="write the predictions here too")
    options = parser.parse_args()
    if not options.folder:
        parser.error("give the evaluation folder or set STORYREADER_EVAL")
    return options


if __name__ == "__main__":
    main()
