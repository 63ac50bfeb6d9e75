"""Accounts in another language join their story, where the extra with sentence vectors is installed.

Vectors of two languages are alike for many reasons, so a score alone does not join: the account must be clearly closer
to the story than to everything else, and of the same days.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from storyreader.library.entry import Entry
from storyreader.library.stories import DAYS, Story
from storyreader.semantic import SentenceEncoder

LIKE = 0.82
"""Cosine of headline and first sentences from which an account may belong to a story in another language."""

CLEARER = 0.015
"""So much more than to any other story; both chosen so that the sample stories and as many strangers stay apart."""

MOST_TEXTS = 400
"""In a larger library nothing is joined: it would take the reader's machine for minutes."""


def with_other_languages(
    entries: Sequence[Entry], stories: Sequence[Story], encoder: SentenceEncoder, lead_of: Callable[[Entry], str]
) -> list[Story]:
    """The stories with those put together that tell of one event in different languages; the larger keeps its name.

    `lead_of` gives the beginning of an article's text.
    """
    languages_told = {entries[story.members[0]].language for story in stories}
    if len(languages_told) < 2 or len(stories) > MOST_TEXTS:
        return list(stories)
    told = [(story, *_told(entries, story, lead_of)) for story in stories]
    languages, days = [language for _, language, _, _ in told], [day for _, _, day, _ in told]
    vectors = encoder.vectors([text for _, _, _, text in told])
    likeness = vectors @ vectors.T
    joined: dict[int, int] = {}
    for at, (story, language, day, _) in enumerate(told):
        others = [other for other in range(len(told)) if languages[other] != language]
        best = _clearly_best(likeness[at], others)
        if len(story.members) > 1 or best is None or joined.get(best) == at:
            continue
        alike = [other for other in range(len(told)) if languages[other] == language]
        there = days[best]
        near = day is not None and there is not None and abs((day - there).days) <= DAYS
        if near and _clearly_best(likeness[best], alike) == at:
            joined[at] = best
    return _joined(stories, joined)


def _clearly_best(likeness: Any, others: Sequence[int]) -> int | None:
    """The one of the others that is closest, if it is close enough and clearly closer than the next."""
    ranked = sorted(others, key=lambda other: -likeness[other])
    scores = [likeness[other] for other in ranked[:2]]
    if not scores or scores[0] < LIKE or (len(scores) > 1 and scores[0] - scores[1] < CLEARER):
        return None
    return ranked[0]


def _told(
    entries: Sequence[Entry], story: Story, lead_of: Callable[[Entry], str]
) -> tuple[str | None, date | None, str]:
    """The language, day and first words of a story's first account that has them."""
    first = entries[story.members[0]]
    days = [day for index in story.members if (day := entries[index].day)]
    return first.language, min(days, default=None), f"{first.title}. {lead_of(first)}"


def _joined(stories: Sequence[Story], joined: dict[int, int]) -> list[Story]:
    members = {at: list(story.members) for at, story in enumerate(stories)}
    for at, into in joined.items():
        home = into
        while home in joined:
            home = joined[home]
        members[home] += members.pop(at)
    found = [Story(stories[at].title, tuple(there)) for at, there in members.items()]
    return sorted(found, key=lambda story: len(story.members) < 2)
