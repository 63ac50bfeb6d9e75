"""Texts that stand nearly whole in another, found by an index: no pair is looked at that shares nothing.

A sketch of a text is a sample of its runs of six words (`sampling`). Kept in the catalogue, worked out when first
asked for.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from storyreader.library.sampling import Sampling, sampled_runs
from storyreader.library.schema import asked_at_once

SAMPLING = Sampling(6, 8, crc32)
"""Six words: as long as the shortest run that counts as word for word in a comparison."""
FEWEST = 4
"""A text with fewer runs in its sketch, some forty words, is too short to say that it was copied."""
NEARLY = 0.5
"""Share of the shorter sketch from which two texts are looked at closely."""
MOST_HOLDERS = 100
"""A run that stands in so many texts, none a copy of another, is a stock phrase and finds no more."""

Sketch = Sequence[int]
"""The hashes of the runs that were kept, each once."""


class Near(NamedTuple):
    """A text that shares much with an earlier one, by their places."""

    earlier: int
    later: int


def sketch_of(text: str) -> "array[int]":
    """The sketch of a text, in order."""
    return array("I", sorted(sampled_runs(text, SAMPLING)))


def near_texts(sketches: Sequence[Sketch]) -> list[Near]:
    """The texts that share at least `NEARLY` with an earlier one, each with that of which it shares most.

    Only texts that are near no other are in the index, so that a report carried by hundreds costs no more than others.
    """
    again = _Repeated(sketches)
    holders: dict[int, array[int]] = defaultdict(lambda: array("I"))
    sizes: dict[int, int] = {}
    found: list[Near] = []
    for place, sketch in enumerate(sketches):
        if len(sketch) < FEWEST:
            continue
        meetings: Counter[int] = Counter()
        repeated = again.among(sketch)
        for value in repeated:
            if value in holders:
                meetings.update(holders[value])
        shares = {other: count / min(len(sketch), sizes[other]) for other, count in meetings.items()}
        closest = max(shares, key=lambda other: (shares[other], -other), default=None)
        if closest is not None and shares[closest] >= NEARLY:
            found.append(Near(closest, place))
            continue
        sizes[place] = len(sketch)
        for value in repeated:
            if len(holders[value]) < MOST_HOLDERS:
                holders[value].append(place)
    return found


class _Repeated:
    """Which runs stand in several texts: nearly all stand in one, and need no place in the index.

    Counts share a slot with one other in eight (Bloom 1970), so that some that stand in one text only pass.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._size = 8 * sum(map(len, sketches)) + 1
        self._counts = counts = bytearray(self._size)
        for sketch in sketches:
            for value in sketch:
                slot = value % self._size
                if counts[slot] < 2:
                    counts[slot] += 1

    def among(self, sketch: Sketch) -> list[int]:
        """Those of a sketch."""
        return [value for value in sketch if self._counts[value % self._size] > 1]


def kept_sketches(connection: sqlite3.Connection, articles: Sequence[str]) -> Mapping[str, "array[int]"]:
    """The sketches of articles of the catalogue, by their ids; those that are not there yet are made and kept.

    Raises sqlite3.Error.
    """
    found: dict[str, array[int]] = {}
    for some in asked_at_once(articles):
        missing: list[tuple[int, str]] = []
        for number, name, hashes in _rows(connection, some):
            if hashes is None:
                missing.append((number, name))
            else:
                found[name] = array("I", hashes)
        found.update(_made(connection, missing))
    return found


def _rows(connection: sqlite3.Connection, names: Sequence[str]) -> Iterator[tuple[int, str, bytes | None]]:
    signs = ", ".join("?" * len(names))
    query = f"SELECT id, name, hashes FROM articles LEFT JOIN sketches ON article = id WHERE name IN ({signs})"  # noqa: S608  question marks
    return connection.execute(query, names)


def _made(connection: sqlite3.Connection, missing: Sequence[tuple[int, str]]) -> Mapping[str, "array[int]"]:
    if not missing:
        return {}
    names = dict(missing)
    query = f"SELECT id, text FROM articles WHERE id IN ({', '.join(map(str, names))})"  # noqa: S608  numbers
    made = {number: sketch_of(text) for number, text in connection.execute(query)}
    with connection:
        rows = ((number, sketch.tobytes()) for number, sketch in made.items())
        connection.executemany("INSERT OR REPLACE INTO sketches (article, hashes) VALUES (?, ?)", rows)
    return {names[number]: sketch for number, sketch in made.items()}
