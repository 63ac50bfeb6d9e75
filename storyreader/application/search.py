"""Finding articles and saved comparisons by what the reader types: exact words first, then slips of the keyboard."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from storyreader.library import Entry
from storyreader.saving import SavedSummary

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
    scores = [_score(wanted, text) for text in texts]
    return sorted((at for at, score in enumerate(scores) if score >= LEAST_ALIKE), key=lambda at: (-scores[at], at))


def _score(wanted: str, searched: SearchText) -> float:
    if wanted in searched.text:
        return 101.0
    return fuzz.partial_ratio(wanted, searched.title) if len(wanted) >= SHORTEST else 0.0


def matching_entries(words: str, entries: Sequence[Entry]) -> list[int]:
    """The indexes of the readable articles whose headline or outlet have the words, best first."""
    readable = [at for at, entry in enumerate(entries) if not entry.problem]
    texts = [f"{entries[at].title} {entries[at].outlet}".casefold() for at in readable]
    return [readable[at] for at in ranked_matches(words, [SearchText(text, text) for text in texts])]


def matching_summaries(words: str, summaries: Sequence[SavedSummary]) -> list[int]:
    """The indexes of the saved comparisons that have the words in titles, outlets or notes, best first."""
    return ranked_matches(words, [SearchText(summary.searched, summary.title.casefold()) for summary in summaries])
