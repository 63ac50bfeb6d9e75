"""Values told in two ways that both can hold, and names in a fuller and a shorter form: no contradiction."""

from collections.abc import Iterator

from storyreader.comparison import Difference, DifferenceKind, DifferenceReason, Passage
from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.counted import COUNTS, counted
from storyreader.contradiction.one_place import SAME_PLACE
from storyreader.fact import Fact
from storyreader.facts import MEASURES, agree, plain_name, same_measure, same_name, spelt_differently

SURE_HARMLESS = 70
_MOST_FACTS = 60
"""Facts of one sentence that are compared with those of the other; one that has more is a list."""


def told_otherwise(pair: AlignedPair, numbers: tuple[int, int]) -> Iterator[Difference]:
    """Values told in two ways that both can hold, and names in a fuller and a shorter form."""
    names = [{plain_name(str(fact.value)) for fact in side.facts if fact.kind == "name"} for side in pair.sides]
    for left in pair.left.facts[:_MOST_FACTS]:
        for right in pair.right.facts[:_MOST_FACTS]:
            if left.kind == right.kind == "name":
                why = _named_differently(left, right, (names[0], names[1]))
            elif left.kind in MEASURES and left.kind == right.kind:
                why = _told_differently(left, right, pair)
            else:
                why = None
            if why is None:
                continue
            texts = (
                (left.text, right.text)
                if left.kind == "name"
                else (counted(pair.left, left), counted(pair.right, right))
            )
            spans = (
                Passage(numbers[0], left.span.start, left.span.end),
                Passage(numbers[1], right.span.start, right.span.end),
            )
            what: DifferenceKind = "name" if left.kind == "name" else "count" if left.kind in COUNTS else "value"
            yield Difference(what, *spans, *texts, why, SURE_HARMLESS, False, left.value, right.value)


def _named_differently(left: Fact, right: Fact, known: tuple[set[str], set[str]]) -> DifferenceReason | None:
    """How two names differ; `known` are all names of the two sides."""
    names = plain_name(str(left.value)), plain_name(str(right.value))
    if names[0] == names[1]:
        return None
    if names[0] in known[1] or names[1] in known[0]:
        return None
    if same_name(*names) or same_name(*names[::-1]):
        return "naming"
    return "spelling" if spelt_differently(*names) else None


def _told_differently(left: Fact, right: Fact, pair: AlignedPair) -> DifferenceReason | None:
    alike = (left.value, left.unit, left.bound, left.approx) == (right.value, right.unit, right.bound, right.approx)
    if alike or not same_measure(left, right) or not agree(left, right):
        return None
    spans = pair.left.range_of(left), pair.right.range_of(right)
    if spans[0] is None or spans[1] is None or pair.likeness(spans[0], spans[1]) < SAME_PLACE:
        return None
    return "bound" if left.bound != right.bound else "rounding"
