"""Labels before a colon, as in lists of points: "Trade Leverage: Talks have included ...". Their capitals are no names.

A speaker before a colon looks the same, but speaks more than once, or is named elsewhere. Indexes count tokens.
"""

from collections.abc import Iterator, Sequence

from storyreader.lexicon import MARK, WORD, Tokens

LONGEST_LABEL = 6
"""Tokens: what is longer before a colon is a sentence."""
LEAST_LABELS = 3
"""So many different labels make a list of points."""
_INSIDE = frozenset("&-–’'/")


def labels_in(tokens: Tokens) -> Iterator[range]:
    """Where labels stand: at the beginning or behind a colon, all words of weight with a capital, a colon behind."""
    start = 0
    for index, text in enumerate(tokens.texts):
        if text != ":":
            continue
        label = range(start, index)
        if 0 < len(label) <= LONGEST_LABEL and index + 1 < len(tokens) and all(_fits(tokens, at) for at in label):
            yield label
        start = index + 1


def label_words(sentences: Sequence[Tokens]) -> frozenset[str]:
    """The words of an article's labels, in small letters; none unless it has several, each once."""
    found = [" ".join(tokens.lower[at] for at in label) for tokens in sentences for label in labels_in(tokens)]
    if len(found) < LEAST_LABELS or len(set(found)) < len(found):
        return frozenset()
    return frozenset(word for label in found for word in label.split())


def _fits(tokens: Tokens, index: int) -> bool:
    if tokens.kinds[index] == MARK:
        return tokens.texts[index] in _INSIDE
    return tokens.kinds[index] == WORD and (tokens.capital(index) or len(tokens.texts[index]) <= 3)
