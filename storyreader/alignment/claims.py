"""What two sentences tell by themselves, without who says it, and which stretches of both tell the same.

A name, an office or a source in common is no claim in common; a question, the heading of a list, a signature and an
address claim nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.profiles import UNIT, common_weight, groups_of
from storyreader.comparison import Passage, SharedClaim
from storyreader.facts import attribution_ranges
from storyreader.lexicon import pack, stop_keys, tables_for

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]{1,64}@[^\s@]{1,200}\.\w+"
    r"|(?<![\w.-])\w[\w-]{0,62}(?:\.[\w-]{1,63}){0,5}\.\w{2,4}/\S*"
)
_SIGNATURE = re.compile(r"[-–—]{1,2}\s*\S.{0,60}(?:@\w+|\d{4})\W*")
_NOT_TOLD = ("?", "？", "؟", ":", "：")
_STOPS = (".", "!", "。", "！", "।", "۔")
_QUOTED = re.compile('["“”«»„]')
LONGEST_GAP = 4
"""Words without a counterpart inside a stretch that tells the same; behind more of them another stretch begins."""
NAMES_APART = 2
"""Words that may stand between the parts of one name and its office."""
STAMP_FIGURES, STAMP_WORDS, STAMP_LENGTH = 2, 2, 60
"""Figures that a stamp has at least, words beside its date and letters that it has at most."""
PLENTY = 4
"""Content words in common, no names, of which never all stand in an attribution."""
LEAST_RATIO = 0.55
"""Weight of what the shorter sentence tells, of that of the longer one, from which two may be the same as a whole: of
linked pairs with less one in six is.
"""
LEAST_MASS, LEAST_WORDS = 2 * UNIT, 2
"""Weight of what a further stretch has in common, and content words that it has, beside the heaviest one."""
_Range = tuple[int, int]


@lru_cache(maxsize=10_000)
def claims_nothing(text: str, language: str = "en") -> bool:
    """Whether a sentence is a question of the outlet, the heading of a list, a signature, an address or a stamp."""
    bare = text.strip()
    if bare.endswith(_NOT_TOLD):
        return not _QUOTED.search(bare)
    address = _ADDRESS.search(bare) and len(re.findall(r"\w+", _ADDRESS.sub(" ", bare))) < 2
    return bool(address or _SIGNATURE.fullmatch(bare)) or _is_stamp(bare, language)


def _is_stamp(text: str, language: str) -> bool:
    """Whether a line only says when something was published: a date, a time, and a word or two beside them."""
    if text.endswith(_STOPS):
        return False
    tables = tables_for(language)
    words = re.findall(r"[^\W\d_]+", text.lower())
    calendar = [
        w for w in words if w in tables.row("months") or w in tables.row("weekdays") or w in tables.row("clock")
    ]
    figures = len(re.findall(r"\d+", text))
    rest = len([word for word in words if len(word) > 2]) - len([word for word in calendar if len(word) > 2])
    return figures >= STAMP_FIGURES and rest <= STAMP_WORDS and len(text) <= STAMP_LENGTH


@dataclass(frozen=True)
class _Told:
    """One sentence: the keys of its words, where they stand, and which ones tell; the clauses it is made of."""

    keys: tuple[str, ...]
    spans: tuple[_Range, ...]
    tells: tuple[bool, ...]
    clauses: tuple[_Range, ...]
    names: frozenset[str]

    @cached_property
    def told(self) -> frozenset[str]:
        """The content words outside of attributions."""
        return frozenset(key for key, tells in zip(self.keys, self.tells, strict=True) if tells)

    def told_in(self, part: _Range) -> frozenset[str]:
        """Those of a stretch of words."""
        return frozenset(self.keys[slice(*part)]) & self.told

    def kin(self, own: frozenset[str], other: frozenset[str], english: bool) -> frozenset[str]:
        """Which of some words are not among others but are related to one of them; names are related to none."""
        theirs = {group for key in other - own - self.names for group in groups_of(key, english)}
        return frozenset(k for k in own - other - self.names if not theirs.isdisjoint(groups_of(k, english)))


class Claims:
    """What the sentences of two texts claim; each sentence is looked at once. `names` are the keys that both texts
    always write with a capital.
    """

    def __init__(self, left: TextOutline, right: TextOutline, names: frozenset[str]) -> None:
        self._texts = left, right
        self._english = "en" in (left.language, right.language)
        self._stops = stop_keys(left.language) | stop_keys(right.language)
        # where every noun has a capital, nobody can tell by it what is a name
        nouns = any(pack(text.language).get("nouns_have_capitals") for text in (left, right))
        self._names = frozenset[str]() if nouns else names
        self._known: dict[_Range, _Told] = {}

    def claim_something(self, left: int, right: int) -> bool:
        """Whether both of two sentences claim something."""
        return not any(
            claims_nothing(text.texts[number], text.language)
            for text, number in zip(self._texts, (left, right), strict=True)
        )

    def are_one(self, left: int, right: int) -> bool:
        """Whether two sentences tell something in common beside one name or office."""
        if not self.claim_something(left, right):
            return False
        words = [text.sentences[n].words.keys for text, n in zip(self._texts, (left, right), strict=True)]
        if len(set(words[0]).intersection(words[1]) - self._names - self._stops) >= PLENTY:
            return True
        one, other = self._sentence(0, left), self._sentence(1, right)
        shared = one.told & other.told
        if shared - self._names or one.kin(one.told, other.told, self._english):
            return True
        return min(_places(one, shared), _places(other, shared)) > 1

    def are_whole(self, left: int, right: int) -> bool:
        """Whether neither sentence tells so much more that they cannot be the same as a whole."""
        masses = sorted(self._mass(self._sentence(side, number)) for side, number in ((0, left), (1, right)))
        return masses[0] >= LEAST_RATIO * masses[1]

    def _mass(self, sentence: _Told) -> int:
        return sum(common_weight(key, self._english) for key in sentence.told)

    def shared(self, left: int, right: int) -> tuple[SharedClaim, ...]:
        """The stretches of two sentences that tell the same, the weightiest first."""
        one, other = self._sentence(0, left), self._sentence(1, right)
        common = one.told & other.told
        found: list[tuple[int, _Range, _Range]] = []
        for mine in _stretches(one, common | one.kin(one.told, other.told, self._english)):
            for theirs in _stretches(other, common | other.kin(other.told, one.told, self._english)):
                weight = self._weight(one, one.told_in(mine), other, other.told_in(theirs))
                if weight:
                    found.append((weight, mine, theirs))
        found.sort(key=lambda item: (-item[0], item[1][0] + item[2][0], item[1], item[2]))
        taken: set[tuple[int, _Range]] = set()
        kept = []
        for weight, mine, theirs in found:
            words = min(len(one.told_in(mine)), len(other.told_in(theirs)))
            slight = weight < found[0][0] and (weight < LEAST_MASS or words < LEAST_WORDS)
            if not slight and not taken & {(0, mine), (1, theirs)}:
                taken |= {(0, mine), (1, theirs)}
                kept.append(SharedClaim(_passage(left, one, mine), _passage(right, other, theirs)))
        return tuple(kept)

    def _sentence(self, side: int, number: int) -> _Told:
        if (side, number) not in self._known:
            text = self._texts[side]
            outline = text.sentences[number]
            apart = attribution_ranges(text.texts[number], text.language)
            self._known[side, number] = _Told(
                keys=outline.words.keys,
                spans=outline.words.spans,
                tells=tuple(
                    key not in self._stops and not any(begin <= start < end for begin, end in apart)
                    for key, (start, _) in zip(outline.words.keys, outline.words.spans, strict=True)
                ),
                clauses=outline.clauses,
                names=self._names,
            )
        return self._known[side, number]

    def _weight(self, one: _Told, mine: frozenset[str], other: _Told, theirs: frozenset[str]) -> int:
        """What two stretches have in common; of related words half."""
        related = *one.kin(mine, theirs, self._english), *other.kin(theirs, mine, self._english)
        masses = [sum(common_weight(key, self._english) for key in keys) for keys in (mine & theirs, related)]
        return masses[0] + masses[1] // 4


def _places(sentence: _Told, keys: frozenset[str]) -> int:
    """In how many places of a sentence some words stand, those close together being one place."""
    found = [at for at, key in enumerate(sentence.keys) if key in keys and sentence.tells[at]]
    return sum(1 for at, place in enumerate(found) if not at or place - found[at - 1] > NAMES_APART + 1)


def _stretches(sentence: _Told, keys: frozenset[str]) -> Iterator[_Range]:
    """Runs of words from one that has a counterpart to another, inside a clause and with small gaps."""
    first = last = -1
    for at, key in enumerate(sentence.keys):
        if key not in keys or not sentence.tells[at]:
            continue
        if first >= 0 and (at - last > LONGEST_GAP + 1 or not _one_clause(sentence, last, at)):
            yield first, last + 1
            first = -1
        first, last = (at if first < 0 else first), at
    if first >= 0:
        yield first, last + 1


def _one_clause(sentence: _Told, one: int, other: int) -> bool:
    starts = sentence.spans[one][0], sentence.spans[other][0]
    return any(begin <= starts[0] and starts[1] < end for begin, end in sentence.clauses)


def _passage(number: int, sentence: _Told, part: _Range) -> Passage:
    return Passage(number, sentence.spans[part[0]][0], sentence.spans[part[1] - 1][1])
