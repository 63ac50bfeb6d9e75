"""Where a quotation stands in an article, told by its words, the words around it and where it once stood.

The text of an article is here its sentences with one space between them; offsets are characters of that text. A
quotation is found for sure or not at all: a short one needs its surroundings, a frequent one needs them to decide.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import fuzz

from storyreader.article import Article
from storyreader.saving.items import Anchor
from storyreader.saving.targets import anchor_of

LONG = 24
"""A quotation of so many characters is hardly in a text by chance."""

_ALIKE = 86.0
"""Similarity (0 to 100) from which on other words are taken for the quotation with changes."""

_AROUND = 60.0
"""Similarity of the surroundings, 0 to 100, that speaks for a place."""

_APART = 15.0
"""So much better than the next place the best must be."""

_MOST_PLACES = 200
"""A quotation that stands in more places than this is not told apart by its surroundings."""

_EDGE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """Words with what stands before and after them, and the offsets at which they once stood, if known."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


class QuotedText:
    """One article's text, in which quotations are looked for. `name` is what the article is called in its pair."""

    def __init__(self, article: Article, name: str = "") -> None:
        self.article, self.name = article, name or article.name
        self.sentences = [sentence.text for sentence in article.sentences]
        self.text = " ".join(self.sentences)
        self.starts = [0, *accumulate(len(text) + 1 for text in self.sentences)][: len(self.sentences)]

    def find(self, quote: QuoteSelector) -> tuple[int, int] | None:
        """Start and end of the quotation, None when it is not there for sure."""
        if quote.start is not None and quote.end is not None and self.text[quote.start : quote.end] == quote.exact:
            return (quote.start, quote.end) if quote.exact else None
        exact = " ".join(quote.exact.split())
        if not exact:
            return None
        places = self._occurrences(exact)
        return self._decided(quote, places) if places else self._alike(quote, exact)

    def anchor(self, start: int, end: int) -> Anchor | None:
        """The anchor of a stretch: words of one sentence, or all sentences that it touches."""
        touched = self.sentences_of(start, end)
        if len(touched) != 1:
            return anchor_of(self.article, touched, name=self.name)
        first = self.starts[touched[0]]
        span = (max(0, start - first), min(len(self.sentences[touched[0]]), end - first))
        whole = span == (0, len(self.sentences[touched[0]]))
        return anchor_of(self.article, touched, None if whole else span, name=self.name)

    def sentences_of(self, start: int, end: int) -> list[int]:
        """The numbers of the sentences of which at least a letter is in the stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        found = []
        for number in range(first, len(self.sentences)):
            begin = self.starts[number]
            if begin >= end:
                break
            if _EDGE.search(self.text[max(start, begin) : min(end, begin + len(self.sentences[number]))]):
                found.append(number)
        return found

    def _occurrences(self, exact: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        place = self.text.find(exact)
        while place >= 0 and len(found) < _MOST_PLACES:
            found.append((place, place + len(exact)))
            place = self.text.find(exact, place + 1)
        return found

    def _decided(self, quote: QuoteSelector, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        around = sorted(((self._around(quote, place), place) for place in places), reverse=True)
        best, place = around[0]
        if len(around) == 1:
            return place if len(quote.exact) >= LONG or best >= _AROUND else None
        return place if best >= _AROUND and best - around[1][0] >= _APART else None

    def _around(self, quote: QuoteSelector, place: tuple[int, int]) -> float:
        """How alike the surroundings are, 0 to 100."""
        before, after = " ".join(quote.prefix.split()), " ".join(quote.suffix.split())
        sides = [
            (before, self.text[max(0, place[0] - len(before) - 1) : place[0]].strip()),
            (after, self.text[place[1] : place[1] + len(after) + 1].strip()),
        ]
        found = [fuzz.ratio(wanted, there) for wanted, there in sides if wanted]
        return sum(found) / len(found) if found else 0.0

    def _alike(self, quote: QuoteSelector, exact: str) -> tuple[int, int] | None:
        if len(exact) < LONG or not self.text:
            return None
        best = fuzz.partial_ratio_alignment(exact, self.text, score_cutoff=_ALIKE)
        if best is None or best.dest_end - best.dest_start < len(exact) // 2:
            return None
        start, end = self._whole_words(best.dest_start, best.dest_end)
        rest = f"{self.text[:start]}\n{self.text[end:]}"
        second = fuzz.partial_ratio_alignment(exact, rest, score_cutoff=best.score - _APART)
        if second is not None and self._around(quote, (start, end)) < _AROUND:
            return None
        return start, end

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        while start > 0 and _EDGE.match(self.text[start - 1]) and _EDGE.match(self.text[start]):
            start -= 1
        while end < len(self.text) and _EDGE.match(self.text[end - 1]) and _EDGE.match(self.text[end]):
            end += 1
        words = self.text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
