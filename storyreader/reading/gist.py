"""What an article is about, at a glance: its names and how often it uses which words."""

from collections import Counter
from collections.abc import Sequence

from storyreader.alignment import TextOutline
from storyreader.lexicon import stop_keys, tables_for


def names_of(written: Sequence[Sequence[str]], language: str) -> Counter[str]:
    """Words written with a capital wherever they stand inside a sentence, with how often they do; days and months are
    none.
    """
    tables = tables_for(language)
    found: Counter[str] = Counter()
    small: set[str] = set()
    for words in written:
        for at, word in enumerate(words):
            if word[0].isupper() and at:
                found[word] += 1
            elif word[0].islower():
                small.add(word)
    small |= tables.row("weekdays").keys() | tables.row("months").keys()
    return Counter({word: count for word, count in found.items() if word.lower() not in small})


def spread_of(text: TextOutline) -> Counter[str]:
    """In how many sentences each content word stands."""
    stops = stop_keys(text.language)
    return Counter(key for sentence in text.sentences for key in set(sentence.words.keys) if key not in stops)
