"""The stories of a library as it grows: what was grouped before stays, and new articles find their place in it.

A small library is grouped anew each time. Of a larger one the catalogue keeps the groups, by the library's paths, and
how rare words were when it was last grouped as a whole. A new article is compared with those that share its rare words;
the stories in which it has ones like it are taken apart and put together again with it, everything else stays. When a
tenth of the articles are new or gone since it was grouped as a whole, it is so again.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from storyreader.library.catalogue import Catalogue
from storyreader.library.entry import Entry
from storyreader.library.entry_list import EntryList
from storyreader.library.kept_stories import KeptStories, keep_stories, kept_stories
from storyreader.library.stories import Story, alike_groups, days_of, story_title
from storyreader.library.term_vectors import Frequencies, TermVectors

SMALL = 2_000
"""So many articles are grouped anew in less time than a reader notices."""
SHARE = 10
"""When one in so many articles is new or gone, the library is grouped as a whole."""


@dataclass(frozen=True, slots=True)
class StoryIndex:
    """The stories of a library, and how rare its words are, by which the closest account of an article is found."""

    stories: Sequence[Story]
    counts: Frequencies

    def likeness(self, article: str, entries: EntryList, catalogue: Catalogue) -> dict[int, float]:
        """How much other entries are like an article, by their places: cosines, those above 0, the likest first.

        In a large library these are the few hundred that share most of the rarest words.
        """
        found = catalogue.likest(article, self.counts, lambda other: entries.of_article(other) is not None)
        return {place: value for other, value in found if (place := entries.of_article(other)) is not None}

    def closest(self, article: str, entries: EntryList, catalogue: Catalogue) -> int | None:
        """The place of the entry that is most like an article; None when none shares anything with it."""
        return next(iter(self.likeness(article, entries, catalogue)), None)


def group_library(entries: EntryList, paths: Sequence[str | Path], catalogue: Catalogue) -> StoryIndex:
    """The stories of the entries; `paths` are the files and folders they come from. Slow, for a thread."""
    library = "\n".join(sorted(str(Path(path).expanduser().absolute()) for path in paths))
    kept = kept_stories(catalogue.connection, library) if len(entries) > SMALL else None
    if kept is not None:
        new = [at for at, entry in enumerate(entries) if entry.article_id and entry.article_id not in kept.stories]
        known = sum(1 for entry in entries if entry.article_id) - len(new)
        moved = len(new) + len(kept.stories) - known
        if (kept.changed + moved) * SHARE <= kept.counts.articles:
            groups, titles = _grown(kept, new, entries, catalogue)
            if moved:
                _keep(catalogue, library, entries, groups, titles, kept.counts, kept.changed + moved)
            return StoryIndex(_stories(groups, titles, entries), kept.counts)
    vectors = TermVectors(catalogue.terms_of([entry.article_id for entry in entries]))
    groups = dict(enumerate(sorted(map(sorted, alike_groups(vectors, days_of(entries))))))
    counts = vectors.counts
    del vectors
    titles = {number: story_title([entries[at] for at in group]) for number, group in groups.items() if len(group) > 1}
    if len(entries) > SMALL:
        _keep(catalogue, library, entries, groups, titles, counts, 0)
    return StoryIndex(_stories(groups, titles, entries), counts)


Groups = Mapping[int, Sequence[int]]
"""The places of entries, by the number of their story."""


def _stories(groups: Groups, titles: Mapping[int, str], entries: Sequence[Entry]) -> list[Story]:
    ordered = sorted(groups.items(), key=lambda item: (len(item[1]) < 2, item[1][0]))
    return [Story(titles.get(number) or entries[group[0]].title, tuple(group)) for number, group in ordered]


def _keep(
    catalogue: Catalogue, library: str, entries: Sequence[Entry], groups: Groups, titles: Mapping[int, str],
    counts: Frequencies, changed: int,
) -> None:  # fmt: skip
    stories = {entries[at].article_id: number for number, group in groups.items() for at in group}
    stories.pop("", None)
    keep_stories(catalogue.connection, library, KeptStories(stories, titles, changed, counts))


def _grown(
    kept: KeptStories, new: Sequence[int], entries: EntryList, catalogue: Catalogue
) -> tuple[dict[int, list[int]], dict[int, str]]:
    """The groups with the new articles in them, and the titles of those of several; the gone are left out."""
    groups: dict[int, list[int]] = defaultdict(list)
    next_number = max(kept.stories.values(), default=0) + 1
    for at, entry in enumerate(entries):
        number = kept.stories.get(entry.article_id)
        if number is not None:
            groups[number].append(at)
        elif not entry.article_id:
            groups[next_number].append(at)
            next_number += 1
    titles = dict(kept.titles)
    alike = {other for at in new for other in catalogue.alike(entries[at].article_id, kept.counts)}
    touched = {kept.stories[article] for article in alike if article in kept.stories}
    pool = sorted([*new, *(at for number in touched for at in groups.pop(number, ()))])
    vectors = TermVectors(catalogue.terms_of([entries[at].article_id for at in pool]), kept.counts)
    for group in sorted(map(sorted, alike_groups(vectors, days_of(entries[at] for at in pool)))):
        groups[next_number] = [pool[at] for at in group]
        next_number += 1
    for number, places in groups.items():
        if len(places) > 1 and number not in titles:
            titles[number] = story_title([entries[at] for at in places])
    return groups, {number: title for number, title in titles.items() if len(groups.get(number, ())) > 1}
