"""What two sentences tell by themselves, without who says it, and which stretches of both tell the same.

A name, an office or a source in common is no claim in common; a question, the heading of a list, a signature and an
address claim nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress
from typing import NamedTuple

from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.vocabulary import UNIT, common_weight, groups_of
from storyreader.comparison import Passage, SharedClaim
from storyreader.facts import ranges_apart
from storyreader.lexicon import pack, shared_pack, stop_keys, tables_for

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]{1,64}@[^\s@]{1,200}\.\w+"
    r"|(?<![\w.-])\w[\w-]{0,62}(?:\.[\w-]{1,63}){0,5}\.\w{2,4}/\S*"
)
_SIGNATURE = re.compile(
    r"[-–—]{1,2}\s*\S.{0,90}(?:@\w+|\d{4}(?:,?(?: at| um| à| a las)? \d{1,2}[:.h]\d\d(?: ?[AaPp]\.?[Mm])?)?)\W*"
)
_NOT_TOLD = ("?", "？", "؟", ":", "：")
_STOPS = (".", "!", "。", "！", "।", "۔")
_CLOSING = " \"'”’»)]"
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e01-\u0e59]")
_ENTRY = re.compile(r"[:–—] ?[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)*, [A-ZÀ-Þ][^\W\d_]+$")
FEWEST_WORDS, MOST_NAMES = 3, 8
"""Words that a statement has at least, and that a list of names has at most."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile('["“”«»„]')
LONGEST_GAP = 4
"""Words without a counterpart inside a stretch that tells the same; behind more of them another stretch begins."""
NAMES_APART = 2
"""Words that may stand between the parts of one name and its office."""
STAMP_FIGURES, STAMP_WORDS, STAMP_LENGTH = 2, 2, 60
"""Figures that a stamp has at least, words beside its date and letters that it has at most."""
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
    return bool(address or _SIGNATURE.fullmatch(bare)) or _is_fragment(bare) or _is_stamp(bare, language)


def _is_fragment(text: str) -> bool:
    """Whether a line is too short for a statement, or a list of names: "Falland Pier, Orn". Where words have no spaces
    between them nobody counts them so.
    """
    if _UNSPACED.search(text):
        return False
    words = _WORD.findall(text)
    listed = "," in text and len(words) <= MOST_NAMES and not text.rstrip(_CLOSING).endswith(_STOPS)
    listed = listed and not any(character.isdigit() for character in text)
    return len(words) < FEWEST_WORDS or (listed and all(word[0].isupper() for word in words))


def _is_stamp(text: str, language: str) -> bool:
    """Whether a line only says when something was published: a date, a time, and a word or two beside them. An entry of
    a list names a place too: "2 June 2027: Rask, Opera".
    """
    if text.endswith(_STOPS) or _ENTRY.search(text):
        return False
    tables = tables_for(language)
    words = re.findall(r"[^\W\d_]+", text.lower())
    known = (*map(tables.row, ("months", "weekdays", "clock")), shared_pack()["zone_minutes"])
    calendar = [word for word in words if any(word in table for table in known)]
    figures = len(re.findall(r"\d+", text))
    rest = len([word for word in words if len(word) > 2]) - len([word for word in calendar if len(word) > 2])
    return figures >= STAMP_FIGURES and rest <= STAMP_WORDS and len(text) <= STAMP_LENGTH


@dataclass(frozen=True)
class ToldSentence:
    """One sentence: the keys of its words, where they stand, and which ones tell; the clauses it is made of."""

    keys: tuple[str, ...]
    spans: tuple[_Range, ...]
    tells: tuple[bool, ...]
    clauses: tuple[_Range, ...]

    @cached_property
    def told(self) -> frozenset[str]:
        """The content words outside of attributions."""
        return frozenset(compress(self.keys, self.tells))

    def told_in(self, part: _Range) -> frozenset[str]:
        """Those of a stretch of words."""
        return self.told.intersection(self.keys[slice(*part)])


class _WordsKnown(NamedTuple):
    """What is known of the words of two texts: which ones are names, and whether a text is English."""

    names: frozenset[str]
    english: bool

    def mass(self, keys: Iterable[str]) -> int:
        """The weight of words."""
        return sum([common_weight(key, self.english) for key in keys])

    def weight(self, mine: frozenset[str], theirs: frozenset[str]) -> int:
        """What two stretches have in common; of related words half."""
        related = self.mass(self.kin(mine, theirs)) + self.mass(self.kin(theirs, mine))
        return self.mass(mine & theirs) + related // 4

    def kin(self, own: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        """Which of some words are not among others but are related to one of them; names are related to none."""
        mine, theirs = own - other - self.names, other - own - self.names
        if not mine or not theirs:
            return frozenset()
        groups = {group for key in theirs for group in groups_of(key, self.english)}
        return frozenset([key for key in mine if not groups.isdisjoint(groups_of(key, self.english))])


class ToldText:
    """The sentences of a text, each looked at once. A word that is common in its language or in that of the text
    beside it (ISO 639-1) tells nothing.
    """

    def __init__(self, text: TextOutline, other_language: str) -> None:
        self.outline = text
        self.stops = stop_keys(text.language) | stop_keys(other_language)
        self._known: dict[int, ToldSentence] = {}
        self._limits: dict[int, tuple[frozenset[str], ...]] = {}

    def claims_something(self, number: int) -> bool:
        """Whether a sentence claims something."""
        return not claims_nothing(self.outline.texts[number], self.outline.language)

    def sentence(self, number: int) -> ToldSentence:
        """What one sentence tells."""
        if number not in self._known:
            outline = self.outline.sentences[number]
            apart = ranges_apart(self.outline.texts[number], self.outline.language)
            self._known[number] = ToldSentence(
                keys=outline.words.keys,
                spans=outline.words.spans,
                tells=tuple(
                    [
                        key not in self.stops and not any(begin <= start < end for begin, end in apart)
                        for key, (start, _) in zip(outline.words.keys, outline.words.spans, strict=True)
                    ]
                ),
                clauses=outline.clauses,
            )
        return self._known[number]

    def limits(self, number: int) -> tuple[frozenset[str], ...]:
        """What each condition in a sentence tells: "only if the council pays", "unless the doctors forbid it"."""
        if number not in self._limits:
            self._limits[number] = tuple(self._found_limits(number))
        return self._limits[number]

    def _found_limits(self, number: int) -> Iterator[frozenset[str]]:
        words = self.outline.sentences[number].words
        places = tables_for(self.outline.language).places("conditions", [word.lower() for word in words.texts])
        told = self.sentence(number)
        for place in places:
            start = words.spans[place][0]
            last = min((stop for _, stop in told.clauses if stop > start), default=len(self.outline.texts[number]))
            if part := told.told_in((place, bisect_left(words.spans, (last, 0)))):
                yield part


class Claims:
    """What the sentences of two texts claim. `names` are the keys that both texts always write with a capital."""

    def __init__(self, left: ToldText, right: ToldText, names: frozenset[str]) -> None:
        self.left, self.right, self.names = left, right, names
        languages = left.outline.language, right.outline.language
        # where every noun has a capital, nobody can tell by it what is a name
        nouns = any(pack(language).get("nouns_have_capitals") for language in languages)
        self._known = _WordsKnown(frozenset() if nouns else names, "en" in languages)

    def claim_something(self, left: int, right: int) -> bool:
        """Whether both of two sentences claim something."""
        return self.left.claims_something(left) and self.right.claims_something(right)

    def share_something(self, left: int, right: int) -> bool:
        """Whether two sentences tell something in common, be it a name, beside who says it."""
        if not self.claim_something(left, right):
            return False
        one, other = self.left.sentence(left), self.right.sentence(right)
        return not one.told.isdisjoint(other.told) or bool(self._known.kin(one.told, other.told))

    def are_one(self, left: int, right: int) -> bool:
        """Whether two sentences tell something in common beside one name or office."""
        if not self.claim_something(left, right):
            return False
        one, other = self.left.sentence(left), self.right.sentence(right)
        shared = one.told & other.told
        if shared - self._known.names or self._known.kin(one.told, other.told):
            return True
        return min(_places(one, shared), _places(other, shared)) > 1

    def are_whole(self, left: int, right: int) -> bool:
        """Whether neither sentence tells so much more that they cannot be the same as a whole, nor sets a condition of
        which the other says nothing.
        """
        masses = sorted(
            (self._known.mass(self.left.sentence(left).told), self._known.mass(self.right.sentence(right).told))
        )
        return masses[0] >= LEAST_RATIO * masses[1] and not self._is_limited(left, right)

    def _is_limited(self, left: int, right: int) -> bool:
        """Whether one of two sentences sets a condition of which the other has no word."""
        told = self.left.sentence(left).told, self.right.sentence(right).told
        conditions = [(part, told[1]) for part in self.left.limits(left)]
        conditions += [(part, told[0]) for part in self.right.limits(right)]
        return any(part.isdisjoint(other) and not self._known.kin(part, other) for part, other in conditions)

    def shared(self, left: int, right: int) -> tuple[SharedClaim, ...]:
        """The stretches of two sentences that tell the same, the weightiest first."""
        one, other = self.left.sentence(left), self.right.sentence(right)
        # with the names of these two alone what was found stays known when an account comes that has other names
        known = self._known._replace(names=self._known.names & (one.told | other.told))
        return tuple(
            SharedClaim(_passage(left, one, part), _passage(right, other, their_part))
            for part, their_part in _shared_parts(one, other, known)
        )


@lru_cache(maxsize=4_000)
def _shared_parts(one: ToldSentence, other: ToldSentence, known: _WordsKnown) -> tuple[tuple[_Range, _Range], ...]:
    """The words of two sentences that tell the same: in accounts that copy from each other the same two meet often."""
    common = one.told & other.told
    theirs = [(part, other.told_in(part)) for part in _stretches(other, common | known.kin(other.told, one.told))]
    found: list[tuple[int, _Range, _Range]] = []
    for part in _stretches(one, common | known.kin(one.told, other.told)):
        mine = one.told_in(part)
        found += [(weight, part, their_part) for their_part, told in theirs if (weight := known.weight(mine, told))]
    found.sort(key=lambda item: (-item[0], item[1][0] + item[2][0], item[1], item[2]))
    taken: set[tuple[int, _Range]] = set()
    kept = []
    for weight, part, their_part in found:
        words = min(len(one.told_in(part)), len(other.told_in(their_part)))
        slight = weight < found[0][0] and (weight < LEAST_MASS or words < LEAST_WORDS)
        if not slight and not taken & {(0, part), (1, their_part)}:
            taken |= {(0, part), (1, their_part)}
            kept.append((part, their_part))
    return tuple(kept)


def _places(sentence: ToldSentence, keys: frozenset[str]) -> int:
    """In how many places of a sentence some words stand, those close together being one place."""
    found = [at for at, key in enumerate(sentence.keys) if key in keys and sentence.tells[at]]
    return sum(1 for at, place in enumerate(found) if not at or place - found[at - 1] > NAMES_APART + 1)


def _stretches(sentence: ToldSentence, keys: frozenset[str]) -> Iterator[_Range]:
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


def _one_clause(sentence: ToldSentence, one: int, other: int) -> bool:
    first, last = sentence.spans[one][0], sentence.spans[other][0]
    return any(begin <= first and last < end for begin, end in sentence.clauses)


def _passage(number: int, sentence: ToldSentence, part: _Range) -> Passage:
    return Passage(number, sentence.spans[part[0]][0], sentence.spans[part[1] - 1][1])
