"""Why sentences were paired: what they share."""

from collections.abc import Sequence

from storyreader.alignment.vocabulary import common_weight
from storyreader.alignment.word_sets import is_figure
from storyreader.comparison import Ground, GroundCode
from storyreader.lexicon import Words, stop_keys

MOST_NAMED = 4
UNTOLD = Ground("similar_wording")
"""The ground when no word, name or figure can be named."""
SHORTEST_RUN = 4
"""Words: shorter runs of the same words prove little."""


def grounds_for(
    left: Sequence[Words], right: Sequence[Words], names: frozenset[str], languages: tuple[str, str]
) -> tuple[Ground, ...]:
    """The grounds, strongest first: a run of words, names, figures, rare words.

    `left` and `right` are the words of the sentences of a link; `names` the keys that both articles always write with
    a capital.
    """
    english = "en" in languages
    stops = stop_keys(languages[0]) | stop_keys(languages[1])
    written = _written((*left, *right))
    shared = {key for words in left for key in words.keys} & {key for words in right for key in words.keys}
    figures = {key for key in shared if is_figure(key, written[key])}
    shared -= stops - figures
    rare = {key for key in shared - names - figures if common_weight(key, english) > 0}
    grounds = []
    run = _longest(left, right)
    if run:
        grounds.append(Ground("shared_run", (run,)))
    groups: tuple[tuple[GroundCode, set[str]], ...] = (
        ("shared_names", shared & names), ("shared_numbers", figures), ("shared_words", rare),
    )  # fmt: skip
    for code, keys in groups:
        ranked = sorted(keys, key=lambda key: (-common_weight(key, english), key))[:MOST_NAMED]
        if ranked:
            grounds.append(Ground(code, tuple(written[key] for key in ranked)))
    return tuple(grounds) or (UNTOLD,)


def _written(sentences: Sequence[Words]) -> dict[str, str]:
    """How keys are written; of several ways the first in order of letters, whichever side is left."""
    texts: dict[str, str] = {}
    for words in sentences:
        for key, text in zip(words.keys, words.texts, strict=True):
            known = texts.get(key)
            texts[key] = text if known is None else min(known, text, key=lambda t: (t.lower(), t))
    return texts


def _longest(left: Sequence[Words], right: Sequence[Words]) -> str:
    """The longest run of the same words, in small letters, or nothing when it is short."""
    best: tuple[str, ...] = ()
    for one in left:
        mine = [text.casefold() for text in one.texts]
        for other in right:
            best = max(best, _longest_run(mine, [text.casefold() for text in other.texts]), key=lambda r: (len(r), r))
    return " ".join(best) if len(best) >= SHORTEST_RUN else ""


def _longest_run(left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """The longest run of equal words in both lists; of equally long ones the last in order of letters."""
    length = 0
    ends: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for index, word in enumerate(right):
        places.setdefault(word, []).append(index)
    found: tuple[str, ...] = ()
    for index, word in enumerate(left):
        current = {at: ends.get(at - 1, 0) + 1 for at in places.get(word, ())}
        for size in current.values():
            run = tuple(left[index + 1 - size : index + 1])
            if size > length or (size == length and run > found):
                length, found = size, run
        ends = current
    return found
