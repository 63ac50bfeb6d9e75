"""Numbers in digits and words, at one place of a text, with no unit yet. Indexes count tokens."""

import re
from dataclasses import dataclass

from storyreader.lexicon.number_digits import plain_number
from storyreader.lexicon.packs import currency_codes, shared_pack
from storyreader.lexicon.tokens import MARK, NUMBER, WORD, Tokens
from storyreader.lexicon.word_tables import Tables

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_HYPHENS = frozenset("-‐‑–")
_PAUSES = frozenset('.,;:!?)”"»')


@dataclass(frozen=True, slots=True)
class Number:
    """A number from token `start` to token `end` (exclusive). `digits`: written in digits; `vague`: "dozens"."""

    value: float | int
    start: int
    end: int
    digits: bool = False
    vague: bool = False
    whole: bool = True


def is_hyphen(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen stands at the place, joined to what is before it."""
    return tokens.low(index) in _HYPHENS


def number_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """The longest number that begins at a token, or None."""
    if tokens.kind(index) == NUMBER:
        return _digits_at(tokens, index, tables)
    word = tokens.lower[index] if tokens.kind(index) == WORD else ""
    if word in _FRACTIONS:
        return Number(_FRACTIONS[word], index, index + 1, whole=False)
    if word in tables.row("times") or word in tables.row("vague"):
        return _times_at(tokens, index, tables) if word in tables.row("times") else _vague_at(tokens, index, tables)
    if tables.has("articles", word):
        return _article_at(tokens, index, tables)
    if word in tables.row("numbers") or (word in tables.row("scales") and tables.language != "en"):
        return _words_at(tokens, index, tables)
    return None


def _digits_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    if _is_code(tokens, index):
        return None
    text = tokens.texts[index]
    begins = tokens.low(index - 1) == "." and tokens.touches(index) and not tokens.touches(index - 1)
    value = plain_number(text, tables.comma_decimal)
    if value is None or (len(text) > 1 and text[0] == "0" and text.isdigit() and not begins):
        return None
    end = index + 1
    if begins and text.isdigit():
        # ".20 parts" has lost its nought
        value = float(f"0.{text}")
    # French, Spanish and Russian write 12 000 with a space
    while (
        tables.comma_decimal
        and isinstance(value, int)
        and tokens.kind(end) == NUMBER
        and re.fullmatch(r"\d{3}", tokens.texts[end])
        and re.fullmatch(r"\d{1,3}", tokens.texts[end - 1])
        and tokens.starts[end] == tokens.ends[end - 1] + 1
    ):
        value = value * 1000 + int(tokens.texts[end])
        end += 1
    if tokens.low(end) in _FRACTIONS and tokens.touches(end):
        value, end = value + _FRACTIONS[tokens.low(end)], end + 1
    elif half := _behind_half(tokens, end, tables):
        value, end = value + 0.5, half
    value, end = _scaled(tokens, end, value, tables)
    return Number(_tidy(value), index, end, digits=True)


def _is_code(tokens: Tokens, index: int) -> bool:
    """Whether digits belong to a name such as F-16, G7, COVID-19."""
    if not tokens.touches(index) or tokens.single(index - 1):
        return False
    before = tokens.kind(index - 1)
    if before == WORD:
        # "US$5" has a sign between; a word that touches the digits makes them a code, unless it is money: "Rs500"
        return tokens.texts[index - 1] not in currency_codes()
    if is_hyphen(tokens, index - 1) and tokens.touches(index - 1) and tokens.kind(index - 2) == WORD:
        word = tokens.texts[index - 2]
        return not word.islower()
    return (
        tokens.low(index - 1) in {"/", "_", "#", "№"} and tokens.touches(index - 1) and tokens.kind(index - 2) == WORD
    )


_LARGEST = 10**15
"""From here on scale words are no longer multiplied: "million million million" is nothing that anybody counted."""


def _scaled(tokens: Tokens, end: int, value: float, tables: Tables) -> tuple[float, int]:
    """Multiply by the scale words that follow: million, bn."""
    while True:
        gap = end + 1 if is_hyphen(tokens, end) and tokens.touches(end) and tokens.touches(end + 1) else end
        word = tokens.low(gap)
        if word in tables.row("scales") and value < _LARGEST:
            value, end = value * tables.row("scales")[word], gap + 1
            end += _dot(tokens, end, word)
            continue
        short = tables.row("short_scales").get(word)
        if word == "mm" and tokens.texts[gap] == "MM" and end > 1 and tokens.texts[end - 2] in shared_pack()["signs"]:
            short = 1_000_000  # "$200MM", but "5 mm", "35 MM"
        if short and gap == end and tokens.kind(end) == WORD and (tokens.touches(end) or len(word) > 1):
            # "5m people" has a scale, "5 m" is a length
            return value * short, end + 1 + _dot(tokens, end + 1, word)
        return value, end


def _dot(tokens: Tokens, index: int, word: str) -> int:
    """One for the full stop of an abbreviation inside the sentence: "млн.", "Mio."."""
    short = word in {"mio", "mrd", "млн", "млрд", "трлн", "тыс"}
    return int(short and tokens.low(index) == "." and tokens.kind(index + 1) == WORD and not tokens.capital(index + 1))


def _tidy(value: float) -> float | int:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 1e18 else rounded


def _vague_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """Dozens, hundreds, tens of thousands: a floor, not a count."""
    vague = tables.row("vague")
    value, end = vague[tokens.lower[index]], index + 1
    first = value
    while tables.has("of", tokens.low(end)) and tokens.low(end + 1) in vague:
        value, end = value * vague[tokens.low(end + 1)], end + 2
    if first in {10, 20} and end == index + 1:
        return None
    return Number(value, index, end, vague=True)


def _times_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """Twice is two times; "twice as many" is no count."""
    if tables.has("times_not_before", tokens.low(index + 1)) or is_hyphen(tokens, index + 1):
        return None
    return Number(tables.row("times")[tokens.lower[index]], index, index + 1)


def _article_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """A dozen, a hundred, a million."""
    scale = tables.row("scales").get(tokens.low(index + 1))
    if scale is None:
        return None
    value, end = _scaled(tokens, index + 2, scale, tables)
    return Number(_tidy(value), index, end)


def _words_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    numbers, scales = tables.row("numbers"), tables.row("scales")
    total, current, end = 0, 0, index
    cursor = index
    while tokens.kind(cursor) == WORD:
        word = tokens.lower[cursor]
        value = numbers.get(word)
        if value is not None and _fits(current, value, tables):
            current = 80 if (current, value) == (4, 20) and tables.language == "fr" else current + value
        elif word in scales and (cursor == index or end > index):
            scale = scales[word]
            if scale >= 1000:
                total, current = total + max(1, current) * scale, 0
            elif current >= scale:  # "two hundred two hundred" are two numbers
                break
            else:
                current = max(1, current) * scale
        else:
            break
        end = cursor + 1
        cursor = _next_word(tokens, end, tables)
    total += current
    if end == index or (total == 0 and tokens.lower[index] != "zero"):
        return None
    if half := _behind_half(tokens, end, tables):
        value, end = _scaled(tokens, half, total + 0.5, tables)
        return Number(_tidy(value), index, end)
    return Number(total, index, end)


def _behind_half(tokens: Tokens, index: int, tables: Tables) -> int:
    """The place behind "and a half", with hyphens between or not; 0 when it does not stand there."""
    phrases = tables.lists.get("halves", ())
    ends = (_behind(tokens, index, phrase.split(), hyphen_last=False) for phrase in phrases)
    return max(ends, default=0)


def _fits(current: int, value: int, tables: Tables) -> bool:
    """Whether a word goes on with the number before it: "twenty" "one", "hundred" "five"."""
    if current == 0:
        return True
    if tables.language == "fr" and ((current in {60, 80} and value < 20) or (current == 4 and value == 20)):
        return True
    if current % 100 == 0:
        return value < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def _next_word(tokens: Tokens, end: int, tables: Tables) -> int:
    """Where the next word of a number may stand: behind a hyphen or a joining word."""
    known = tables.row("numbers")
    if is_hyphen(tokens, end) and tokens.touches(end) and tokens.touches(end + 1):
        return end + 1
    joint = tables.has("joiners", tokens.low(end))
    if joint and tokens.low(end + 1) in known and tokens.low(end - 1) not in _joined_only_after(tables):
        last, following = known.get(tokens.low(end - 1), 100), known[tokens.low(end + 1)]
        wanted = last >= 100 if tables.language == "en" else last >= 20
        if wanted and following < 100 and (last >= 100 or following < 10):
            return end + 1
    return end if tokens.kind(end) == WORD else len(tokens)


def _joined_only_after(tables: Tables) -> frozenset[str]:
    return tables.lists.get("joined_not_after", frozenset())


def fraction_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """Half of, two-thirds, a quarter of, one in five."""
    halves = tables.row("half")
    word = tokens.low(index)
    if halves.get(word) == 0.5:
        return _half_at(tokens, index, tables)
    if tables.has("articles", word) and tokens.low(index + 1) in halves and tables.has("of", tokens.low(index + 2)):
        return Number(halves[tokens.low(index + 1)], index, index + 2, whole=False)
    first = number_at(tokens, index, tables) or _one_alone(tokens, index, tables)
    if first is None:
        return None
    end = first.end + (1 if is_hyphen(tokens, first.end) else 0)
    share = halves.get(tokens.low(end))
    if first.value == 1 and share == 0.5 and tables.has("of", tokens.low(end + 1)):
        return Number(0.5, index, end + 1, whole=False)
    if share and (first.value > 1) == (tokens.low(end)[-1] == "s") and first.value < 100 and share < 0.5:
        follows = tables.has("of", tokens.low(end + 1)) or end > first.end
        return (
            Number(round(first.value * share, 10), index, end + 1, whole=False) if follows or first.value > 1 else None
        )
    return _one_in_five(tokens, first, tables)


def _one_alone(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    """An article that is a numeral too: "une sur quatre"."""
    value = tables.row("numbers").get(tokens.low(index)) if tables.has("articles", tokens.low(index)) else None
    return Number(value, index, index + 1) if value else None


def _half_at(tokens: Tokens, index: int, tables: Tables) -> Number | None:
    following = tokens.low(index + 1)
    if tables.has("half_not_after", tokens.low(index - 1)):
        return None
    scaled = number_at(tokens, index + 1, tables)
    if scaled and tables.has("articles", following):
        return Number(_tidy(scaled.value / 2), index, scaled.end)
    if tables.has("half_before", following):
        return Number(0.5, index, index + 1, whole=False)
    return None


def _one_in_five(tokens: Tokens, first: Number, tables: Tables) -> Number | None:
    """One in five, one-in-five, one of every five; "un alumno de cada cinco" where a noun may stand between."""
    for name, gap in (("in_ten", 0), ("in_ten_behind_noun", 1)):
        for phrase in tables.lists.get(name, ()):
            end = _behind(tokens, first.end + gap, phrase.split())
            second = number_at(tokens, end, tables) if end else None
            if second and _is_share(tokens, first, second, tables):
                return Number(round(first.value / second.value, 6), first.start, second.end, whole=False)
    return None


def _behind(tokens: Tokens, index: int, words: list[str], *, hyphen_last: bool = True) -> int:
    """The place behind some words, with hyphens between them or not and one behind the last if there is; 0 when they do
    not stand there.
    """
    for word in words:
        index += is_hyphen(tokens, index)
        if tokens.low(index) != word:
            return 0
        index += 1
    return index + (hyphen_last and is_hyphen(tokens, index))


def _is_share(tokens: Tokens, first: Number, second: Number, tables: Tables) -> bool:
    """Whether two figures make a share: not "one in 2019", "one in three weeks", "two in 5%"."""
    if not 1 <= first.value < second.value or (second.digits and 1000 < second.value < 10_000):
        return False
    after = tokens.low(second.end)
    if tokens.kind(second.end) == MARK and after not in _PAUSES:
        return False
    return not (after in tables.row("durations") or after in tables.row("months") or after in tables.row("units"))
