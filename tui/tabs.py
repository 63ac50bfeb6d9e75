"""The tabs and the views of a comparison, by their names in the code and on the screen."""

from typing import Literal

View = Literal["pairs", "columns", "texts"]
VIEWS: tuple[View, ...] = ("pairs", "columns", "texts")
VIEW_WORDS: dict[View, str] = {"pairs": "stacked pairs", "columns": "side by side", "texts": "both full texts"}

Tab = Literal["short", "text", "facts", "who", "orphans"]
TABS: dict[Tab, str] = {
    "short": "1: in short", "text": "2: texts", "facts": "3: facts", "who": "4: who", "orphans": "5: orphans",
}  # fmt: skip
FOUND: tuple[Tab, ...] = ("short", "facts", "who")
"""The tabs that show findings."""
TABLED: tuple[Tab, ...] = ("facts", "who")
"""Those of them that are tables, which can be filtered and sorted."""
