"""Which sentence of an article carries its own headline: headlines are written last and sometimes promise more."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from storyreader.alignment import TextOutline, outline, profile, related_mass
from storyreader.lexicon import stop_keys, word_key

LEAST_CARRIED = 0.4
"""Share of the headline's weight that a sentence must have to carry it."""
NAME_PART = 0.7
"""What a name counts of its weight: many sentences have the names, one has the claim."""
LEAD_SHARE = 0.7
"""From this share of the best sentence on the first one is taken: it is written to tell what the headline tells."""
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[^\W\d_a-z]{2,6}\b")
_SMALL_WORDS = r"(?:[^\W\d_]{1,3}\s+){0,2}"
"""Words inside a full name that give its short form no letter: "of the"."""


@dataclass(frozen=True, slots=True)
class SentencesRead:
    """An article's sentences: outlines, texts, words as written, and which of them are nothing but a caveat."""

    outline: TextOutline
    texts: Sequence[str]
    written: Sequence[Sequence[str]]
    is_caveat: Callable[[int], bool]


def headline_sentence(headline: str | None, read: SentencesRead) -> int | None:
    """The number of the sentence that carries the headline best; None when none carries two fifths of it.

    The claim counts more than the names in it, and a name is known by its initials. A caveat carries no claim.
    """
    if not headline or not read.texts:
        return None
    carried = _carried(headline, read)
    while carried:
        best = max(carried, key=lambda number: (carried[number], -number))
        if carried[best] < LEAST_CARRIED:
            return None
        if carried.get(0, 0.0) >= max(LEAST_CARRIED, LEAD_SHARE * carried[best]):
            best = 0
        if not read.is_caveat(best):
            return best
        del carried[best]
    return None


def _carried(headline: str, read: SentencesRead) -> dict[int, float]:
    """Which share of the headline's weight each sentence has that has any of it."""
    language = read.outline.language
    told = outline((headline,), language=language)
    wanted = set(told.sentences[0].words.keys) - stop_keys(language)
    full = dict(_full_names(headline, language))
    # only sentences that share a word of weight are measured: a long article has thousands of others
    forms = {form for words in read.written for form in words}
    forms = {form for form in forms if word_key(form, language) in wanted}
    numbers = [number for number, words in enumerate(read.written) if not forms.isdisjoint(words)]
    found = profile(told, read.outline.part(numbers))
    carrier, vocabulary = found.left[0], found.vocabulary
    names = frozenset(key for key in carrier.keys if vocabulary.keys[key] in vocabulary.names)

    def weight(keys: frozenset[int]) -> float:
        return vocabulary.mass(keys) - (1 - NAME_PART) * vocabulary.mass(keys & names)

    carried: dict[int, float] = {}
    for number, sentence in zip(numbers, found.right, strict=True):
        shared = carrier.keys & sentence.keys
        missing = {vocabulary.keys[key]: key for key in carrier.keys - shared}
        spelt = frozenset(missing[key] for key in missing.keys() & full.keys() if full[key].search(read.texts[number]))
        mass = weight(shared | spelt) + related_mass(carrier.word_sets, sentence.word_sets, shared, vocabulary)
        carried[number] = mass / (weight(carrier.keys) or 1)
    return carried


def _full_names(headline: str, language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """For each abbreviation of the headline what its full name looks like: O.R.C., "Orrin Rowing Club"."""
    for short in _ABBREVIATION.findall(headline):
        letters = short.replace(".", "")
        words = rf"\s+{_SMALL_WORDS}".join(rf"{letter}[^\W\d_]+" for letter in letters)
        yield word_key(short, language), re.compile(rf"\b{words}")
