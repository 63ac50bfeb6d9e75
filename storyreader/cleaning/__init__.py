"""A page becomes an article: its body, what it says of itself, and for every line left out the reason."""

import os

from storyreader.article import Article
from storyreader.page import Page

__all__ = ["clean_html", "clean_page", "clean_text", "read_article"]


def read_article(path: str | os.PathLike[str]) -> Article:
    """Read a file and clean it. Raises UnreadablePage as storyreader.loading.read_page does."""
    from storyreader.loading import read_page

    return clean_page(read_page(path))


def clean_page(page: Page) -> Article:
    """Clean a page that has been read."""
    from storyreader.cleaning.finishing import finish
    from storyreader.cleaning.pipeline import judge_html, judge_text

    return finish(judge_html(page) if page.media == "html" else judge_text(page))


def clean_text(text: str) -> Article:
    """Clean the text of a page as a browser copies it. Paragraphs are separated by blank lines or line ends."""
    from storyreader.loading import page_from_text

    return clean_page(page_from_text(text))


def clean_html(html: str, url: str | None = None) -> Article:
    """Clean a page's markup. `url` is where the page was found, if known."""
    from storyreader.loading import page_from_text

    return clean_page(page_from_text(html, "html", url=url))
