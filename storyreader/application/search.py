"""Finding articles and saved comparisons by what the reader types: exact words first, then slips of the keyboard."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from storyreader.library import Entry
from storyreader.saving import NotedPassage, SavedSummary

LEAST_ALIKE = 75.0
"""Likeness (0 to 100) from which words with a slip in them count as found."""

SHORTEST = 4
"""Shorter words are only found as they are typed: a slip in them would find almost anything."""


class SearchText(NamedTuple):
    """Where words are looked for, in lower case: as typed in all of `text`, with slips in the `title` alone."""

    text: str
    title: str


def ranked_matches(words: str, texts: Sequence[SearchText]) -> list[int]:
    """The indexes of the texts that have the words: exact ones first, then the likest; no words find everything."""
    wanted = words.casefold().strip()
    exact = {at for at, searched in enumerate(texts) if wanted in searched.text}
    slips: list[tuple[str, float, int]] = []
    if len(wanted) >= SHORTEST:
        titles = [searched.title for searched in texts]
        slips = process.extract(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=LEAST_ALIKE, limit=None)
    rest = sorted((-score, at) for _, score, at in slips if at not in exact)
    return [*sorted(exact), *(at for _, at in rest)]


def matching_entries(words: str, entries: Sequence[Entry]) -> list[int]:
    """The indexes of the readable articles whose headline or outlet have the words, best first."""
    readable = [at for at, entry in enumerate(entries) if not entry.problem]
    texts = [f"{entries[at].title} {entries[at].outlet}".casefold() for at in readable]
    return [readable[at] for at in ranked_matches(words, [SearchText(text, text) for text in texts])]


class SavedQuery(NamedTuple):
    """What is looked for among saved files: `words` anywhere, and of one note `tags` and `verdicts`, and `outlets`."""

    words: str
    tags: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    @classmethod
    def of(cls, typed: str) -> "SavedQuery":
        """What the reader means: #tag, verdict:check and outlet:echo narrow it, everything else is words."""
        words: list[str] = []
        found: dict[str, list[str]] = {"#": [], "verdict:": [], "outlet:": []}
        for word in typed.casefold().split():
            sign = next((sign for sign in found if word.startswith(sign)), None)
            if sign is None:
                words.append(word)
            elif word != sign:
                found[sign].append(word.removeprefix(sign))
        return cls(" ".join(words), *(tuple(wanted) for wanted in found.values()))

    def passages(self, summary: SavedSummary) -> list[NotedPassage]:
        """The notes of a saved file that have what is looked for; with words in its title, all that have the rest."""
        if not self._by_outlet(summary):
            return []
        in_title = self.words in summary.title.casefold()
        return [
            passage
            for passage in summary.passages
            if self._narrowed(passage) and (in_title or self.words in passage.told.casefold())
        ]

    def _narrowed(self, passage: NotedPassage) -> bool:
        tags = [tag.casefold() for tag in passage.tags]
        return all(any(tag.startswith(wanted) for tag in tags) for wanted in self.tags) and all(
            passage.verdict.casefold().startswith(wanted) for wanted in self.verdicts
        )

    def _by_outlet(self, summary: SavedSummary) -> bool:
        outlets = [outlet.casefold() for outlet in summary.outlets]
        return all(any(wanted in outlet for outlet in outlets) for wanted in self.outlets)

    def has(self, summary: SavedSummary) -> bool:
        """Whether the outlets, and one of the notes where tags or verdicts are wanted, are what is looked for."""
        wanted = self.tags or self.verdicts
        return self._by_outlet(summary) and (not wanted or any(map(self._narrowed, summary.passages)))


def matching_summaries(typed: str, summaries: Sequence[SavedSummary]) -> list[int]:
    """The indexes of the saved files that have what is looked for, best first; `typed` is as in `SavedQuery.of`."""
    query = SavedQuery.of(typed)
    searched = [SearchText(summary.searched, summary.title.casefold()) for summary in summaries]
    return [at for at in ranked_matches(query.words, searched) if query.has(summaries[at])]
