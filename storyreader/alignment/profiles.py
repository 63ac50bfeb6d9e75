"""Every sentence of two or more articles with its words as numbers and weights that depend on all of them."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storyreader.alignment.outlines import SentenceOutline, TextOutline
from storyreader.alignment.vocabulary import Vocabulary, vocabulary_of
from storyreader.alignment.word_sets import WordSets, word_sets_of
from storyreader.lexicon import Words, stop_keys


@dataclass(slots=True, eq=False)
class Profile:
    """One sentence with the weights of its words, which are numbers of the vocabulary: `words` all of them, `content`
    without the commonest ones, `keys` each of these once. `mixed` is the sum of their weights, `norm` the length of the
    sentence as a vector of them.
    """

    sentence: SentenceOutline
    vocabulary: Vocabulary
    words: tuple[int, ...]
    content: tuple[int, ...]
    keys: frozenset[int]
    mixed: int
    norm: float
    names: frozenset[int]
    position: float
    first: bool
    _word_sets: WordSets | None = None

    @property
    def word_sets(self) -> WordSets:
        """Its words in detail, which a pair needs that nobody has measured before."""
        if self._word_sets is None:
            self._word_sets = word_sets_of(self.sentence, self.words, self.content, self.keys, self.vocabulary)
        return self._word_sets


@dataclass(slots=True, frozen=True)
class Profiles:
    """Both articles, ready for measuring."""

    vocabulary: Vocabulary
    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    languages: tuple[str, str]


@dataclass(slots=True, frozen=True)
class AllProfiles:
    """Any number of articles, ready for measuring. `once` are the keys that stand in one sentence of an article."""

    vocabulary: Vocabulary
    sides: tuple[tuple[Profile, ...], ...]
    languages: tuple[str, ...]
    once: tuple[frozenset[int], ...]

    def of(self, left: int, right: int) -> Profiles:
        """Two of the articles, by their numbers."""
        vocabulary = replace(self.vocabulary, single=self.once[left] & self.once[right])
        languages = self.languages[left], self.languages[right]
        return Profiles(vocabulary, self.sides[left], self.sides[right], languages)


def profile(left: TextOutline, right: TextOutline) -> Profiles:
    """Lay two outlines beside each other: numbers and weights of their words depend on both."""
    return profile_all((left,) if right is left else (left, right)).of(0, 0 if right is left else 1)


def profile_all(outlines: Sequence[TextOutline]) -> AllProfiles:
    """Lay outlines beside each other: numbers and weights of their words depend on all of them."""
    languages = tuple(one.language for one in outlines)
    words = [[sentence.words for sentence in one.sentences] for one in outlines]
    every = tuple(own for side in words for own in side)
    vocabulary = vocabulary_of(every, languages)
    stops = frozenset(key for language in set(languages) for key in stop_keys(language))
    stop_numbers = frozenset(vocabulary.numbers[key] for key in stops if key in vocabulary.numbers)
    names = _names(every, vocabulary, stop_numbers)
    vocabulary.names = frozenset(vocabulary.keys[number] for number in names)
    sides = []
    for one in outlines:
        side: list[Profile] = []
        for index, sentence in enumerate(one.sentences):
            position = index / max(1, len(one.sentences) - 1), index == 0
            side.append(_profile(sentence, vocabulary, stop_numbers, names, position))
        sides.append(tuple(side))
    return AllProfiles(vocabulary, tuple(sides), languages, tuple(_once(side, vocabulary) for side in words))


def _once(side: Sequence[Words], vocabulary: Vocabulary) -> frozenset[int]:
    """The keys that stand in exactly one sentence of an article."""
    spread = Counter(key for words in side for key in set(words.keys))
    return frozenset(vocabulary.numbers[key] for key, count in spread.items() if count == 1)


def _names(every: Sequence[Words], vocabulary: Vocabulary, stops: frozenset[int]) -> frozenset[int]:
    """The words that are written with a capital everywhere: names of people, places, outlets."""
    small: set[int] = set()
    capital: set[int] = set()
    for words in every:
        for key, text in zip(words.keys, words.texts, strict=True):
            (capital if text[0].isupper() else small).add(vocabulary.numbers[key])
    return frozenset(capital - small - stops)


def _profile(
    sentence: SentenceOutline,
    vocabulary: Vocabulary,
    stops: frozenset[int],
    names: frozenset[int],
    position: tuple[float, bool],
) -> Profile:
    words = tuple([vocabulary.numbers[key] for key in sentence.words.keys])
    content = tuple([number for number in words if number not in stops])
    keys = frozenset(content)
    weights = [vocabulary.mixed[key] for key in keys]
    norm = math.sqrt(sum([weight * weight for weight in weights])) or 1.0
    return Profile(sentence, vocabulary, words, content, keys, sum(weights), norm, keys & names, *position)
