"""The commonest words of each language, read once from the data file beside the package."""

import json
from functools import cache
from importlib import resources
from typing import cast


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language, by ISO 639-1 code."""
    text = (resources.files(__package__) / "data" / "stopwords.json").read_text(encoding="utf-8")
    return {language: frozenset(words.split()) for language, words in cast("dict[str, str]", json.loads(text)).items()}
