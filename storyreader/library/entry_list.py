"""The entries of a library in order, each article once, and found at once by its id or its path."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from storyreader.library.entry import Entry


class EntryList(Sequence[Entry]):
    """Entries by their places, from 0. `locators` tells of articles that lie in several places, by their ids, in order.

    Several threads may read it while one adds to it.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self._places: dict[str, int] = {}
        self._paths: dict[str, int] = {}
        self.locators: dict[str, list[str]] = {}
        self.problems = 0
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Put entries behind the others, without those of articles that are there already."""
        for entry in entries:
            article, path = entry.article_id, entry.path
            there = self._places.get(article) if article else self._paths.get(path)
            if there is not None:
                first = self._entries[there].path
                if path != first:
                    self.locators.setdefault(article, [first]).append(path)
                continue
            place = len(self._entries)
            if article:
                self._places[article] = place
            self.problems += entry.problem is not None
            self._entries.append(entry)
            self._paths[path] = place

    def renew(self, entry: Entry) -> int | None:
        """Take what is now known of a page; gives its place, None when that is nothing new or the page is not there."""
        place = self._paths.get(entry.path)
        if place is None or self._entries[place] == entry:
            return None
        self.problems += (entry.problem is not None) - (self._entries[place].problem is not None)
        self._entries[place] = entry
        if entry.article_id:
            self._places.setdefault(entry.article_id, place)
        return place

    def of_article(self, article: str) -> int | None:
        """The place of an article, by its id."""
        return self._places.get(article)

    def of_path(self, path: str) -> int | None:
        """The place of the entry of a page."""
        return self._paths.get(path)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        return self._entries[place]
