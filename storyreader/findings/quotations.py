"""Which quotations of two accounts are versions of one, and what changed between them. Units: words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from storyreader.comparison import Passage
from storyreader.findings.nouns import Drift
from storyreader.lexicon import Tables, normalised_text, stop_keys, tables_for, words_of

SAME = 0.6
"""Share of the words in common from which two quotations are versions of one, 0 to 1."""
LEAST_WORDS = 4
"""Shorter quotations are versions of one only word for word, or inside a longer one."""
MOST_PLACES = 40
"""Quotations that may share two neighbouring words."""
MOST_TOLD = 3
"""Changes named; with more the quotations are told apart as a whole."""


@dataclass(frozen=True, slots=True)
class Version:
    """A quotation where one article has it; `text` without its marks."""

    passage: Passage
    text: str


def same_quotations(left: Sequence[Version], right: Sequence[Version]) -> Iterator[tuple[Version, Version]]:
    """The pairs of quotations that are versions of one: each left one with its most alike right one and the other way.

    Near-linear: only quotations that share two neighbouring words, or are equal, are looked at.
    """
    words = [[normalised_text(version.text).split() for version in side] for side in (left, right)]
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for occurrence, other in enumerate(words[1]):
        for gram in _grams(other):
            index[gram].add(occurrence)
    likeness: dict[tuple[int, int], float] = {}
    for occurrence, one in enumerate(words[0]):
        near = [index[gram] for gram in _grams(one) if gram in index]
        # words that stand in very many quotations tell nothing, and would make the cost grow with the square
        for other_place in set[int]().union(*(occurrences for occurrences in near if len(occurrences) <= MOST_PLACES)):
            found = _likeness(one, words[1][other_place])
            if found >= SAME:
                likeness[occurrence, other_place] = found
    best: list[dict[int, float]] = [{}, {}]
    for pair, value in likeness.items():
        for side in (0, 1):
            best[side][pair[side]] = max(best[side].get(pair[side], 0.0), value)
    for pair, value in sorted(likeness.items()):
        if value in (best[0][pair[0]], best[1][pair[1]]):
            yield left[pair[0]], right[pair[1]]


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Neighbouring words; a quotation of one word is its own."""
    return {tuple(words[at : at + 2]) for at in range(max(1, len(words) - 1))}


def _likeness(left: Sequence[str], right: Sequence[str]) -> float:
    if left == right:
        return 1.0
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if _has(long, short):
        return 0.95
    return Indel.normalized_similarity(left, right) if len(short) >= LEAST_WORDS else 0.0


def drift_between(left: Version, right: Version, language: str = "en") -> Drift | None:
    """What changed between two versions; None when the words are the same, however they are joined and stopped."""
    texts = left.text.split(), right.text.split()
    plain = [[normalised_text(word) for word in side] for side in texts]
    if _letters(left.text) == _letters(right.text):
        return None
    swapped = plain[0] > plain[1]
    first, second = (1, 0) if swapped else (0, 1)
    stretches: list[_QuoteChange] = []
    for code in Indel.opcodes(plain[first], plain[second]):
        parts = plain[first][code.src_start : code.src_end], plain[second][code.dest_start : code.dest_end]
        if code.tag == "equal" or not any(word for part in parts for word in part):
            continue
        stretch = [(code.src_start, code.src_end), (code.dest_start, code.dest_end)]
        stretches.append((stretch[first], stretch[second]))
    changes = [change for change in _joined(stretches) if not _same_letters(texts, change)]
    negations = tables_for(language)
    inner = [change for change in changes if not _is_trim(plain, change, negations)]
    if len(inner) > MOST_TOLD:
        return Drift(left.passage, right.passage, ((left.text, right.text),), whole=True)
    told = tuple(_words(texts, change) for change in inner or changes)
    return Drift(left.passage, right.passage, told, trimmed=not inner) if told else None


def _letters(text: str) -> str:
    """Letters and figures alone: "rusted-out" and "rusted out" are told alike."""
    return "".join(sign for sign in normalised_text(text) if sign.isalnum())


def _same_letters(texts: Sequence[Sequence[str]], change: "_QuoteChange") -> bool:
    left, right = (_letters(" ".join(text[slice(*part)])) for text, part in zip(texts, change, strict=True))
    return left == right


def _is_trim(plain: Sequence[Sequence[str]], change: "_QuoteChange", tables: Tables) -> bool:
    """Whether one version only begins earlier or ends later; words that turn the sense are no trim."""
    (left_start, left_end), (right_start, right_end) = change
    one_sided = left_start == left_end or right_start == right_end
    at_edge = left_start == right_start == 0 or (left_end == len(plain[0]) and right_end == len(plain[1]))
    words = [*plain[0][left_start:left_end], *plain[1][right_start:right_end]]
    turned = any(tables.has("negation_words", word) or word.endswith(("n't", "n’t")) for word in words)
    return one_sided and at_edge and not turned


def words_quoted(versions: Sequence[Version]) -> str:
    """The words of all quotations of an article, in their order."""
    return f" {normalised_text(' '.join(version.text for version in versions))} "


def without_split(drift: Drift, left: str, right: str, language: str = "en") -> Drift | None:
    """A drift without the words that the other article quotes too, in another piece or at another place, and without
    small ones by which one version is longer: `left` and `right` are the words that the articles quote. None when
    nothing is left of it.
    """
    if drift.whole:
        return drift
    kept = tuple(
        (gone, come)
        for gone, come in drift.changes
        if (gone and come)
        or not (
            f" {normalised_text(gone or come)} " in (left if come else right)
            or (drift.trimmed and _is_small(gone or come, language))
        )
    )
    return replace(drift, changes=kept) if kept else None


def _is_small(text: str, language: str) -> bool:
    return all(key in stop_keys(language) for key in words_of(text, language).keys)


def _has(words: Sequence[str], run: Sequence[str]) -> bool:
    return f" {' '.join(run)} " in f" {' '.join(words)} "


_QuoteChange = tuple[tuple[int, int], tuple[int, int]]


def _joined(changes: Sequence[_QuoteChange]) -> list[_QuoteChange]:
    """Changes that follow each other without a kept word between them are one."""
    result: list[_QuoteChange] = []
    for change in changes:
        if result and all(before[1] == now[0] for before, now in zip(result[-1], change, strict=True)):
            (left_start, _), (right_start, _) = result[-1]
            result[-1] = ((left_start, change[0][1]), (right_start, change[1][1]))
        else:
            result.append(change)
    return result


def _words(texts: tuple[list[str], list[str]], change: _QuoteChange) -> tuple[str, str]:
    """What the left version has and what the right one has in its place."""
    left, right = (" ".join(text[slice(*part)]).strip(" ,.;:") for text, part in zip(texts, change, strict=True))
    return left, right
