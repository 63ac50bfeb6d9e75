"""Two linked sentences of which one says the contrary of a word of the other: "open" and "closed"."""

from collections.abc import Iterator
from functools import cache, lru_cache

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.slot_features import Candidate, slot_features
from storyreader.lexicon import pack, tables_for, word_key

FIGURE_REACH = 3
"""Words behind "up" or "down" in which the figure stands that they are said of."""
_BUT = frozenset({"but", "aber", "mais", "pero", "ma", "mas", "maar", "men", "но"})
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
"""What turns a word into its contrary."""
LEAST_TURNED = 4
"""Letters of a word that one of them may turn around."""


@cache
def opposites(language: str) -> dict[str, dict[str, bool]]:
    """For each word key the keys that say the contrary, and whether two people of one event can do both: buy, sell."""
    table: dict[str, dict[str, bool]] = {}
    for line in pack(language).get("antonyms", ()):
        sides = [{word_key(word, language) for word in part.split(",")} for part in line.lstrip("~").split()]
        for left, right in ((sides[0], sides[1]), (sides[1], sides[0])):
            for key in left:
                table.setdefault(key, {}).update(dict.fromkeys(right - left, line.startswith("~")))
    return table


def opposite_candidates(pair: AlignedPair) -> Iterator[Candidate]:
    """A word and its contrary in the same place, neither of which the other side has too."""
    table = opposites(pair.left.language)
    if not table:
        return
    right_places, left_keys = pair.right.places, pair.left.key_set
    turned = _turned(left_keys, pair.right.key_set)
    found: list[Candidate] = []
    for at, key in enumerate(pair.left.words.keys):
        contraries = table.get(key, {})
        if key in right_places or not (contraries or key in turned):
            continue
        for other in sorted({*contraries, *turned.get(key, ())}):
            where = right_places.get(other)
            if where is None or other in left_keys:
                continue
            if contraries.get(other) and not pair.flanks((at, at + 1), (where, where + 1))[0]:
                continue
            if _is_particle(pair.left, at) != _is_particle(pair.right, where) or _is_bound(pair, at, where):
                continue
            features = slot_features(pair, (at, at + 1), (where, where + 1))
            common = pair.left.weight(at) < 1 or pair.right.weight(where) < 1
            features |= {"common": float(common), "both flanks": features["before"] * features["behind"]}
            found.append(Candidate("opposite", (at, at + 1), (where, where + 1), features))
    if not found:
        return
    for candidate in found:
        if not _are_both_negated_or_none(pair, candidate.left, candidate.right):
            continue
        candidate.features["clashes"] = float(min(3, len(found)))
        yield candidate


def _are_both_negated_or_none(pair: AlignedPair, left: Range, right: Range) -> bool:
    """Whether the sentences of two contrary words negate alike: of "not the same" and "different" only one does, and
    they agree; "never" is a contrary word itself. A "not" behind a "but" is of something else: "worked but were not
    enough".
    """
    spans = (pair.left, left), (pair.right, right)
    anywhere = [any(negator[0] != span[0] for negator in side.negations[0]) for side, span in spans]
    before = [any(_governs(side, negator, span) for negator in side.negations[0]) for side, span in spans]
    return anywhere[0] == anywhere[1] or before[0] == before[1]


def _governs(side: AlignedSentence, negator: Range, span: Range) -> bool:
    """Whether no "but" stands between a negator and another word."""
    first, second = sorted((negator, span))
    return negator[0] != span[0] and _BUT.isdisjoint(side.lower[first[1] : second[0]])


def _is_bound(pair: AlignedPair, left: int, right: int) -> bool:
    """Whether both words open a time: "as early as 1962", "as late as 1962" can both hold."""
    framed = [side.lower[max(0, at - 1)] == side.lower[min(at + 1, len(side.lower) - 1)] == "as"
              for side, at in zip(pair.sides, (left, right), strict=True)]  # fmt: skip
    return all(framed)


def _is_particle(side: AlignedSentence, at: int) -> bool:
    """Whether a small word belongs to a verb and says no contrary of another verb: "give up" and "drop out". With a
    figure it does: "up 3 percent" and "dropped 3 percent".
    """
    if side.weight(at) == 1 or tables_for(side.language).has("sayings", side.lower[at]):
        return False
    behind = side.words.texts[at + 1 : at + 1 + FIGURE_REACH]
    return not any(text[:1].isdigit() for text in behind)


def _turned(left: frozenset[str], right: frozenset[str]) -> dict[str, list[str]]:
    """For left words the right ones that are the same with or without a prefix that turns it around: "legal" and
    "illegal".
    """
    found: dict[str, list[str]] = {}
    # "non-binding" is "nonbinding"
    for prefix, rest in _prefixed(left):
        if rest in right and prefix not in left and prefix not in right:
            found.setdefault(prefix + rest, []).append(rest)
    for prefix, rest in _prefixed(right):
        if rest in left and prefix not in left and prefix not in right:
            found.setdefault(rest, []).append(prefix + rest)
    return found


@lru_cache(maxsize=2_000)
def _prefixed(keys: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The words that may be another one turned around, as prefix and rest."""
    return tuple(
        (prefix, rest)
        for key in keys
        if key.startswith(PREFIXES)
        for prefix in PREFIXES
        if key.startswith(prefix) and len(rest := key.removeprefix(prefix)) >= LEAST_TURNED
    )
