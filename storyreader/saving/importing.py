"""A colleague's notes, reviewed marks and corrections brought into one's own comparison: theirs, beside one's own.

Items are told apart by their identity. What is new is taken with its author; a later state of an item of theirs
replaces the earlier; one's own item that was changed elsewhere stays, and the other state comes beside it. All of it is
one step that can be undone.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Side
from storyreader.saving.exchange import Annotation
from storyreader.saving.history import recorded
from storyreader.saving.model import Anchor, Item, SavedComparison, Step, Target, saved_id
from storyreader.saving.quotes import QuotedText
from storyreader.saving.reanchoring import Reanchorer
from storyreader.saving.targets import anchor_of

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


class Imported(NamedTuple):
    """The comparison with the colleague's items; how many were new, later states, kept beside one's own, lost."""

    saved: SavedComparison
    new: int
    later: int
    beside: int
    lost: int


def created_from(saved: SavedComparison) -> SavedComparison:
    """A colleague's comparison as one's own to begin with: nothing of their disk, their history theirs alone."""
    sides = {side: {**saved.comparison[side], "path": ""} for side in SIDES}
    found = saved.restored()
    # the name becomes that of a file here
    identity = saved.id if _NAME.fullmatch(saved.id) else saved_id(found.left, found.right)
    return saved.model_copy(update={"id": identity, "comparison": {**saved.comparison, **sides}, "steps": list[Step]()})


def imported(mine: SavedComparison, theirs: SavedComparison, author: str, by: str = "") -> Imported:
    """The colleague's items of a comparison of the same two pages. `author` is oneself, `by` who handed it over."""
    own, other = mine.restored(), theirs.restored()
    swapped = _swapped(own, other)
    old = (other.right, other.left) if swapped else (other.left, other.right)
    moving = Reanchorer(old, (own.left, own.right))
    items: list[Item] = [*theirs.notes, *theirs.reviews, *theirs.link_corrections]
    turned = [_turned(item) if swapped else item for item in items]
    return _merged(mine, [moving.item(item) for item in turned], author, by)


def annotated(mine: SavedComparison, annotations: Sequence[Annotation], author: str) -> Imported:
    """The items of W3C annotations on the two pages; those on other pages are left out."""
    found = mine.restored()
    texts = {side: QuotedText(found.left if side == "left" else found.right) for side in SIDES}
    pages = {text.article.url: side for side, text in texts.items() if text.article.url}
    pages |= {_name(text.article): side for side, text in texts.items()}
    placed = [item for annotation in annotations for item in _placed(annotation, texts, pages)]
    return _merged(mine, placed, author, "")


def _placed(annotation: Annotation, texts: dict[Side, QuotedText], pages: dict[str, Side]) -> Iterator[Item]:
    anchors: dict[str, Anchor] = {}
    lost = False
    for name, quotes in annotation.quotes.items():
        side = pages.get(name)
        if side is None:
            continue
        text = texts[side]
        places = [text.find(quote) for quote in quotes]
        known = [place for place in places if place is not None]
        if len(known) == len(quotes) == 1:
            anchor = text.anchor(*known[0])
        else:
            numbers = sorted({number for place in known for number in text.sentences_of(*place)})
            anchor = anchor_of(text.article, numbers) if len(known) == len(quotes) else None
        if anchor is None:
            lost = True
            first = quotes[0]
            exact = " ".join(quote.exact for quote in quotes)
            anchor = Anchor(exact=exact, prefix=first.prefix, suffix=first.suffix, content_hash=name)
        anchors[side] = anchor
    if anchors:
        if lost:
            anchors = {side: anchor.model_copy(update={"sentences": []}) for side, anchor in anchors.items()}
        yield annotation.item.model_copy(update={"target": Target(**anchors), "lost": lost})


def _merged(mine: SavedComparison, items: Sequence[Item], author: str, by: str) -> Imported:
    known: dict[str, Item] = {item.id: item for item in (*mine.notes, *mine.reviews, *mine.link_corrections)}
    taken: list[Item] = []
    new = later = beside = 0
    for item in items:
        old = known.get(item.id)
        if old is None and not item.deleted:
            new += 1
            taken.append(item)
        elif old is None or type(old) is not type(item) or _says(old) == _says(item) or item.changed <= old.changed:
            continue
        elif old.author in ("", author):
            copy = item.model_copy(update={"id": _beside(item), "author": by or item.author})
            if copy.id not in known and not item.deleted:
                beside += 1
                taken.append(copy)
        else:
            later += 1
            taken.append(item)
    lost = sum(item.lost and not item.deleted for item in taken)
    if not taken:
        return Imported(mine, 0, 0, 0, 0)
    saved, _ = recorded(mine, f"import of {len(taken)} item{'s' if len(taken) != 1 else ''}", taken)
    return Imported(saved, new, later, beside, lost)


def _says(item: Item) -> object:
    """What a person would call the item: all but its place in this very state of the page, and its times."""
    return item.model_dump(exclude={"target", "created", "changed", "lost", "author"})


def _beside(item: Item) -> str:
    """The same name whenever the same state is imported again."""
    return hashlib.sha256(f"{item.id} {_says(item)!r}".encode()).hexdigest()[:12]


def _name(article: Article) -> str:
    return article.content_hash or article.id


def _swapped(own: Comparison, other: Comparison) -> bool:
    """Whether the colleague had the two pages the other way round."""
    return _name(own.left) == _name(other.right) and _name(own.left) != _name(other.left)


def _turned(item: Item) -> Item:
    target = item.target.model_copy(update={"left": item.target.right, "right": item.target.left})
    return item.model_copy(update={"target": target})
