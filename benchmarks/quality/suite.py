"""Body F1 on a peer's test pages, by kind of page, beside other tools.

    python -m benchmarks.quality suite FOLDER

FOLDER holds a folder for each page with source.html and expected.html, as test/test-pages of mozilla/readability does.
The expected bodies there are that tool's own output, lists, contents and references included, so a figure tells how
near two tools are; read what differs. Pages of a few words, made to try one tag, are a kind of their own. No weights
and no rules here were fitted to them. Brackets are 95 % intervals over pages.
"""

import json
import logging
import warnings
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.bootstrap import bootstrap
from benchmarks.quality.peers import as_text, body_of, peers
from benchmarks.quality.shingles import Overlap, corpus_f1, overlap
from storyreader.cleaning import clean_html

OURS = "storyreader"
_KINDS = {
    "news": (
        "aktualne ars-1 article-author-tag bbc-1 breitbart bug-1255978 buzzfeed-1 citylab-1 cnet cnet-svg-classes cnn "
        "engadget folha gmw guardian-1 heise herald-sun-1 la-nacion lazy-image-2 lemonde-1 liberation-1 "
        "lifehacker-post-comment-load lifehacker-working medicalnewstoday msn nytimes-1 nytimes-2 nytimes-3 nytimes-4 "
        "nytimes-5 qq quanta-1 salon-1 schema-org-context-object seattletimes-1 simplyfound-1 spiceworks telegraph "
        "theverge tmz-1 videos-1 videos-2 wapo-1 wapo-2 webmd-1 webmd-2 wikia yahoo-1 yahoo-2 yahoo-3 yahoo-4 youth"
    ),
    "blogs": (
        "001 002 aclu blogger daringfireball-1 dropbox-blog ebb-org firefox-nightly-blog gitlab-blog iab-1 keep-images "
        "keep-tabular-data lazy-image-1 links-in-tables medium-1 medium-2 medium-3 pixnet table-style-attributes "
        "toc-missing topicseed-1 tumblr v8-blog wordpress"
    ),
    "reference and books": (
        "archive-of-our-own clean-links ehow-1 ehow-2 google-sre-book-1 hukumusume ietf-1 lwn-1 mathjax mercurial "
        "mozilla-1 mozilla-2 royal-road wikipedia wikipedia-2 wikipedia-3 wikipedia-4"
    ),
}
_MADE = "made to try one thing"


class _Page(NamedTuple):
    name: str
    kind: str
    language: str
    html: str
    body: str


def run(folder: Path, _arguments: list[str]) -> None:
    """Print the table."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    pages = _read(folder)
    if not pages:
        print(f"{folder}: no folders with source.html and expected.html")
        return
    tools = peers()
    results: dict[str, list[Overlap]] = {OURS: [], **{name: [] for name in tools}}
    for page in pages:
        results[OURS].append(overlap(page.body, "\n\n".join(clean_html(page.html).paragraphs)))
        for name, tool in tools.items():
            results[name].append(overlap(page.body, body_of(tool, page.html, page.language)))
    print("| pages | | " + " | ".join(results) + " | ours below half of the best |")
    print("|---" * (3 + len(results)) + "|")
    for kind in (*_KINDS, _MADE):
        chosen = [number for number, page in enumerate(pages) if page.kind == kind]
        if chosen:
            cells = [str(bootstrap([found[number] for number in chosen], corpus_f1)) for found in results.values()]
            print(f"| {kind} | {len(chosen)} | " + " | ".join(cells) + f" | {_far_below(chosen, pages, results)} |")


def _far_below(chosen: list[int], pages: list[_Page], results: dict[str, list[Overlap]]) -> str:
    """The pages of which we find less than half of what the best of the others finds."""
    names = []
    for number in chosen:
        ours, *others = ((found[number].f1 or 0.0) for found in results.values())
        if 2 * ours < max(others, default=0.0):
            names.append(pages[number].name)
    return ", ".join(names) or "none"


def _read(folder: Path) -> list[_Page]:
    kinds = {name: kind for kind, names in _KINDS.items() for name in names.split()}
    pages = []
    for place in sorted(folder.iterdir()):
        source, expected = place / "source.html", place / "expected.html"
        if not source.is_file() or not expected.is_file():
            continue
        details = place / "expected-metadata.json"
        language = json.loads(details.read_text("utf-8")).get("lang") if details.is_file() else None
        pages.append(
            _Page(
                place.name,
                kinds.get(place.name, _MADE),
                language or "en",
                source.read_text("utf-8", errors="replace"),
                as_text(expected.read_text("utf-8")),
            )
        )
    return pages
