"""Facts of one side only that tell one thing with two values, though no difference inside a link says so."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from storyreader.comparison import SIDES, Side
from storyreader.fact import FactKind
from storyreader.facts import agree
from storyreader.findings.mentions import FactOccurrence, Mentions
from storyreader.lexicon import background

EVERYDAY = 30.0
"""Sentences in 10,000 in which a word stands from which on two figures that count it may count different things."""
Pair = tuple[FactOccurrence, FactOccurrence]
LinkedPair = tuple[int | None, Pair]
Unmatched = Mapping[int, Sequence[FactOccurrence]]


def side_by_side(found: Mentions, unmatched: Unmatched) -> Iterator[LinkedPair]:
    """Pairs of facts to be set side by side, each with its link where they stand in one.

    In linked sentences figures that count one thing, ages of one person, and dates in the same words; in whole articles
    the only figures for a thing whose word is no everyday one; across languages, where fewer sentences are linked, also
    the only figures for one thing beside one name.
    """
    yield from _linked_figures(found)
    yield from _linked_alike(found, unmatched)
    yield from ((None, pair) for pair in _only_figures(found, unmatched))
    if found.language("left") != found.language("right"):
        yield from ((None, pair) for pair in _beside_one_name(found, unmatched))


def _linked_figures(found: Mentions) -> Iterator[LinkedPair]:
    """Of each link the two figures that count the same thing, where only two do."""
    for number, link in enumerate(found.comparison.links):
        pairs = [
            (left, right)
            for left in found.in_sentences("left", link.left)
            for right in found.in_sentences("right", link.right)
            if left.fact.kind == right.fact.kind and found.same_counted(left, right)
        ]
        if len(pairs) == 1:
            yield number, pairs[0]


def _linked_alike(found: Mentions, unmatched: Unmatched) -> Iterator[LinkedPair]:
    """Of each link the two facts without a counterpart that tell one thing in another way, where only two do."""
    for number, link in enumerate(found.comparison.links):
        sides = [
            [one for one in found.in_sentences(side, link.numbers(side)) if found.group_of[one.key] in unmatched]
            for side in SIDES
        ]
        for kind, alike in _ALIKE.items():
            left, right = ([one for one in own if one.fact.kind == kind] for own in sides)
            pairs = [*islice((pair for pair in product(left, right) if alike(found, *pair)), 2)]
            if len(pairs) == 1:
                yield number, pairs[0]


def _named_elsewhere(found: Mentions, left: FactOccurrence, right: FactOccurrence) -> bool:
    """Whether one of two plain figures counts something and the other stands alone in a sentence that names it: "six
    people were killed", "the number of people killed has risen to nine".
    """
    if left.fact.approx or right.fact.approx:
        return False
    counted = found.thing(left), found.thing(right)
    if bool(counted[0]) == bool(counted[1]):
        return False
    return counted[0] in found.things_in(right) if counted[0] else counted[1] in found.things_in(left)


def _aged(found: Mentions, left: FactOccurrence, right: FactOccurrence) -> bool:
    """Whether two ages stand in sentences that have a name in common."""
    return bool(found.names_beside(left) & found.names_beside(right))


def _dated(_: Mentions, left: FactOccurrence, right: FactOccurrence) -> bool:
    """Whether the same words mean two days: "yesterday" in texts of two days."""
    return left.fact.text.lower() == right.fact.text.lower() and not agree(left.fact, right.fact)


_ALIKE: Mapping[FactKind, Callable[[Mentions, FactOccurrence, FactOccurrence], bool]] = {
    "number": _named_elsewhere, "age": _aged, "date": _dated,
}  # fmt: skip


def _only_figures(found: Mentions, unmatched: Unmatched) -> Iterator[Pair]:
    """Of each article the only figure without a counterpart that counts a thing, where both have one."""
    things = [(found.thing(group[0]), group[0]) for group in unmatched.values()]
    return _alone((thing, one) for thing, one in things if thing and background().get(thing, 0.0) < EVERYDAY)


def _beside_one_name(found: Mentions, unmatched: Unmatched) -> Iterator[Pair]:
    """Of each article the only figure without a counterpart that counts a thing in sentences with some name."""
    things = [(found.thing(group[0]), group[0]) for group in unmatched.values()]
    return _alone(((thing, name), one) for thing, one in things if thing for name in found.names_beside(one))


def _alone(facts: Iterable[tuple[Hashable, FactOccurrence]]) -> Iterator[Pair]:
    """The two facts of each key that has one of either side."""
    by_key: dict[Hashable, dict[Side, list[FactOccurrence]]] = defaultdict(dict)
    for key, one in facts:
        by_key[key].setdefault(one.side, []).append(one)
    for sides in by_key.values():
        if len(sides) == len(SIDES) and all(len(own) == 1 for own in sides.values()):
            yield sides["left"][0], sides["right"][0]
