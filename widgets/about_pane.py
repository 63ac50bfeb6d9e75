"""What one article holds at a glance: who is quoted and cited, numbers, dates, caveats, and where it was found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader.visible import visible
from widgets.text_view import TextBlock, TextView
from widgets.wrapping import shortened

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.fact import Fact

_MOST = 8
_SECTIONS = (
    ("WHO IS QUOTED OR CITED", ("quote", "attribution")),
    ("NUMBERS", ("number", "percent", "money", "quantity", "age", "duration", "score")),
    ("DATES AND TIMES", ("date", "time")),
    ("CAVEATS", ("caveat",)),
    ("NAMES", ("name",)),
)


class AboutPane(TextView):
    """Shows the facts of an article; found by rules, not judged true."""

    def show(self, article: "Article", facts: "Sequence[Fact]", places: Sequence[str] = ()) -> None:
        """Show an article's facts, each once, in the order of the text; and the places in which the same page lies."""
        blocks: list[TextBlock] = []
        for title, kinds in _SECTIONS:
            texts = dict.fromkeys(_fact_text(fact) for fact in facts if fact.kind in kinds)
            if texts:
                blocks.append(TextBlock(title, "title", int(bool(blocks))))
                blocks += [TextBlock(shortened(text, 120)) for text in list(texts)[:_MOST]]
            if len(texts) > _MOST:
                blocks.append(TextBlock(f"and {len(texts) - _MOST} more", "dim"))
        if places:
            blocks.append(TextBlock(f"THE SAME PAGE IN {len(places)} PLACES", "title", int(bool(blocks))))
            blocks += [TextBlock(visible(place)) for place in places]
        blocks.append(TextBlock("WHERE THE DETAILS WERE FOUND", "title", int(bool(blocks))))
        blocks += [TextBlock(f"{field}: {rule}", "dim") for field, rule in article.sources.items()]
        self.show_blocks(blocks)


def _fact_text(fact: "Fact") -> str:
    return f"{fact.speaker}: {fact.text}" if fact.kind == "quote" and fact.speaker else fact.text
