"""What is known of each language, one pack a language: everything that depends on it stands in `packs/CODE.json`.

| key | what it holds |
|---|---|
| neighbour | a language whose pack serves where this one has nothing |
| stemmer | the name of its Snowball stemmer |
| stop_words | its commonest words |
| abbreviations, quotation_verbs, caption_labels | what decides where a sentence ends |
| ordinal_full_stop, unit_ends_sentence, danda | "3." is "third"; a unit may end a sentence; "।" ends it |
| nouns_have_capitals | every noun has a capital, so that a capital tells no name |
| joining_words | words at which a clause begins |
| counted_things | what news counts, told alike in every language, and the words for it |
| place_words, date_articles | words before a place, between a weekday and its date |
| facts | word tables for numbers, dates, names, sources, caveats (see `word_tables`) |
| antonyms | pairs that exclude each other in one place of a statement; "~": two people of one event can do both |
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

_SHARED = "shared"


@cache
def pack(language: str) -> Mapping[str, Any]:
    """The pack of a language by its ISO 639-1 code; empty for one that has none."""
    return _read(language) if language in languages() else {}


@cache
def shared_pack() -> Mapping[str, Any]:
    """What all languages have in common: signs and codes of currencies, symbols of units, abbreviations."""
    return _read(_SHARED)


@cache
def currency_codes() -> Mapping[str, str]:
    """The ISO 4217 code of each code and abbreviation of a currency: "USD", "Rs"."""
    codes: dict[str, str] = {code: code for code in shared_pack()["codes"].split()}
    words: dict[str, str] = shared_pack()["currency_words"]
    return codes | words


@cache
def languages() -> frozenset[str]:
    """The languages that have a pack."""
    names = (file.name.removesuffix(".json") for file in _folder().iterdir())
    return frozenset(name for name in names if name != _SHARED)


def neighbour(language: str) -> str:
    """The language whose pack serves where that of `language` has nothing; itself where none is known."""
    found: str = pack(language).get("neighbour", language)
    return found


def words_in(language: str, key: str) -> frozenset[str]:
    """A list of words of a language, else of its neighbour."""
    return frozenset((pack(language).get(key) or pack(neighbour(language)).get(key, "")).split())


def _folder() -> Any:
    return resources.files(__package__) / "packs"


def _read(name: str) -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads((_folder() / f"{name}.json").read_text(encoding="utf-8"))
    return found
