"""The words of two or more articles with their numbers and weights.

Weights are whole numbers (64ths of a natural logarithm), so that sums do not depend on their order: comparing B with
A gives exactly the figures of comparing A with B.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from storyreader.lexicon import Words, background, related_groups, weak_keys

UNIT = 64
"""Whole-number weight of one natural logarithm."""
RARE_SHARE = 0.3
"""Sentences in 10,000 in which a word stands that the background table does not know."""
LOCAL_PART, BACKGROUND_PART = 0.5, 0.3
WEAK_PART = 0.25
PREFIX_LETTERS = 5


@dataclass(slots=True)
class Vocabulary:
    """All keys of the articles with their numbers and weights.

    `common` weights come from the background alone, `mixed` ones also know in how many sentences of the articles the
    key stands. `groups` are the related words and beginnings a key shares with other keys. `names` are the keys that
    all articles always write with a capital, `languages` those of the articles. `single`, of two articles, are the
    numbers of the keys that stand in one sentence of each article and no other.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    common: list[int] = field(default_factory=list)
    mixed: list[int] = field(default_factory=list)
    groups: list[tuple[str | int, ...]] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    single: frozenset[int] = frozenset()

    def mass(self, keys: frozenset[int]) -> int:
        """The sum of the common weights of keys."""
        common = self.common
        return sum([common[key] for key in keys])


@lru_cache(maxsize=100_000)
def common_weight(key: str, english: bool) -> int:
    """How much a word tells by the background alone, whichever story it stands in; never below 0 but for noise."""
    part = UNIT * (WEAK_PART if english and key in weak_keys("en") else 1.0)
    return round(part * _rarity(key, english))


def word_weight(key: str) -> float:
    """How much a word tells by the background alone, in natural logarithms."""
    return common_weight(key, english=True) / UNIT


@lru_cache(maxsize=100_000)
def _rarity(key: str, english: bool) -> float:
    """The natural logarithm of how rare a word is in the background."""
    return math.log(10_000 / (background() if english else {}).get(key, RARE_SHARE))


@lru_cache(maxsize=100_000)
def groups_of(key: str, english: bool) -> tuple[str | int, ...]:
    """What a word has in common with words that belong to it: synonyms, nominalisations, the same beginning."""
    related = related_groups("en").get(key, ()) if english else ()
    prefix = (key[:PREFIX_LETTERS],) if len(key) >= PREFIX_LETTERS and key.isalpha() else ()
    return *related, *prefix


def vocabulary_of(every: Sequence[Words], languages: Sequence[str]) -> Vocabulary:
    """The words of every sentence of some articles, in these languages, an article each."""
    vocabulary = Vocabulary(languages=frozenset(languages))
    spread = Counter(key for words in every for key in set(words.keys))
    english = "en" in languages
    weak = weak_keys("en") if english else frozenset()
    local_rarity = _local_rarity(set(spread.values()), len(every), len(languages))
    for words in every:
        for key in words.keys:
            if key in vocabulary.numbers:
                continue
            vocabulary.numbers[key] = len(vocabulary.keys)
            vocabulary.keys.append(key)
            common, local = _rarity(key, english), local_rarity[spread[key]]
            part = UNIT * (WEAK_PART if key in weak else 1.0)
            vocabulary.common.append(round(part * common))
            vocabulary.mixed.append(max(1, round(part * (LOCAL_PART * local + BACKGROUND_PART * common))))
            vocabulary.groups.append(groups_of(key, english))
    return vocabulary


def _local_rarity(counts: Iterable[int], sentences: int, articles: int) -> dict[int, float]:
    """How rare a word is that stands in so many sentences of all, by that number.

    The weights were trained on pairs. Among more than two articles a word is as rare as it is in the average pair of
    them; and in a pair that shares it, it stands in two sentences at least. One article is laid over itself.
    """
    part, least = 2 / articles, 2.0 if articles > 2 else 0.0
    return {count: max(0.01, math.log((sentences * part + 1) / (max(least, count * part) + 0.5))) for count in counts}
