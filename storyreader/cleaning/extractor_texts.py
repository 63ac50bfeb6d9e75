"""Gathers what others take for a page's article: an extractor, the page's hidden data, its description."""

import re
from typing import Any

from storyreader.cleaning.budget import Budget
from storyreader.cleaning.extractor import extractor_text
from storyreader.cleaning.markup import counted_elements
from storyreader.cleaning.page_data import PageData, clean

LARGEST = 3_000_000
"""Characters of markup, without the data of pictures, up to which the extractor is asked; it is slow on more."""
MOST_ELEMENTS = 5_000
"""Elements up to which it is asked, as parts of it take the square of their number; one of 1,408 pages has more."""
_PICTURE = re.compile(r"(?<=data:)[\w/+.-]{1,60};base64,[\w/+=%]{100,}")


def extractor_texts(markup: str, data: PageData, budget: Budget) -> tuple[str, str, str]:
    """Return the extractor's text, the article text in hidden data, and the description; empty where there is none."""
    extracted = _extracted(_PICTURE.sub(",", markup), budget)
    return extracted, _hidden_body(data.articles), data.first("og:description", "description", "twitter:description")


def _extracted(markup: str, budget: Budget) -> str:
    """The extractor's text, where a page is small enough for it."""
    if len(markup) > LARGEST or counted_elements(markup) > MOST_ELEMENTS:
        budget.leave_out("extractor")
        return ""
    return extractor_text(markup) if budget.allows("extractor") else ""


def _hidden_body(articles: list[dict[str, Any]]) -> str:
    bodies = [clean(article["articleBody"]) for article in articles if isinstance(article.get("articleBody"), str)]
    return max(bodies, key=len, default="")
