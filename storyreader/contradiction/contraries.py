"""Two linked sentences of which one negates what the other says, or says the contrary word."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from storyreader.contradiction.aligned_pair import AlignedPair, AlignedSentence, Range
from storyreader.contradiction.slot_features import Candidate, Features, slot_features
from storyreader.contradiction.values import complements
from storyreader.lexicon import pack, tables_for, word_key

LEAST_ROOT = 5
"""Letters of a word from which longer ones are taken to be made of it."""
LEAST_TOLD = 0.5
"""The least share of the weighty words of a sentence with a "not" that the other one has, unless the words around
the "not" agree: with less it tells of something else.
"""
_TURNING = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "mis"})


def polarity_candidates(pair: AlignedPair) -> Iterator[Candidate]:
    """One side negates what the other says plainly."""
    counts = _unmatched(pair)
    for swapped, (own, other) in enumerate(((pair.left, pair.right), (pair.right, pair.left))):
        negated, plain = counts[swapped], counts[1 - swapped]
        implied = not negated[0] and bool(negated[1]) and not plain[0] and not plain[1]
        # "denied that they had" and "had not" say the same
        if not implied and len(negated[0]) <= len(plain[0]) + min(1, len(plain[1])):
            continue
        theirs = [*plain[0], *plain[1]]
        places = [
            place
            for place in negated[1 if implied else 0]
            if not _said_contrary(own, other, place) and not _negated_too(own, other, place, theirs)
        ]
        if not places or complements(pair):
            continue
        best = max((_negated(pair, own, other, place, bool(swapped)) for place in places), key=_chance)
        place = best.right if swapped else best.left
        figures = best.figures
        if not _is_meant(own, place, figures):
            continue
        own_told = _share_told(own, other, places)
        if own_told < LEAST_TOLD and figures["inserted"] < 0.5:
            continue
        figures.update(
            {
                "own told": own_told,
                "other told": _share_told(other, own, theirs),
                "others": float(len(plain[0])),
                "implicit": float(min(2, len(plain[1]))),
                "own implicit": float(min(2, len(negated[1]))),
                "difference": float(min(3, len(negated[0]) - len(plain[0]))),
                "implied": float(implied),
            }
        )
        yield best


def _is_meant(own: AlignedSentence, place: Range, figures: Features) -> bool:
    """Whether the other side tells what is negated. "Is not a nurse" says nothing against "is a senator", "without
    power" nothing against "cut off"; and a sentence that says a word with and without a "not" speaks of two things.
    """
    following = _weighty_behind(own, place)
    if not following:
        return True
    if not (figures["next"] or figures["second"] * figures["quiet"]):
        return False
    meant = own.words.keys[following[0]]
    return figures["inserted"] == 1.0 or own.words.keys.count(meant) == 1


def _share_told(own: AlignedSentence, other: AlignedSentence, negators: list[Range]) -> float:
    """The share of the weighty words of one side, its negators left out, that the other side has."""
    left_out = {at for place in negators for at in range(*place)}
    keys = {key for at, key in enumerate(own.words.keys) if own.weight(at) == 1.0 and at not in left_out}
    return len(keys & other.key_set) / len(keys) if keys else 0.0


def _negated_too(own: AlignedSentence, other: AlignedSentence, place: Range, theirs: list[Range]) -> bool:
    """Whether the other side negates the same word: "did not intend", "never intended"."""
    following = {own.words.keys[at] for at in _weighty_behind(own, place)}
    return any(other.words.keys[at] in following for negator in theirs for at in _weighty_behind(other, negator))


def _weighty_behind(side: AlignedSentence, place: Range) -> list[int]:
    """The next two weighty words behind a negator."""
    reach = range(place[1], min(place[1] + 6, len(side.words.keys)))
    return [at for at in reach if side.weight(at) == 1.0][:2]


_Negations = tuple[list[Range], list[Range]]


def _negations(side: AlignedSentence) -> _Negations:
    """Where plain negators stand (not, never, n't), and where verbs that negate (denied, refused to)."""
    tables = tables_for(side.language)
    plain: list[Range] = []
    implied: list[Range] = []
    for fact in side.facts:
        if fact.kind != "negation":
            continue
        place = side.range_of(fact)
        if place is None:
            continue
        first = str(fact.value).split()[0]
        explicit = tables.has("negation_words", first) or fact.text.lower().endswith(("n't", "n’t"))
        (plain if explicit else implied).append(place)
    return plain, implied


def _unmatched(pair: AlignedPair) -> tuple[_Negations, _Negations]:
    """The negations of both sides without those that both have: the same word of the same, or the same verb."""
    sides = pair.left, pair.right
    counts = _negations(pair.left), _negations(pair.right)
    for kind in (0, 1):
        for place in list(counts[0][kind]):
            told = {sides[0].words.keys[at] for at in _weighty_behind(sides[0], place)}
            for rival in counts[1][kind]:
                same = sides[0].words.keys[place[0]] == sides[1].words.keys[rival[0]]
                theirs = {sides[1].words.keys[at] for at in _weighty_behind(sides[1], rival)}
                if same and (kind == 1 or told & theirs):
                    counts[0][kind].remove(place)
                    counts[1][kind].remove(rival)
                    break
    return counts


def _negated(pair: AlignedPair, own: AlignedSentence, other: AlignedSentence, place: Range, swapped: bool) -> Candidate:
    """A negator with the words behind it, and where the other side has them."""
    following = _weighty_behind(own, place)
    positions = {key: at for at, key in reversed(list(enumerate(other.words.keys)))}
    found = [_found(positions, own.words.keys[at]) for at in following]
    first = found[0] if found else None
    second = found[1] if len(found) > 1 else None
    anchor = first if first is not None else second
    theirs = (anchor, anchor + 1) if anchor is not None else (0, min(1, len(other.words.keys)))
    mine = (following[0], following[0] + 1) if following else place
    one, two = (theirs, mine) if swapped else (mine, theirs)
    figures = slot_features(pair, one, two)
    inserted = _inserted(pair, place, swapped)
    figures |= {
        "next": float(first is not None),
        "second": float(second is not None),
        "inserted": inserted,
        "quiet": float(own.words.keys[place[0]] == "not" or own.language != "en"),
    }
    spot = (theirs, place) if swapped else (place, theirs)
    return Candidate("polarity", spot[0], spot[1], figures)


def _found(positions: Mapping[str, int], key: str) -> int | None:
    """Where a word stands, or a longer one that is made of it: "write" and "writer", "appear" and "appearance"."""
    at = positions.get(key)
    if at is None and len(key) >= LEAST_ROOT:
        at = next((place for other, place in positions.items() if other.startswith(key)), None)
    return at


def _inserted(pair: AlignedPair, place: Range, swapped: bool) -> float:
    """1 when the sentences agree on both sides of the negator and nothing stands in its place, 0.5 for one side."""
    mine, theirs = pair.blocks[::-1] if swapped else pair.blocks
    before = mine[place[0] - 1] if place[0] else None
    behind = mine[place[1]] if place[1] < len(mine) else None
    agreed = [block for block in (before, behind) if block is not None and block < 0]
    if len(agreed) == 2 and abs(theirs.index(agreed[0]) - theirs.index(agreed[1])) == 1:
        return 1.0
    return 0.5 if len(agreed) == 2 else 0.25 if agreed else 0.0


def _said_contrary(own: AlignedSentence, other: AlignedSentence, place: Range) -> bool:
    """Whether the other side has the contrary of what is negated here, "not difficult" and "easy", "not willing" and
    "unwilling"; or negates it half: "do not know", "know little".
    """
    table, theirs, written = opposites(own.language), other.key_set, other.written[0]
    following = own.words.keys[place[1] : place[1] + 4]
    return (
        any(not theirs.isdisjoint(table.get(key, ())) for key in following)
        or any(prefix + word in written for word in own.lower[place[1] : place[1] + 4] for prefix in _TURNING)
        or _half_negated(other, following)
    )


def _half_negated(side: AlignedSentence, keys: Sequence[str]) -> bool:
    """Whether a word that negates half stands beside one of some words: "know little", but not "a few know"."""
    tables = tables_for(side.language)
    return any(
        not {*side.words.keys[max(0, at - 2) : at + 3]}.isdisjoint(keys)
        for at, word in enumerate(side.lower)
        if tables.has("weak_negations", word) and (at == 0 or side.lower[at - 1] != "a")
    )


def _chance(candidate: Candidate) -> tuple[float, int]:
    figures = candidate.figures
    return figures["inserted"] * 2 + figures["next"] + figures["likeness"] + figures["second"], -candidate.left[0]


@cache
def opposites(language: str) -> dict[str, dict[str, bool]]:
    """For each word key the keys that say the contrary, and whether two people of one event can do both: buy, sell."""
    table: dict[str, dict[str, bool]] = {}
    for line in pack(language).get("antonyms", ()):
        sides = [{word_key(word, language) for word in part.split(",")} for part in line.lstrip("~").split()]
        for one, other in ((sides[0], sides[1]), (sides[1], sides[0])):
            for key in one:
                table.setdefault(key, {}).update(dict.fromkeys(other - one, line.startswith("~")))
    return table


def opposite_candidates(pair: AlignedPair) -> Iterator[Candidate]:
    """A word and its contrary in the same place, neither of which the other side has too."""
    table = opposites(pair.left.language)
    if not table:
        return
    left_keys, right_keys = pair.left.words.keys, pair.right.words.keys
    found: list[Candidate] = []
    right_places = {key: at for at, key in reversed(list(enumerate(right_keys)))}
    for at, key in enumerate(left_keys):
        if key in right_places:
            continue
        for other in sorted({*table.get(key, ()), *_turned(key, pair)}):
            where = right_places.get(other)
            if where is None or other in left_keys:
                continue
            if table.get(key, {}).get(other) and not pair.flanks((at, at + 1), (where, where + 1))[0]:
                continue
            figures = slot_features(pair, (at, at + 1), (where, where + 1))
            common = pair.left.weight(at) < 1 or pair.right.weight(where) < 1
            figures |= {"common": float(common), "both flanks": figures["before"] * figures["behind"]}
            found.append(Candidate("opposite", (at, at + 1), (where, where + 1), figures))
    if not found:
        return
    # "not the same" and "different": the contrary word of a negated one agrees with it; "never" is one itself
    negators = [_negations(side)[0] for side in (pair.left, pair.right)]
    for candidate in found:
        places = candidate.left, candidate.right
        negated = [any(place[0] != own[0] for place in all_) for all_, own in zip(negators, places, strict=True)]
        if negated[0] != negated[1]:
            continue
        candidate.figures["clashes"] = float(min(3, len(found)))
        yield candidate


def _turned(key: str, pair: AlignedPair) -> list[str]:
    """The right words that are a left word with or without a prefix that turns it around: "legal", "illegal"."""
    if len(key) < 4:
        return []
    ours, theirs = pair.left.key_set, pair.right.key_set
    found = []
    for prefix in _TURNING:
        # "non-binding" is "nonbinding"
        if prefix in ours or prefix in theirs:
            continue
        rest = key.removeprefix(prefix)
        if prefix + key in theirs:
            found.append(prefix + key)
        if rest != key and len(rest) > 3 and rest in theirs:
            found.append(rest)
    return found
