"""Which sentences of any number of articles tell the same thing: one index over all of them, not one for every pair.

Every sentence meets its best partners in each other article. The more articles, the fewer partners in each are
measured, so that cost grows near-linearly with the number of sentences.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from storyreader.alignment.candidates import MEETINGS_A_SENTENCE, MOST_PARTNERS
from storyreader.alignment.claims import ToldText
from storyreader.alignment.linking import Matches, judged_matches
from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.pair_features import measure_among_many
from storyreader.alignment.profiles import AllProfiles, Profile, profile_all
from storyreader.garbage import without_garbage_collection

LEAST_COSINE = 0.12
"""Pairs that share less are not measured. Twice what it is for two articles: claims that several articles tell are
found through their closest wordings, and a third of the pairs is left.
"""
FEWEST_PARTNERS = 2
"""In each other article; the second best tells how far the best is ahead."""

IndexPair = tuple[int, int]


def match_all(outlines: Sequence[TextOutline]) -> dict[IndexPair, Matches]:
    """As `match_outlines`, for every two of the articles that have something in common, by their numbers (the smaller
    first). The order of the articles makes no difference but to the numbers.
    """
    if len(outlines) < 2:
        return {}
    with without_garbage_collection():
        profiles = profile_all(outlines)
        told = cache(lambda number, beside: ToldText(outlines[number], beside))
        found: dict[IndexPair, Matches] = {}
        for (left, right), pairs in sorted(_candidates(profiles).items()):
            both = profiles.of(left, right)
            texts = told(left, outlines[right].language), told(right, outlines[left].language)
            found[left, right] = judged_matches(both, measure_among_many(both, sorted(pairs)), texts)
        return found


def _candidates(profiles: AllProfiles) -> Mapping[IndexPair, list[IndexPair]]:
    """The pairs of sentences worth measuring, by their two articles."""
    flat = [(side, number, one) for side, own in enumerate(profiles.sides) for number, one in enumerate(own)]
    partners = max(FEWEST_PARTNERS, MOST_PARTNERS // max(1, len(profiles.sides) - 1))
    found: dict[IndexPair, set[IndexPair]] = defaultdict(set)
    for (side, number, _), meetings in zip(flat, _meetings(flat, profiles), strict=True):
        for other, scored in meetings.items():
            # all that are as alike as the last one taken: which of them come first differs with the order
            least = min(sorted([score for score, _ in scored], reverse=True)[:partners])
            for score, partner in scored:
                if score >= least:
                    if side < other:
                        found[side, other].add((number, partner))
                    else:
                        found[other, side].add((partner, number))
    return {articles: list(pairs) for articles, pairs in found.items()}


_Flat = Sequence[tuple[int, int, Profile]]


def _meetings(flat: _Flat, profiles: AllProfiles) -> list[dict[int, list[tuple[float, int]]]]:
    """For each sentence those of other articles that it meets, by article, with their cosines."""
    postings = _postings(flat)
    squares = [weight * weight for weight in profiles.vocabulary.mixed]
    norms = [profile.norm for _, _, profile in flat]
    met: list[dict[int, list[tuple[float, int]]]] = [defaultdict(list) for _ in flat]
    for place, (side, number, own) in enumerate(flat):
        sums: dict[int, int] = defaultdict(int)
        for key in own.keys & postings.keys():
            square, others = squares[key], postings[key]
            # each two meet once, at the first of them: the last place of a key is the first one still to come
            others.pop()
            for other in others:
                sums[other] += square
        for other, total in sums.items():
            score = total / (own.norm * norms[other])
            partner, their_number, _ = flat[other]
            if score >= LEAST_COSINE and partner != side:
                met[place][partner].append((score, their_number))
                met[other][side].append((score, number))
    return met


def _postings(flat: _Flat) -> dict[int, list[int]]:
    """For each key that the index uses the sentences that have it, the last one first: the rarest keys that stand in
    two articles, as long as their meetings stay within a budget that grows with the number of sentences.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for place, (_, _, profile) in enumerate(flat):
        for key in profile.keys:
            places[key].append(place)
    by_cost: dict[int, list[int]] = defaultdict(list)
    for key, own in places.items():
        sides = Counter(flat[place][0] for place in own)
        cost = len(own) ** 2 - sum(count * count for count in sides.values())
        if cost:
            by_cost[cost // 2].append(key)
    budget = MEETINGS_A_SENTENCE * len(flat)
    chosen: dict[int, list[int]] = {}
    for cost in sorted(by_cost):
        budget -= cost * len(by_cost[cost])
        if budget < 0 and chosen:
            break
        chosen.update((key, places[key][::-1]) for key in by_cost[cost])
    return chosen
