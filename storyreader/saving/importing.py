"""A colleague's notes, reviewed marks and corrections brought into one's own comparison: theirs, beside one's own.

Items are told apart by their identity. What is new is taken with its author; a later state of an item of theirs
replaces the earlier; one's own item that was changed elsewhere stays, and the other state comes beside it. All of it is
one step that can be undone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storyreader.comparison import SIDES
from storyreader.saving.exchange import Annotation
from storyreader.saving.history import recorded
from storyreader.saving.items import Anchor, Item, Step, Target
from storyreader.saving.model import SavedComparison, saved_id
from storyreader.saving.quotes import QuotedText
from storyreader.saving.reanchoring import Reanchorer
from storyreader.saving.targets import anchor_of


class Imported(NamedTuple):
    """The comparison with the colleague's items; how many were new, later states, kept beside one's own, orphaned."""

    saved: SavedComparison
    new: int
    later: int
    beside: int
    orphaned: int


def created_from(saved: SavedComparison) -> SavedComparison:
    """A colleague's comparison as one's own to begin with: nothing of their disk, their history theirs alone.

    It is called after its two pages: a name from a stranger's file could be that of another file here.
    """
    sides = {side: {**saved.comparison[side], "path": ""} for side in SIDES}
    found = saved.restored()
    identity = saved_id(found.left, found.right)
    return saved.model_copy(update={"id": identity, "comparison": {**saved.comparison, **sides}, "steps": list[Step]()})


def imported(mine: SavedComparison, theirs: SavedComparison, author: str, by: str = "") -> Imported:
    """The colleague's items of a comparison of the same two pages. `author` is oneself, `by` who handed it over."""
    own, other = mine.restored(), theirs.restored()
    swapped = own.left.name == other.right.name and own.left.name != other.left.name
    moving = Reanchorer(other.named[::-1] if swapped else other.named, own.named)
    items: list[Item] = [*theirs.notes, *theirs.reviews, *theirs.link_corrections]
    return _merged(mine, [moving.item(item) for item in items], author, by)


def annotated(mine: SavedComparison, annotations: Sequence[Annotation], author: str) -> Imported:
    """The items of W3C annotations on the two pages; those on other pages are left out."""
    texts = {name: QuotedText(article, name) for name, article in mine.restored().named}
    pages = {text.article.url: text for text in texts.values() if text.article.url} | texts
    placed = [item for annotation in annotations for item in _placed(annotation, pages)]
    return _merged(mine, placed, author, "")


def _placed(annotation: Annotation, pages: dict[str, QuotedText]) -> Iterator[Item]:
    """The item with an anchor for each page that is known by the name its quotations give."""
    anchors: dict[str, Anchor] = {}
    orphaned = False
    for name, quotes in annotation.quotes.items():
        text = pages.get(name)
        if text is None:
            continue
        places = [text.find(quote) for quote in quotes]
        known = [place for place in places if place is not None]
        if len(known) == len(quotes) == 1:
            anchor = text.anchor(*known[0])
        else:
            numbers = sorted({number for place in known for number in text.sentences_of(*place)})
            anchor = anchor_of(text.article, numbers, name=text.name) if len(known) == len(quotes) else None
        if anchor is None:
            orphaned = True
            first = quotes[0]
            exact = " ".join(quote.exact for quote in quotes)
            anchor = Anchor(article=text.name, exact=exact, prefix=first.prefix, suffix=first.suffix)
        anchors[text.name] = anchor
    if anchors:
        found = list(anchors.values())
        if orphaned:
            found = [anchor.model_copy(update={"sentences": []}) for anchor in found]
        yield annotation.item.model_copy(update={"target": Target(anchors=found), "orphaned": orphaned})


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
    orphaned = sum(item.orphaned and not item.deleted for item in taken)
    if not taken:
        return Imported(mine, 0, 0, 0, 0)
    saved, _ = recorded(mine, "import", taken, f"{len(taken)} item{'s' if len(taken) != 1 else ''}")
    return Imported(saved, new, later, beside, orphaned)


def _says(item: Item) -> object:
    """What a person would call the item: all but its place in this very state of the page, and its times."""
    return item.model_dump(exclude={"target", "created", "changed", "orphaned", "author"})


def _beside(item: Item) -> str:
    """The same name whenever the same state is imported again."""
    return hashlib.sha256(f"{item.id} {_says(item)!r}".encode()).hexdigest()[:12]
