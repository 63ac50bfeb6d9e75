"""Two linked sentences of which one negates what the other says plainly."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.antonyms import PREFIXES, opposites
from storyreader.contradiction.slot_features import Candidate, Features, slot_features
from storyreader.contradiction.values import complements
from storyreader.lexicon import tables_for

LEAST_ROOT = 5
"""Letters of a word from which longer ones are taken to be made of it."""
PLACE_REACH = 4
"""Words before a word in which a preposition stands that belongs to it."""
LEAST_TOLD = 0.5
"""The least share of the content words of a sentence with a "not" that the other one has, unless the words around
the "not" agree: with less it tells of something else.
"""


def polarity_candidates(pair: AlignedPair) -> Iterator[Candidate]:
    """One side negates what the other says plainly."""
    if not any((*pair.left.negations, *pair.right.negations)):
        return
    counts = _unmatched(pair)
    for swapped, (own, other) in enumerate((pair.sides, pair.sides[::-1])):
        negated, plain = counts[swapped], counts[1 - swapped]
        implied = not negated[0] and bool(negated[1]) and not plain[0] and not plain[1]
        # "denied that they had" and "had not" say the same; "who cannot be named" says nothing of what was not done
        of_own = sum(1 for negator in plain[0] if not _stands_in_insertion(other, negator))
        if not implied and len(negated[0]) <= of_own + min(1, len(plain[1])):
            continue
        theirs = [*plain[0], *plain[1]]
        spans = [
            span
            for span in negated[1 if implied else 0]
            if not _said_contrary(own, other, span) and not _negated_too(own, other, span, theirs)
        ]
        if not spans or complements(pair):
            continue
        found = [_negated(pair, own, other, span, bool(swapped)) for span in spans]
        meant = [_is_meant(own, other, one.span, one.features) for one in found]
        if not any(meant):
            continue
        best = max(found, key=partial(_chance, pair))
        if not meant[found.index(best)]:
            continue
        own_told = _share_told(own, other, spans)
        if own_told < LEAST_TOLD and best.features["inserted"] < 0.5:
            continue
        features = slot_features(pair, *best.words) | best.features
        features |= {
            "own told": own_told,
            "other told": _share_told(other, own, theirs),
            "others": float(len(plain[0])),
            "implicit": float(min(2, len(plain[1]))),
            "own implicit": float(min(2, len(negated[1]))),
            "difference": float(min(3, len(negated[0]) - len(plain[0]))),
            "implied": float(implied),
        }
        yield Candidate("polarity", *best.spots, features)


def _is_meant(own: AlignedSentence, other: AlignedSentence, span: Range, features: Features) -> bool:
    """Whether the other side tells what is negated. "Is not a nurse" says nothing against "is a senator", "without
    power" nothing against "cut off"; and a sentence that says a word with and without a "not" speaks of two things.
    """
    following = _content_words_behind(own, span)
    if not following:
        return True
    if not features["next"] and not (features["second"] * features["quiet"] and _is_adverb(own, following[0])):
        return False
    meant = own.words.keys[following[0]]
    if _negates_a_place(own, other, span, meant):
        return False
    return features["inserted"] == 1.0 or own.words.keys.count(meant) == 1


def _is_adverb(side: AlignedSentence, at: int) -> bool:
    """Whether a word behind a negator leaves the next one negated: "did not immediately respond", not "did not pay"."""
    return side.language != "en" or side.lower[at].endswith("ly")


def _negates_a_place(own: AlignedSentence, other: AlignedSentence, span: Range, meant: str) -> bool:
    """Whether a preposition behind the negator says what is negated, and the other side has the word without it: "was
    not at the meeting" says nothing against "the meeting".
    """
    lead = own.lower[span[1]] if span[1] < len(own.lower) else ""
    if not tables_for(own.language).has("speaker_stops", lead) or meant not in other.key_set:
        return False
    at = other.words.keys.index(meant)
    return lead not in other.lower[max(0, at - PLACE_REACH) : at]


def _share_told(own: AlignedSentence, other: AlignedSentence, negators: list[Range]) -> float:
    """The share of the content words of one side, its negators left out, that the other side has."""
    left_out = {at for span in negators for at in range(*span)}
    keys = {key for at, key in enumerate(own.words.keys) if own.weight(at) == 1.0 and at not in left_out}
    return len(keys & other.key_set) / len(keys) if keys else 0.0


def _negated_too(own: AlignedSentence, other: AlignedSentence, span: Range, theirs: list[Range]) -> bool:
    """Whether the other side negates the same word: "did not intend", "never intended"."""
    following = {own.words.keys[at] for at in _content_words_behind(own, span)}
    return any(other.words.keys[at] in following for negator in theirs for at in _content_words_behind(other, negator))


def _stands_in_insertion(side: AlignedSentence, negator: Range) -> bool:
    """Whether a negator stands in a clause behind a comma that tells more of a noun: "Voss, who cannot be named"."""
    comma = side.text.rfind(",", 0, side.words.spans[negator[0]][0])
    inside = side.words_in(comma, side.words.spans[negator[0]][0] + 1) if comma >= 0 else None
    return inside is not None and tables_for(side.language).has("relative_pronouns", side.lower[inside[0]])


def _content_words_behind(side: AlignedSentence, span: Range) -> list[int]:
    """The next two content words behind a negator."""
    reach = range(span[1], min(span[1] + 6, len(side.words.keys)))
    return [at for at in reach if side.weight(at) == 1.0][:2]


def _unmatched(pair: AlignedPair) -> tuple[list[list[Range]], list[list[Range]]]:
    """The negations of both sides without those that both have: the same word of the same, or the same verb."""
    counts = [list(own) for own in pair.left.negations], [list(own) for own in pair.right.negations]
    for kind in (0, 1):
        alike = [
            (len(told & theirs), span, rival)
            for span, told in _told_behind(pair.left, counts[0][kind])
            for rival, theirs in _told_behind(pair.right, counts[1][kind])
            if pair.left.words.keys[span[0]] == pair.right.words.keys[rival[0]] and (kind == 1 or told & theirs)
        ]
        # those that negate most of the same go first: "not broken any" and "not violated any" share a word, too
        for _, span, rival in sorted(alike, key=lambda found: -found[0]):
            if span in counts[0][kind] and rival in counts[1][kind]:
                counts[0][kind].remove(span)
                counts[1][kind].remove(rival)
    return counts


def _told_behind(side: AlignedSentence, negators: Sequence[Range]) -> list[tuple[Range, set[str]]]:
    return [(span, {side.words.keys[at] for at in _content_words_behind(side, span)}) for span in negators]


class _Negated(NamedTuple):
    """A negator: the words behind it and where the other side has them, and the spots to be told, left side first."""

    span: Range
    words: tuple[Range, Range]
    spots: tuple[Range, Range]
    features: Features


def _negated(pair: AlignedPair, own: AlignedSentence, other: AlignedSentence, span: Range, swapped: bool) -> _Negated:
    """A negator with what is quickly known of it; what its place looks like is measured once it is the one meant."""
    following = _content_words_behind(own, span)
    found = [_found(other.places, own.words.keys[at]) for at in following]
    first = found[0] if found else None
    second = found[1] if len(found) > 1 else None
    anchor = first if first is not None else second
    theirs = (anchor, anchor + 1) if anchor is not None else (0, min(1, len(other.words.keys)))
    mine = (following[0], following[0] + 1) if following else span
    features = {
        "next": float(first is not None),
        "second": float(second is not None),
        "inserted": _inserted(pair, span, swapped),
        "quiet": float(own.words.keys[span[0]] == "not" or own.language != "en"),
    }
    words, spots = ((theirs, mine), (theirs, span)) if swapped else ((mine, theirs), (span, theirs))
    return _Negated(span, words, spots, features)


def _found(positions: Mapping[str, int], key: str) -> int | None:
    """Where a word stands, or a longer one that is made of it: "write" and "writer", "appear" and "appearance"."""
    at = positions.get(key)
    if at is None and len(key) >= LEAST_ROOT:
        at = next((span for other, span in positions.items() if other.startswith(key)), None)
    return at


def _inserted(pair: AlignedPair, span: Range, swapped: bool) -> float:
    """1 when the sentences agree on both sides of the negator and nothing stands in its place, 0.5 for one side."""
    mine, theirs = pair.blocks[::-1] if swapped else pair.blocks
    before = mine[span[0] - 1] if span[0] else None
    behind = mine[span[1]] if span[1] < len(mine) else None
    agreed = [block for block in (before, behind) if block is not None and block < 0]
    if len(agreed) == 2 and abs(theirs.index(agreed[0]) - theirs.index(agreed[1])) == 1:
        return 1.0
    return 0.5 if len(agreed) == 2 else 0.25 if agreed else 0.0


def _said_contrary(own: AlignedSentence, other: AlignedSentence, span: Range) -> bool:
    """Whether the other side has the contrary of what is negated here, "not difficult" and "easy", "not willing" and
    "unwilling"; or negates it half: "do not know", "know little".
    """
    table, theirs, written = opposites(own.language), other.key_set, other.written[0]
    following = own.words.keys[span[1] : span[1] + 4]
    return (
        any(not theirs.isdisjoint(table.get(key, ())) for key in following)
        or any(prefix + word in written for word in own.lower[span[1] : span[1] + 4] for prefix in PREFIXES)
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


def _chance(pair: AlignedPair, one: _Negated) -> tuple[float, int]:
    features = one.features
    sure = features["inserted"] * 2 + features["next"] + pair.likeness(*one.words) + features["second"]
    return sure, -one.spots[0][0]
