"""What stands behind a number and says what it measures: money, percent, ages, durations, units. Places are tokens."""

from collections.abc import Container
from dataclasses import dataclass, replace

from storyreader.fact import Bound, FactKind, FactValue
from storyreader.lexicon import MARK, NUMBER, WORD, Number, Tables, Tokens, currency_codes, is_hyphen, shared_pack

DEGREES = frozenset({"celsius", "fahrenheit", "degree"})
WARMEST = 150
_HEAT = frozenset({"temperature", "temperatures", "degrees", "cold", "heat", "thermometer", "frost"})
MINUS = frozenset("-−–")
OLDEST = 129
"""Years."""
_NEAR = 3
"""Tokens around "pounds" that tell whether they are a weight or money."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount from token `start` to token `end` (exclusive). `core` is where its number begins."""

    kind: FactKind
    value: FactValue
    start: int
    end: int
    core: int
    unit: str | None = None
    approx: bool = False
    bound: Bound | None = None


def is_of_figure(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word with a capital belongs to a figure: "Rs 500", "30 degrees Celsius"."""
    units = tables.row("units")
    degrees = tokens.low(index) in units and (
        tokens.low(index - 1) == "°" or tokens.phrase(index - 1, index + 1) in units
    )
    currency = tokens.texts[index] in currency_codes()
    return degrees or (currency and any(tokens.kind(at) == NUMBER for at in (index - 1, index + 1, index + 2)))


def measured(tokens: Tokens, number: Number, sign: tuple[str, int] | None, tables: Tables) -> Amount:
    """The number with the unit behind it."""
    plain = Amount("number", number.value, number.start, number.end, number.start)
    if sign:
        return replace(plain, kind="money", unit=sign[0])
    end = number.end
    hyphen = is_hyphen(tokens, end) and tokens.touches(end) and tokens.touches(end + 1)
    at = end + 1 if hyphen else end
    word = tokens.low(at)
    percent = _phrase(tokens, at, tables.lists.get("percent", frozenset()))
    if percent or word in {"%", "٪"}:
        is_point = tokens.low(at + 1) in {"point", "points"}
        if is_point:
            return replace(plain, kind="quantity", unit="percentage point", end=at + 2)
        return replace(plain, kind="percent", end=at + (percent or 1))
    return (
        _age(tokens, plain, at, tables)
        or _money(tokens, plain, at, tables)
        or _unit(tokens, plain, at, tables)
        or plain
    )


def _phrase(tokens: Tokens, index: int, phrases: Container[str]) -> int:
    """How many tokens the longest listed phrase at the place takes; 0 when there is none."""
    for size in (3, 2, 1):
        if index + size <= len(tokens) and tokens.phrase(index, index + size) in phrases:
            return size
    return 0


def _age(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    """44-year-old, 12 years old, aged 17, ", 33,"."""
    durations, ages = tables.row("durations"), tables.row("ages")
    unit = durations.get(tokens.low(at))
    cues = tables.lists.get("age_cues", ())
    cued = any(tokens.phrase(plain.start - size, plain.start) in cues for size in (1, 2, 3, 4))
    if unit and not isinstance(plain.value, tuple):
        old = at + 2 if is_hyphen(tokens, at + 1) else at + 1
        size = _phrase(tokens, old, ages)
        told = unit == "year" and (cued or _is_beside_name(tokens, plain.start, at + 1, tables))
        if size or told or tokens.low(old) == "olds":
            return replace(plain, kind="age", unit=unit, end=max(old + size if size else at + 1, at + 1))
    if isinstance(plain.value, int) and at > plain.end and tables.has("age_endings", tokens.low(at)):
        return replace(plain, kind="age", unit="year", end=at + 1)
    if unit or not isinstance(plain.value, int) or plain.value > OLDEST:
        return None
    beside = _is_beside_name(tokens, plain.start, plain.end, tables) or _is_told_of_person(tokens, plain, tables)
    if (cued and plain.end == plain.start + 1) or beside:
        return replace(plain, kind="age", unit="year")
    return None


def _is_told_of_person(tokens: Tokens, plain: Amount, tables: Tables) -> bool:
    """Whether a figure alone is told of a person: "who was 39,", "she turned 39 in May"."""
    behind = tokens.low(plain.end)
    ends = tokens.kind(plain.end) in {MARK, ""} or any(
        tables.has(listed, behind) for listed in ("clause_words", "date_prepositions")
    )
    person = tokens.low(plain.start - 2)
    told = tables.has("age_verbs", tokens.low(plain.start - 1))
    return told and ends and (person == "who" or tables.has("person_pronouns", person))


def _is_beside_name(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether a figure stands between commas behind a name or "the actress", or in brackets behind a name of two words:
    "Rossel, 47, of Dasse", "Rossel, de 47 años, dijo", "Anna Rossel (47)".
    """
    start -= tables.has("age_frames", tokens.low(start - 1))
    opened, closed = tokens.low(start - 1), tokens.low(end)
    last = start - 3 if tokens.low(start - 2) == "." else start - 2
    word = tokens.low(last)
    listed = tokens.kind(end + 1) == NUMBER or tables.has("places", word)
    if listed or any(word in tables.row(name) for name in ("months", "weekdays")):
        return False
    if opened == "(":
        return closed == ")" and tokens.capital(last) and tokens.capital(last - 1)
    described = tokens.kind(last) == WORD and any(tables.has("determiners", tokens.low(last - at)) for at in (1, 2))
    return opened == "," and closed in {",", ";", "."} and (tokens.capital(last) or described)


def _money(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    of = 1 if tables.has("money_of", tokens.low(at)) else 0
    currencies = tables.row("currencies")
    size = _phrase(tokens, at + of, currencies)
    if size and not isinstance(plain.value, tuple):
        if size == 1 and _weighs(tokens, at, tables):
            return replace(plain, kind="quantity", unit="pound", end=at + size)
        return replace(plain, kind="money", unit=currencies[tokens.phrase(at + of, at + of + size)], end=at + of + size)
    cents = tables.row("cents").get(tokens.low(at))
    if cents and isinstance(plain.value, int | float):
        return replace(plain, kind="money", value=round(plain.value / 100, 4), unit=cents, end=at + 1)
    word = tokens.texts[at] if at < len(tokens) else ""
    signs = shared_pack()["signs"]
    if word in signs and tokens.kind(at) == MARK:
        return replace(plain, kind="money", unit=signs[word], end=at + 1)
    code = currency_codes().get(word) if tokens.kind(at) == WORD else None
    return replace(plain, kind="money", unit=code, end=at + 1) if code else None


def _weighs(tokens: Tokens, at: int, tables: Tables) -> bool:
    """Whether pounds are a weight: "44,000 pounds of grain", not "of public money", "of debt"."""
    if tokens.low(at) != "pounds":
        return False
    near = tokens.lower[at + 2 : at + 2 + _NEAR]
    heavy = tables.has("of", tokens.low(at + 1)) and not any(tables.has("sums", word) for word in near)
    return heavy or any(tables.has("weighing", word) for word in tokens.lower[max(0, at - _NEAR) : at])


def _unit(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    durations, units = tables.row("durations"), tables.row("units")
    if tables.has("unit_of", tokens.low(at)) and tokens.low(at + 1) in units:
        at += 1
    word = tokens.low(at)
    if word in durations:
        return replace(plain, kind="duration", unit=durations[word], end=at + 1)
    if word == "°":
        joined = units.get("°" + tokens.low(at + 1))
        found = replace(plain, kind="quantity", unit=joined or "degree", end=at + (2 if joined else 1))
        return _degrees(tokens, found, tables)
    if scale := bare_degrees(tokens, at):
        return _degrees(tokens, replace(plain, kind="quantity", unit=scale, end=at + 1), tables)
    size = _phrase(tokens, at, units)
    rate = tokens.low(at + 1) == "/"
    bound = tokens.touches(at) or tables.comma_decimal or rate or _ends_phrase(tokens, at + 1, tables)
    if not size or (len(word) == 1 and (not bound or tokens.texts[at].isupper())):
        return None
    unit, end = units[tokens.phrase(at, at + size)], at + size
    if unit in DEGREES:
        return _degrees(tokens, replace(plain, kind="quantity", unit=unit, end=end), tables)
    per = _per(tokens, end, tables)
    return replace(plain, kind="quantity", unit=f"{unit}/{per[0]}" if per else unit, end=per[1] if per else end)


def _ends_phrase(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether nothing that could be counted follows a letter: "3,048 m.", "5 m from the road", not "5 m people"."""
    return tokens.kind(index) in {MARK, ""} or tables.has("prepositions", tokens.low(index))


def bare_degrees(tokens: Tokens, index: int) -> str:
    """The scale of degrees told by a letter that touches two or three digits, as in "38C"; one where the text speaks of
    heat or cold; empty for "5C", "747F".
    """
    if not 0 < index < len(tokens):
        return ""
    text, before = tokens.texts[index], tokens.texts[index - 1]
    told = len(before) > 1 or not _HEAT.isdisjoint(tokens.lower)
    warm = before.isdigit() and told and int(before) <= WARMEST
    return {"C": "celsius", "F": "fahrenheit"}.get(text, "") if warm and tokens.touches(index) else ""


def _degrees(tokens: Tokens, found: Amount, tables: Tables) -> Amount:
    """A temperature, below nought where "minus" or a sign stands before it."""
    before = found.start - 1
    sign = tokens.low(before) in MINUS and not tokens.touches(before) and tokens.touches(found.start)
    if isinstance(found.value, tuple | str) or not (sign or tables.has("minus", tokens.low(before))):
        return found
    return replace(found, value=-found.value, start=before)


def _per(tokens: Tokens, end: int, tables: Tables) -> tuple[str, int] | None:
    """The unit of time behind a unit, "miles an hour", "m/s", and the place behind it."""
    size = _phrase(tokens, end, tables.lists.get("per", ()))
    if not size:
        return None
    word, short = tokens.low(end + size), shared_pack()["time_symbols"]
    below = tables.row("durations").get(word) or short.get(word)
    # "ten tons a day" is a rate, "ten tons a year" mostly a total of a year
    rate = below in {"hour", "second", "minute"} or (below and tokens.low(end) == "per")
    return (below, end + size + 1) if rate else None
