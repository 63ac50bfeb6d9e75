"""Linked sentences of many articles become claims: sentences that agree with each other, not a chain of weak links.

Average-link agglomeration over the calibrated chances of all measured pairs, the surest links first (Sokal and
Michener 1958). Two sentences of one article are in one claim only where they tell the same stretch of a third. What is
left over is looked at once more: a sentence that tells two claims is in both.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from storyreader.comparing import PairLinks
from storyreader.comparison import Difference, Link, Passage
from storyreader.story_board.nouns import SentencePlace

LEAST_AGREEMENT = 0.4
"""Mean chance, 0 to 1, that a sentence of one and a sentence of the other of two joined claims tell the same: on the
whole they are perhaps related at least.
"""
SOMETHING, MOST = 0.05, 0.6
"""Chance from which two sentences have something in common at all, and the share of such pairs that two joined claims
have at least: two sentences that have nothing in common but a third one are a chain.
"""
SAME_STRETCH = 0.5
"""Of the shorter of two stretches of a sentence, the part that both have, from which they are one claim."""


@dataclass(frozen=True)
class Edge:
    """Two sentences of different articles that tell the same: `chance` 0 to 1. `link` is theirs, `one` on its left;
    `pair` knows the conflicts of their articles.
    """

    one: SentencePlace
    other: SentencePlace
    chance: float
    link: Link
    pair: PairLinks

    @property
    def ends(self) -> tuple[SentencePlace, SentencePlace]:
        """Both sentences."""
        return self.one, self.other

    @property
    def is_whole(self) -> bool:
        """Whether the two are the same as a whole by their words."""
        return self.link.kind in {"same", "reworded"}

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What differs between just these two sentences."""
        numbers = self.one.sentence, self.other.sentence
        found = self.pair.judged(self.link).differences
        return tuple(one for one in found if (one.left.sentence, one.right.sentence) == numbers)

    @cached_property
    def conflicts(self) -> bool:
        """Whether just these two sentences contradict each other."""
        judged = self.pair.judged(self.link)
        return judged.kind == "conflict" and any(one.conflict for one in self.differences)

    def shared(self, place: SentencePlace) -> tuple[Passage, ...] | None:
        """The stretches of one of the two sentences that tell what both tell; None for the whole sentence."""
        return None if self.is_whole else self._stretches[place != self.one]

    @cached_property
    def _stretches(self) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Those of `one` and those of `other`."""
        numbers = self.one.sentence, self.other.sentence
        own = [claim for claim in self.link.shared if (claim.left.sentence, claim.right.sentence) == numbers]
        return tuple(claim.left for claim in own), tuple(claim.right for claim in own)


class Edges:
    """All pairs of sentences that tell the same, and how surely any two do."""

    def __init__(self, found: Mapping[tuple[int, int], PairLinks]) -> None:
        self._chances: dict[SentencePlace, dict[SentencePlace, float]] = defaultdict(dict)
        self.of: dict[SentencePlace, dict[SentencePlace, Edge]] = defaultdict(dict)
        self.perhaps: dict[SentencePlace, list[SentencePlace]] = defaultdict(list)
        for (left, right), pair in found.items():
            for (number, partner), chance in pair.chances.items():
                self._know(SentencePlace(left, number), SentencePlace(right, partner), chance)
            for link in pair.links:
                for one, other in product(link.left, link.right):
                    self._add(Edge(SentencePlace(left, one), SentencePlace(right, other), link.score / 100, link, pair))
            for related in pair.related:
                ends = SentencePlace(left, related.left), SentencePlace(right, related.right)
                self.perhaps[ends[0]].append(ends[1])
                self.perhaps[ends[1]].append(ends[0])

    def _add(self, edge: Edge) -> None:
        known = self.of[edge.one].get(edge.other)
        if known is None or known.chance < edge.chance:
            self.of[edge.one][edge.other] = self.of[edge.other][edge.one] = edge
            self._know(edge.one, edge.other, edge.chance)

    def _know(self, one: SentencePlace, other: SentencePlace, chance: float) -> None:
        self._chances[one][other] = self._chances[other][one] = chance

    def strongest_first(self) -> list[Edge]:
        """Every edge once."""
        once = [edge for place, own in self.of.items() for edge in own.values() if edge.one == place]
        return sorted(once, key=lambda edge: (-edge.chance, edge.one, edge.other))

    def agree(self, ones: Collection[SentencePlace], others: Collection[SentencePlace]) -> bool:
        """Whether sentences of some and of others tell the same throughout, those of one article left out."""
        chances = [
            known.get(other, 0.0)
            for one, known in [(one, self._chances[one]) for one in ones]
            for other in others
            if one.article != other.article
        ]
        shared = sum(chance >= SOMETHING for chance in chances)
        return sum(chances) >= LEAST_AGREEMENT * len(chances) and shared >= MOST * len(chances)

    def tell_again(self, one: SentencePlace, other: SentencePlace) -> bool:
        """Whether two sentences of one article tell the same stretch of a sentence that both are linked to."""
        partners = self.of[one].keys() & self.of[other].keys()
        return any(_overlap(self.of[one][p].shared(p), self.of[other][p].shared(p)) for p in partners)

    def tells_more(self, edge: Edge, place: SentencePlace, claim: Iterable[SentencePlace]) -> bool:
        """Whether an edge is about another stretch of a sentence than the claim which that sentence is in."""
        linked = self.of[place]
        known = [linked[partner] for partner in claim if partner in linked]
        # what was the same as a whole tells no more, and needs no look at its stretches
        if edge.is_whole or any(found.is_whole for found in known):
            return False
        own = edge.shared(place)
        told = (found.shared(place) for found in known)
        return bool(own) and all(stretches and not _overlap(own, stretches) for stretches in told)


def clusters(found: Mapping[tuple[int, int], PairLinks]) -> tuple[Edges, list[tuple[SentencePlace, ...]]]:
    """The edges, and the sentences of each claim that more than one article tells. A sentence may be in several."""
    edges = Edges(found)
    first, left = _joined(edges, edges.strongest_first())
    of = {place: own for own in first for place in own}
    other_claims = [edge for edge in left if all(edges.tells_more(edge, place, of[place]) for place in edge.ends)]
    more, _ = _joined(edges, other_claims)
    kept = {tuple(sorted(own)) for own in (*first, *more) if len(own) > 1}
    return edges, sorted(kept)


def _joined(edges: Edges, ordered: Sequence[Edge]) -> tuple[list[set[SentencePlace]], list[Edge]]:
    """Sets of sentences that agree throughout; and the edges that stayed outside."""
    of: dict[SentencePlace, set[SentencePlace]] = {}
    left = []
    for edge in ordered:
        one, other = (of.setdefault(place, {place}) for place in edge.ends)
        if one is other:
            continue
        if not _may_join(edges, one, other):
            left.append(edge)
            continue
        one |= other
        of.update(dict.fromkeys(other, one))
    return list({id(own): own for own in of.values()}.values()), left


def _may_join(edges: Edges, one: set[SentencePlace], other: set[SentencePlace]) -> bool:
    """Whether two claims agree, and an article that tells both tells one thing twice."""
    twins = [(a, b) for a, b in product(one, other) if a.article == b.article]
    return edges.agree(one, other) and all(edges.tell_again(a, b) for a, b in twins)


def _overlap(ones: Sequence[Passage] | None, others: Sequence[Passage] | None) -> bool:
    """Whether two sets of stretches of one sentence are much the same; None is the whole sentence."""
    if ones is None or others is None:
        return True
    if not ones or not others:
        return False
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ones for b in others)
    sizes = [sum(part.end - part.start for part in own) for own in (ones, others)]
    return common >= SAME_STRETCH * min(sizes)
