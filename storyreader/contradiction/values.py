"""Figures and dates of two linked sentences that fill one place and cannot both be true."""

import math
from collections.abc import Callable, Iterator, Sequence

from storyreader.contradiction.ages import are_of_one_person
from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.one_claim import is_reported
from storyreader.contradiction.slot_features import (
    MOST_FACTS,
    Candidate,
    Features,
    Scored,
    denied_alone,
    mutually_best,
    slot_features,
)
from storyreader.contradiction.tolls import FAR, counts_one_toll
from storyreader.dates import Period, period_of
from storyreader.fact import Fact
from storyreader.facts import DAY, MEASURES, agree, confirms, granularity, is_total, measure, moments, same_measure
from storyreader.lexicon import tables_for

LEAST_LIKENESS, LEAST_WHOLE = 0.1, 0.35
"""Dates stand anywhere in a sentence: with less in common around them they belong to different statements, unless the
two sentences have the second share of their content words in common.
"""
LABEL_WORDS = 1
"""Words before the number of an item of a list."""
HOURLY = 0.1
"""How far prices and indexes, relative to the larger, may move within a day of trading."""
SHARE = 0.05
"""How far a share may be from the one that two figures make."""


def value_candidates(pair: AlignedPair, family: str, wanted: Callable[[Fact], bool]) -> Iterator[Candidate]:
    """Figures or dates without a counterpart on the other side, each with the one whose place is most alike."""
    sides = [[fact for fact in side.facts if wanted(fact) and not _is_label(side, fact)] for side in pair.sides]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    market = market_terms(pair)
    unmatched = [_unmatched(one, other) for one, other in ((sides[0], sides[1]), (sides[1], sides[0]))]
    scored: list[Scored] = []
    for left in unmatched[0]:
        for right in unmatched[1]:
            spans = pair.left.range_of(left), pair.right.range_of(right)
            if spans[0] is None or spans[1] is None or not same_measure(left, right) or agree(left, right):
                continue
            if _of_rest(pair.left, spans[0]) != _of_rest(pair.right, spans[1]) or _explained(pair, left, right):
                continue
            if _of_two_things(pair, left.kind, (spans[0], spans[1])):
                continue
            features = slot_features(pair, spans[0], spans[1])
            if market and family == "value" and _is_near(left, right):
                continue
            if family == "date":
                if _is_open(pair, (left, right), (spans[0], spans[1])):
                    continue
                if features["likeness"] < LEAST_LIKENESS and not features["gap"] and features["whole"] < LEAST_WHOLE:
                    continue
                features |= _date_figures(left, right) | _reported_figures(pair, spans[0], spans[1])
            else:
                features |= _value_figures(left, right)
                features["one person"] = float(left.kind == "age" and are_of_one_person(pair, spans[0], spans[1]))
            if _is_times(pair.left, spans[0]) and _is_times(pair.right, spans[1]):
                # "twice" and "five times" count the same
                features["head"] = 1.0
            clashes = min(len(unmatched[0]), len(unmatched[1]))
            features |= {"clashes": float(min(clashes, 4)), "single": float(clashes == 1), "market": market}
            features |= {
                "crowd": float(min(5, max(len(unmatched[0]), len(unmatched[1])))),
                "single market": features["single"] * features["market"],
            }
            candidate = Candidate(family, spans[0], spans[1], features, (left, right))
            one_toll = left.kind == "number" and counts_one_toll(pair, candidate, FAR)
            score = features["likeness"] + 0.3 * features["gap"] + 0.3 * features["head"] + 0.3 * one_toll
            scored.append((score, left, right, candidate))
    yield from mutually_best(scored)


def _is_label(side: AlignedSentence, fact: Fact) -> bool:
    """Whether a number only says which item of a list this is: "3. The pier", "Reason 3: the pier"."""
    if not fact.text.isdigit():
        return False
    before, behind = side.text[: fact.span.start].split(), side.text[fact.span.end : fact.span.end + 1]
    return (not before and behind in {".", ")", ":"}) or (len(before) <= LABEL_WORDS and behind == ":")


def _unmatched(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that no fact of the other side can be, nor several of them together.

    A fact that stands on both sides in so many words confirms no other: "at least four died and five are missing"
    says nothing of five dead.
    """
    free = [other for other in others if not any(_is_told_by_both(fact, other) for fact in facts)]
    return [
        fact
        for fact in facts
        if not any(_is_told_by_both(fact, other) for other in others)
        and not any(_comparable(fact, other) and confirms(fact, other) for other in free)
        and not is_total(fact, others)
    ]


def _is_told_by_both(fact: Fact, other: Fact) -> bool:
    """Whether two facts are the same figure or day, as exactly as each other."""
    alike = (fact.kind, fact.value, fact.unit, fact.bound, fact.approx) == (
        other.kind, other.value, other.unit, other.bound, other.approx
    )  # fmt: skip
    return alike and confirms(fact, other)  # times of one figure may have two zones


def _of_rest(side: AlignedSentence, span: Range) -> bool:
    """Whether a figure counts what is left: "the other two unions", "two more"."""
    around = side.lower[max(0, span[0] - 1) : span[0]] + side.lower[span[1] : span[1] + 1]
    return any(tables_for(side.language).has("rest_words", word) for word in around)


def _of_two_things(pair: AlignedPair, kind: str, spans: tuple[Range, Range]) -> bool:
    """Whether two figures are of different people of one group, or one of them is said not to be."""
    return (kind == "number" and pair.of_other_groups(*spans)) or (kind == "ordinal" and denied_alone(pair, *spans))


def _explained(pair: AlignedPair, left: Fact, right: Fact) -> bool:
    """Whether two figures are parts of one whole, "half" is 15 of 31, or nobody tells of what whole; of five, three did
    and two did not; whether two days are one moment in two zones.
    """
    if left.kind == right.kind == "date":
        return _at_one_moment(pair, left, right)
    if left.kind == right.kind == "ordinal":
        return _are_next_centuries(pair, left, right)
    if left.kind != "number" or right.kind != "number":
        return False
    share, count, beside = (left, right, pair.right) if _figure(left) < 1 else (right, left, pair.left)
    if 0 < _figure(share) < 1 <= _figure(count):
        wholes = [_figure(fact) for fact in beside.facts if fact.kind == "number" and _figure(fact) > _figure(count)]
        return not wholes or any(abs(_figure(count) / whole - _figure(share)) <= SHARE for whole in wholes)
    return is_complement(pair, left, right)


def _are_next_centuries(pair: AlignedPair, left: Fact, right: Fact) -> bool:
    """Whether two centuries follow each other: the end of one is the dawn of the next."""
    words = tables_for(pair.left.language).lists.get("centuries", frozenset())
    spans = [side.range_of(fact) for side, fact in zip(pair.sides, (left, right), strict=True)]
    of_centuries = all(
        span is not None and not words.isdisjoint(side.lower[slice(*span)] + side.lower[span[1] : span[1] + 1])
        for side, span in zip(pair.sides, spans, strict=True)
    )
    return of_centuries and abs(_figure(left) - _figure(right)) == 1


def _at_one_moment(pair: AlignedPair, left: Fact, right: Fact) -> bool:
    """Whether two days with a time beside them begin and end at other hours: 9 p.m. EST is the next day in London."""
    days = _days_between(str(left.value), str(right.value))
    sides = [{moment for fact in side.facts if fact.kind == "time" for moment in moments(fact)} for side in pair.sides]
    return days is not None and any(moment - DAY * days in sides[1] for moment in sides[0])


def _days_between(left: str, right: str) -> int | None:
    """Days from one day to the other; from a weekday to the nearest one of that name; None for other periods."""
    if "WXX" in left and "WXX" in right:
        return (int(right[-1]) - int(left[-1]) + 3) % 7 - 3
    one, other = period_of(left), period_of(right)
    single = one and other and one.first == one.last and other.first == other.last
    return (other.first - one.first).days if one and other and single else None


def is_complement(pair: AlignedPair, left: Fact, right: Fact) -> bool:
    """Whether two figures add up to a figure that both sides have, and only one side has a "not"."""
    total = _figure(left) + _figure(right)
    whole = all(any(fact.kind == "number" and _figure(fact) == total for fact in side.facts) for side in pair.sides)
    return whole and negated(pair.left) != negated(pair.right)


def complements(pair: AlignedPair) -> bool:
    """Whether one side counts those who did and the other those who did not."""
    numbers = [[fact for fact in side.facts if fact.kind == "number"] for side in pair.sides]
    return all(len(own) > 1 for own in numbers) and any(
        is_complement(pair, left, right) for left in numbers[0] for right in numbers[1]
    )


def negated(side: AlignedSentence) -> bool:
    """Whether a sentence has a negation."""
    return any(fact.kind == "negation" for fact in side.facts)


def _figure(fact: Fact) -> float:
    """The one figure of a number, -1 for a range."""
    return float(fact.value) if isinstance(fact.value, int | float) else -1.0


def _is_times(side: AlignedSentence, span: Range) -> bool:
    """Whether a figure tells how many times: "twice", "five times"."""
    tables = tables_for(side.language)
    return any(
        word in tables.row("times") or tables.has("times_words", word) for word in side.lower[span[0] : span[1] + 1]
    )


def _is_open(pair: AlignedPair, facts: tuple[Fact, Fact], spans: tuple[Range, Range]) -> bool:
    """Whether one date only opens or ends a time in which the other one lies: "after 1921" and "in 1925"."""
    left, right = period_of(str(facts[0].value)), period_of(str(facts[1].value))
    if left is None or right is None:
        return False
    bounds = _date_bound(pair.left, spans[0]), _date_bound(pair.right, spans[1])
    return bounds[0] != bounds[1] and (_takes_in(bounds[0], left, right) or _takes_in(bounds[1], right, left))


def _takes_in(bound: str, own: Period, other: Period) -> bool:
    return (bound == "since" and other.last >= own.first) or (bound == "until" and other.first <= own.last)


def _date_bound(side: AlignedSentence, span: Range) -> str:
    """Whether a word that opens or ends a time stands before a date, at most one word away."""
    tables = tables_for(side.language)
    for word in reversed(side.lower[max(0, span[0] - 2) : span[0]]):
        for bound in ("since", "until"):
            if tables.has(f"{bound}_words", word):
                return bound
    return ""


def _reported_figures(pair: AlignedPair, left: Range, right: Range) -> Features:
    """The day of an event and the day somebody spoke of it may differ."""
    reported = is_reported(pair.left, left), is_reported(pair.right, right)
    return {"reported": float(all(reported)), "one reported": float(reported[0] != reported[1])}


def _comparable(left: Fact, right: Fact) -> bool:
    return bool(
        same_measure(left, right) or (left.kind in MEASURES and right.kind in MEASURES and left.value == right.value)
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


def _is_near(left: Fact, right: Fact) -> bool:
    """Whether two figures of a market may be those of two hours."""
    one, other = measure(left), measure(right)
    return bool(one and other and abs(one[0] - other[0]) <= HOURLY * max(abs(one[0]), abs(other[0])))


def _value_figures(left: Fact, right: Fact) -> Features:
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


def _date_figures(left: Fact, right: Fact) -> Features:
    values = str(left.value), str(right.value)
    days = [granularity(value) for value in values]
    return {
        "same grain": float(days[0] == days[1] and len(values[0]) == len(values[1])),
        "weekday": float(any("WXX" in value for value in values)),
        "year": float(all(len(value) == 4 for value in values)),
    }


def market_terms(pair: AlignedPair) -> float:
    """Prices and indexes change all day: the same account an hour later has other figures."""
    words = tables_for(pair.left.language).lists.get("market_words", frozenset())
    lower = {word.lower() for side in pair.sides for word in side.words.texts}
    return float(min(3, len(words & lower)))
