"""The article of the list that a key is meant for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyreader.library import Entry
    from tui.framed import FramedScreen
    from widgets.article_list import ArticleList


def article_in_hand(screen: "FramedScreen", articles: "ArticleList") -> "Entry | None":
    """The article under the cursor; None where there is none, which the reader is told."""
    entry = articles.current
    if entry is not None and not entry.problem:
        return entry
    screen.status("Put the cursor on an article first.")
    return None
