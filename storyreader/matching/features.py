"""What a pair of sentences shows: the figures that the model weighs. Each is the same when the sides are swapped."""

import math
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from storyreader.matching.profiles import UNIT, Profile, Vocabulary

NEAR = 0.03
"""Two figures this close, relative to the larger, may be one figure and its rounding."""


@dataclass(slots=True, frozen=True)
class Shared:
    """What two sentences have in common: keys, and sums of their weights."""

    keys: frozenset[int]
    common: int
    mixed: int
    squares: int


def share(left: Profile, right: Profile, vocabulary: Vocabulary) -> Shared:
    """The keys both sentences have."""
    keys = left.keys & right.keys
    mixed = vocabulary.mixed
    common = vocabulary.common
    return Shared(
        keys,
        sum([common[key] for key in keys]),
        sum([mixed[key] for key in keys]),
        sum([mixed[key] ** 2 for key in keys]),
    )


def cosine(left: Profile, right: Profile, shared: Shared) -> float:
    """The TF-IDF cosine of a pair, 0 to 1 (Salton and Buckley 1988, binary counts)."""
    return shared.squares / (left.norm * right.norm)


def _masses(left: Profile, right: Profile, shared: Shared, vocabulary: Vocabulary) -> tuple[float, ...]:
    small, large = sorted((left.mixed, right.mixed))
    small_common, large_common = sorted((left.common, right.common))
    common = vocabulary.common
    best = max([common[key] for key in shared.keys], default=0)
    return (
        shared.mixed / small if small else 0.0,
        shared.mixed / large if large else 0.0,
        shared.common / small_common if small_common else 0.0,
        shared.common / large_common if large_common else 0.0,
        math.log1p(shared.common / UNIT),
        best / UNIT,
        math.log1p(len(shared.keys)),
        math.log1p(min(len(left.keys), len(right.keys))),
        small / large if large else 0.0,
    )


def _runs(left: Profile, right: Profile) -> tuple[float, ...]:
    shortest = max(1, min(len(left.content), len(right.content)))
    ordered = LCSseq.similarity(left.content, right.content)
    pairs = len(left.pairs & right.pairs)
    return ordered / shortest, math.log1p(ordered), math.log1p(pairs), pairs / shortest


def _figures(left: Profile, right: Profile) -> tuple[float, ...]:
    if not left.figures or not right.figures:
        return (0.0, 0.0, 0.0, 0.0)
    both = len(left.figures & right.figures)
    near = 0
    for one in left.values:
        for other in right.values:
            if one != other and abs(one - other) <= NEAR * max(one, other) and min(one, other) >= 20:
                near += 1
    smaller = min(len(left.figures), len(right.figures))
    return both / smaller, math.log1p(both), float(not both), float(min(near, 1))


def _names(left: Profile, right: Profile, vocabulary: Vocabulary) -> tuple[float, ...]:
    common = vocabulary.common
    both = left.names & right.names
    mass = sum([common[key] for key in both])
    smaller = min(sum([common[key] for key in left.names]), sum([common[key] for key in right.names]))
    carried = (left.entities & right.entities) - both
    return (
        mass / smaller if smaller else 0.0,
        math.log1p(mass / UNIT),
        float(bool(left.names) and bool(right.names) and not both),
        math.log1p(sum([common[key] for key in carried]) / UNIT),
    )


def _quotes(left: Profile, right: Profile, vocabulary: Vocabulary) -> tuple[float, ...]:
    common = vocabulary.common
    best = 0.0
    mass = 0
    for one, other in ((left, right), (right, left)):
        if len(one.quoted) > 1:
            own = sum([common[key] for key in one.quoted])
            found = sum([common[key] for key in one.quoted & other.keys])
            if own and found / own > best:
                best = found / own
            mass = max(mass, found)
    both = len(left.quoted & right.quoted)
    return best, math.log1p(mass / UNIT), math.log1p(both)


def _clauses(left: Profile, right: Profile, vocabulary: Vocabulary) -> tuple[float, ...]:
    """The clause that the other sentence carries best, and the two clauses that agree best."""
    common = vocabulary.common
    carried = heavy = 0.0
    for one, other in ((left, right), (right, left)):
        for keys, own in one.clauses:
            found = sum([common[key] for key in keys & other.keys])
            if found:
                carried = max(carried, found / (own + 2 * UNIT))
                heavy = max(heavy, found * found / (own * UNIT))
    agree = 0.0
    for keys, own in left.clauses:
        for others, their in right.clauses:
            both = keys & others
            if len(both) > 1:
                found = sum([common[key] for key in both])
                agree = max(agree, found * 2 / (own + their + 4 * UNIT))
    return carried, math.log1p(heavy), agree


def related_mass(left: Profile, right: Profile, shared: Shared, vocabulary: Vocabulary) -> int:
    """The weight of words that are not shared but belong together: synonyms, nominalisations, the same beginning.

    Each group of related words counts once, with the smaller of the weights it has on the two sides.
    """
    groups, common = vocabulary.groups, vocabulary.common
    sides: list[dict[str | int, int]] = [{}, {}]
    for side, profile in zip(sides, (left, right), strict=True):
        for key in profile.keys - shared.keys:
            for group in groups[key]:
                side[group] = max(side.get(group, 0), common[key])
    both = sides[0].keys() & sides[1].keys()
    return sum([min(sides[0][group], sides[1][group]) for group in both])


def _related(left: Profile, right: Profile, shared: Shared, vocabulary: Vocabulary) -> tuple[float, ...]:
    mass = related_mass(left, right, shared, vocabulary)
    smaller = min(left.common, right.common) or 1
    return min(1.0, (mass + shared.common) / (smaller + UNIT)), math.log1p(mass / UNIT)


def _places(left: Profile, right: Profile) -> tuple[float, ...]:
    return abs(left.place - right.place), float(left.first and right.first), float(left.first != right.first)


PAIR_FEATURES = (
    "cosine",
    "shared of shorter", "shared of longer", "common of shorter", "common of longer", "shared mass", "rarest shared",
    "shared words", "shorter length", "length ratio",
    "ordered share", "ordered words", "word pairs", "word pairs share",
    "figures share", "figures", "figures differ", "figures near",
    "names share", "names", "names differ", "names carried",
    "quotation carried", "quotation mass", "quoted in both",
    "clause carried", "clause mass", "clauses agree",
    "related share", "related mass",
    "place apart", "both lead", "one leads",
)  # fmt: skip


def pair_features(left: Profile, right: Profile, vocabulary: Vocabulary) -> tuple[float, ...]:
    """The figures of one pair, in the order of PAIR_FEATURES."""
    shared = share(left, right, vocabulary)
    return (
        cosine(left, right, shared),
        *_masses(left, right, shared, vocabulary),
        *_runs(left, right),
        *_figures(left, right),
        *_names(left, right, vocabulary),
        *_quotes(left, right, vocabulary),
        *_clauses(left, right, vocabulary),
        *_related(left, right, shared, vocabulary),
        *_places(left, right),
    )
