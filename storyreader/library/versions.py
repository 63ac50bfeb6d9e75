"""Pages with much the same text: of one outlet or address versions, and what changed from one to the next; of two
outlets, one copy.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from rapidfuzz import fuzz, process

from storyreader.facts import extract_facts
from storyreader.library.addresses import canonical_address
from storyreader.library.entry import Entry
from storyreader.library.stories import Story

SHARED = 0.5
"""Share of the shorter one's sentences that two versions have word for word, at least."""

SHARED_ADDRESS = 0.1
"""The same of two pages with one address, which also serves other texts: a live report, a page of a section."""

REWORDED = 60.0
"""Likeness (0 to 100) from which a sentence of one version is a rewording of one of the other."""

EditKind = Literal["headline", "number", "name", "quotation", "attribution", "caveat", "wording"]
EDIT_KINDS: tuple[EditKind, ...] = get_args(EditKind)
"""What an edit touches, the weightiest first."""
_TOUCHED: Mapping[str, EditKind] = {
    "name": "name", "quote": "quotation", "attribution": "attribution", "caveat": "caveat", "negation": "caveat",
}  # fmt: skip
"""By kinds of facts; all others are numbers."""
_LOOKED_AT = 60
"""Edits of which it is told what they touch; those of a text written anew are all wording."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A headline or sentence that another took the place of; `before` is empty for an added one, `after` for a dropped
    one. `kind` is the weightiest thing that changed in it.
    """

    kind: EditKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What became of the sentences of an earlier version in a later one; the edits are ranked, the weightiest first."""

    dropped: int
    added: int
    reworded: int
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class WordForWord:
    """An article that stands nearly whole in that of another outlet. `share` (0 to 1) is that of its own words that
    do; `more` outlets carry the text besides; `agency` is whose copy it likely is, empty where none or several are
    named.
    """

    share: float
    other: Entry
    more: int = 0
    agency: str = ""


def possible_versions(
    entries: Sequence[Entry], stories: Sequence[Story], addresses: Sequence[str | None] = ()
) -> dict[tuple[int, int], float]:
    """Pairs of entries, by their places, that may be an earlier and a later version, with the share of sentences that
    tells that they are: of one outlet in one story, or of one address.
    """
    pairs: dict[tuple[int, int], float] = {}
    for story in stories:
        by_outlet: dict[str, list[int]] = {}
        for index in story.members:
            if entries[index].publisher:
                by_outlet.setdefault(str(entries[index].publisher).casefold(), []).append(index)
        for there in by_outlet.values():
            pairs.update(dict.fromkeys(_in_time(entries, there), SHARED))
    by_address: dict[str, list[int]] = {}
    for index, address in enumerate(addresses):
        if address and (canonical := canonical_address(address)):
            by_address.setdefault(canonical, []).append(index)
    for there in by_address.values():
        pairs.update(dict.fromkeys(_in_time(entries, there), SHARED_ADDRESS))
    return pairs


def _in_time(entries: Sequence[Entry], there: Sequence[int]) -> list[tuple[int, int]]:
    """Each with the next one in time."""
    in_time = sorted(there, key=lambda index: (entries[index].updated or entries[index].published or "", index))
    return list(pairwise(in_time))


def change_between(
    before: Sequence[str],
    after: Sequence[str],
    headlines: tuple[str | None, str | None] = (None, None),
    language: str | None = None,
    least: float = SHARED,
) -> VersionChange | None:
    """What changed from the sentences of one version to the next; None when they are not versions of one article.

    `least` is the share of the shorter one's sentences that stand in the other, 0 to 1.
    """
    earlier_texts, later_texts = set(before), set(after)
    left = [text for text in before if text not in later_texts]
    new = [text for text in after if text not in earlier_texts]
    same = len(before) - len(left)
    if not before or not after or same < least * min(len(before), len(after)):
        return None
    changed: list[tuple[str, str]] = []
    dropped = []
    for text in left:
        best = process.extractOne(text, new, scorer=fuzz.ratio, score_cutoff=REWORDED)
        if best is None:
            dropped.append((text, ""))
            continue
        new.remove(best[0])
        changed.append((text, best[0]))
    pairs = [*changed, *dropped, *(("", text) for text in new)]
    edits = [Edit(_touched(*pair, language) if at < _LOOKED_AT else "wording", *pair) for at, pair in enumerate(pairs)]
    if all(headlines) and headlines[0] != headlines[1]:
        edits.append(Edit("headline", str(headlines[0]), str(headlines[1])))
    ranked = sorted(edits, key=lambda edit: EDIT_KINDS.index(edit.kind))
    return VersionChange(len(dropped), len(new), len(changed), tuple(ranked))


def _touched(before: str, after: str, language: str | None) -> EditKind:
    """The weightiest kind of facts that one text has and the other has not."""
    facts = [
        Counter((_TOUCHED.get(fact.kind, "number"), str(fact.value).casefold(), fact.unit) for fact in found)
        for found in (extract_facts(text, None, language or "en") for text in (before, after) if text)
    ]
    differing = {kind for kind, *_ in ((facts[0] - facts[-1]) + (facts[-1] - facts[0]) if len(facts) > 1 else facts[0])}
    return next((kind for kind in EDIT_KINDS if kind in differing), "wording")
