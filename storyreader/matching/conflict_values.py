"""Figures and dates of two linked sentences that fill one place and cannot both be true."""

import math
from collections.abc import Callable, Iterator, Sequence

from storyreader.fact import Fact
from storyreader.facts.clashing import MEASURES, agree, confirms, granularity, is_total, measure, same_measure
from storyreader.facts.tables import tables_for
from storyreader.matching.conflict_places import MOST_FACTS, Candidate, Figures, Scored, mutually_best, slot_figures
from storyreader.matching.conflict_slots import Pair, Range, Side

LEAST_LIKENESS = 0.1
"""Dates stand anywhere in a sentence: with less in common around them they belong to different statements."""


def value_candidates(pair: Pair, family: str, wanted: Callable[[Fact], bool]) -> Iterator[Candidate]:
    """Figures or dates without a counterpart on the other side, each with the one whose place is most alike."""
    sides = [[fact for fact in side.facts if wanted(fact)] for side in (pair.left, pair.right)]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    lonely = [_lonely(one, other) for one, other in ((sides[0], sides[1]), (sides[1], sides[0]))]
    scored: list[Scored] = []
    for left in lonely[0]:
        for right in lonely[1]:
            places = pair.left.range_of(left), pair.right.range_of(right)
            if places[0] is None or places[1] is None or not same_measure(left, right) or agree(left, right):
                continue
            if family == "date" and _reported(pair.left, places[0]) != _reported(pair.right, places[1]):
                # the day of the event and the day somebody spoke of it
                continue
            figures = slot_figures(pair, places[0], places[1])
            if family == "date" and figures["likeness"] < LEAST_LIKENESS and not figures["gap"]:
                continue
            figures |= _value_figures(left, right) if family == "value" else _date_figures(left, right)
            clashes = min(len(lonely[0]), len(lonely[1]))
            figures |= {"clashes": float(min(clashes, 4)), "single": float(clashes == 1), "market": _market(pair)}
            figures |= {
                "crowd": float(min(5, max(len(lonely[0]), len(lonely[1])))),
                "single market": figures["single"] * figures["market"],
            }
            score = figures["likeness"] + 0.3 * figures["gap"] + 0.3 * figures["head"]
            scored.append((score, left, right, Candidate(family, places[0], places[1], figures, (left, right))))
    yield from mutually_best(scored)


def _lonely(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that no fact of the other side can be, nor several of them together."""
    return [
        fact
        for fact in facts
        if not any(_comparable(fact, other) and confirms(fact, other) for other in others)
        and not is_total(fact, others)
    ]


def _reported(side: Side, place: Range) -> bool:
    """Whether a date stands beside a verb of saying: "said on Monday"."""
    tables = tables_for(side.language)
    words = [text.lower() for text in side.words.texts]
    near = words[max(0, place[0] - 2) : place[0]] + words[place[1] : place[1] + 1]
    return any(tables.has("sayings", word) for word in near)


def _comparable(one: Fact, other: Fact) -> bool:
    return bool(
        same_measure(one, other) or (one.kind in MEASURES and other.kind in MEASURES and one.value == other.value)
    )


def is_slip(left: Fact, right: Fact) -> bool:
    """Whether two figures look like one with a slip of the pen: digits in another order, a nought more or less."""
    if left.kind == "ordinal":
        return False
    digits = ["".join(filter(str.isdigit, str(fact.value))).strip("0") for fact in (left, right)]
    if digits[0] == digits[1]:
        # the figures differ, so their noughts do
        both = [found[0] for fact in (left, right) if (found := measure(fact))]
        return min(both, default=0.0) >= 10 and left.kind not in {"time", "age", "duration"} and left.unit == right.unit
    return len(set(digits[0])) > 1 and sorted(digits[0]) == sorted(digits[1])


def _value_figures(left: Fact, right: Fact) -> Figures:
    one, other = measure(left), measure(right)
    ratio = 1.0
    if one and other and one[0] > 0 and other[0] > 0:
        ratio = min(2.0, abs(math.log(one[0] / other[0])))
    return {
        "slip": float(is_slip(left, right)),
        "ratio": ratio,
        "bounded": float(bool(left.bound or right.bound)),
        "approx": float(left.approx or right.approx),
        "plain": float(left.kind == "number"),
        "ordinal": float(left.kind == "ordinal"),
        "small": float(bool(one and other and max(one[0], other[0]) < 13 and left.kind == "number")),
    }


def _date_figures(left: Fact, right: Fact) -> Figures:
    values = str(left.value), str(right.value)
    days = [granularity(value) for value in values]
    return {
        "same grain": float(days[0] == days[1] and len(values[0]) == len(values[1])),
        "weekday": float(any("WXX" in value for value in values)),
        "year": float(all(len(value) == 4 for value in values)),
    }


def _market(pair: Pair) -> float:
    """Prices and indexes change all day: the same account an hour later has other figures."""
    words = tables_for(pair.left.language).lists.get("market_words", frozenset())
    lower = {word.lower() for side in (pair.left, pair.right) for word in side.words.texts}
    return float(min(3, len(words & lower)))
