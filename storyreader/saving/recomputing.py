"""A saved comparison made anew from its source files, on request: a page has changed, or the engine has."""

from dataclasses import dataclass

import storyreader
from storyreader import comparing, library
from storyreader.errors import StoryReaderError
from storyreader.saving.items import Item, now
from storyreader.saving.model import SavedComparison, saved_id
from storyreader.saving.reanchoring import reanchored


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The comparison as it is now, not saved yet; how many items kept their place, and those that are orphaned."""

    saved: SavedComparison
    placed: int
    orphans: list[Item]


def recomputed(saved: SavedComparison) -> Recomputed:
    """Read both files again, compare, and give every item its place.

    When a page has changed the result has a name of its own and the saved one stays as it is; `earlier` leads back to
    it. Raises UnreadablePage when a file is gone, StoryReaderError when the comparison names none.
    """
    old = saved.restored()
    if not old.left.path or not old.right.path:
        raise StoryReaderError(
            "This comparison does not say where its pages are.", "Compare the two files; then import this one."
        )
    left, right = library.read_article(old.left.path), library.read_article(old.right.path)
    found = reanchored(saved, comparing.compare(left, right))
    identity = saved_id(left, right)
    same = identity == saved_id(old.left, old.right)
    fields: dict[str, object] = {"app_version": storyreader.__version__, "changed": now()}
    if not same:
        fields |= {"id": identity, "earlier": [*saved.earlier, saved.id]}
    items = (*found.saved.notes, *found.saved.reviews, *found.saved.link_corrections)
    placed = sum(not item.orphaned and not item.deleted for item in items)
    return Recomputed(found.saved.model_copy(update=fields), placed, found.orphans)
