"""The reader's items in articles that have changed: each finds its place again, or is orphaned and keeps its old
quotation. Nothing is guessed and nothing is dropped.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.saving.items import (
    Anchor,
    ClaimCorrection,
    Item,
    ItemChange,
    ItemType,
    LinkCorrection,
    Note,
    Review,
    Step,
)
from storyreader.saving.model import SavedArticle, SavedComparison, SavedFile, article_data, plain_data
from storyreader.saving.quotes import QuotedText, QuoteSelector
from storyreader.saving.sentence_tracking import track_sentences
from storyreader.saving.targets import anchor_of

_WORDS_ALIKE = 76.0
"""Similarity (0 to 100) up to which the words of a note may have changed inside a sentence that is known."""

_MOST = 0.5
"""More than this share of an anchor's characters must be in sentences that are still there."""

_LISTS = ("notes", "reviews", "link_corrections")
_KINDS: dict[str, type[Item]] = {
    "notes": Note, "reviews": Review, "link_corrections": LinkCorrection, "claim_corrections": ClaimCorrection,
}  # fmt: skip


class Reanchored(NamedTuple):
    """The comparison with every item in its new state, and the items that are orphaned now."""

    saved: SavedComparison
    orphans: list[Item]


NamedArticles = Sequence[tuple[str, Article]]
"""Articles with the names that anchors know them by."""


class Reanchorer:
    """From articles to another state of each: `old` and `new` are in the same order."""

    def __init__(self, old: NamedArticles, new: NamedArticles) -> None:
        self._ways = {
            name: _Way(article, after, new_name) for (name, article), (new_name, after) in zip(old, new, strict=True)
        }

    def item(self, item: ItemType) -> ItemType:
        """The item at its new place, or orphaned; `changed` stays, as nobody has changed what it says."""
        known = {anchor.article: self.anchor(anchor) for anchor in item.target.anchors if anchor.article in self._ways}
        orphaned = None in known.values()
        placed = [
            self._orphaned(anchor) if orphaned else known.get(anchor.article) or anchor
            for anchor in item.target.anchors
        ]
        target = item.target.model_copy(update={"anchors": placed})
        return item.model_copy(update={"target": target, "orphaned": orphaned})

    def anchor(self, anchor: Anchor) -> Anchor | None:
        """One anchor at its new place; None when that is not known for sure."""
        return self._ways[anchor.article].anchor(anchor)

    def _orphaned(self, anchor: Anchor) -> Anchor:
        way = self._ways.get(anchor.article)
        return anchor.model_copy(update={"article": way.name if way else anchor.article, "sentences": []})

    def step(self, step: Step) -> Step:
        """A step whose states speak of the new articles, so that it can still be undone."""
        changes = [
            change.model_copy(update={name: self._state(change, getattr(change, name)) for name in ("before", "after")})
            for change in step.changes
        ]
        return step.model_copy(update={"changes": changes})

    def _state(self, change: ItemChange, state: dict[str, Any] | None) -> dict[str, Any] | None:
        if state is None:
            return None
        return self.item(_KINDS[change.kind].model_validate(state)).model_dump(mode="json")


class _Way:
    """One article, from its old state to its new one; `name` is what the new one is called."""

    def __init__(self, old: Article, new: Article, name: str) -> None:
        self._old, self._new, self.name = old, new, name
        self._texts = [sentence.text for sentence in old.sentences]
        self._same = self._texts == [sentence.text for sentence in new.sentences]

    @cached_property
    def _places(self) -> dict[int, tuple[int, ...]]:
        if self._same:
            return {number: (number,) for number in range(len(self._texts))}
        return track_sentences(self._texts, [sentence.text for sentence in self._new.sentences])

    @cached_property
    def _quoted(self) -> QuotedText:
        return QuotedText(self._new, self.name)

    def anchor(self, anchor: Anchor) -> Anchor | None:
        found = self._along(anchor) if self._stands(anchor) else self._by_quote(anchor)
        if found is None:
            return None
        was = anchor.was or (anchor.exact if anchor.exact != found.exact else "")
        return found.model_copy(update={"was": "" if was == found.exact else was, **(anchor.model_extra or {})})

    def _stands(self, anchor: Anchor) -> bool:
        """Whether the anchor is right about the old article."""
        numbers = anchor.sentences
        if not numbers or min(numbers) < 0 or max(numbers) >= len(self._texts):
            return False
        known = anchor_of(self._old, numbers, anchor.span)
        return known is not None and (known.exact == anchor.exact or not anchor.exact)

    def _along(self, anchor: Anchor) -> Anchor | None:
        kept = [number for number in anchor.sentences if number in self._places]
        length = sum(len(self._texts[number]) for number in anchor.sentences)
        if not kept or sum(len(self._texts[number]) for number in kept) <= _MOST * length:
            return None
        numbers = sorted({place for number in kept for place in self._places[number]})
        if anchor.span is None:
            return anchor_of(self._new, numbers, name=self.name)
        return self._words(self._texts[anchor.sentences[0]], anchor.span, numbers)

    def _words(self, old: str, span: tuple[int, int], numbers: Sequence[int]) -> Anchor | None:
        """Words of a sentence that became these: where the alignment of both texts puts them."""
        new = " ".join(self._new.sentences[number].text for number in numbers)
        start, end = aligned(old, new, span)
        exact = old[span[0] : span[1]]
        if new[start:end] != exact:
            only = new.count(exact) == 1 and bool(exact)
            start, end = (new.index(exact), new.index(exact) + len(exact)) if only else whole_words(new, start, end)
            if fuzz.ratio(exact, new[start:end]) < _WORDS_ALIKE:
                return None
        for number in numbers:
            length = len(self._new.sentences[number].text)
            if 0 <= start < end <= length:
                return anchor_of(self._new, [number], (start, end), name=self.name)
            start, end = start - length - 1, end - length - 1
        return None

    def _by_quote(self, anchor: Anchor) -> Anchor | None:
        place = self._quoted.find(QuoteSelector(anchor.exact, anchor.prefix, anchor.suffix))
        if place is None:
            return None
        found = self._quoted.anchor(*place)
        whole = anchor.span is None and found is not None
        return anchor_of(self._new, found.sentences, name=self.name) if whole and found is not None else found


def aligned(old: str, new: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a stretch of the old text ends up in the new one, by the fewest insertions and deletions."""
    start, end = None, 0
    for code in Indel.opcodes(old, new):
        first, last = max(code.src_start, span[0]), min(code.src_end, span[1])
        if code.tag == "equal" and first < last:
            start = code.dest_start + first - code.src_start if start is None else start
            end = code.dest_start + last - code.src_start
    return (start, end) if start is not None else (0, 0)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to whole words."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def reanchored(saved: SavedComparison, comparison: Comparison) -> Reanchored:
    """The saved comparison on another state of its two articles (in the same order), with all its items and steps.

    Its name, `comparison` and anchors are new; titles, times, authors and what items say stay.
    """
    moving = Reanchorer(saved.restored().named, comparison.named)
    lists = {name: [moving.item(item) for item in getattr(saved, name)] for name in _LISTS}
    steps = [moving.step(step) for step in saved.steps]
    changed = saved.model_copy(update={**lists, "steps": steps, "comparison": plain_data(comparison)})
    orphaned = [item for items in lists.values() for item in items if item.orphaned and not item.deleted]
    return Reanchored(changed, orphaned)


def on_article(saved: SavedArticle, article: Article) -> SavedArticle:
    """The notes on another state of their article; as they are when its sentences are the same."""
    old = saved.restored()
    if [sentence.text for sentence in old.sentences] == [sentence.text for sentence in article.sentences]:
        return saved
    moving = Reanchorer([(old.name, old)], [(article.name, article)])
    notes, steps = [moving.item(note) for note in saved.notes], [moving.step(step) for step in saved.steps]
    return saved.model_copy(update={"notes": notes, "steps": steps, "article": article_data(article)})


def orphans(saved: SavedFile) -> list[Item]:
    """The items that have lost their place and are not deleted."""
    items: list[Item] = [*saved.notes, *saved.reviews, *saved.link_corrections]
    return [item for item in items if item.orphaned and not item.deleted]
