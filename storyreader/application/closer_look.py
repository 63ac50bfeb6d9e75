"""What only the texts of a library tell: which pages are versions of one, and which outlets carry the same copy."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from storyreader.comparing import TWIN_SHARE, SharedRuns
from storyreader.lexicon import written_words
from storyreader.library import (
    Catalogue,
    Entry,
    Story,
    VersionChange,
    WordForWord,
    change_between,
    possible_versions,
)


@dataclass(frozen=True, slots=True)
class CloserLook:
    """By path: what a later version changed of the one before, and which article is word for word in another."""

    versions: Mapping[str, VersionChange] = field(default_factory=dict)
    copies: Mapping[str, WordForWord] = field(default_factory=dict)


def look_closer(entries: Sequence[Entry], stories: Sequence[Story], catalogue: Catalogue) -> CloserLook:
    """Compare texts that may be versions or copies, as the catalogue has them; nothing of articles it does not have.

    A second for some thousand articles that are new to it, less when they are not.
    """
    clusters = _near(entries, catalogue)
    sentences = lru_cache(maxsize=200)(lambda at: catalogue.sentences_of(entries[at].article_id))
    alike = [Story("", tuple(cluster)) for cluster in clusters]
    versions: dict[str, VersionChange] = {}
    addresses = list(catalogue.addresses_of([entry.article_id for entry in entries]))
    for (earlier, later), least in possible_versions(entries, [*stories, *alike], addresses).items():
        headlines = entries[earlier].headline, entries[later].headline
        texts = sentences(earlier), sentences(later)
        change = change_between(*texts, headlines, entries[later].language, least)
        if change is not None:
            versions[entries[later].path] = change
    forms = lru_cache(maxsize=200)(lambda at: _forms(sentences(at)))
    copies: dict[str, WordForWord] = {}
    for cluster in clusters:
        copies.update(_copies(entries, cluster, forms))
    return CloserLook(versions, copies)


def _near(entries: Sequence[Entry], catalogue: Catalogue) -> list[list[int]]:
    """Groups of articles that share much of their text with the first of them, in time."""
    readable = [at for at, entry in enumerate(entries) if entry.article_id]
    in_time = sorted(readable, key=lambda at: (entries[at].published or "~", at))
    clusters: dict[int, list[int]] = defaultdict(list)
    for earlier, later in catalogue.near_texts([entries[at].article_id for at in in_time]):
        clusters[in_time[earlier]].append(in_time[later])
    return [[first, *rest] for first, rest in clusters.items()]


def _copies(
    entries: Sequence[Entry], cluster: Sequence[int], forms: Callable[[int], Sequence[str]]
) -> Mapping[str, WordForWord]:
    """Which articles of a cluster are word for word in one of another outlet; `forms` gives the words of each."""
    first, *others = cluster
    shares: list[tuple[float, int, int]] = []
    for at in others:
        if _outlet(entries[at]) != _outlet(entries[first]):
            runs = SharedRuns(forms(first), forms(at))
            shares += [(runs.left_share, first, at), (runs.right_share, at, first)]
    told = sorted((one for one in shares if one[0] >= TWIN_SHARE), reverse=True)
    carriers = {at for _, *pair in told for at in pair}
    agencies = {agency for at in carriers if (agency := entries[at].agency)}
    outlets = {_outlet(entries[at]) for at in carriers}
    found: dict[str, WordForWord] = {}
    for share, at, other in told:
        agency = next(iter(agencies)) if len(agencies) == 1 else ""
        more = len(outlets - {_outlet(entries[at]), _outlet(entries[other])})
        found.setdefault(entries[at].path, WordForWord(share, entries[other], more, agency))
    return found


def _outlet(entry: Entry) -> str:
    """What tells outlets apart; a page that names none is of its own."""
    return (entry.publisher or entry.path).casefold()


def _forms(sentences: Sequence[str]) -> list[str]:
    return [word.casefold() for sentence in sentences for word in written_words(sentence).texts]
