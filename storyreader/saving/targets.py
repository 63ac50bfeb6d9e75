"""Where in a comparison the reader's items belong: from the sentences they are about to the rows that show them."""

from collections.abc import Iterable, Sequence

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Passage, Row, Side
from storyreader.saving.items import Anchor, Item, ItemType, Target

CONTEXT = 48
"""Characters before and after a quotation that are kept to find it again."""


def target_of(comparison: Comparison, row: Row) -> Target:
    """What an item on this row is about: all sentences of its link, or the sentence that stands alone."""
    link = comparison.links[row.link] if row.link is not None else None
    left, right = (link.left, link.right) if link else (row.left, row.right)
    return pair_target(comparison, left, right)


def pair_target(comparison: Comparison, left: Sequence[int], right: Sequence[int]) -> Target:
    """What an item on some sentences of either side is about."""
    sentences = (left, right)
    anchors = (
        anchor_of(article, numbers, name=name)
        for (name, article), numbers in zip(comparison.named, sentences, strict=True)
    )
    return Target(anchors=[anchor for anchor in anchors if anchor is not None])


def words_target(comparison: Comparison, places: Sequence[tuple[Side, Passage]]) -> Target:
    """What an item on some words is about: on each side those of the first pair that is linked, else the first."""
    own = {side: [passage for where, passage in places if where == side] for side in SIDES}
    pairs = [(left, right) for left in own["left"] for right in own["right"]]
    linked = (pair for pair in pairs if _are_linked(comparison, *(passage.sentence for passage in pair)))
    chosen = next(linked, tuple(next(iter(own[side]), None) for side in SIDES))
    anchors = (
        anchor_of(comparison.article(side), [passage.sentence], (passage.start, passage.end), comparison.names[side])
        for side, passage in zip(SIDES, chosen, strict=True)
        if passage is not None
    )
    return Target(anchors=[anchor for anchor in anchors if anchor is not None])


def _are_linked(comparison: Comparison, left: int, right: int) -> bool:
    return any(left in link.left and right in link.right for link in comparison.links)


def anchor_of(
    article: Article, sentences: Sequence[int], span: tuple[int, int] | None = None, name: str = ""
) -> Anchor | None:
    """The place of some sentences, or of a part of one; None for no sentence. `name` is what the article is called in
    its pair, if not by its own name.
    """
    if not sentences:
        return None
    texts = [sentence.text for sentence in article.sentences]
    first, last = sentences[0], sentences[-1]
    before, after = " ".join(texts[max(0, first - 2) : first]), " ".join(texts[last + 1 : last + 3])
    if span is None:
        exact = " ".join(texts[number] for number in sentences)
    else:
        exact = texts[first][span[0] : span[1]]
        before, after = f"{before} {texts[first][: span[0]]}", f"{texts[first][span[1] :]} {after}"
    return Anchor(
        article=name or article.name,
        sentences=list(sentences),
        span=span,
        exact=exact,
        prefix=before[-CONTEXT:],
        suffix=after[:CONTEXT],
    )


def items_by_row(comparison: Comparison, items: Iterable[ItemType]) -> dict[int, list[ItemType]]:
    """The living items of each row, by the row's place. One on a link is shown where most of its sentences are."""
    found: dict[int, list[ItemType]] = {}
    for item in items:
        place = None if item.deleted else row_of(comparison, item)
        if place is not None:
            found.setdefault(place, []).append(item)
    return found


def row_of(comparison: Comparison, item: Item) -> int | None:
    """The place of the row that shows most of an item's sentences; None when it is about none that is here."""
    wanted = {side: set(item.target.numbers(name)) for side, name in comparison.names.items()}
    best: tuple[int, int] | None = None
    for index, row in enumerate(comparison.rows):
        shared = sum(len(wanted[side].intersection(row.numbers(side))) for side in SIDES)
        if shared and (best is None or shared > best[0]):
            best = (shared, index)
    return best[1] if best else None
