"""How far two coders agree who judged the same pairs: raw agreement and Cohen's kappa.

Kappa is (p - e) / (1 - e), where p is the share of pairs with the same verdict and e the share expected by chance from
how often each coder gave each verdict (J. Cohen, A coefficient of agreement for nominal scales, Educational and
Psychological Measurement 20, 1960, 37-46).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from storyreader.saving.exchange import ImportedFile
from storyreader.saving.items import Item, Note

JudgedPassages = frozenset[tuple[str, str]]
"""What was judged: the hash of the page and the quotation, of each side that has one."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`both` is the number of pairs that both coders gave a verdict to; `only` what just one of them judged.

    `share` is raw agreement, 0 to 1, None without a common pair; `kappa` is -1 to 1, None where chance alone makes
    both agree (all verdicts the same) or where there is no common pair. `differing` are quotations with both verdicts.
    """

    both: int
    only: tuple[int, int]
    share: float | None
    kappa: float | None
    differing: tuple[tuple[tuple[str, ...], str, str], ...]


def verdicts_of(handed: ImportedFile, author: str = "") -> dict[JudgedPassages, str]:
    """The verdict on each pair, the latest where there are several; with `author`, theirs alone."""
    judged: list[tuple[Item, JudgedPassages]] = []
    if handed.saved is not None:
        judged = [(note, _place(note)) for note in handed.saved.living_notes]
    judged += [
        (one.item, frozenset((page, " ".join(quote.exact for quote in quotes)) for page, quotes in one.quotes.items()))
        for one in handed.annotations
    ]
    found: dict[JudgedPassages, str] = {}
    for item, place in sorted(judged, key=lambda pair: pair[0].changed):
        if isinstance(item, Note) and item.verdict and place and author in ("", item.author):
            found[place] = item.verdict.strip().casefold()
    return found


def _place(note: Note) -> JudgedPassages:
    return frozenset((anchor.article, anchor.exact) for anchor in note.target.anchors)


def agreement(first: Mapping[JudgedPassages, str], second: Mapping[JudgedPassages, str]) -> Agreement:
    """Compare two coders' verdicts, pair by pair."""
    common = sorted(first.keys() & second.keys(), key=sorted)
    pairs = [(first[place], second[place]) for place in common]
    differing = [
        (tuple(text for _, text in sorted(place)), *pair)
        for place, pair in zip(common, pairs, strict=True)
        if pair[0] != pair[1]
    ]
    share = 1 - len(differing) / len(pairs) if pairs else None
    only = (len(first.keys() - second.keys()), len(second.keys() - first.keys()))
    return Agreement(len(pairs), only, share, kappa(pairs), tuple(differing))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts; None where it is not defined."""
    if not pairs:
        return None
    same = sum(left == right for left, right in pairs) / len(pairs)
    counts = [Counter(pair[coder] for pair in pairs) for coder in (0, 1)]
    chance = sum(counts[0][verdict] * counts[1][verdict] for verdict in counts[0]) / len(pairs) ** 2
    return (same - chance) / (1 - chance) if chance < 1 else None


def agreement_lines(found: Agreement, names: tuple[str, str]) -> Iterable[str]:
    """The agreement as lines to read."""
    yield f"Pairs that both gave a verdict to: {found.both}"
    yield f"Judged by {names[0]} alone: {found.only[0]}; by {names[1]} alone: {found.only[1]}"
    if found.share is not None:
        yield f"Same verdict: {found.share:.1%}"
        yield f"Cohen's kappa: {found.kappa:.3f}" if found.kappa is not None else "Cohen's kappa: not defined here"
    for texts, left, right in found.differing:
        yield f"{names[0]}: {left}, {names[1]}: {right}"
        yield from (f"    “{text}”" for text in texts)
