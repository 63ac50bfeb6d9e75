"""The links of a page, for a reader who wants to go to its sources: those in the article first."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from storyreader.article import Article
from storyreader.cleaning.markup import parse_html
from storyreader.loading import strip_invisible
from storyreader.page import Page

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’«»]+")
_AFTER = ".,;:!?)]}…"
"""Marks at the end of an address in a text that belong to the sentence."""


class PageLink(NamedTuple):
    """A link: its words, and the full address it leads to; whether it stands in the article or around it."""

    words: str
    address: str
    in_article: bool


def page_links(page: Page, article: Article) -> list[PageLink]:
    """The links of a page to addresses of the web, each address once, those in the article's text first."""
    found: dict[str, PageLink] = {}
    for words, address in _in_markup(page, article) if page.media == "html" else _in_text(page):
        inside = _tells_something(words or address) and any((words or address) in text for text in article.paragraphs)
        known = found.get(address)
        if known is None or (inside and not known.in_article):
            found[address] = PageLink(words or address, address, inside)
    return sorted(found.values(), key=lambda link: not link.in_article)


def _tells_something(words: str) -> bool:
    """Whether words can be looked for in a text: a menu's single word stands in many."""
    return " " in words or "/" in words or not words.isascii()


def _in_markup(page: Page, article: Article) -> Iterator[tuple[str, str]]:
    root = parse_html(page.text)
    if root is None:
        return
    bases = [base.get("href") or "" for base in root.iter("base")]
    here = urljoin(page.url or article.url or "", bases[0] if bases else "")
    for link in root.iter("a"):
        address = _whole(here, (link.get("href") or "").strip())
        if address:
            yield strip_invisible(" ".join(link.text_content().split()))[0], address


def _whole(here: str, given: str) -> str:
    """The full address of a link on a page that lies `here`; empty for places of the page itself."""
    try:
        address = urljoin(here, given)
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_place = not given or given.startswith("#")
    return strip_invisible(address)[0] if parts.scheme in ("http", "https") and parts.netloc and not is_place else ""


def _in_text(page: Page) -> Iterator[tuple[str, str]]:
    for match in _ADDRESS.finditer(page.text):
        if address := _whole("", match[0].rstrip(_AFTER)):
            yield "", address
