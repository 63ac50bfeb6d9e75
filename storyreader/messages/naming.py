"""The names under which articles are shown and cited: outlet, wire, day; or nothing of it, for reading blind."""

from pathlib import Path
from typing import TYPE_CHECKING

from storyreader.messages.words import LETTERS, time_text

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.comparison import Comparison, Row, Side

HIDDEN_OUTLET = "outlet hidden"
"""Stands for every name of an outlet while the reader reads blind."""


def side_name(comparison: "Comparison", side: "Side", *, blind: bool = False) -> str:
    """One article of a comparison in a few words."""
    article = comparison.article(side)
    day = f" · {article.published.day} {article.published:%b}" if article.published else ""
    if blind:
        return f"{HIDDEN_OUTLET}{day}"
    name = article.publisher or Path(article.path).name
    wire = f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else ""
    return f"{name}{wire}{day}"


def source_line(article: "Article", *, blind: bool = False) -> str:
    """An article as a source: outlet, headline, day and hour, address. Read blind, without what tells the outlet."""
    headline = f"“{article.headline}”" if article.headline else "no headline"
    if blind:
        return f"{HIDDEN_OUTLET}, {headline}, {time_text(article.published)}"
    wire = f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else ""
    where = article.url or Path(article.path).name
    parts = [f"{article.publisher or 'outlet unknown'}{wire}", headline, time_text(article.published), where]
    return ", ".join(part for part in parts if part)


def quotation(article: "Article", words: str, *, blind: bool = False) -> str:
    """Words of an article to be quoted elsewhere, with their source."""
    return f"“{' '.join(words.split())}” ({source_line(article, blind=blind)})"


def row_citation(comparison: "Comparison", row: "Row", *, blind: bool = False) -> str:
    """The sentences of a row to be quoted elsewhere, each side with its source."""
    quoted = []
    for side in LETTERS:
        if numbers := row.numbers(side):
            sentences = " ".join(comparison.article(side).sentences[number].text for number in numbers)
            quoted.append(quotation(comparison.article(side), sentences, blind=blind))
    return "\n".join(quoted)


def shown_title(title: str, *, blind: bool) -> str:
    """The title of a saved comparison; read blind, without the outlets at its end."""
    return title.rpartition(": ")[0] or HIDDEN_OUTLET if blind else title
