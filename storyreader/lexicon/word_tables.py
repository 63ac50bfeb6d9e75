"""The word tables of each language, made once from its pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from storyreader.lexicon.packs import neighbour, pack, shared_pack

FALLBACK = "en"
MOST_YEARS = 110
"""Up to which ages are read in words."""
MOST_PHRASE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of one language. `rows` are tables by word, `lists` sets of words or phrases; all lower case. Values
    begin with `starters`; `behind_the` are the second words of those whose first one is "the".
    """

    language: str
    comma_decimal: bool
    rows: dict[str, dict[str, Any]]
    lists: dict[str, frozenset[str]]
    starters: frozenset[str]
    behind_the: frozenset[str]

    def row(self, name: str) -> dict[str, Any]:
        """A table by word; empty when the language has none."""
        return self.rows.get(name, _EMPTY)

    def has(self, name: str, word: str) -> bool:
        """Whether a list holds a word."""
        return word in self.lists.get(name, _NOTHING)

    def places(self, name: str, words: Sequence[str]) -> list[int]:
        """Where words stand that a list holds."""
        listed = self.lists.get(name, _NOTHING)
        return [] if listed.isdisjoint(words) else [place for place, word in enumerate(words) if word in listed]


_EMPTY: dict[str, Any] = {}
_NOTHING: frozenset[str] = frozenset()
_STARTING_ROWS = (
    "numbers", "scales", "vague", "half", "ordinals", "months", "weekdays", "seasons", "relative", "noon",
    "ago_before", "periods", "times", "ages_in_words",
)  # fmt: skip
_STARTING_LISTS = ("articles", "range_open", "year_end")


@cache
def tables_for(language: str | None) -> Tables:
    """The tables of a language, else of its neighbour; English for those that have neither."""
    own = language or FALLBACK
    code = next((code for code in (own, neighbour(own)) if "facts" in pack(code)), FALLBACK)
    raw: Mapping[str, Any] = pack(code)["facts"]
    rows = {name: dict(value) for name, value in raw.items() if isinstance(value, dict)}
    rows["units"] = shared_pack()["units"] | rows.get("units", {})
    if code == "de":
        rows["numbers"] = _german_numbers(rows["numbers"]) | rows["numbers"]
        rows["ages_in_words"] = _german_ages(rows["numbers"])
    lists = {
        name: frozenset(part.strip() for part in value.split(",")) if "," in value else frozenset(value.split())
        for name, value in raw.items()
        if isinstance(value, str)
    }
    starters = {word.split()[0] for name in _STARTING_ROWS for word in rows.get(name, ())}
    starters |= {word.split()[0] for name in _STARTING_LISTS for word in lists.get(name, ())}
    starters |= {word.split()[0] for word in rows.get("days", ())}
    starters |= set(shared_pack()["signs"]) | {sign[:-1].lower() for sign in shared_pack()["signs"] if len(sign) > 1}
    starters |= {word.lower() for word in (*shared_pack()["codes"].split(), *shared_pack()["currency_words"])}
    behind_the = {word.split()[1] for word in rows.get("days", ()) if word.startswith("the ")}
    return Tables(code, bool(raw.get("comma_decimal")), rows, lists, frozenset(starters), frozenset(behind_the))


def _german_numbers(units: dict[str, int]) -> dict[str, int]:
    """German writes numbers as one word: all from 21 to 999, and round thousands."""
    below = {value: word for word, value in units.items() if 1 < value < 10 and word != "zwo"}
    below[1] = "ein"
    small = {value: word for word, value in units.items() if 9 < value < 20}
    tens = {value: word for word, value in units.items() if value in range(20, 100, 10)}
    words = small | tens | below
    for ten, word in tens.items():
        words.update({ten + unit: f"{below[unit]}und{word}" for unit in range(1, 10)})
    result = {word: value for value, word in words.items() if value > 1}
    for hundred in range(1, 10):
        for prefix in {below[hundred], ""} if hundred == 1 else {below[hundred]}:
            result[f"{prefix}hundert"] = hundred * 100
            result.update({f"{prefix}hundert{word}": hundred * 100 + value for value, word in words.items()})
    result.update({f"{word}tausend": value * 1000 for word, value in list(result.items())})
    return result


def _german_ages(numbers: dict[str, int]) -> dict[str, int]:
    """German writes ages as one word: "zwölfjährige"."""
    endings = ("jährig", "jährige", "jähriger", "jährigen", "jähriges", "jährigem")
    return {word + ending: value for word, value in numbers.items() if value <= MOST_YEARS for ending in endings}
