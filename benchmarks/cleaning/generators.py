"""Which system made a page, and folds that hold a whole make of pages out: all of WordPress, all of Drupal.

Weights that have seen other outlets' pages of the same make know its class names; what they reach on a make that they
never saw tells more of the next reader's pages.
"""

import re
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.cleaning.folds import FOLDS
from benchmarks.cleaning.pages import GoldPage, read_pages

_SIGNS = tuple(
    (name, re.compile(sign, re.IGNORECASE))
    for name, sign in (
        ("wordpress", r"wp-content|wp-includes|wp-json"),
        ("drupal", r"/sites/default/files|drupal-settings|drupal\.settings|data-drupal"),
        ("blogger", r"blogger\.com/|blogspot\.com/feeds"),
        ("medium", r"cdn-client\.medium\.com|miro\.medium\.com"),
        ("substack", r"substackcdn\.com"),
        ("squarespace", r"squarespace\.com|static1\.squarespace"),
        ("wix", r"wixstatic|static\.parastorage"),
        ("arc", r"/pf/resources/|fusion\.|arc-cdn|arcpublishing"),
        ("next", r"__next_data__|/_next/static"),
        ("nuxt", r"__nuxt__|/_nuxt/"),
        ("gatsby", r"___gatsby"),
        ("hubspot", r"hs-scripts\.com|hubspot"),
        ("shopify", r"cdn\.shopify"),
        ("joomla", r"/media/jui/|com_content"),
        ("typo3", r"typo3"),
        ("webflow", r"webflow"),
        ("mediawiki", r"mw-parser"),
        ("experience manager", r"/etc\.clientlibs/|/etc/designs|/content/dam"),
    )
)
_STATED = re.compile(
    r"""<meta[^>]+name=["']?generator["']?[^>]*content=["']\s*([a-z]+)|"""
    r"""<meta[^>]+content=["']\s*([a-z]+)[^>]+name=["']?generator""",
    re.IGNORECASE,
)


def generator_of(markup: str) -> str:
    """The system that made a page, as its addresses or its own meta element tell; empty where neither does."""
    for name, sign in _SIGNS:
        if sign.search(markup):
            return name
    stated = _STATED.search(markup)
    return next(filter(None, stated.groups()), "").casefold() if stated else ""


def generator_folds(folder: Path) -> dict[str, int]:
    """The fold of each page, by its id: an outlet goes with the system of most of its pages, the largest systems first.

    An outlet whose system is unknown is a group by itself.
    """
    pages: list[tuple[GoldPage, str]] = [(page, generator_of(page.html)) for page in read_pages(folder)]
    systems: dict[str, Counter[str]] = defaultdict(Counter)
    for page, system in pages:
        systems[page.brand][system] += 1
    groups = {brand: found.most_common(1)[0][0] or f"outlet {brand}" for brand, found in systems.items()}
    sizes = Counter(groups[page.brand] for page, _ in pages)
    load = [0] * FOLDS
    folds = {}
    for group, size in sizes.most_common():
        folds[group] = load.index(min(load))
        load[folds[group]] += size
    return {page.id: folds[groups[page.brand]] for page, _ in pages}
