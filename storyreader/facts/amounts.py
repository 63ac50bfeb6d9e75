"""Numbers with what they count or measure: money, percentages, quantities, durations, ages, ranges, scores, ordinals.

Places count tokens.
"""

from dataclasses import dataclass, replace

from storyreader.fact import Bound, FactKind, FactValue
from storyreader.facts.modifiers import modified
from storyreader.facts.number_words import Number, fraction_at, is_hyphen, number_at
from storyreader.facts.tables import Tables, shared_tables
from storyreader.facts.tokens import MARK, NUMBER, WORD, Tokens


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


def amount_at(tokens: Tokens, place: int, tables: Tables) -> Amount | None:
    """The amount whose number begins at a token, or None."""
    ordinal = _ordinal(tokens, place, tables)
    if ordinal:
        return ordinal
    between = tables.has("range_open", tokens.low(place))
    first = place + 1 if between else place
    sign = _sign(tokens, first)
    start = first + sign[1] if sign else first
    share = None if sign else fraction_at(tokens, first, tables)
    number = share or number_at(tokens, start, tables)
    if number is None:
        return None
    if not sign and not between:
        plain = _plain_one(tokens, number, tables)
        if plain is None:
            return None
    amount = _ranged(tokens, number, sign, tables, between)
    if (
        amount.kind == "number"
        and isinstance(amount.value, tuple)
        and min(amount.value) >= 1900
        and amount.value[1] < 2100
    ):
        return None
    if between and not isinstance(amount.value, tuple):
        return None
    amount = replace(amount, start=first if sign else amount.start, core=number.start)
    if between:
        joint = tokens.low(place)
        amount = replace(amount, start=place) if joint not in {"from"} else amount
    if share is not None and amount.kind == "number":
        quarter = amount.value == 0.25 and tables.has("articles", tokens.low(number.start))
        amount = replace(amount, kind="percent", value=25) if quarter else amount
    return _with_modifiers(tokens, amount, number, tables)


def _plain_one(tokens: Tokens, number: Number, tables: Tables) -> Number | None:
    """The number itself; None for "one" as a pronoun, for designators such as "Flight 370", for list marks."""
    before, after = tokens.low(number.start - 1), tokens.low(number.end)
    if number.value == 1 and not number.digits:
        if tables.language != "en":
            known = after in tables.row("durations") or after in tables.row("units") or after in tables.row("scales")
            return number if known and tables.has("one_counts", tokens.low(number.start)) else None
        loose = tables.has("one_not_after", before) or tables.has("one_not_before", after)
        if loose or tokens.kind(number.end) != WORD or tokens.capital(number.end):
            return None
    if number.digits and tokens.kind(number.start - 1) == WORD:
        named = tokens.capital(number.start - 1)
        designated = tables.has("designators", before) and (named or not tables.has("count_nouns", after))
        counts = after in tables.row("durations") or after in tables.row("units") or tables.has("percent", after)
        if designated and not counts and number.end == number.start + 1:
            return None
        month = before in tables.row("months") or before in tables.row("weekdays")
        if named and not month and number.start > 1 and tokens.capital(number.end) and number.end == number.start + 1:
            return None
    if number.digits and tokens.touches(number.end) and tokens.kind(number.end) == WORD:
        known = after in tables.row("units") or after in tables.row("currencies") or tables.has("percent", after)
        return number if known or after in {"'s"} else None
    return number


def _sign(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A currency sign or code in front of the number: its code and how many tokens it takes."""
    signs = shared_tables()["signs"]
    word = tokens.texts[place] if place < len(tokens) else ""
    if tokens.kind(place) == MARK and word in signs:
        return signs[word], 1
    joined = word + tokens.low(place + 1)
    if tokens.kind(place) == WORD and tokens.touches(place + 1):
        code = signs.get(joined.replace(".", "")) or signs.get(joined)
        if code:
            return code, 2
    if tokens.kind(place) == WORD and word in shared_tables()["codes"].split() and tokens.kind(place + 1) == NUMBER:
        return word, 1
    return None


def _ranged(tokens: Tokens, number: Number, sign: tuple[str, int] | None, tables: Tables, between: bool) -> Amount:
    second = _second(tokens, number, tables, between)
    amount = _measured(tokens, number, sign, tables)
    if second is None:
        return amount
    last = _measured(tokens, second, sign, tables)
    if last.kind != "number" and amount.kind not in {last.kind, "number"}:
        return amount
    if second.value <= number.value and sign is None and last.kind == "number" and not between:
        return _score(tokens, number, second, tables) or amount
    low = number.value
    if last.value and low < second.value and _scale_of(second, tokens) and low < 1000:
        # "2 to 3 million" means millions on both sides
        low = low * _scale_of(second, tokens)
    if sign is None and last.kind == "number" and _score(tokens, number, second, tables):
        return _score(tokens, number, second, tables) or amount
    if low >= second.value:
        return amount
    factor = last.value / second.value if isinstance(last.value, int | float) and second.value else 1
    return replace(last, value=(low * factor, last.value), start=amount.start) if factor == 1 else amount


def _scale_of(number: Number, tokens: Tokens) -> int:
    """By how much scale words multiplied the digits: 1000000 for "3 million"; 0 when nothing did."""
    if not number.digits or number.end - number.start < 2 or number.value < 1000:
        return 0
    from storyreader.facts.number_words import plain_number

    base = plain_number(tokens.texts[number.start], False)
    return round(number.value / base) if base else 0


def _second(tokens: Tokens, number: Number, tables: Tables, between: bool) -> Number | None:
    """The other end of a range: 10-15, 10 to 15, between 10 and 15."""
    joint = number.end
    unit_between = _measured(tokens, number, None, tables).end if between else joint
    for place in {joint, unit_between}:
        word = tokens.low(place)
        dash = word in {"-", "–", "—", "‑"} and tokens.kind(place + 1) in {NUMBER, WORD, MARK}
        spoken = tables.has("range_joint", word)
        if spoken and not between and tables.has("only_between", word):
            continue
        if not dash and not spoken:
            continue
        skip = 1 if tokens.low(place + 1) in shared_tables()["signs"] else 0
        following = number_at(tokens, place + 1 + skip, tables)
        if following and following.digits == number.digits and not following.vague and not number.vague:
            if dash and not tokens.touches(place + 1):
                continue
            return following
    return None


def _score(tokens: Tokens, first: Number, second: Number, tables: Tables) -> Amount | None:
    """A result such as 51-49 or 3-1: the larger first, or words of winning and voting nearby."""
    small = isinstance(first.value, int) and isinstance(second.value, int) and 0 <= second.value <= 999
    joined = first.end + 1 == second.start and tokens.low(first.end) in {"-", "–", "‑", "—", "to"}
    if not small or not joined or not first.digits or first.value > 999:
        return None
    cues = tables.lists.get("score_cues", frozenset())
    near = tokens.lower[max(0, first.start - 5) : first.start] + tokens.lower[second.end : second.end + 3]
    cued = not cues.isdisjoint(near)
    if first.value < second.value and not cued:
        return None
    if not cued and tokens.low(first.end) == "to":
        return None
    return Amount("score", (first.value, second.value), first.start, second.end, first.start)


def _measured(tokens: Tokens, number: Number, sign: tuple[str, int] | None, tables: Tables) -> Amount:
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


def _phrase(tokens: Tokens, place: int, phrases: "frozenset[str] | dict[str, object]") -> int:
    """How many tokens the longest listed phrase at the place takes; 0 when there is none."""
    for size in (3, 2, 1):
        if place + size <= len(tokens) and tokens.phrase(place, place + size) in phrases:
            return size
    return 0


def _age(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    """44-year-old, 12 years old, aged 17, ", 33,"."""
    durations, ages = tables.row("durations"), tables.row("ages")
    unit = durations.get(tokens.low(at))
    if unit and not isinstance(plain.value, tuple):
        old = at + 2 if is_hyphen(tokens, at + 1) else at + 1
        size = _phrase(tokens, old, ages)
        if size or tokens.low(old) in {"olds"} or _age_frame(tokens, plain, at, tables):
            return replace(plain, kind="age", unit=unit, end=max(old + size if size else at + 1, at + 1))
    cued = any(
        tokens.phrase(plain.start - size, plain.start) in tables.lists.get("age_cues", ()) for size in (1, 2, 3, 4)
    )
    if cued and not unit and isinstance(plain.value, int) and plain.value < 130 and plain.end == plain.start + 1:
        return replace(plain, kind="age", unit="year")
    return None


def _age_frame(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> bool:
    """Languages that say "de 71 años" behind a name or a comma."""
    frame = tables.lists.get("age_frames", frozenset())
    before = tokens.phrase(plain.start - 2, plain.start)
    return bool(frame) and before in frame and tokens.low(at + 1) in {",", ".", ")", ""}


def _money(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    of = 1 if tables.has("money_of", tokens.low(at)) else 0
    currencies = tables.row("currencies")
    size = _phrase(tokens, at + of, currencies)
    if size and not isinstance(plain.value, tuple):
        weighed = tables.has("weighed", tokens.low(at + size)) and tokens.low(at) == "pounds"
        if weighed:
            return replace(plain, kind="quantity", unit="pound", end=at + size)
        return replace(plain, kind="money", unit=currencies[tokens.phrase(at + of, at + of + size)], end=at + of + size)
    cents = tables.row("cents").get(tokens.low(at))
    if cents and isinstance(plain.value, int | float):
        return replace(plain, kind="money", value=round(plain.value / 100, 4), unit=cents, end=at + 1)
    word = tokens.texts[at] if at < len(tokens) else ""
    signs = shared_tables()["signs"]
    if word in signs and tokens.kind(at) == MARK:
        return replace(plain, kind="money", unit=signs[word], end=at + 1)
    if tokens.kind(at) == WORD and word in shared_tables()["codes"].split():
        return replace(plain, kind="money", unit=word, end=at + 1)
    return None


def _unit(tokens: Tokens, plain: Amount, at: int, tables: Tables) -> Amount | None:
    durations, units = tables.row("durations"), tables.row("units")
    of = 1 if tables.has("unit_of", tokens.low(at)) and tokens.low(at + 1) in units else 0
    at += of
    word = tokens.low(at)
    if not word:
        return None
    if word in durations:
        return replace(plain, kind="duration", unit=durations[word], end=at + 1)
    if word in {"°"}:
        joined = units.get("°" + tokens.low(at + 1))
        return replace(plain, kind="quantity", unit=joined or "degree", end=at + (2 if joined else 1))
    size = _phrase(tokens, at, units)
    if not size:
        return None
    if len(word) == 1 and (tokens.texts[at].isupper() or not (tokens.touches(at) or tables.comma_decimal)):
        return None
    unit, end = units[tokens.phrase(at, at + size)], at + size
    if tables.has("per", tokens.low(end)):
        below = durations.get(tokens.low(end + 1)) or {"h": "hour", "s": "second", "std": "hour", "ч": "hour"}.get(
            tokens.low(end + 1)
        )
        if below in {"hour", "second", "minute"} or (below and tokens.low(end) == "per"):
            return replace(plain, kind="quantity", unit=f"{unit}/{below}", end=end + 2)
    return replace(plain, kind="quantity", unit=unit, end=end)


def _ordinal(tokens: Tokens, place: int, tables: Tables) -> Amount | None:
    if tokens.kind(place) == NUMBER:
        suffix = tokens.touches(place + 1) and tables.has("ordinal_suffixes", tokens.low(place + 1))
        if not suffix or not tokens.texts[place].replace(",", "").isdecimal():
            return None
        value = int(tokens.texts[place].replace(",", ""))
        return Amount("ordinal", value, place, place + 2, place)
    ordinals = tables.row("ordinals")
    word = tokens.low(place)
    value = ordinals.get(word)
    end = place + 1
    if value is None and is_hyphen(tokens, place + 1) and tokens.low(place + 2) in ordinals and tables.language == "en":
        tens, units = tables.row("numbers").get(word, 0), ordinals[tokens.low(place + 2)]
        if tens >= 20 and units < 10:
            value, end = tens + units, place + 3
    if value is None or (tokens.capital(place) and tokens.capital(place + 1) and tokens.kind(place + 1) == WORD):
        return None
    if is_hyphen(tokens, place - 1) and tokens.touches(place):
        return None
    excluded = tables.lists.get("ordinal_not", frozenset())
    for before in (0, 1):
        for size in (2, 3):
            if tokens.phrase(place - before, place - before + size) in excluded:
                return None
    return Amount("ordinal", value, place, end, place)


def _with_modifiers(tokens: Tokens, amount: Amount, number: Number, tables: Tables) -> Amount:
    if amount.kind in {"ordinal", "score"}:
        return amount
    around = modified(tokens, amount.start, amount.end, tables)
    if number.vague:
        return replace(amount, start=around.start, end=around.end, approx=True, bound=around.bound or "min")
    return replace(amount, start=around.start, end=around.end, approx=around.approx, bound=around.bound)
