"""Pages with much the same text: of one outlet versions, and what changed from one to the next; of two, one copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from storyreader.library.entry import Entry
from storyreader.library.stories import Story

SHARED = 0.5
"""Share of the shorter one's sentences that two versions have word for word, at least."""

REWORDED = 60.0
"""Likeness (0 to 100) from which a sentence of one version is a rewording of one of the other."""


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What became of the sentences of an earlier version in a later one."""

    dropped: int
    added: int
    reworded: int


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


def possible_versions(entries: Sequence[Entry], stories: Sequence[Story]) -> list[tuple[int, int]]:
    """Pairs of entries, by their places, that may be an earlier and a later version: of one outlet in one story."""
    pairs: list[tuple[int, int]] = []
    for story in stories:
        by_outlet: dict[str, list[int]] = {}
        for index in story.members:
            if entries[index].publisher:
                by_outlet.setdefault(str(entries[index].publisher).casefold(), []).append(index)
        for there in by_outlet.values():
            in_time = sorted(there, key=lambda index: (entries[index].updated or entries[index].published or "", index))
            pairs += pairwise(in_time)
    return pairs


def change_between(before: Sequence[str], after: Sequence[str]) -> VersionChange | None:
    """What changed from the sentences of one version to the next; None when they are not versions of one article."""
    earlier_texts, later_texts = set(before), set(after)
    left = [text for text in before if text not in later_texts]
    new = [text for text in after if text not in earlier_texts]
    same = len(before) - len(left)
    if not before or not after or same < SHARED * min(len(before), len(after)):
        return None
    reworded = 0
    for text in left:
        best = process.extractOne(text, new, scorer=fuzz.ratio, score_cutoff=REWORDED)
        if best is not None:
            new.remove(best[0])
            reworded += 1
    return VersionChange(len(left) - reworded, len(new), reworded)
