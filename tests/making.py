"""Articles and comparisons made by hand, for tests that are not about finding them."""

from collections.abc import Sequence

from storyreader.article import Article, Sentence
from storyreader.comparison import Change, Comparison, Difference, Ground, Link, Passage, Row, Summary


def make_article(sentences: Sequence[str], *, headline: str = "A headline", **fields: object) -> Article:
    """An article of one paragraph a sentence."""
    name = str(fields.get("publisher", "x"))
    made = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(sentences))
    values = {
        "id": name,
        "content_hash": f"hash of {name} {len(sentences)} {headline}",
        "path": f"{name}.txt",
        **fields,
    }
    return Article(headline=headline, paragraphs=tuple(sentences), sentences=made, **values)  # type: ignore[arg-type]


def make_comparison() -> Comparison:
    """Five rows: the same, a rewording, a conflict, one sentence only left, one only right."""
    left = make_article(
        [
            "The bridge closed on Monday.",
            "Engineers found a crack in the northern pillar.",
            "Twelve vans were on it.",
            "A diver looked at the foot of the pillar.",
        ],
        headline="Bridge shut after crack",
        publisher="The Ferrow Echo",
    )
    right = make_article(
        [
            "The bridge closed on Monday.",
            "Engineers discovered a crack in the northern pillar.",
            "Fourteen vans were on it.",
            "Buses take the long way round.",
        ],
        headline="Crack closes bridge",
        publisher="Radio Ferrow",
    )
    crack = Change(Passage(1, 10, 15), Passage(1, 10, 20))
    vans = Difference(
        "count", Passage(2, 0, 6), Passage(2, 0, 8), "twelve vans", "fourteen vans", "value", 90, True, 12, 14
    )
    links = (
        Link((0,), (0,), "same", 100.0),
        Link((1,), (1,), "reworded", 88.0, grounds=(Ground("shared_words", ("crack", "pillar")),), changes=(crack,)),
        Link((2,), (2,), "conflict", 90.0, differences=(vans,)),
    )
    rows = (
        Row("same", (0,), (0,), 0),
        Row("reworded", (1,), (1,), 1),
        Row("conflict", (2,), (2,), 2),
        Row("only left", (3,), ()),
        Row("only right", (), (3,)),
    )
    return Comparison(left, right, links, (3,), (3,), rows, summary=Summary(0.75, 0.75, 0.6, "the bridge closed", 3))
