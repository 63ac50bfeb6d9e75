"""The stories of a large library, kept in the catalogue from one day to the next."""

import contextlib
import json
import sqlite3
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from storyreader.fingerprint import READING, fingerprint
from storyreader.library.term_vectors import Frequencies

_RULES = 3
"""Another way of grouping has another number: what was grouped by other rules is not used."""
_LIBRARIES = 8
"""Of so many libraries the stories are kept, those grouped last."""


@dataclass(frozen=True, slots=True)
class KeptStories:
    """The number of each article's story, by its id; the titles of stories of several articles, by number; how many
    articles have come and gone since the library was grouped as a whole, and how rare words were then.
    """

    stories: Mapping[str, int]
    titles: Mapping[int, str]
    changed: int
    counts: Frequencies


def _rules() -> str:
    return f"{_RULES} {fingerprint(READING)}"


def kept_stories(connection: sqlite3.Connection | None, library: str) -> KeptStories | None:
    """What is kept of a library; None when nothing is, or nothing that can be used."""
    with contextlib.suppress(sqlite3.Error, ValueError, TypeError):
        if connection is not None:
            query = "SELECT changed, total, most, told, numbers, counts FROM groupings WHERE library = ? AND rules = ?"
            row = connection.execute(query, (library, _rules())).fetchone()
            if row is not None:
                changed, total, most, told, numbers, counts = row
                articles, titles, terms = json.loads(told)
                stories = dict(zip(articles, array("I", numbers), strict=True))
                known = dict(zip(terms, array("I", counts), strict=True))
                by_number = {int(number): str(title) for number, title in titles.items()}
                return KeptStories(stories, by_number, int(changed), Frequencies(int(total), known, int(most)))
    return None


def keep_stories(connection: sqlite3.Connection | None, library: str, kept: KeptStories) -> None:
    """Keep the stories of a library; what cannot be kept is found again."""
    told = json.dumps([list(kept.stories), kept.titles, list(kept.counts.counts)], ensure_ascii=False)
    numbers, counts = array("I", kept.stories.values()), array("I", kept.counts.counts.values())
    row = (
        library,
        _rules(),
        kept.changed,
        kept.counts.articles,
        kept.counts.most,
        told,
        numbers.tobytes(),
        counts.tobytes(),
    )
    with contextlib.suppress(sqlite3.Error, ValueError):
        if connection is not None:
            with connection:
                connection.execute("INSERT OR REPLACE INTO groupings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
                latest = "SELECT rowid FROM groupings ORDER BY rowid DESC LIMIT ?"
                connection.execute(f"DELETE FROM groupings WHERE rowid NOT IN ({latest})", (_LIBRARIES,))  # noqa: S608  ours
