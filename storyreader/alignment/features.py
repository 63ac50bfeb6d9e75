"""What a pair of sentences shows: the figures that the model weighs. Each is the same when the sides are swapped."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from storyreader.alignment.profiles import Profile
from storyreader.alignment.vocabulary import UNIT, Vocabulary
from storyreader.alignment.word_sets import REACH, WordSets

LITTLE = 4 * UNIT
"""Weight added below shares, so that one shared word of a sentence of two is no large share."""
FEW = 2
"""Words added below shares of words, for the same reason."""
NEAR = 0.03
"""Two figures this close, relative to the larger, may be one figure and its rounding."""
LEAST_ROUNDED = 20
"""Smaller figures are not rounded."""
MASSES = 6
"""Figures of common weights and lengths, which come before the ratio of the lengths."""


@dataclass(slots=True, frozen=True)
class Shared:
    """What two sentences have in common: keys, and sums of their mixed weights."""

    keys: frozenset[int]
    mixed: int
    squares: int


def share(left: Profile, right: Profile, vocabulary: Vocabulary) -> Shared:
    """The keys both sentences have."""
    keys = left.keys & right.keys
    weights = [vocabulary.mixed[key] for key in keys]
    return Shared(keys, sum(weights), sum([weight * weight for weight in weights]))


def cosine(left: Profile, right: Profile, shared: Shared) -> float:
    """The TF-IDF cosine of a pair, 0 to 1 (Salton and Buckley 1988, binary counts)."""
    return shared.squares / (left.norm * right.norm)


def _mixed_shares(left: Profile, right: Profile, shared: Shared) -> tuple[float, float, float]:
    small, large = (left.mixed, right.mixed) if left.mixed < right.mixed else (right.mixed, left.mixed)
    return (
        shared.mixed / (small + LITTLE // 2),
        shared.mixed / (large + LITTLE // 2),
        small / large if large else 0.0,
    )


def _masses(
    left: WordSets, right: WordSets, keys: frozenset[int], mass: int, vocabulary: Vocabulary
) -> tuple[float, ...]:
    small, large = (left.common, right.common) if left.common < right.common else (right.common, left.common)
    common = vocabulary.common
    return (
        mass / (small + LITTLE),
        mass / (large + LITTLE),
        log1p(mass / UNIT),
        max([common[key] for key in keys], default=0) / UNIT,
        log1p(len(keys)),
        log1p(min(len(left.keys), len(right.keys))),
    )


def _runs(left: WordSets, right: WordSets) -> tuple[float, ...]:
    shortest = max(1, min(len(left.content), len(right.content)))
    pairs = len(left.pairs & right.pairs)
    near = len(left.near & right.near)
    fewest = min(len(left.near), len(right.near)) + REACH
    return log1p(pairs), pairs / shortest, log1p(near), near / fewest


def _text(left: WordSets, right: WordSets) -> tuple[float, ...]:
    """How alike they are with the common words: letters as they stand, in any order, without what one has more."""
    shortest = min(len(left.words), len(right.words)) + FEW
    return (
        fuzz.ratio(left.plain, right.plain) / 100,
        fuzz.ratio(left.ordered, right.ordered) / 100,
        fuzz.token_set_ratio(left.plain, right.plain) / 100,
        LCSseq.similarity(left.words, right.words) / shortest,
    )


def _figures(left: WordSets, right: WordSets) -> tuple[float, ...]:
    if not left.figures or not right.figures:
        return (0.0, 0.0, 0.0, 0.0)
    both = len(left.figures & right.figures)
    near = any(
        one != other and abs(one - other) <= NEAR * max(one, other) and min(one, other) >= LEAST_ROUNDED
        for one in left.values
        for other in right.values
    )
    return both / min(len(left.figures), len(right.figures)), log1p(both), float(not both), float(near)


def _quotes(left: WordSets, right: WordSets, vocabulary: Vocabulary) -> tuple[float, ...]:
    """How much of the quoted words the other has, and how much of what is told, without who says it."""
    best = 0.0
    mass = 0
    for one, other in ((left, right), (right, left)):
        if len(one.quoted) > 1:
            found = vocabulary.mass(one.quoted & other.keys)
            best = max(best, found / (one.quoted_mass or 1))
            mass = max(mass, found)
    told = vocabulary.mass(left.told & right.told)
    small, large = (
        (left.told_mass, right.told_mass) if left.told_mass < right.told_mass else (right.told_mass, left.told_mass)
    )
    quotations = (left.told is left.quoted) + (right.told is right.quoted)
    return (
        best,
        log1p(mass / UNIT),
        log1p(len(left.quoted & right.quoted)),
        told / (small + LITTLE),
        told / (large + LITTLE),
        log1p(told / UNIT),
        float(quotations == 1),
        float(quotations == 2),
    )


def _clauses(left: WordSets, right: WordSets, keys: frozenset[int], vocabulary: Vocabulary) -> tuple[float, ...]:
    """The clause that the other sentence carries best, and the two clauses that agree best."""
    lefts, rights = [0] * len(left.clause_masses), [0] * len(right.clause_masses)
    both: dict[tuple[int, int], int] = {}
    for key in keys:
        weight, one, other = vocabulary.common[key], left.clause_of[key], right.clause_of[key]
        lefts[one] += weight
        rights[other] += weight
        both[one, other] = both.get((one, other), 0) + weight
    carried = heaviest = agree = 0.0
    for sums, masses in ((lefts, left.clause_masses), (rights, right.clause_masses)):
        for found, own in zip(sums, masses, strict=True):
            if found:
                carried = max(carried, found / (own + 2 * UNIT))
                heaviest = max(heaviest, found * found / (own * UNIT))
    for (one, other), found in both.items():
        agree = max(agree, found * 2 / (left.clause_masses[one] + right.clause_masses[other] + LITTLE))
    return carried, log1p(heaviest), agree


def related_mass(left: WordSets, right: WordSets, shared: frozenset[int], vocabulary: Vocabulary) -> int:
    """The weight of words that are not shared but belong together: synonyms, nominalisations, the same beginning.

    Each group of related words counts once, with the smaller of its weights on the two sides; groups of shared words
    do not count.
    """
    both = left.groups.keys() & right.groups.keys()
    if not both:
        return 0
    groups = vocabulary.groups
    known = {group for key in shared for group in groups[key]}
    return sum([min(left.groups[group], right.groups[group]) for group in both if group not in known])


def _related(
    left: WordSets, right: WordSets, keys: frozenset[int], mass: int, vocabulary: Vocabulary
) -> tuple[float, ...]:
    related = related_mass(left, right, keys, vocabulary)
    smaller = min(left.common, right.common)
    return min(1.0, (related + mass) / (smaller + LITTLE)), log1p(related / UNIT)


def _single(shared: Shared, vocabulary: Vocabulary) -> tuple[float, ...]:
    """Words that stand in these two sentences alone: the surest anchors."""
    alone = shared.keys & vocabulary.single
    return log1p(len(alone)), log1p(vocabulary.mass(alone) / UNIT) if alone else 0.0


def _places(left: Profile, right: Profile) -> tuple[float, ...]:
    return abs(left.position - right.position), float(left.first and right.first), float(left.first != right.first)


PAIR_FEATURES = (
    "cosine",
    "shared of shorter", "shared of longer", "common of shorter", "common of longer", "shared mass", "rarest shared",
    "shared words", "shorter length", "length ratio",
    "word pairs", "word pairs share", "words near", "words near share",
    "letters", "letters in any order", "letters of shared words", "all words in order",
    "figures share", "figures", "figures differ", "figures near",
    "quotation carried", "quotation mass", "quoted in both",
    "told of shorter", "told of longer", "told mass", "one quotes", "both quote",
    "clause carried", "clause mass", "clauses agree",
    "related share", "related mass",
    "words of these two", "mass of these two",
    "place apart", "both lead", "one leads",
)  # fmt: skip


def lasting_features(left: WordSets, right: WordSets, vocabulary: Vocabulary) -> tuple[float, ...]:
    """Those figures of one pair that are the same whichever articles of these languages stand around it."""
    keys = left.keys & right.keys
    mass = vocabulary.mass(keys)
    return (
        *_masses(left, right, keys, mass, vocabulary),
        *_runs(left, right),
        *_text(left, right),
        *_figures(left, right),
        *_quotes(left, right, vocabulary),
        *_clauses(left, right, keys, vocabulary),
        *_related(left, right, keys, mass, vocabulary),
    )


def pair_features(
    left: Profile, right: Profile, vocabulary: Vocabulary, lasting: Sequence[float] = ()
) -> tuple[float, ...]:
    """The figures of one pair, in the order of PAIR_FEATURES; the `lasting` ones are worked out where not given."""
    shared = share(left, right, vocabulary)
    shorter, longer, ratio = _mixed_shares(left, right, shared)
    lasting = lasting or lasting_features(left.word_sets, right.word_sets, vocabulary)
    return (
        cosine(left, right, shared),
        shorter,
        longer,
        *lasting[:MASSES],
        ratio,
        *lasting[MASSES:],
        *_single(shared, vocabulary),
        *_places(left, right),
    )
