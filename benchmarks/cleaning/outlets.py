"""Measures what other pages of an outlet teach: the same pages cleaned without and with 2, 5 and 20 others known.

    python benchmarks/cleaning/outlets.py EVAL_DIR [--form text|html] [--weights FOLDER] [--known 1 2 5 20]

EVAL_DIR is laid out as evaluate.py says. Each page of an outlet with enough other pages is cleaned with the knowledge
of that many of its outlet's other pages, and of itself, as a library would have it. Outlets are brands, whatever their
domain. Body F1 is the mean over pages of the F1 of runs of four words.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.cleaning.evaluate import use_weights
from benchmarks.cleaning.folds import fold_of
from benchmarks.cleaning.pages import GoldPage, read_pages
from benchmarks.quality.bootstrap import bootstrap, difference
from benchmarks.quality.shingles import body_f1
from storyreader.article import Article
from storyreader.cleaning import clean_page
from storyreader.cleaning.outlet_lines import OutletLines, learn
from storyreader.loading import page_from_text
from storyreader.page import Page

NEWS = frozenset({"aeb", "fundus"})


def main() -> None:
    """Clean twice and print both figures."""
    options = _options()
    groups = _outlets(Path(options.folder) / "cleaning", options.form)
    before: dict[str, Article] = {}
    pages: dict[str, Page] = {}
    for brand, members in groups.items():
        if options.weights:
            use_weights(options.weights, fold_of(brand))
        for gold in members:
            pages[gold.id] = page_from_text(gold.html if options.form == "html" else gold.text, options.form)
            before[gold.id] = clean_page(pages[gold.id])
    print("known pages | set | pages (outlets) | F1 without | F1 with | gain | lines named after the outlet a page")
    for known in options.known:
        rows = []
        for brand, members in groups.items():
            if options.weights:
                use_weights(options.weights, fold_of(brand))
            if len(members) > known:
                rows += [_row(gold, members, known, before, pages) for gold in members]
        _show(known, "news", [row for row in rows if row[0].source in NEWS])
        _show(known, "all", rows)


Row = tuple[GoldPage, float, float, int]


def _row(
    gold: GoldPage, members: list[GoldPage], known: int, before: dict[str, Article], pages: dict[str, Page]
) -> Row:
    others = [other for other in members if other is not gold][:known]
    knowledge = learn(before[page.id] for page in (*others, gold))
    knowledge = OutletLines.from_json(knowledge.to_json())  # as it comes from the cache
    after = clean_page(pages[gold.id], outlet_lines=knowledge)
    named = sum(line.reason.startswith("on ") for line in after.lines)
    return gold, _f1(gold, before[gold.id]), _f1(gold, after), named


def _f1(gold: GoldPage, article: Article) -> float:
    return body_f1(gold.body, "\n\n".join(article.paragraphs))


def _show(known: int, name: str, rows: list[Row]) -> None:
    if not rows:
        print(f"{known} | {name} | no outlet has so many pages")
        return
    pairs = [(with_others, without) for _, without, with_others, _ in rows]
    gain = difference(pairs, _mean)
    changed = sum(abs(mine - theirs) > 1e-9 for mine, theirs in pairs)
    worse = sum(mine < theirs - 1e-9 for mine, theirs in pairs)
    size = f"{len(rows)} ({len({row[0].brand for row in rows})})"
    figures = f"{bootstrap([row[1] for row in rows], _mean)} | {bootstrap([row[2] for row in rows], _mean)}"
    lines = sum(row[3] for row in rows) / len(rows)
    print(f"{known} | {name} | {size} | {figures} | {gain} | {lines:.0f} | changed {changed}, worse {worse}")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _outlets(folder: Path, form: str) -> dict[str, list[GoldPage]]:
    groups: dict[str, list[GoldPage]] = defaultdict(list)
    for page in read_pages(folder):
        if page.brand and page.body and (form == "html" or page.dump_ok):
            groups[page.brand].append(page)
    return {brand: members for brand, members in groups.items() if len(members) > 1}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--form", choices=["text", "html"], default="text")
    parser.add_argument("--weights", help="folder with one set of weights for each fold")
    parser.add_argument("--known", type=int, nargs="+", default=[1, 2, 5, 20])
    options = parser.parse_args()
    if not options.folder:
        parser.error("give the evaluation folder or set STORYREADER_EVAL")
    return options


if __name__ == "__main__":
    main()
