"""One sentence ready to be laid over another: its words, its facts, where it negates. Indexes count words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from storyreader.fact import Fact
from storyreader.lexicon import Words, stop_keys, tables_for, words_of

STOP_WEIGHT = 0.3
"""The common words count less than others beside them."""

Range = tuple[int, int]
Negations = tuple[tuple[Range, ...], tuple[Range, ...]]


@dataclass(frozen=True, eq=False)
class AlignedSentence:
    """One sentence with its words and facts. The same sentence is the same object as long as it is remembered."""

    text: str
    words: Words
    facts: tuple[Fact, ...]
    language: str

    @cached_property
    def key_set(self) -> frozenset[str]:
        """The keys of its words."""
        return frozenset(self.words.keys)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each key first stands."""
        return {key: at for at, key in reversed(list(enumerate(self.words.keys)))}

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Its words as written, in small letters."""
        return tuple([text.lower() for text in self.words.texts])

    @cached_property
    def written(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Its words in small letters, their first letters, their first four letters."""
        words = frozenset(self.lower)
        return words, frozenset([word[0] for word in words]), frozenset([word[:4] for word in words])

    @cached_property
    def capitals(self) -> float:
        """The share of words with a capital, 0 to 1: in headlines even verbs have one."""
        texts = self.words.texts
        return sum([text[0].isupper() for text in texts]) / len(texts) if texts else 0.0

    def range_of(self, fact: Fact) -> Range | None:
        """The words a fact covers, end exclusive; None when it covers none."""
        return self.words_in(fact.span.start, fact.span.end)

    def words_in(self, start: int, end: int) -> Range | None:
        """The words inside a stretch of characters."""
        inside = [index for index, span in enumerate(self.words.spans) if span[0] < end and start < span[1]]
        return (inside[0], inside[-1] + 1) if inside else None

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word says about what stands beside it."""
        stops = stop_keys(self.language)
        return tuple([STOP_WEIGHT if key in stops else 1.0 for key in self.words.keys])

    @cached_property
    def content_words(self) -> frozenset[str]:
        """The keys of its words that are not among the commonest."""
        return self.key_set - stop_keys(self.language)

    def weight(self, index: int) -> float:
        """How much one word says about what stands beside it."""
        return self.weights[index]

    @cached_property
    def negations(self) -> Negations:
        """Where plain negators stand (not, never, n't), and where verbs that negate (denied, refused to)."""
        tables = tables_for(self.language)
        plain: list[Range] = []
        implied: list[Range] = []
        for fact in self.facts:
            span = self.range_of(fact) if fact.kind == "negation" else None
            if span is None:
                continue
            first = str(fact.value).split()[0]
            explicit = tables.has("negation_words", first) or fact.text.lower().endswith(("n't", "n’t"))
            (plain if explicit else implied).append(span)
        return tuple(plain), tuple(implied)

    @cached_property
    def names(self) -> tuple[Range, ...]:
        """Where its names stand."""
        return tuple(found for fact in self.facts if fact.kind == "name" and (found := self.range_of(fact)))


def aligned_sentence(text: str, facts: Sequence[Fact], language: str) -> AlignedSentence:
    """A sentence ready to be laid over another."""
    return _aligned_sentence(text, tuple(facts), language)


@lru_cache(maxsize=2_000)
def _aligned_sentence(text: str, facts: tuple[Fact, ...], language: str) -> AlignedSentence:
    # in many accounts of one event a sentence is laid over many others
    return AlignedSentence(text, words_of(text, language), facts, language)
