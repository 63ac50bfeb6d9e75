"""Why sentences were paired, in plain words for the reader: what they share."""

from collections.abc import Iterable, Sequence

from storyreader.matching.profiles import Profile, Profiles

MOST_NAMED = 4
SHORTEST_RUN = 4
"""Words: shorter runs of the same words prove little."""


def reasons_for(lefts: Sequence[int], rights: Sequence[int], kind: str, profiles: Profiles) -> tuple[str, ...]:
    """The reasons, strongest first: the same text, a run of words, names, figures, rare words, related words."""
    if kind == "same":
        return ("same text",)
    left = [profiles.left[number] for number in lefts]
    right = [profiles.right[number] for number in rights]
    common = profiles.vocabulary.common
    shared = _keys(left) & _keys(right)
    names = shared & _union(profile.names for profile in (*left, *right))
    figures = shared & _union(profile.figures for profile in left) & _union(profile.figures for profile in right)
    rare = [key for key in shared - names - figures if common[key] > 0]
    written = _Written(profiles, lefts, rights)
    reasons = []
    run = written.longest_run()
    if run:
        reasons.append(f"same run of words: “{run}”")
    for label, keys in (("shared names", names), ("shared figures", figures), ("shared words", rare)):
        ranked = sorted(keys, key=lambda key: (-common[key], profiles.vocabulary.keys[key]))[:MOST_NAMED]
        if ranked:
            reasons.append(f"{label}: {', '.join(written.text(key) for key in ranked)}")
    return tuple(reasons) or ("similar wording",)


def _keys(profiles: Sequence[Profile]) -> frozenset[int]:
    return _union(profile.keys | profile.figures for profile in profiles)


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)


class _Written:
    """How keys and runs of keys are written in the sentences of a link."""

    def __init__(self, profiles: Profiles, lefts: Sequence[int], rights: Sequence[int]) -> None:
        self._numbers = profiles.vocabulary.numbers
        self._left = [profiles.left_words[number] for number in lefts]
        self._right = [profiles.right_words[number] for number in rights]
        self._texts: dict[int, str] = {}
        for words in (*self._left, *self._right):
            for key, text in zip(words.keys, words.texts, strict=True):
                known = self._texts.get(self._numbers[key])
                # both sides may write it differently: the smaller text, whichever side is left
                self._texts[self._numbers[key]] = (
                    text if known is None else min(known, text, key=lambda t: (t.lower(), t))
                )

    def text(self, key: int) -> str:
        """How a key is written."""
        return self._texts[key]

    def longest_run(self) -> str:
        """The longest run of the same words, in small letters, or nothing when it is short."""
        best: tuple[str, ...] = ()
        for one in self._left:
            mine = [text.casefold() for text in one.texts]
            for other in self._right:
                their = [text.casefold() for text in other.texts]
                best = max(best, _longest_run(mine, their), key=lambda run: (len(run), run))
        return " ".join(best) if len(best) >= SHORTEST_RUN else ""


def _longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The longest run of equal words in both lists; of equally long ones the last in order of letters."""
    length = 0
    ends: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    found: tuple[str, ...] = ()
    for place, word in enumerate(one):
        current = {at: ends.get(at - 1, 0) + 1 for at in places.get(word, ())}
        for size in current.values():
            run = tuple(one[place + 1 - size : place + 1])
            if size > length or (size == length and run > found):
                length, found = size, run
        ends = current
    return found
