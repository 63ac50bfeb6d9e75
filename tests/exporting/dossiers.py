"""A saved comparison with everything in it, for tests of exports; any text may be put into its notes."""

from datetime import UTC, datetime

from storyreader.article import Article, Sentence
from storyreader.comparison import Comparison, Difference, Link, Passage, Row
from storyreader.saving import Anchor, LinkCorrection, Note, Review, SavedComparison, Target, new_saved
from storyreader.saving.history import recorded
from storyreader.saving.items import Item
from storyreader.saving.targets import target_of, words_target

LEFT = (
    "The weir at Tolmin Ford broke on Friday and 12 gardens were flooded.",
    "Nobody was hurt, the warden said.",
    "A heron watched from the mill roof.",
)
RIGHT = (
    "The weir at Tolmin Ford broke on Friday and 21 gardens were flooded.",
    "כל הגינות יבשו עד הבוקר.",
)
WHEN = datetime(2026, 5, 4, 12, tzinfo=UTC)


def article(name: str, sentences: tuple[str, ...], **fields: object) -> Article:
    spoken = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(sentences))
    return Article(name, f"Weir breaks: {name}", sentences, spoken, publisher=f"The {name}", **fields)  # type: ignore[arg-type]


def compared() -> Comparison:
    left = article("Courier", LEFT, language="en", published=WHEN, content_hash="c0ffee", path="/home/ina/courier.txt")
    right = article("Gazette", RIGHT, language="he", content_hash="beef", url="https://gazette.example/weir?a=1&b=2",
                    byline="By Ola Brandt and Piet Rho")  # fmt: skip
    here = Passage(0, 44, 46)
    gardens = Difference("count", here, here, "12 gardens", "21 gardens", "value", 95, True, 12, 21)
    link = Link((0,), (0,), "conflict", 96.0, differences=(gardens,))
    alone = Row("only right", (), (1,)), Row("only left", (1,), ()), Row("only left", (2,), ())
    return Comparison(left, right, (link,), (1, 2), (1,), (Row("conflict", (0,), (0,), 0), *alone))


def saved_with(*items: Item) -> SavedComparison:
    return recorded(new_saved(compared()), "note", items)[0]


def noted(text: str, *, row: int = 0, identity: str = "n1", **fields: object) -> Note:
    comparison = compared()
    values = {"author": "Ina", "created": WHEN, "changed": WHEN, **fields}
    return Note(id=identity, target=target_of(comparison, comparison.rows[row]), text=text, **values)  # type: ignore[arg-type]


def full(text: str = "Who counted?\nAsk again.") -> SavedComparison:
    """A note with everything, one on words, a highlight, a reviewed mark, a correction, one without a place."""
    comparison = compared()
    words = words_target(comparison, [("left", Passage(0, 4, 8))])
    row = target_of(comparison, comparison.rows[0])
    gone = Target(anchors=[Anchor(article=comparison.left.name, exact="It rained for nine days.")])
    return saved_with(
        noted(text, verdict="conflict", tags=["count", text], evidence="https://weir.example/log?x=1&y=2"),
        noted("", row=1, identity="n2", verdict="check", evidence="javascript:alert(1)"),
        Note(id="n3", target=words, text="Which weir?", author=text, created=WHEN, changed=WHEN),
        Note(id="n4", target=row, highlight=True, author="Ina", created=WHEN, changed=WHEN),
        Note(id="n5", target=gone, orphaned=True, text="Nine?", author="Ina", created=WHEN, changed=WHEN),
        Review(id="r1", target=row, author="Ina", created=WHEN, changed=WHEN),
        LinkCorrection(id="a1", kind="not a conflict", target=row, author="Ina", created=WHEN, changed=WHEN),
    )
