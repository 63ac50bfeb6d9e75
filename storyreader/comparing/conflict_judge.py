"""The facts of two articles as the links need them: conflicts at once, harmless differences when they are read."""

from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from storyreader.article import Article, Sentence
from storyreader.comparing.same_event import days_apart
from storyreader.comparison import Change, Difference, Ground, Link, LinkKind, SharedClaim, Side
from storyreader.contradiction import across_conflicts, conflicts_of, harmless_of, same_text_conflicts, with_update
from storyreader.fact import Fact
from storyreader.lazy import Explainer, LazyLink
from storyreader.lexicon import tables_for
from storyreader.reading import Reading

CHANGED = 30
"""Days between two publications from which a figure may have changed in between."""
_Facts = list[tuple[Fact, ...]]
_Asked = tuple[tuple[int, ...], tuple[int, ...], LinkKind | None, bool | None]
_Beside = WeakKeyDictionary[Reading, dict[_Asked, tuple[Difference, ...]]]
_found: WeakKeyDictionary[Reading, _Beside] = WeakKeyDictionary()
"""What differs between linked sentences of two readings that somebody still has: on a board the same ones are linked
again when an account comes.
"""


class ConflictJudge:
    """Judges the links of two articles. What words alone tell is asked of who matched them. Where the two cannot
    `contradict` each other, being of two events or of none, what differs is no conflict.
    """

    def __init__(self, left: Reading, right: Reading, *, contradict: bool) -> None:
        self._left, self._right = left, right
        self._words: Explainer | None = None
        self._kinds: dict[tuple[tuple[int, ...], tuple[int, ...]], LinkKind] = {}  # by words, before any conflict
        self._contradict = contradict
        self._known = _found.setdefault(left, WeakKeyDictionary()).setdefault(right, {})
        # what fills the same place cannot be told by words of two languages: their facts are only tabled
        self._two = left.language != right.language

    def judged(self, links: Sequence[LazyLink]) -> tuple[LazyLink, ...]:
        """The links with their conflicts; one that has some becomes a link of kind "conflict"."""
        return tuple(self.judged_one(link, links) for link in links)

    def judged_one(self, link: LazyLink, links: Sequence[LazyLink]) -> LazyLink:
        """One of the links with its conflicts."""
        self._words = links[0].explainer
        self._kinds[link.left, link.right] = link.kind
        return link.judged(self._conflicts(link), self)

    def _conflicts(self, link: Link) -> tuple[Difference, ...]:
        asked: _Asked = link.left, link.right, link.kind, self._contradict
        if asked not in self._known:
            self._known[asked] = self._conflicts_found(link)
        return self._known[asked]

    def _conflicts_found(self, link: Link) -> tuple[Difference, ...]:
        if link.kind == "same" or self._two:
            if not self._contradict or (link.kind == "same" and not self._tells_a_day(link)):
                return ()
            plainly = same_text_conflicts if link.kind == "same" else across_conflicts
            left, right, *facts = self._sides(link)
            return plainly(*(list(zip(*side, strict=True)) for side in ((left, facts[0]), (right, facts[1]))))
        found = conflicts_of(*self._sides(link), self._left.language, link.kind)
        told = [_unsure(one) if not self._contradict or self._may_have_changed(one) else one for one in found]
        return self._dated([one for one in told if one is not None])

    def _may_have_changed(self, difference: Difference) -> bool:
        """Whether a figure may be another one by now: prices, staff, results of two years."""
        return difference.reason == "value" and abs(days_apart(self._left.article, self._right.article) or 0) >= CHANGED

    def _tells_a_day(self, link: Link) -> bool:
        """Whether a text names a day by its distance, "yesterday", in articles of two days: other facts of one text
        are the same.
        """
        if not days_apart(self._left.article, self._right.article):
            return False
        words = tables_for(self._left.language).row("days")
        texts = [self._left.texts[number].lower() for number in link.left]
        return any(word in text for text in texts for word in words)

    def _dated(self, found: Sequence[Difference]) -> tuple[Difference, ...]:
        """What a later account raises told as an update."""
        return tuple(
            with_update(
                one,
                (self._left.texts[one.left.sentence], self._right.texts[one.right.sentence]),
                _later(self._left.article, self._right.article),
                self._left.language,
            )
            for one in found
        )

    def grounds(self, link: Link) -> tuple[Ground, ...]:
        """Why the sentences were paired."""
        return self._words.grounds(link) if self._words else ()

    def wording(self, link: Link) -> tuple[tuple[Change, ...], bool]:
        """The changes, and whether the link is heavily reworded."""
        return self._words.wording(link) if self._words else ((), False)

    def shared(self, link: Link) -> tuple[SharedClaim, ...]:
        """The stretches that tell the same."""
        return self._words.shared(link) if self._words else ()

    def harmless(self, link: Link) -> tuple[Difference, ...]:
        """Fuller names, rounded figures, other sources."""
        if self._two or link.kind == "same":
            return ()
        kind = self._kinds.get((link.left, link.right))
        asked: _Asked = link.left, link.right, kind, None
        if asked not in self._known:
            self._known[asked] = self._dated(harmless_of(*self._sides(link), self._left.language, kind))
        return self._known[asked]

    def _sides(self, link: Link) -> tuple[list[Sentence], list[Sentence], _Facts, _Facts]:
        """Sentences and their facts, as the judges take them."""
        return (
            [self._left.article.sentences[number] for number in link.left],
            [self._right.article.sentences[number] for number in link.right],
            [self._left.facts_of(number) for number in link.left],
            [self._right.facts_of(number) for number in link.right],
        )


def _unsure(difference: Difference) -> Difference | None:
    """What is too unsure for a conflict: two values stay side by side, of the rest nothing is said."""
    if difference.reason not in {"value", "date"}:
        return None
    return replace(difference, reason="unsure", conflict=False)


def _later(left: Article, right: Article) -> Side | None:
    """The side that was published later; None where both were on one day or that is not known."""
    days = days_apart(left, right)
    return None if not days else "left" if days < 0 else "right"
