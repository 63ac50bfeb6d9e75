"""Whether two values can both be true: rounding, bounds, totals and parts, dates inside periods. Pure functions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from storyreader.dates import dates_clash, period_of, stated, zone_offsets
from storyreader.fact import Fact
from storyreader.lexicon import shared_pack

MEASURES = frozenset({"number", "percent", "money", "quantity", "duration", "age", "ordinal", "score"})
ABOUT = 0.12
"""Two figures this close, relative to the larger, are one where one side says "about", or tells the other rounded in
another unit.
"""
CUT_OFF = 0.01
"""How much a figure may lose, relative to it, when its decimals are cut off and not rounded."""
LOOSE_BOUND = 0.35
"""How far behind a bound a figure may lie and still be what the bound speaks of."""


DAY, ZONES_APART = 24 * 60, 30
"""Minutes of a day, and the least minutes between two zones."""


@dataclass(frozen=True, slots=True)
class _Base:
    """The unit that another one is counted in: so many of it are one, after the nought has been shifted."""

    unit: str
    factor: float = 1.0
    shift: float = 0.0


@cache
def _base(unit: str | None) -> _Base:
    """What a unit is counted in, "mile/hour" part by part; itself where there is nothing."""
    known = shared_pack()["base_units"].get(unit or "")
    if known:
        return _Base(*known)
    if unit and "/" in unit:
        above, below = map(_base, unit.split("/", 1))
        return _Base(f"{above.unit}/{below.unit}", above.factor / below.factor)
    return _Base(unit or "")


def measure(fact: Fact) -> tuple[float, float] | None:
    """The lowest and highest figure a fact names, in base units; None for other facts."""
    if fact.kind not in MEASURES or isinstance(fact.value, str):
        return None
    base = _base(fact.unit)
    low, high = ((end + base.shift) * base.factor for end in _ends(fact))
    return low, high


def _ends(fact: Fact) -> tuple[float, float]:
    """The lowest and highest figure a fact names, in its own unit."""
    low, high = fact.value if isinstance(fact.value, tuple) else (fact.value, fact.value)
    return float(low), float(high)


def base_unit(fact: Fact) -> str:
    """What the figure counts in: a base unit, a currency, percent, or nothing."""
    return _base(fact.unit).unit


def same_measure(left: Fact, right: Fact) -> bool:
    """Whether two facts measure in comparable units."""
    if left.kind == right.kind == "date" or left.kind == right.kind == "time":
        return True
    if left.kind != right.kind:
        return False
    return base_unit(left) == base_unit(right)


def agree(left: Fact, right: Fact) -> bool:
    """Whether both facts can be true of the same thing."""
    if left.kind == "date" and right.kind == "date":
        return not dates_clash(*(stated(str(fact.value), fact.inferred) for fact in (left, right)))
    if left.kind == "time" and right.kind == "time":
        return _times_agree(left, right)
    if isinstance(left.value, str) or isinstance(right.value, str):
        return left.value == right.value
    one, other = measure(left), measure(right)
    if one is None or other is None:
        return False
    if left.kind == "score" or right.kind == "score":
        return _same_score(left, right)
    return _figures_agree(one, other, (left, right))


def confirms(left: Fact, right: Fact) -> bool:
    """Whether one fact repeats the other, exactly or more coarsely; a weekday without a week repeats no date."""
    if left.kind == "date" and right.kind == "date":
        values = str(left.value), str(right.value)
        if values[0] == values[1] or "WXX" in values[0] or "WXX" in values[1]:
            return values[0] == values[1]
        if dates_clash(*values):
            return False
        parts = zip(*(value.split("-") for value in values), strict=False)
        # a year confirms its decade
        decade = any(value.endswith("X") and not value.startswith("X") for value in values)
        return decade or any(one == other and "X" not in one for one, other in parts)
    return agree(left, right)


def moments(time: Fact) -> frozenset[int]:
    """When a time with a zone is, in minutes of the same day in UTC: before or after that day below 0 or above 1439.
    Empty without a zone, two where the zone tells no summer.
    """
    return frozenset(_clock(time) - offset for offset in zone_offsets(time.text))


def _clock(time: Fact) -> int:
    hours, minutes = str(time.value).split(":")
    return 60 * int(hours) + int(minutes)


def _times_agree(left: Fact, right: Fact) -> bool:
    """Whether two times can be one; one without a zone may be that of any zone."""
    one, other = moments(left), moments(right)
    if one and other:
        return any((mine - theirs) % DAY == 0 for mine in one for theirs in other)
    if one or other:
        open_clock = _clock(right if one else left)
        return any((moment - open_clock) % ZONES_APART == 0 for moment in one | other)
    return left.value == right.value


def _same_score(left: Fact, right: Fact) -> bool:
    values = [set(fact.value) if isinstance(fact.value, tuple) else {fact.value} for fact in (left, right)]
    return values[0] <= values[1] or values[1] <= values[0]


def _figures_agree(left: tuple[float, float], right: tuple[float, float], facts: tuple[Fact, Fact]) -> bool:
    if left[0] <= right[1] and right[0] <= left[1]:
        return True
    low, high = sorted((left, right))
    gap = (high[0] - low[1]) / max(abs(high[0]), abs(low[1]), 1e-9)
    loose = any(fact.approx and fact.bound is None for fact in facts)
    lower, higher = facts if low == left else (facts[1], facts[0])
    if gap <= ABOUT and (loose or _converted(lower, higher)):
        return True
    open_above = lower.bound == "min"
    # "up to ten" and "up to seven" name two limits, a floor may be passed by a higher floor
    open_below = higher.bound == "max" and lower.bound != "max" and gap <= LOOSE_BOUND
    return open_above or open_below or _rounded(low[1], high[0])


def _converted(lower: Fact, higher: Fact) -> bool:
    """Whether one figure is the other one in its own unit, rounded: 75 miles an hour and 121 km/h, 3 miles and 5 km."""
    if lower.unit == higher.unit:
        return False
    top, bottom = _ends(lower)[1], _ends(higher)[0]
    return _rounds_to(bottom, higher.unit, top, lower.unit) or _rounds_to(top, lower.unit, bottom, higher.unit)


def _rounds_to(figure: float, unit: str | None, short: float, other: str | None) -> bool:
    """Whether a figure told in another unit is rounded to the short one: at its last digit, or to fives there."""
    own, there = _base(unit), _base(other)
    told = (figure + own.shift) * own.factor / there.factor - there.shift
    step = _step(short)
    return abs(told - short) <= step / 2 * (5 if round(short / step) % 5 == 0 else 1)


def _step(value: float) -> float:
    """One at the last digit of a figure that is no rounding nought: 10 for 120, 0.1 for 3.6."""
    return float(10.0 ** (math.floor(math.log10(abs(value))) - _digits(value) + 1)) if value else 1.0


def _rounded(low: float, high: float) -> bool:
    """Whether one figure is the other one with fewer digits: 3.64 and 3.6, 1,626 and 1,600; 247.7 and 247, cut off."""
    for exact, short in ((low, high), (high, low)):
        if short == 0 or exact == 0 or abs(exact - short) > 0.06 * abs(exact):
            continue
        digits = _digits(short)
        # eighteen is not rounded to twenty, but 8.76 is to nine
        if digits >= _digits(exact) or (digits < 2 and abs(exact) < 20 and exact.is_integer()):
            continue
        scale = _step(short)
        cut_off = not exact.is_integer() and abs(exact - short) <= CUT_OFF * abs(exact)
        rounded = round(exact / scale) * scale, math.floor(exact / scale) * scale if cut_off else short + scale
        if any(math.isclose(value, short, rel_tol=1e-9) for value in rounded):
            return True
    return False


def _digits(value: float) -> int:
    """How many digits of a figure are not rounding noughts."""
    return len(f"{abs(value):.6f}".rstrip("0").rstrip(".").replace(".", "").lstrip("0").rstrip("0") or "0")


def is_total(figure: Fact, others: Sequence[Fact]) -> bool:
    """Whether a figure is the sum or difference of two figures of the other account, or the sum of all."""
    value = measure(figure)
    if value is None or value[0] != value[1]:
        return False
    numbers = [
        found[0] for fact in others if fact.kind == figure.kind and (found := measure(fact)) and found[0] == found[1]
    ]
    if len(numbers) < 2 or len(numbers) > 8:
        return False
    if math.isclose(sum(numbers), value[0]):
        return True
    pairs = [(one, two) for index, one in enumerate(numbers) for two in numbers[index + 1 :]]
    return any(math.isclose(one + two, value[0]) or math.isclose(abs(one - two), value[0]) for one, two in pairs)


def granularity(value: str) -> int:
    """Days a date value covers; 0 for an open one."""
    period = period_of(value)
    return (period.last - period.first).days + 1 if period else 0
