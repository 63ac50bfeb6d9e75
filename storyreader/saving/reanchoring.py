"""The reader's items in articles that have changed: each finds its place again, or goes into the tray with its old
quotation. Nothing is guessed and nothing is dropped.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Side
from storyreader.saving.model import (
    Anchor,
    Change,
    Item,
    ItemType,
    LinkCorrection,
    Note,
    Review,
    SavedComparison,
    Step,
    plain_data,
)
from storyreader.saving.quotes import Quote, QuotedText
from storyreader.saving.sentence_tracking import track_sentences
from storyreader.saving.targets import anchor_of

_WORDS_ALIKE = 76.0
"""Similarity (0 to 100) up to which the words of a note may have changed inside a sentence that is known."""

_MOST = 0.5
"""More than this share of an anchor's characters must be in sentences that are still there."""

_KINDS: dict[str, type[Item]] = {"notes": Note, "reviews": Review, "link_corrections": LinkCorrection}


class Reanchored(NamedTuple):
    """The comparison with every item in its new state, and the items that are in the tray now."""

    saved: SavedComparison
    tray: list[Item]


class Reanchorer:
    """From the articles of one comparison to another state of the same two articles."""

    def __init__(self, old: tuple[Article, Article], new: tuple[Article, Article]) -> None:
        self._sides = {side: _Way(old[place], new[place]) for place, side in enumerate(SIDES)}

    def item(self, item: ItemType) -> ItemType:
        """The item at its new place, or lost; `changed` stays, as nobody has changed what it says."""
        anchors = {side: anchor for side in SIDES if (anchor := item.target.anchor(side)) is not None}
        found = {side: self._sides[side].anchor(anchor) for side, anchor in anchors.items()}
        lost = any(anchor is None for anchor in found.values())
        if lost:
            found = {side: anchor.model_copy(update={"sentences": []}) for side, anchor in anchors.items()}
        target = item.target.model_copy(update={str(side): anchor for side, anchor in found.items()})
        return item.model_copy(update={"target": target, "lost": lost})

    def anchor(self, side: Side, anchor: Anchor) -> Anchor | None:
        """One anchor at its new place; None when that is not known for sure."""
        return self._sides[side].anchor(anchor)

    def step(self, step: Step) -> Step:
        """A step whose states speak of the new articles, so that it can still be undone."""
        changes = [
            change.model_copy(update={name: self._state(change, getattr(change, name)) for name in ("before", "after")})
            for change in step.changes
        ]
        return step.model_copy(update={"changes": changes})

    def _state(self, change: Change, state: dict[str, Any] | None) -> dict[str, Any] | None:
        if state is None:
            return None
        return self.item(_KINDS[change.kind].model_validate(state)).model_dump(mode="json")


class _Way:
    """One article, from its old state to its new one."""

    def __init__(self, old: Article, new: Article) -> None:
        self._old, self._new = old, new
        self._texts = [sentence.text for sentence in old.sentences]
        self._same = self._texts == [sentence.text for sentence in new.sentences]

    @cached_property
    def _places(self) -> dict[int, tuple[int, ...]]:
        if self._same:
            return {number: (number,) for number in range(len(self._texts))}
        return track_sentences(self._texts, [sentence.text for sentence in self._new.sentences])

    @cached_property
    def _quoted(self) -> QuotedText:
        return QuotedText(self._new)

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
            return anchor_of(self._new, numbers)
        return self._words(self._texts[anchor.sentences[0]], anchor.span, numbers)

    def _words(self, old: str, span: tuple[int, int], numbers: Sequence[int]) -> Anchor | None:
        """Words of a sentence that became these: where the alignment of both texts puts them."""
        from rapidfuzz import fuzz

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
                return anchor_of(self._new, [number], (start, end))
            start, end = start - length - 1, end - length - 1
        return None

    def _by_quote(self, anchor: Anchor) -> Anchor | None:
        place = self._quoted.find(Quote(anchor.exact, anchor.prefix, anchor.suffix))
        if place is None:
            return None
        found = self._quoted.anchor(*place)
        whole = anchor.span is None and found is not None
        return anchor_of(self._new, found.sentences) if whole and found is not None else found


def aligned(old: str, new: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a stretch of the old text ends up in the new one, by the fewest insertions and deletions."""
    from rapidfuzz.distance import Indel

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
    old = saved.restored()
    moving = Reanchorer((old.left, old.right), (comparison.left, comparison.right))
    lists = {name: [moving.item(item) for item in getattr(saved, name)] for name in _KINDS}
    steps = [moving.step(step) for step in saved.steps]
    changed = saved.model_copy(update={**lists, "steps": steps, "comparison": plain_data(comparison)})
    tray = [item for items in lists.values() for item in items if item.lost and not item.deleted]
    return Reanchored(changed, tray)


def tray(saved: SavedComparison) -> list[Item]:
    """The items that have lost their place and are not deleted."""
    items: list[Item] = [*saved.notes, *saved.reviews, *saved.link_corrections]
    return [item for item in items if item.lost and not item.deleted]
