"""Body F1 of cleaning beside other tools, from HTML and text dumps, by source and language, and the time it takes.

    python -m benchmarks.quality cleaning EVAL_DIR [--form html text] [--source aeb,fundus] [--weights FOLDER]

EVAL_DIR holds cleaning/pages.jsonl.xz and the pages' markup. --weights is a folder written by
benchmarks/cleaning/train.py: each page is then cleaned with weights that never saw its outlet, and left out where its
fold has none; without it, with those of the package, which were trained on these very pages. Brackets are 95 %
intervals over pages. Times are ratios to trafilatura on the same pages in the same run, medians over pages.
"""

import argparse
import logging
import random
import statistics
import time
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.cleaning.evaluate import clean, use_weights
from benchmarks.cleaning.folds import fold_of
from benchmarks.cleaning.pages import GoldPage, read_pages
from benchmarks.quality.bootstrap import bootstrap, difference
from benchmarks.quality.peers import Tool, as_markup, body_of, peers
from benchmarks.quality.shingles import Overlap, corpus_f1, overlap

OURS = "storyreader"
BASE = "trafilatura"
_FEWEST = 20
"""Pages from which a language has a line of its own."""


class Result(NamedTuple):
    """One tool on one page; `seconds` of this process."""

    overlap: Overlap
    seconds: float


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    options = _options(arguments)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for form in options.form:
        pages = _chosen(folder / "cleaning", form, options)
        results = {name: [_with_tool(tool, page, form) for page in pages] for name, tool in peers().items()}
        results = {OURS: [_ours(page, form, options.weights) for page in pages], **results}
        weights = options.weights or "of the package (saw these pages)"
        print(f"\n{'HTML' if form == 'html' else 'Text dumps'}, {len(pages)} pages, weights: {weights}\n")
        _print_tools(pages, results)
        print()
        _print_parts(pages, results)


def _ours(page: GoldPage, form: str, weights: str | None) -> Result:
    if weights:
        use_weights(weights, fold_of(page.brand))
    start = time.perf_counter()
    article = clean(page, form)
    seconds = time.perf_counter() - start
    return Result(overlap(page.body, "\n\n".join(article.paragraphs)), seconds)


def _with_tool(tool: Tool, page: GoldPage, form: str) -> Result:
    markup = page.html if form == "html" else as_markup(page.text)
    start = time.perf_counter()
    text = body_of(tool, markup, page.language)
    return Result(overlap(page.body, text), time.perf_counter() - start)


def _print_tools(pages: Sequence[GoldPage], results: dict[str, list[Result]]) -> None:
    sources = sorted({page.source for page in pages})
    print("| tool | all | " + " | ".join(sources) + " | ours minus it | time |")
    print("|---" * (4 + len(sources)) + "|")
    base = [result.seconds for result in results[BASE]]
    for name, found in results.items():
        cells = [_figure(found)]
        cells += [
            _figure([r for r, page in zip(found, pages, strict=True) if page.source == source]) for source in sources
        ]
        pairs = [(mine.overlap, theirs.overlap) for mine, theirs in zip(results[OURS], found, strict=True)]
        gain = "" if name == OURS else str(difference(pairs, corpus_f1))
        ratio = statistics.median(mine.seconds / theirs for mine, theirs in zip(found, base, strict=True))
        print(f"| {name} | " + " | ".join(cells) + f" | {gain} | {ratio:.2f} |")
    print(f"\n{BASE}: {1000 * statistics.median(base):.0f} ms a page, median")


def _print_parts(pages: Sequence[GoldPage], results: dict[str, list[Result]]) -> None:
    languages = Counter(page.language[:2] for page in pages)
    print("| language | pages | " + " | ".join(results) + " |")
    print("|---" * (2 + len(results)) + "|")
    for language, count in languages.most_common():
        if count >= _FEWEST:
            _print_part(language, [page.language[:2] == language for page in pages], results)
    rare = [languages[page.language[:2]] < _FEWEST for page in pages]
    if any(rare):
        _print_part(f"{sum(count < _FEWEST for count in languages.values())} others", rare, results)


def _print_part(name: str, chosen: Sequence[bool], results: dict[str, list[Result]]) -> None:
    cells = [_figure([r for r, wanted in zip(found, chosen, strict=True) if wanted]) for found in results.values()]
    print(f"| {name} | {sum(chosen)} | " + " | ".join(cells) + " |")


def _figure(results: Sequence[Result]) -> str:
    return str(bootstrap([result.overlap for result in results], corpus_f1))


def _chosen(folder: Path, form: str, options: argparse.Namespace) -> list[GoldPage]:
    pages = [
        page for page in read_pages(folder) if page.body and not page.restricted and (form == "html" or page.dump_ok)
    ]
    if options.weights:
        trained = {place.name for place in Path(options.weights).glob("fold-*")}
        pages = [page for page in pages if f"fold-{fold_of(page.brand)}" in trained]
    if options.source:
        pages = [page for page in pages if page.source in options.source.split(",")]
    if options.sample and options.sample < len(pages):
        pages = random.Random(0).sample(pages, options.sample)
    return pages


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality cleaning",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--form", nargs="+", choices=["html", "text"], default=["html", "text"])
    parser.add_argument("--source", default="aeb,fundus,wcxb", help="sources of the data, separated by commas")
    parser.add_argument("--weights", help="folder with one set of weights for each fold")
    parser.add_argument("--sample", type=int, default=0, help="measure so many pages, drawn at random")
    return parser.parse_args(arguments)
