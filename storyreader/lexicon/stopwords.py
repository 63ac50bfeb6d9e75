"""The commonest words of each language, read once from the data file beside the package."""

import json
from functools import cache
from importlib import resources
from typing import cast

NEIGHBOURS = {
    "af": "nl", "az": "tr", "be": "ru", "bg": "ru", "ca": "es", "gl": "es", "kk": "ru", "ky": "ru", "mk": "ru",
    "mr": "hi", "ms": "id", "ne": "hi", "sk": "cs", "sr": "ru",
}  # fmt: skip
"""Languages without tables of their own, each with one whose abbreviations and ways of writing numbers are nearer to
its own than the English ones."""


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language, by ISO 639-1 code."""
    text = (resources.files(__package__) / "data" / "stopwords.json").read_text(encoding="utf-8")
    return {language: frozenset(words.split()) for language, words in cast("dict[str, str]", json.loads(text)).items()}


def stop_words_of(language: str) -> frozenset[str]:
    """The commonest words of a language, else of its neighbour; none where neither has a list."""
    tables = stop_words()
    return tables.get(language) or tables.get(NEIGHBOURS.get(language, ""), frozenset())
