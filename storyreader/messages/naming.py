"""The names under which articles are shown and cited: outlet, wire, day; or nothing of it, for reading blind."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from storyreader.locators import short_name
from storyreader.messages.words import LETTERS, time_text

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.comparison import Comparison, Side

NO_HEADLINE = "(no headline found)"

HIDDEN_OUTLET = "outlet hidden"
"""Stands for every name of an outlet while the reader reads blind."""


def side_name(comparison: "Comparison", side: "Side", *, blind: bool = False) -> str:
    """One article of a comparison in a few words."""
    article = comparison.article(side)
    day = f" · {article.published.day} {article.published:%b}" if article.published else ""
    if blind:
        return f"{HIDDEN_OUTLET}{day}"
    return f"{article_name(article)}{day}"


def article_name(article: "Article") -> str:
    """The outlet with the agency whose copy it carries; the name of the file where no outlet is known."""
    wire = f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else ""
    return f"{article.publisher or short_name(article.path)}{wire}"


def source_line(article: "Article", *, blind: bool = False) -> str:
    """An article as a source: outlet, headline, day and hour, address. Read blind, without what tells the outlet."""
    headline = f"“{article.headline}”" if article.headline else "no headline"
    if blind:
        return f"{HIDDEN_OUTLET}, {headline}, {time_text(article.published)}"
    where = article.url or (short_name(article.path) if article.publisher else "")
    parts = [article_name(article), headline, time_text(article.published), where]
    return ", ".join(part for part in parts if part)


def quotation(article: "Article", words: str, *, blind: bool = False) -> str:
    """Words of an article to be quoted elsewhere, with their source."""
    return f"“{' '.join(words.split())}” ({source_line(article, blind=blind)})"


def citation(comparison: "Comparison", sentences: "Mapping[Side, Sequence[int]]", *, blind: bool = False) -> str:
    """Sentences to be quoted elsewhere, each side with its source; read blind, without the outlets."""
    quoted = []
    for side in LETTERS:
        if numbers := sentences.get(side):
            text = " ".join(comparison.article(side).sentences[number].text for number in numbers)
            quoted.append(quotation(comparison.article(side), text, blind=blind))
    return "\n".join(quoted)


def shown_title(title: str, *, blind: bool) -> str:
    """The title of a saved comparison; read blind, without the outlets at its end."""
    return title.rpartition(": ")[0] or HIDDEN_OUTLET if blind else title
