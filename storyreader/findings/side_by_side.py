"""Facts of one side only that tell one thing with two values, though no difference inside a link says so."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from storyreader.comparison import SIDES, Side
from storyreader.facts import agree
from storyreader.findings.mentions import Mentions
from storyreader.findings.occurrences import FactOccurrence

Pair = tuple[FactOccurrence, FactOccurrence]
LinkedPair = tuple[int | None, Pair]
Unmatched = Mapping[int, Sequence[FactOccurrence]]


def side_by_side(found: Mentions, unmatched: Unmatched) -> Iterator[LinkedPair]:
    """Pairs of facts to be set side by side, each with its link where they stand in one.

    In linked sentences figures that count one thing and can both be true, and dates in the same words; in sentences
    that are perhaps related the only figures for a thing; across languages, where fewer sentences are linked, also the
    only figures for one thing beside one name. Whether other values of linked sentences stand in one another's place is
    for the differences of the link to say.
    """
    yield from _linked(found)
    yield from ((None, pair) for pair in _only_figures(found, unmatched))
    if found.language("left") != found.language("right"):
        yield from ((None, pair) for pair in _beside_one_name(found, unmatched))


def _linked(found: Mentions) -> Iterator[LinkedPair]:
    """Of each link the two figures that count the same thing and can both be true, and the two dates in the same words
    that mean two days ("yesterday" in texts of two days), where only two do. Of two languages also the two that cannot.
    """
    for number, link in enumerate(found.comparison.links):
        facts = [found.in_sentences(side, link.numbers(side)) for side in SIDES]
        yield from ((number, pair) for pair in _single(product(*facts), found.same_counted) if _both_true(pair))
        yield from ((number, pair) for pair in _single(product(*facts), _in_same_words) if not _both_true(pair))
        if found.language("left") != found.language("right"):
            yield from ((number, pair) for pair in _single(product(*facts), found.same_counted))


def _single(
    pairs: Iterable[tuple[FactOccurrence, ...]], alike: Callable[[FactOccurrence, FactOccurrence], bool]
) -> Sequence[Pair]:
    """The one pair of one kind that is alike, where no other one is."""
    found = ((left, right) for left, right in pairs if left.fact.kind == right.fact.kind and alike(left, right))
    first = [*islice(found, 2)]
    return first if len(first) == 1 else ()


def _both_true(pair: Pair) -> bool:
    return agree(pair[0].fact, pair[1].fact)


def _in_same_words(left: FactOccurrence, right: FactOccurrence) -> bool:
    return left.fact.kind == "date" and left.fact.text.lower() == right.fact.text.lower()


def _only_figures(found: Mentions, unmatched: Unmatched) -> Iterator[Pair]:
    """Of each article the only figure without a counterpart that counts a thing, where both have one, in sentences that
    are perhaps related and have a word in common besides it.
    """
    related = {(one.left, one.right) for one in found.comparison.related}
    things = [(found.thing(group[0]), group[0]) for group in unmatched.values()]
    for left, right in _alone((thing, one) for thing, one in things if thing and not thing.isdigit()):
        shared = (found.things_in(left) & found.things_in(right)) - {found.thing(left)}
        if shared and (left.sentence, right.sentence) in related:
            yield left, right


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
