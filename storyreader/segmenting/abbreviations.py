"""The word lists of each language, read once from the data files beside the package."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from storyreader.lexicon import NEIGHBOURS, stop_words, stop_words_of

ENGLISH = "en"

ORDINAL_LANGUAGES = frozenset(
    {"bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "no", "pl", "sk", "sl", "sr", "tr"}
)
"""Languages that write "3rd" as "3.", so that a full stop after a small number often ends nothing."""


@dataclass(frozen=True, slots=True)
class WordTables:
    """Lower-case words of one language, without their last full stop.

    `titles` never end a sentence; `maybe` end one when a sentence opener follows, `often` when any capital does;
    `numbered` wait for a number; `months` are short names of months; `openers` are words that often begin a
    sentence; `sayings` are verbs that follow a quotation. `ordinals`: "3." means "3rd"; `units_end`: a title behind a
    number is a unit and may end a sentence; `danda`: the full stop is foreign, sentences end with a danda.
    """

    titles: frozenset[str]
    maybe: frozenset[str]
    often: frozenset[str]
    numbered: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]
    sayings: frozenset[str]
    ordinals: bool
    units_end: bool
    danda: bool

    @property
    def abbreviations(self) -> frozenset[str]:
        """Every word that is written with a full stop of its own."""
        return self.titles | self.maybe | self.often | self.numbered | self.months


def _read(name: str) -> object:
    return json.loads((resources.files(__package__) / "tables" / name).read_text(encoding="utf-8"))


@cache
def word_tables(language: str | None) -> WordTables:
    """The tables of a language, else of its neighbour. Others get the general list and the English sentence openers."""
    abbreviations = cast("dict[str, dict[str, str]]", _read("abbreviations.json"))
    sayings = cast("dict[str, str]", _read("sayings.json"))
    code = language or ENGLISH
    nearest = code if code in abbreviations else NEIGHBOURS.get(code, code)
    rows = abbreviations.get(nearest, {})

    def words(kind: str) -> frozenset[str]:
        return frozenset(f"{rows.get(kind, '')} {abbreviations['*'][kind]}".split())

    return WordTables(
        titles=words("titles"),
        maybe=words("maybe"),
        often=words("often"),
        numbered=words("numbered"),
        months=words("months"),
        openers=stop_words_of(code) or stop_words()[ENGLISH],
        sayings=frozenset(sayings.get(code, "").split()),
        ordinals=code in ORDINAL_LANGUAGES,
        units_end=nearest in {"ru", "uk"},
        danda=code in {"hi", "ne", "bn"},
    )
