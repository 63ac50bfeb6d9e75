"""Finding articles of the library: by the catalogue, by the reader's labels, and with slips of the keyboard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from storyreader.application.progress import Progress
from storyreader.library import (
    Catalogue,
    Condition,
    Entry,
    EntryList,
    Excerpt,
    LabelBook,
    Match,
    Query,
    Story,
    parse_query,
)

MOST = 5_000
"""So many articles are found at most; a search that finds more says little."""
ENOUGH = 20
"""With so many found nothing is looked for with slips."""
_EVERYTHING = 1_000_000_000


class FoundEntry(NamedTuple):
    """An entry by its place among the entries, and the best place of its text."""

    entry: int
    excerpt: Excerpt = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is known beside the catalogue: the stories, how far the reader has come, and their labels."""

    stories: Sequence[Story] = ()
    progress: Progress = field(default_factory=Progress)
    labels: LabelBook = field(default_factory=LabelBook)


def find_entries(
    typed: str, entries: EntryList, shelved: Shelved, catalogue: Catalogue, most: int = MOST
) -> list[FoundEntry]:
    """The readable entries for which all holds that was typed (see `parse_query`), best first, at most so many.

    Plain words are looked for inside of words and with slips of the keyboard in headline and outlet too, behind all
    others. Raises NotAQuery.
    """
    query = parse_query(typed)
    holds = _Held(query, entries, shelved)
    if not any(query.of("text", "outlet", "by", "date")):
        held = sorted(holds.among(range(len(entries))), key=lambda at: entries[at].published or "", reverse=True)
        return [FoundEntry(at) for at in held[:most]]
    result = _searched(query, holds, catalogue, most)
    rest = any(one.negated or one.field in ("outlet", "by", "date") for one in query.conditions)
    if len(result) < ENOUGH and not rest:
        there = {one.entry for one in result}
        alike = catalogue.like_titles(list(query.of("text")), MOST if holds.conditions else most)
        result += [FoundEntry(at) for at in holds.of_articles(alike) if at not in there]
    return result[:most]


def _searched(query: Query, holds: "_Held", catalogue: Catalogue, most: int) -> list[FoundEntry]:
    """What the catalogue finds. It may know many articles that are not in this library: then more are asked for."""
    limit = _EVERYTHING if holds.conditions else most
    while True:
        matches = catalogue.search(query, limit)
        found = holds.of_matches(matches)
        if len(found) >= most or len(matches) < limit:
            return found[:most]
        limit *= 10


class _Held:
    """Which readable entries have what the reader asks for of what they themselves said or did."""

    def __init__(self, query: Query, entries: EntryList, shelved: Shelved) -> None:
        self.conditions = list(query.of("tag", "is", "has", "story"))
        self._entries = entries
        self._shelved = shelved
        self._titles: Mapping[int, str] = {}
        if any(condition.field == "story" for condition in self.conditions):
            self._titles = {at: story.title.casefold() for story in shelved.stories for at in story.members}

    def among(self, places: Iterable[int]) -> list[int]:
        """Those of some entries, by their places."""
        return [at for at in places if not self._entries[at].problem and self._all_hold(at)]

    def of_articles(self, articles: Iterable[str]) -> list[int]:
        """Those of some articles that are in the library, by their ids."""
        places = (self._entries.of_article(article) for article in articles)
        return self.among(at for at in places if at is not None)

    def of_matches(self, matches: Sequence[Match]) -> list[FoundEntry]:
        """Those of some matches."""
        excerpts = {match.article: match.excerpt for match in matches}
        return [FoundEntry(at, excerpts[self._entries[at].article_id]) for at in self.of_articles(excerpts)]

    def _all_hold(self, at: int) -> bool:
        return all(
            self._is_so(one, self._entries[at], self._titles.get(at, "")) != one.negated for one in self.conditions
        )

    def _is_so(self, condition: Condition, entry: Entry, title: str) -> bool:
        labels, progress = self._shelved.labels.of(entry.article_id), self._shelved.progress
        wanted = condition.text.casefold()
        read = labels.is_read(opened=entry.article_id in progress.places)
        match condition.field:
            case "story":
                return wanted in title
            case "tag":
                return any(tag.casefold().startswith(wanted) for tag in labels.tags)
            case "has":
                return bool(labels.tags) if wanted == "tag" else entry.article_id in progress.notes
            case _:
                return labels.starred if wanted == "starred" else read == (wanted == "read")
