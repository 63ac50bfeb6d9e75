"""Amounts at one place of a text: numbers with units, ranges, scores, ordinals, with the words that bound them.

Indexes count tokens.
"""

from dataclasses import replace

from storyreader.facts.modifiers import modified
from storyreader.facts.units import Amount, bare_degrees, measured
from storyreader.lexicon import (
    MARK,
    NUMBER,
    WORD,
    Number,
    Tables,
    Tokens,
    currency_codes,
    fraction_at,
    is_hyphen,
    number_at,
    plain_number,
    shared_pack,
)


def amount_at(tokens: Tokens, index: int, tables: Tables) -> Amount | None:
    """The amount whose number begins at a token, or None."""
    if in_a_word := _ordinal(tokens, index, tables) or _age_in_words(tokens, index, tables):
        return in_a_word
    between = tables.has("range_open", tokens.low(index))
    first = index + 1 if between else index
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
        joint = tokens.low(index)
        amount = replace(amount, start=index) if joint != "from" else amount
    if share is not None and amount.kind == "number":
        worded = number.end - number.start == 2 and tables.has("articles", tokens.low(number.start))
        quarter = amount.value == 0.25 and worded
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
    if (
        number.digits
        and tokens.touches(number.end)
        and tokens.kind(number.end) == WORD
        and not tokens.single(number.end)
    ):
        known = after in tables.row("units") or after in tables.row("currencies") or tables.has("percent", after)
        return number if known or after == "'s" or bare_degrees(tokens, number.end) else None
    return number


def _sign(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A currency sign or code in front of the number: its code and how many tokens it takes."""
    signs = shared_pack()["signs"]
    word = tokens.texts[index] if index < len(tokens) else ""
    if tokens.kind(index) == MARK and word in signs:
        return signs[word], 1
    joined = word + tokens.low(index + 1)
    if tokens.kind(index) == WORD and tokens.touches(index + 1):
        code = signs.get(joined.replace(".", "")) or signs.get(joined)
        if code:
            return code, 2
    code = currency_codes().get(word) if tokens.kind(index) == WORD else None
    size = 2 if tokens.low(index + 1) == "." and tokens.touches(index + 1) else 1
    return (code, size) if code and tokens.kind(index + size) == NUMBER else None


def _ranged(tokens: Tokens, number: Number, sign: tuple[str, int] | None, tables: Tables, between: bool) -> Amount:
    second = _second(tokens, number, tables, between)
    amount = measured(tokens, number, sign, tables)
    if second is None:
        return amount
    last = measured(tokens, second, sign, tables)
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
    # cents are told in another unit than written
    return replace(last, value=(low, second.value), start=amount.start) if last.value == second.value else amount


def _scale_of(number: Number, tokens: Tokens) -> int:
    """By how much scale words multiplied the digits: 1000000 for "3 million"; 0 when nothing did."""
    if not number.digits or number.end - number.start < 2 or number.value < 1000:
        return 0
    base = plain_number(tokens.texts[number.start], False)
    return round(number.value / base) if base else 0


def _second(tokens: Tokens, number: Number, tables: Tables, between: bool) -> Number | None:
    """The other end of a range: 10-15, 10 to 15, between 10 and 15."""
    joint = number.end
    unit_between = measured(tokens, number, None, tables).end if between else joint
    for place in {joint, unit_between}:
        word = tokens.low(place)
        dash = word in {"-", "–", "—", "‑"} and tokens.kind(place + 1) in {NUMBER, WORD, MARK}
        spoken = tables.has("range_joint", word)
        if spoken and not between and tables.has("only_between", word):
            continue
        if not dash and not spoken:
            continue
        sign = _sign(tokens, place + 1)
        following = number_at(tokens, place + 1 + (sign[1] if sign else 0), tables)
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


def _ordinal(tokens: Tokens, index: int, tables: Tables) -> Amount | None:
    if tokens.kind(index) == NUMBER:
        digits = tokens.texts[index].replace(",", "")
        suffix = tokens.touches(index + 1) and tables.has("ordinal_suffixes", tokens.low(index + 1))
        return Amount("ordinal", int(digits), index, index + 2, index) if suffix and digits.isdecimal() else None
    ordinals = tables.row("ordinals")
    value, end = ordinals.get(tokens.low(index)), index + 1
    if value is None and is_hyphen(tokens, index + 1) and tokens.low(index + 2) in ordinals and tables.language == "en":
        tens, units = tables.row("numbers").get(tokens.low(index), 0), ordinals[tokens.low(index + 2)]
        if tens >= 20 and units < 10:
            value, end = tens + units, index + 3
    named = tokens.capital(index) and tokens.capital(index + 1) and tokens.kind(index + 1) == WORD
    joined = is_hyphen(tokens, index - 1) and tokens.touches(index)
    if value is None or named or joined or _is_idiom(tokens, index, tables):
        return None
    return Amount("ordinal", value, index, end, index)


def _age_in_words(tokens: Tokens, index: int, tables: Tables) -> Amount | None:
    """Zwölfjährige."""
    years = tables.row("ages_in_words").get(tokens.low(index))
    return Amount("age", years, index, index + 1, index, "year") if years else None


def _is_idiom(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether an ordinal word counts nothing: "at first", "first of all"."""
    idioms = tables.lists.get("ordinal_not", frozenset())
    return any(tokens.phrase(start, start + size) in idioms for start in (index, index - 1) for size in (2, 3))


def _with_modifiers(tokens: Tokens, amount: Amount, number: Number, tables: Tables) -> Amount:
    if amount.kind in {"ordinal", "score"}:
        return amount
    around = modified(tokens, amount.start, amount.end, tables)
    if number.vague:
        return replace(amount, start=around.start, end=around.end, approx=True, bound=around.bound or "min")
    return replace(amount, start=around.start, end=around.end, approx=around.approx, bound=around.bound)
