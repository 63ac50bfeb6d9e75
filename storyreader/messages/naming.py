"""The names under which articles are shown and cited: outlet, wire, day; or nothing of it, for reading blind."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyreader.messages.words import LETTERS

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
    return f"{article.publisher or Path(article.path).name}{wire}"


def citation(comparison: "Comparison", sentences: "Mapping[Side, Sequence[int]]", *, blind: bool = False) -> str:
    """Sentences to be quoted elsewhere, each side with its source; read blind, without the outlets."""
    quoted = []
    for side in LETTERS:
        if numbers := sentences.get(side):
            text = " ".join(comparison.article(side).sentences[number].text for number in numbers)
            quoted.append(f"“{text}” ({side_name(comparison, side, blind=blind)})")
    return "\n".join(quoted)


def shown_title(title: str, *, blind: bool) -> str:
    """The title of a saved comparison; read blind, without the outlets at its end."""
    return title.rpartition(": ")[0] or HIDDEN_OUTLET if blind else title
