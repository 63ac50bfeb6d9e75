"""Which pairs are worth measuring: an inverted index over the rarer words, so that cost grows with the sentences.

Comparing every left with every right sentence is quadratic. Here the keys are taken from the rarest on, as long as
their meetings stay within a budget that grows linearly with the number of sentences, and each sentence keeps its
best partners. Swapping the sides gives the same pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest

from storyreader.alignment.profiles import Profile, Profiles

LEAST_COSINE = 0.06
"""Pairs that share less are not measured; on development data this loses one linked pair in twenty."""
MEETINGS_A_SENTENCE = 100
"""How many meetings of words the index may look at, for each sentence of both articles."""
MOST_PARTNERS, FEWEST_PARTNERS = 24, 2
PAIR_BUDGET = 6_000
"""With very many sentences each keeps fewer partners, so that about this many pairs are measured in all."""

IndexPair = tuple[int, int]


def candidate_pairs(profiles: Profiles) -> list[IndexPair]:
    """The pairs worth measuring, in order."""
    left, right = profiles.left, profiles.right
    if not left or not right:
        return []
    postings = _postings(right, _affordable(profiles))
    partners = max(FEWEST_PARTNERS, min(MOST_PARTNERS, PAIR_BUDGET // (len(left) + len(right))))
    squares = [weight * weight for weight in profiles.vocabulary.mixed]
    norms = [profile.norm for profile in right]
    kept: set[IndexPair] = set()
    # a text laid over itself: its columns are its rows
    mirrored = left is right
    columns: list[list[tuple[float, int]]] = [] if mirrored else [[] for _ in right]
    for one, profile in enumerate(left):
        row = _row(profile, postings, squares, norms)
        for score, other in () if mirrored else row:
            column = columns[other]
            column.append((score, -one))
            # never more than a few of the best are held, so that memory stays small
            if len(column) > 4 * partners:
                columns[other] = nlargest(partners, column)
        kept.update((one, -other) for _, other in nlargest(partners, [(score, -other) for score, other in row]))
    if mirrored:
        kept.update([(other, one) for one, other in kept])
    for other, column in enumerate(columns):
        kept.update((-one, other) for _, one in nlargest(partners, column))
    return sorted(kept)


def _row(
    profile: Profile, postings: dict[int, list[int]], squares: Sequence[int], norms: Sequence[float]
) -> list[tuple[float, int]]:
    """The right sentences that meet one left sentence, with their cosines over the affordable keys."""
    sums: dict[int, int] = {}
    for key in profile.keys:
        places = postings.get(key)
        if places:
            square = squares[key]
            for other in places:
                sums[other] = sums.get(other, 0) + square
    norm = profile.norm
    return [(score, other) for other, total in sums.items() if (score := total / (norm * norms[other])) >= LEAST_COSINE]


def _affordable(profiles: Profiles) -> set[int]:
    """The keys the index uses: the rarest, as long as their meetings stay within the budget."""
    counts = [Counter(key for profile in side for key in profile.keys) for side in (profiles.left, profiles.right)]
    by_cost: dict[int, list[int]] = defaultdict(list)
    for key, count in counts[0].items():
        if key in counts[1]:
            by_cost[count * counts[1][key]].append(key)
    budget = MEETINGS_A_SENTENCE * (len(profiles.left) + len(profiles.right))
    chosen: set[int] = set()
    for cost in sorted(by_cost):
        budget -= cost * len(by_cost[cost])
        # all keys that cost the same are taken or left together: their order differs when the sides are swapped
        if budget < 0 and chosen:
            break
        chosen.update(by_cost[cost])
    return chosen


def _postings(side: Sequence[Profile], chosen: set[int]) -> dict[int, list[int]]:
    """For each chosen key the sentences that have it."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, profile in enumerate(side):
        for key in profile.keys & chosen:
            found[key].append(index)
    return found
