"""Two sentences that say of one thing what it is or where it lies, and cannot both be right: a film, a truck; an actor,
a senator; French, Chinese; in Peru, in Spain.

Read are sentences whose first finite verb is a form of "to be"; what stands in brackets behind the subject is passed
over. What either says is looked for from the verb to the next preposition or relative pronoun.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from storyreader.contradiction.aligned_pair import Pair, Range, Side
from storyreader.contradiction.slot_features import Candidate, slot_features
from storyreader.facts import country_of, elsewhere, lies_in

_IS = frozenset({"is", "was", "are", "were"})
_A = frozenset({"a", "an", "the", "one"})
_PASSED = frozenset(
    ["only", "solely", "also", "still", "now", "exclusively", "and", "or", "both", "currently", "former"]
)
_AFTER_HEAD = frozenset(["within", "along", "between", "under", "over", "against", "inside", "outside"]) | _A | _PASSED
_PARTICIPLES = ("ed", "ing", "en", "wn", "rn", "built", "made", "set", "run", "held", "sold", "led", "found", "known")
_REGIONS = frozenset(
    [
        "capital",
        "city",
        "town",
        "region",
        "province",
        "district",
        "state",
        "part",
        "island",
        "north",
        "south",
        "east",
        "west",
    ]
)
_BRACKETS = re.compile(r"\([^()]*\)|-LRB-.*?-RRB-|\[[^][]*\]")
REACH = 14
"""Words behind "is a" in which its classes are looked for."""
MOST_BEFORE = 12
"""Words before "is a", those in brackets not counted: with more the subject stands far away."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says its subject is: the weighty words of the `subject` and those of its `head`, "mayor" of "the
    mayor of Orrin"; its `classes`, `sports`, `genres` and `lands`, and the places it names behind "in", each with
    where it stands.
    """

    subject: frozenset[str]
    head: frozenset[str]
    classes: dict[str, Range]
    sports: dict[str, Range]
    genres: dict[str, Range]
    lands: dict[str, Range]
    where: dict[str, Range]


@cache
def _lines(name: str, language: str) -> tuple[str, ...]:
    file = resources.files("storyreader.facts") / "data" / f"{name}_{language}.txt"
    if not file.is_file():
        return ()
    return tuple(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


@cache
def classes(language: str) -> dict[str, str]:
    """For each word that tells a class, in small letters, its class: a kind, or a kind and a sort; empty without a
    table.
    """
    rows = (line.partition(":") for line in _lines("classes", language))
    return {word: kind for kind, _, words in rows for word in words.split()}


@cache
def _sorts(name: str, language: str) -> dict[str, str]:
    """For each word of a table of sports or genres the first word of its line."""
    return {word: line.split()[0] for line in _lines(name, language) for word in line.split()}


def class_candidates(pair: Pair) -> Iterator[Candidate]:
    """What one subject is on both sides, or where, when both cannot hold."""
    if not classes(pair.left.language):
        return
    ours = _all_told(pair.left)
    theirs = _all_told(pair.right) if ours else []
    for one in ours:
        for other in theirs:
            place = _clash(pair, one, other) if _one_subject(one, other) else None
            if place is not None:
                yield Candidate("class", *place, slot_features(pair, *place))
                return


def _one_subject(one: Told, other: Told) -> bool:
    """Whether one subject is told fully by the words of the other, and its head by the other's."""
    return any(
        _covered(shorter.subject, longer.subject)
        and (_covered(shorter.head, longer.head) or longer.head <= shorter.head)
        for shorter, longer in ((one, other), (other, one))
    )


def _covered(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether all words are among others, a given name also where it is cut short: "Tim" and "Timothy"."""
    return all(word in others or any(len(word) > 2 and other.startswith(word) for other in others) for word in words)


def _clash(pair: Pair, ours: Told, theirs: Told) -> tuple[Range, Range] | None:
    """Where two predicates of one subject exclude each other."""
    checks = [
        (_other_class, ours.classes, theirs.classes),
        (_unlike, ours.sports, theirs.sports),
        (_unlike, ours.genres, theirs.genres),
        (elsewhere, ours.lands, theirs.lands),
    ]
    if not any(kind.startswith("person") for kind in (*ours.classes, *theirs.classes)):
        # a person may be in two places
        checks.append((elsewhere, ours.where, theirs.where))
    for differ, one, two in checks:
        if one and two and all(differ(mine, yours) for mine in one for yours in two):
            left, right = next(iter(one.values())), next(iter(two.values()))
            if not (_has(pair.right, pair.left, left) or _has(pair.left, pair.right, right)):
                return left, right
    return None


def _other_class(one: str, other: str) -> bool:
    """Whether one thing is not of both classes; a kind alone fits its sorts."""
    kinds = one.partition("."), other.partition(".")
    if kinds[0][0] != kinds[1][0]:
        return True
    return bool(kinds[0][2] and kinds[1][2] and one != other)


def _unlike(one: str, other: str) -> bool:
    return one != other


def _has(side: Side, other: Side, place: Range) -> bool:
    """Whether a side has the word that stands at a place of the other, and not in a name."""
    key, small = other.words.keys[place[0]], other.words.texts[place[0]][0].islower()
    return key in side.key_set and any(
        mine == key and not (small and text[0].isupper())
        for mine, text in zip(side.words.keys, side.words.texts, strict=True)
    )


def _all_told(side: Side) -> list[Told]:
    """What the sentence says of its subject, and of persons: "Tom Kell, a farmer,"."""
    told = [] if _IS.isdisjoint(side.lower) else _of_subject(side)
    return [*told, *_apposed(side)] if ", a" in side.text else told


def _of_subject(side: Side) -> list[Told]:
    """What the sentence says of its subject; empty when it is of another make, or negated."""
    lower = side.lower
    inside = _bracketed(side)
    outside = [place for place in range(len(lower)) if place not in inside]
    for order, place in enumerate(outside[: MOST_BEFORE + 1]):
        if order == 0 or lower[place] not in _IS:
            continue
        subject = [at for at in outside[:order] if side.weight(at) == 1.0]
        behind = outside[order + 1 :]
        if not subject or not behind:
            return []
        ends = [at for at in outside[:order] if at > subject[0] and side.weight(at) < 1.0]
        head = [at for at in subject if not ends or at < ends[0]]
        return [_read(side, subject, head, behind)]
    return []


def _apposed(side: Side) -> Iterator[Told]:
    """What is said of a name between commas behind it."""
    texts, spans = side.words.texts, side.words.spans
    for at in range(1, len(texts)):
        if texts[at] not in {"a", "an"} or not side.text[spans[at - 1][1] : spans[at][0]].startswith(","):
            continue
        start = at
        while start and texts[start - 1][0].isupper() and (start == at or spans[start][0] - spans[start - 1][1] == 1):
            start -= 1
        name = [place for place in range(start, at) if side.weight(place) == 1.0]
        if name and start + 1 < at:
            yield _read(side, name, name, list(range(at, min(at + REACH, len(texts)))))


def _read(side: Side, subject: list[int], head: list[int], behind: list[int]) -> Told:
    keys, stretch = side.words.keys, _predicate(side, behind)
    return Told(
        frozenset([keys[at] for at in subject]),
        frozenset([keys[at] for at in head]),
        _heads(side, stretch, classes(side.language)),
        _looked_up(side, stretch, _sorts("sports", side.language).get),
        _looked_up(side, stretch, _sorts("genres", side.language).get),
        _looked_up(side, stretch, country_of),
        _where(side, behind),
    )


def _bracketed(side: Side) -> set[int]:
    """The words in brackets."""
    if "(" not in side.text and "-LRB-" not in side.text and "[" not in side.text:
        return set()
    stretches = [match.span() for match in _BRACKETS.finditer(side.text)]
    return {
        place
        for place, (start, end) in enumerate(side.words.spans)
        if any(first <= start and end <= last for first, last in stretches)
    }


def _predicate(side: Side, behind: list[int]) -> list[int]:
    """The words from "a" up to the next small word that only joins; empty when nothing is said to be something."""
    lower, start = side.lower, 0
    while start < len(behind) and lower[behind[start]] in _PASSED:
        start += 1
    rest = behind[start : start + REACH]
    if not rest or not (lower[rest[0]] in _A or side.words.texts[rest[0]][0].isupper()):
        return []
    if lower[rest[0]] == "one" and len(rest) > 2 and lower[rest[1]] == "of":
        rest = rest[2:]
    found = []
    for at in rest:
        if side.weight(at) < 1.0 and lower[at] not in _A and lower[at] not in _PASSED:
            break
        found.append(at)
    return found


def _heads(side: Side, stretch: list[int], table: dict[str, str]) -> dict[str, Range]:
    """The classes told; the head of "television series" is its last word, and a "film festival" is no film."""
    found: dict[str, Range] = {}
    for order, at in enumerate(stretch):
        kind = table.get(side.lower[at])
        if kind is None or (side.words.texts[at][0].isupper() and not kind.startswith("person")):
            # of "Orrin County" it is not said that it is a county
            continue
        following = stretch[order + 1] if order + 1 < len(stretch) else -1
        between = side.text[side.words.spans[at][1] : side.words.spans[at + 1][0]] if following == at + 1 else "."
        word = "" if between.strip(" -") else side.lower[following]
        if not word or word in _AFTER_HEAD or word.endswith(_PARTICIPLES):
            found.setdefault(kind, (at, at + 1))
    return found


def _looked_up(side: Side, stretch: list[int], look: Callable[[str], str | None]) -> dict[str, Range]:
    """What the words of a stretch, or two of them, tell by a table: peoples, sports."""
    found: dict[str, Range] = {}
    lower, seen = side.lower, -1
    for at in stretch:
        following = lower[at + 1] if at + 1 < len(lower) else ""
        both = look(f"{lower[at]} {following}")
        value = both or look(lower[at])
        if at <= seen or not value or lower[at] in _A or lower[at - 1] == "latin" or following == "football":
            continue
        found.setdefault(value, (at, at + 1))
        seen = at + bool(both)
    return found


def _where(side: Side, behind: list[int]) -> dict[str, Range]:
    """The known places behind "in", and behind "of" in "capital of"; of one that lies in another only the smaller."""
    found: dict[str, Range] = {}
    for order, at in enumerate(behind[:-1]):
        word, before = side.lower[at], side.lower[at - 1]
        if word != "in" and not (word == "of" and before in _REGIONS):
            continue
        found |= _looked_up(side, behind[order + 1 : order + 2], country_of)
    return {
        land: place
        for land, place in found.items()
        if not any(other != land and lies_in(other, land) for other in found)
    }
