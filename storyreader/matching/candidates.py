"""Which pairs are worth measuring: an inverted index over the rarer words, so that cost grows with the sentences.

Comparing every left with every right sentence is quadratic. Here the keys are taken from the rarest on, as long as
their meetings stay within a budget that grows linearly with the number of sentences, and each sentence keeps its
best partners. Swapping the sides gives the same pairs.
"""

from collections import defaultdict
from collections.abc import Sequence

from storyreader.matching.profiles import Profile, Profiles

LEAST_COSINE = 0.06
"""Pairs that share less are not measured; on development data this loses one linked pair in twenty."""
MEETINGS_A_SENTENCE = 200
"""How many meetings of words the index may look at, for each sentence of both articles."""
MOST_PARTNERS, FEWEST_PARTNERS = 24, 3
PAIR_BUDGET = 16_000
"""With very many sentences each keeps fewer partners, so that about this many pairs are measured in all."""

Pair = tuple[int, int]


def candidate_pairs(profiles: Profiles) -> list[Pair]:
    """The pairs worth measuring, in order."""
    sums = _meet(profiles)
    scored: list[tuple[float, int, int]] = []
    left, right = profiles.left, profiles.right
    for (one, other), squares in sums.items():
        score = squares / (left[one].norm * right[other].norm)
        if score >= LEAST_COSINE:
            scored.append((score, one, other))
    partners = PAIR_BUDGET // max(1, len(left) + len(right))
    partners = max(FEWEST_PARTNERS, min(MOST_PARTNERS, partners))
    return sorted(_best(scored, partners, 1, 2) | _best(scored, partners, 2, 1))


def _best(scored: Sequence[tuple[float, int, int]], partners: int, own: int, other: int) -> set[Pair]:
    """The best partners of each sentence of one side; equal ones by their number."""
    by_sentence: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for row in scored:
        by_sentence[int(row[own])].append(row)
    kept: set[Pair] = set()
    for rows in by_sentence.values():
        if len(rows) > partners:
            rows.sort(key=lambda row: (-row[0], row[other]))
        kept.update((one, two) for _, one, two in rows[:partners])
    return kept


def _meet(profiles: Profiles) -> dict[Pair, int]:
    """The sum of squared weights of the keys each pair shares, from the rarest key on."""
    left, right = _postings(profiles.left), _postings(profiles.right)
    by_cost: dict[int, list[int]] = defaultdict(list)
    for key, places in left.items():
        if key in right:
            by_cost[len(places) * len(right[key])].append(key)
    budget = MEETINGS_A_SENTENCE * (len(profiles.left) + len(profiles.right))
    sums: dict[Pair, int] = defaultdict(int)
    mixed = profiles.vocabulary.mixed
    for cost in sorted(by_cost):
        keys = by_cost[cost]
        budget -= cost * len(keys)
        # all keys that cost the same are taken or left together: their order differs when the sides are swapped
        if budget < 0 and sums:
            break
        for key in keys:
            square = mixed[key] ** 2
            others = right[key]
            for one in left[key]:
                for other in others:
                    sums[one, other] += square
    return sums


def _postings(side: Sequence[Profile]) -> dict[int, list[int]]:
    """For each key the sentences that have it."""
    found: dict[int, list[int]] = defaultdict(list)
    for place, profile in enumerate(side):
        for key in profile.keys:
            found[key].append(place)
    return found
