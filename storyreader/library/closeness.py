"""Which articles are most like another one, asked of the catalogue: nothing of them is held in memory."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest

from storyreader.library.schema import asked_at_once
from storyreader.library.stories import FEW_WORDS, SAME_STORY
from storyreader.library.term_vectors import Frequencies

MOST_HOLDERS = 60_000
"""So many holders of an article's words are looked through, from its rarest word on."""
LOOKED_AT = 100
"""The articles that share most of the rarest words are compared whole."""


def counts_now(connection: sqlite3.Connection) -> Frequencies:
    """How many articles of the catalogue hold each telling word now; a fifth of a second for a hundred thousand.

    Raises sqlite3.Error.
    """
    total = int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    return Frequencies.of(total, dict(connection.execute("SELECT term, doc FROM telling_words WHERE doc > 1")))


def likest(
    connection: sqlite3.Connection, article: str, counts: Frequencies, wanted: Callable[[str], bool]
) -> list[tuple[str, float]]:
    """Articles by their ids with their likeness (a cosine, above 0 to 1), likest first; those that are not wanted are
    passed over. Raises sqlite3.Error.
    """
    own = counts.vector(_terms(connection, article))
    shared: dict[int, float] = defaultdict(float)
    looked_through = 0
    for term in sorted(own, key=lambda term: (-own[term], term)):
        there = _holders(connection, term)
        looked_through += len(there)
        if looked_through > MOST_HOLDERS and shared:
            break
        weight = own[term] * own[term]
        for (number,) in there:
            shared[number] += weight
    most = nlargest(LOOKED_AT, shared, key=lambda number: (shared[number], -number))
    found = [
        (name, _product(own, counts.vector(terms)))
        for name, terms in _articles(connection, most)
        if name != article and wanted(name)
    ]
    return sorted((one for one in found if one[1] > 0), key=lambda one: (-one[1], one[0]))


def alike(connection: sqlite3.Connection, article: str, counts: Frequencies) -> list[str]:
    """The articles that are as like this one as two of one story are, by their ids; looked for as `stories` does, in
    the whole catalogue. Raises sqlite3.Error.
    """
    own = counts.vector(_terms(connection, article))
    shared: Counter[tuple[int]] = Counter()
    for term in own:
        if counts.holders(term) <= counts.most:
            shared.update(_holders(connection, term))
    found = []
    for name, terms in _articles(connection, [number for (number,), words in shared.items() if words > 1]):
        if name != article and _product(own, counts.vector(terms)) >= SAME_STORY:
            found.append(name)
    for name, terms in _articles(connection, [number for (number,), words in shared.items() if words == 1]):
        short = min(len(own), terms.count(" ") + 1) < FEW_WORDS
        if short and name != article and _product(own, counts.vector(terms)) >= SAME_STORY:
            found.append(name)
    return found


def _terms(connection: sqlite3.Connection, article: str) -> str:
    row = connection.execute("SELECT terms FROM articles WHERE name = ?", (article,)).fetchone()
    return str(row[0]) if row else ""


def _holders(connection: sqlite3.Connection, term: str) -> list[tuple[int]]:
    return connection.execute("SELECT rowid FROM telling WHERE telling MATCH ?", (f'"{term}"',)).fetchall()


def _articles(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[str, str]]:
    for some in asked_at_once(numbers):
        signs = ", ".join(map(str, some))
        yield from connection.execute(f"SELECT name, terms FROM articles WHERE id IN ({signs})")  # noqa: S608  numbers


def _product(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum([weight * right[term] for term, weight in left.items() if term in right])
