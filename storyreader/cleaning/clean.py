"""A page becomes an article: its body, what it says of itself, and for every line left out the reason."""

import os
from collections.abc import Sequence

from storyreader import loading
from storyreader.article import Article
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.corrections import Correction, correct
from storyreader.cleaning.finishing import finish
from storyreader.cleaning.outlet_lines import OutletLines
from storyreader.cleaning.pipeline import judge
from storyreader.page import Page


def read_article(path: str | os.PathLike[str]) -> Article:
    """Read a file and clean it. Raises UnreadablePage as storyreader.loading.read_page does."""
    return clean_page(loading.read_page(path))


def clean_page(
    page: Page,
    corrections: Sequence[Correction] = (),
    outlet_lines: OutletLines | None = None,
    budget: Budget | None = None,
) -> Article:
    """Clean a page that has been read.

    `corrections` are the reader's verdicts on single lines, which are final; `outlet_lines` is what other pages of the
    same outlet taught (see storyreader.cleaning.outlet_lines). `budget` is what reading the page may cost, by default
    the usual one; what it was too small for stands in the article's `simplified`.
    """
    draft = judge(page, outlet_lines, budget)
    correct(draft, corrections)
    return finish(draft)


def clean_text(text: str) -> Article:
    """Clean the text of a page as a browser copies it. Paragraphs are separated by blank lines or line ends."""
    return clean_page(loading.page_from_text(text))


def clean_html(html: str, url: str | None = None) -> Article:
    """Clean a page's markup. `url` is where the page was found, if known."""
    return clean_page(loading.page_from_text(html, "html", url=url))
