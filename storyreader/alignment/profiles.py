"""Every sentence of two or more articles as sets and sums that pairs can be measured with quickly.

Weights are whole numbers (64ths of a natural logarithm), so that sums do not depend on their order: comparing B with
A gives exactly the figures of comparing A with B.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from storyreader.alignment.outlines import SentenceOutline, TextOutline
from storyreader.lexicon import Words, background, related_groups, stop_keys, weak_keys

UNIT = 64
"""Whole-number weight of one natural logarithm."""
RARE_SHARE = 0.3
"""Sentences in 10,000 in which a word stands that the background table does not know."""
LOCAL_PART, BACKGROUND_PART = 0.5, 0.3
WEAK_PART = 0.25
PREFIX_LETTERS = 5
REACH = 3
"""How many content words further on two words still stand near each other."""


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


@dataclass(slots=True, frozen=True)
class Profile:
    """One sentence. Words are numbers of the vocabulary; `content` leaves out the commonest words.

    `source` is the sentence itself with its language. `plain` is its text in small letters, `ordered` the words of that
    in the order of the alphabet, `words` all of them.
    `told` is what is said, without who says it: the quoted words where a quotation fills much of the sentence.
    `clause_of` tells for each key in which clause it first stands. `pairs` are neighbouring content words, one number
    each, `near` those with up to two others between them, in order. `groups` are the related words and beginnings of
    its keys. Masses are sums of common weights.
    """

    source: tuple[str, str]
    plain: str
    ordered: str
    words: tuple[int, ...]
    content: tuple[int, ...]
    keys: frozenset[int]
    common: int
    mixed: int
    norm: float
    names: frozenset[int]
    figures: frozenset[int]
    values: tuple[float, ...]
    quoted: frozenset[int]
    quoted_mass: int
    told: frozenset[int]
    told_mass: int
    clause_of: dict[int, int]
    clause_masses: tuple[int, ...]
    pairs: frozenset[int]
    near: frozenset[int]
    groups: dict[str | int, int]
    position: float
    first: bool


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
    vocabulary = _vocabulary(every, languages)
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


def _vocabulary(every: Sequence[Words], languages: Sequence[str]) -> Vocabulary:
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
    own = sentence.words
    numbers = tuple([vocabulary.numbers[key] for key in own.keys])
    content = tuple([number for number in numbers if number not in stops])
    keys = frozenset(content)
    figures = frozenset([n for n, text in zip(numbers, own.texts, strict=True) if is_figure(vocabulary.keys[n], text)])
    quoted = _inside(sentence.quoted, own, numbers) & keys if sentence.quoted else frozenset[int]()
    told = quoted if sentence.speaks and quoted else keys
    clause_of, clause_masses = _clauses(sentence.clauses, own, numbers, keys, vocabulary)
    return Profile(
        source=sentence.source,
        plain=sentence.plain,
        ordered=sentence.ordered,
        words=numbers,
        content=content,
        keys=keys,
        common=vocabulary.mass(keys),
        mixed=sum([vocabulary.mixed[key] for key in keys]),
        norm=math.sqrt(sum([vocabulary.mixed[key] ** 2 for key in keys])) or 1.0,
        names=keys & names,
        figures=figures,
        values=tuple(sorted({value for n in figures if (value := _value(vocabulary.keys[n])) is not None})),
        quoted=quoted,
        quoted_mass=vocabulary.mass(quoted),
        told=told,
        told_mass=vocabulary.mass(told),
        clause_of=clause_of,
        clause_masses=clause_masses,
        # two keys in order as one number take half the memory of a pair
        pairs=frozenset([left << 32 | right for left, right in pairwise(content)]),
        near=frozenset(
            [key << 32 | right for at, key in enumerate(content) for right in content[at + 1 : at + 1 + REACH]]
        ),
        groups=_groups(keys, vocabulary),
        position=position[0],
        first=position[1],
    )


def _groups(keys: frozenset[int], vocabulary: Vocabulary) -> dict[str | int, int]:
    """The groups of related words of a sentence, each with the weight of its heaviest word."""
    found: dict[str | int, int] = {}
    for key in keys:
        weight = vocabulary.common[key]
        for group in vocabulary.groups[key]:
            if weight > found.get(group, 0):
                found[group] = weight
    return found


def is_figure(key: str, text: str) -> bool:
    """Whether a word is a number, in figures or written out."""
    return key[0].isdigit() and not (text[0].isalpha() and key[-1].isalpha())


def _value(key: str) -> float | None:
    try:
        return float(key)
    except ValueError:
        return None


def _inside(ranges: Sequence[tuple[int, int]], own: Words, numbers: tuple[int, ...]) -> frozenset[int]:
    return frozenset(
        number
        for number, (start, end) in zip(numbers, own.spans, strict=True)
        if any(begin <= start and end <= stop for begin, stop in ranges)
    )


def _clauses(
    ranges: Sequence[tuple[int, int]],
    own: Words,
    numbers: tuple[int, ...],
    keys: frozenset[int],
    vocabulary: Vocabulary,
) -> tuple[dict[int, int], tuple[int, ...]]:
    """In which clause each key first stands, and the mass of every clause."""
    clause_of: dict[int, int] = {}
    masses = [0] * len(ranges)
    clause = 0
    for number, (start, _) in zip(numbers, own.spans, strict=True):
        while clause < len(ranges) - 1 and start >= ranges[clause][1]:
            clause += 1
        if number in keys and number not in clause_of:
            clause_of[number] = clause
            masses[clause] += vocabulary.common[number]
    return clause_of, tuple(masses)
