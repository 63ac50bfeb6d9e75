"""The facts of two articles as the links need them: conflicts at once, harmless differences when they are read."""

from collections.abc import Sequence

from storyreader.article import Sentence
from storyreader.comparison import Change, Difference, Ground, Link, SharedClaim
from storyreader.contradiction import conflicts_of, harmless_of
from storyreader.fact import Fact
from storyreader.lazy import Explainer, LazyLink
from storyreader.reading import Reading

_Facts = list[tuple[Fact, ...]]


class ConflictJudge:
    """Judges the links of two articles. What words alone tell is asked of who matched them."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self._left, self._right = left, right
        self._words: Explainer | None = None
        # what fills the same place cannot be told by words of two languages: their facts are only tabled
        self._two = left.language != right.language

    def judged(self, links: Sequence[LazyLink]) -> tuple[LazyLink, ...]:
        """The links with their conflicts; one that has some becomes a link of kind "conflict"."""
        self._words = links[0].explainer if links else None
        return tuple(link.judged(self._conflicts(link), self) for link in links)

    def _conflicts(self, link: Link) -> tuple[Difference, ...]:
        return () if self._two or link.kind == "same" else conflicts_of(*self._sides(link), self._left.language)

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
        return () if self._two or link.kind == "same" else harmless_of(*self._sides(link), self._left.language)

    def _sides(self, link: Link) -> tuple[list[Sentence], list[Sentence], _Facts, _Facts]:
        """Sentences and their facts, as the judges take them."""
        return (
            [self._left.article.sentences[number] for number in link.left],
            [self._right.article.sentences[number] for number in link.right],
            [self._left.facts_of(number) for number in link.left],
            [self._right.facts_of(number) for number in link.right],
        )
