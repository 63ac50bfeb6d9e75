"""Everything about one article that does not depend on the article beside it, found once and kept."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from storyreader.alignment import TextOutline, outline
from storyreader.article import Article
from storyreader.fact import Fact
from storyreader.facts import FactExtractor
from storyreader.inconsistency import Inconsistency
from storyreader.lexicon import word_key, written_words
from storyreader.reading.gist import bare_name, names_of, word_vector
from storyreader.reading.headline_carrier import SentencesRead, headline_sentence
from storyreader.reading.inconsistencies import calendar_inconsistencies, repeated_inconsistencies
from storyreader.reading.promises import Promise, promise
from storyreader.reading.take_backs import TakeBack, take_back
from storyreader.reading.written_names import written_names

UNANSWERED = frozenset({"no comment", "no response", "unverified"})
AS_WRITTEN = "any"
"""No language: words keep their endings, for only the same words count as copied."""


class Reading:
    """One article with its outline, facts, headline sentence and inconsistencies.

    Each part is worked out when it is first asked for. Comparing takes two readings; whoever compares one article with
    several keeps its reading. Sentences count from 0.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.texts = tuple(sentence.text for sentence in article.sentences)
        self._leads: dict[int, frozenset[str]] = {}

    @cached_property
    def outline(self) -> TextOutline:
        """Words, clauses and quotations of its sentences, as matching needs them."""
        return outline(self.texts, fallback=self.article.language)

    @property
    def language(self) -> str:
        """ISO 639-1: what its sentences are written in; where they do not tell, what the page says, else English."""
        return self.outline.language

    @cached_property
    def written(self) -> tuple[tuple[str, ...], ...]:
        """The words of its sentences as they are written: "United States" is two. Where they stand is not kept."""
        known = (sentence.words.texts for sentence in self.outline.sentences)
        return tuple(
            written_words(text).texts if any(" " in word for word in words) else words
            for text, words in zip(self.texts, known, strict=True)
        )

    @cached_property
    def word_forms(self) -> tuple[str, ...]:
        """All its words, without case and accents, in order."""
        return tuple(word_key(text, AS_WRITTEN) for words in self.written for text in words)

    @cached_property
    def _extractor(self) -> FactExtractor:
        return FactExtractor(self.texts, self.article.published, self.language)

    def facts_of(self, number: int) -> tuple[Fact, ...]:
        """The facts of one sentence, speakers as that sentence alone tells them."""
        return self._extractor.of(number)

    @cached_property
    def facts(self) -> tuple[tuple[Fact, ...], ...]:
        """The facts of every sentence, speakers resolved over the sentences before."""
        return self._extractor.every()

    @property
    def numbered_facts(self) -> Iterator[tuple[int, Fact]]:
        """Every fact with the number of its sentence."""
        return ((number, fact) for number, facts in enumerate(self.facts) for fact in facts)

    @cached_property
    def names(self) -> Counter[str]:
        """The words that it always writes with a capital, with how often it does."""
        return names_of(self.written, self.language)

    @cached_property
    def written_names(self) -> Counter[str]:
        """The runs of those words, "White House", with how often each stands there."""
        return written_names(self.texts, self.names, self.language)

    def names_of_lead(self, sentences: int) -> frozenset[str]:
        """Those of its first sentences."""
        if sentences not in self._leads:
            first = {bare_name(word) for words in self.written[:sentences] for word in words}
            self._leads[sentences] = frozenset(self.names.keys() & first)
        return self._leads[sentences]

    @cached_property
    def word_vector(self) -> dict[str, float]:
        """Its content words with their weights, of length 1."""
        return word_vector(self.outline)

    @cached_property
    def headline_facts(self) -> tuple[Fact, ...]:
        """The facts of the headline."""
        article = self.article
        return FactExtractor((article.headline or "",), article.published, self.language).of(0)

    @cached_property
    def headline_sentence(self) -> int | None:
        """The number of the sentence that carries the headline best; None where none carries enough of it."""
        read = SentencesRead(self.outline, self.texts, self.written, self._is_caveat)
        return headline_sentence(self.article.headline, read)

    @cached_property
    def promise(self) -> Promise | None:
        """What the headline tells as done and the text leaves open."""
        return promise(self.article.headline, self.texts, self.headline_sentence, self.language)

    def _is_caveat(self, number: int) -> bool:
        """Whether a sentence only tells that somebody did not answer or that nobody knows, unless the headline does."""
        own = {fact.value for fact in self.headline_facts if fact.kind == "caveat"}
        return any(fact.kind == "caveat" and fact.value in UNANSWERED - own for fact in self.facts_of(number))

    @cached_property
    def take_back(self) -> TakeBack:
        """What it corrects or withdraws: a "report", an earlier "version" of its own page, or nothing."""
        return take_back(self.article.headline, self.texts, self.language)

    @cached_property
    def inconsistencies(self) -> tuple[Inconsistency, ...]:
        """What does not go together inside the article. Costs about as much as comparing it with itself."""
        return (
            *calendar_inconsistencies(self.article, self.facts, self.language),
            *repeated_inconsistencies(self.article, self.outline, self.facts),
        )
