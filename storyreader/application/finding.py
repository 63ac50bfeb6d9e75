"""Finding articles of the library: by the catalogue, by the reader's labels, and with slips of the keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from storyreader.application.progress import Progress
from storyreader.application.search import matching_entries
from storyreader.library import Catalogue, Condition, Entry, Excerpt, LabelBook, Story, parse_query

MOST = 5_000
"""So many articles are found at most; a search that finds more says little."""
ENOUGH = 20
"""With so many found nothing is looked for with slips."""


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


def find_entries(typed: str, entries: Sequence[Entry], shelved: Shelved, catalogue: Catalogue) -> list[FoundEntry]:
    """The readable entries for which all holds that was typed (see `parse_query`), best first.

    Plain words are looked for with slips of the keyboard in headline and outlet too, behind all others. Raises
    NotAQuery.
    """
    query = parse_query(typed)
    excerpts = {match.article: match.excerpt for match in catalogue.search(query, MOST)}
    rank = {article: place for place, article in enumerate(excerpts)}
    held = _holds(query.conditions, entries, shelved)
    found = sorted((rank[entries[at].article_id], at) for at in held if entries[at].article_id in rank)
    result = [FoundEntry(at, excerpts[entries[at].article_id]) for _, at in found]
    if len(result) >= ENOUGH:
        return result
    words = " ".join(condition.text.rstrip("*") for condition in query.of("text"))
    if words and not any(one.negated or one.field in ("outlet", "by", "date") for one in query.conditions):
        rest = set(held) - {one.entry for one in result}
        result += [FoundEntry(at) for at in matching_entries(words, entries) if at in rest]
    return result


def _holds(conditions: Sequence[Condition], entries: Sequence[Entry], shelved: Shelved) -> list[int]:
    """The readable entries for which what the reader knows of them holds."""
    titles: Mapping[int, str] = {}
    if any(condition.field == "story" for condition in conditions):
        titles = {at: story.title.casefold() for story in shelved.stories for at in story.members}
    asked = [condition for condition in conditions if condition.field in ("tag", "is", "has", "story")]
    return [
        at
        for at, entry in enumerate(entries)
        if not entry.problem
        and all(_is_so(condition, entry, titles.get(at, ""), shelved) != condition.negated for condition in asked)
    ]


def _is_so(condition: Condition, entry: Entry, title: str, shelved: Shelved) -> bool:
    labels, progress = shelved.labels.of(entry.article_id), shelved.progress
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
