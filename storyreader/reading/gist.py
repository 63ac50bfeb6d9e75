"""What an article is about, at a glance: its names and how often it uses which words."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from storyreader.alignment import TextOutline, word_weight
from storyreader.lexicon import stop_keys, tables_for

_POSSESSOR = re.compile(r"['’]s$")


def bare_name(word: str) -> str:
    """A word without the ending of a possessor: "Olin" of "Olin's"."""
    return _POSSESSOR.sub("", word)


def names_of(written: Sequence[Sequence[str]], language: str) -> Counter[str]:
    """Words written with a capital wherever they stand inside a sentence, bare, with how often they do; days and months
    are none.
    """
    tables = tables_for(language)
    found: Counter[str] = Counter()
    small: set[str] = set()
    for words in written:
        for at, word in enumerate(words):
            if word[0].isupper() and at:
                found[bare_name(word)] += 1
            elif word[0].islower():
                small.add(word)
    small |= tables.row("weekdays").keys() | tables.row("months").keys()
    return Counter({word: count for word, count in found.items() if word.lower() not in small})


def word_vector(text: TextOutline) -> dict[str, float]:
    """The content words of a text with their weights, which count more the rarer a word is and the more sentences it
    stands in; of length 1, so that the cosine of two texts is the sum of products (Salton and Buckley 1988).
    """
    stops = stop_keys(text.language)
    spread = Counter(key for sentence in text.sentences for key in set(sentence.words.keys) if key not in stops)
    weights = {key: math.log1p(count) * word_weight(key) for key, count in spread.items()}
    length = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}
