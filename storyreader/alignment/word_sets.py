"""The words of a sentence in detail, as measuring a pair needs them: sets and sums by the numbers of a vocabulary."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from storyreader.alignment.outlines import SentenceOutline
from storyreader.alignment.vocabulary import Vocabulary
from storyreader.lexicon import Words

REACH = 3
"""How many content words further on two words still stand near each other."""


@dataclass(slots=True, frozen=True)
class WordSets:
    """One sentence. Words are numbers of the vocabulary; `content` leaves out the commonest words.

    `plain` is its text in small letters, `ordered` the words of that in the order of the alphabet, `words` all of them.
    `told` is what is said, without who says it: the quoted words where a quotation fills much of the sentence.
    `clause_of` tells for each key in which clause it first stands. `pairs` are neighbouring content words, one number
    each, `near` those with up to two others between them, in order. `groups` are the related words and beginnings of
    its keys. Masses, `common` among them, are sums of common weights.
    """

    plain: str
    ordered: str
    words: tuple[int, ...]
    content: tuple[int, ...]
    keys: frozenset[int]
    common: int
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


def word_sets_of(
    sentence: SentenceOutline,
    words: tuple[int, ...],
    content: tuple[int, ...],
    keys: frozenset[int],
    vocabulary: Vocabulary,
) -> WordSets:
    """The words of one sentence in detail. The sets that are known of it are shared: they take most of the memory."""
    own = sentence.words
    figures = frozenset([n for n, text in zip(words, own.texts, strict=True) if is_figure(vocabulary.keys[n], text)])
    quoted = _inside(sentence.quoted, own, words) & keys if sentence.quoted else frozenset[int]()
    told = quoted if sentence.speaks and quoted else keys
    clause_of, clause_masses = _clauses(sentence.clauses, own, words, keys, vocabulary)
    return WordSets(
        plain=sentence.plain,
        ordered=sentence.ordered,
        words=words,
        content=content,
        keys=keys,
        common=vocabulary.mass(keys),
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
