"""Gathers what others take for a page's article: an extractor, the page's hidden data, its description."""

from typing import Any

from storyreader.cleaning.extractor import extractor_text
from storyreader.cleaning.page_data import PageData, clean

LARGEST = 3_000_000
"""Characters of markup up to which the extractor is asked; it is slow on more."""


def extractor_texts(markup: str, data: PageData) -> tuple[str, str, str]:
    """Return the extractor's text, the article text in hidden data, and the description; empty where there is none."""
    extracted = extractor_text(markup) if len(markup) <= LARGEST else ""
    return extracted, _hidden_body(data.articles), data.first("og:description", "description", "twitter:description")


def _hidden_body(articles: list[dict[str, Any]]) -> str:
    bodies = [clean(article["articleBody"]) for article in articles if isinstance(article.get("articleBody"), str)]
    return max(bodies, key=len, default="")
