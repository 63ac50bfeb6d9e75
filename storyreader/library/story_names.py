"""What a story is called: the longest words that headlines of several outlets share, in the form most of them have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from storyreader.lexicon import stop_words_of

if TYPE_CHECKING:
    from storyreader.library.entry import Entry

LONGEST = 5
"""So many words at most; more are a sentence that was copied."""

_BETWEEN = re.compile(r"(?<![:;,.!?…|“”‘’«»„\"()])[:;,.!?…|“”‘’«»„\"()]+(?:\s|$)|(?:^|\s)[“”‘«»„\"(]+|\s[-–—]\s")
_POSSESSIVE = re.compile(r"(?<=\w)[’']s$")
_SHORTEST, _SHORTEST_FIRST = 3, 4
"""Letters of a telling word that is not written with a capital; the first one must not be an "under" or "near"."""


def story_name(entries: "Sequence[Entry]") -> str:
    """The name of the story that these entries tell; the first one's title where their headlines share no name."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for words in _runs(entry):
            key = tuple(word.casefold() for word in words)
            holders[key].add(entry.outlet)
            forms[key][" ".join(words)] += 1
    shared = [key for key, outlets in holders.items() if len(outlets) > 1 and _is_name(forms[key])]
    if not shared:
        return entries[0].title
    best = max(shared, key=lambda key: (len(holders[key]) * len(key), len(key), len(" ".join(key))))
    name = forms[best].most_common(1)[0][0]
    return name[:1].upper() + name[1:]


def _runs(entry: "Entry") -> Iterator[tuple[str, ...]]:
    """Neighbouring words of a headline that begin and end with a telling one; none goes over a mark between words."""
    stops = _stops(entry.language or "en")
    for part in _BETWEEN.split(entry.headline or ""):
        words = part.split()
        telling = [len(word) if word.casefold() not in stops else 0 for word in words]
        big = [word[0].isupper() or word[0].isdigit() for word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                begins = telling[start] >= _SHORTEST_FIRST or (telling[start] and big[start])
                if begins and (telling[end - 1] >= _SHORTEST or (telling[end - 1] and big[end - 1])):
                    yield *words[start : end - 1], _POSSESSIVE.sub("", words[end - 1])


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in stop_words_of(language))


def _is_name(forms: Counter[str]) -> bool:
    """Whether words can stand alone as a name: several, or one that nobody writes small."""
    return not any(written[0].islower() and " " not in written for written in forms)
