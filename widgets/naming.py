"""The names under which articles are shown: outlet, wire, day; or nothing of it, for reading blind."""

from pathlib import Path

from storyreader.comparison import SIDES, Comparison, Row, Side

HIDDEN = "outlet hidden"
"""Stands for every name of an outlet while the reader reads blind."""


def side_name(comparison: Comparison, side: Side, *, blind: bool = False) -> str:
    """One article of a comparison in a few words."""
    article = comparison.left if side == "left" else comparison.right
    day = f" · {article.published.day} {article.published:%b}" if article.published else ""
    if blind:
        return f"{HIDDEN}{day}"
    name = article.publisher or Path(article.path).name
    wire = f" (wire: {article.agency})" if article.agency and article.agency != article.publisher else ""
    return f"{name}{wire}{day}"


def row_text(comparison: Comparison, row: Row) -> str:
    """The sentences of a row for the clipboard, each side with its source."""
    told = []
    for side in SIDES:
        article = comparison.left if side == "left" else comparison.right
        if numbers := row.numbers(side):
            sentences = " ".join(article.sentences[number].text for number in numbers)
            told.append(f"“{sentences}” ({side_name(comparison, side)})")
    return "\n".join(told)


def shown_title(title: str, *, blind: bool) -> str:
    """The title of a saved comparison; read blind, without the outlets at its end."""
    return title.rpartition(": ")[0] or HIDDEN if blind else title
