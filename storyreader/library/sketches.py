"""Texts that stand nearly whole in another, found by an index: no pair is looked at that shares nothing.

A sketch of a text is a sample of its runs of six words (`sampling`). Kept in the catalogue, worked out when first
asked for.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
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


def near_texts(sketches: Iterable[Sketch]) -> list[Near]:
    """The texts that share at least `NEARLY` with an earlier one, each with that of which it shares most.

    `sketches` are gone through several times. Only texts that are near no other are in the index, so that a report
    carried by hundreds costs no more than others.
    """
    again = _Repeated(sketches)
    holders = _Holders()
    sizes: dict[int, int] = {}
    found: list[Near] = []
    for place, sketch in enumerate(sketches):
        if len(sketch) < FEWEST:
            continue
        meetings: Counter[int] = Counter()
        repeated = again.among(sketch)
        for value in repeated:
            meetings.update(holders.of(value))
        shares = {other: count / min(len(sketch), sizes[other]) for other, count in meetings.items()}
        closest = max(shares, key=lambda other: (shares[other], -other), default=None)
        if closest is not None and shares[closest] >= NEARLY:
            found.append(Near(closest, place))
            continue
        sizes[place] = len(sketch)
        for value in repeated:
            holders.add(value, place)
    return found


class _Holders:
    """In which texts each run stands, `MOST_HOLDERS` at most: of each holder the one before it, in flat arrays."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}
        self._places, self._before, self._counts = array("I", [0]), array("I", [0]), array("I", [0])

    def of(self, value: int) -> Iterator[int]:
        """The texts in which a run stands."""
        at = self._last.get(value, 0)
        while at:
            yield self._places[at]
            at = self._before[at]

    def add(self, value: int, place: int) -> None:
        """Say that a run stands in a text."""
        before = self._last.get(value, 0)
        if self._counts[before] < MOST_HOLDERS:
            self._last[value] = len(self._places)
            self._places.append(place)
            self._before.append(before)
            self._counts.append(self._counts[before] + 1)


class _Repeated:
    """Which runs stand in several texts: nearly all stand in one, and need no place in the index.

    Counts share a slot with one other in eight (Bloom 1970), so that some that stand in one text only pass.
    """

    def __init__(self, sketches: Iterable[Sketch]) -> None:
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


class PackedSketches:
    """Sketches by their places, in one array: apart they take several times the room."""

    def __init__(self) -> None:
        self._hashes, self._starts = array("I"), array("Q", [0])

    def add(self, sketch: Sketch) -> None:
        """Put one behind the others."""
        self._hashes.extend(sketch)
        self._starts.append(len(self._hashes))

    def __iter__(self) -> "Iterator[array[int]]":
        return (self._hashes[start:end] for start, end in pairwise(self._starts))


def kept_sketches(connection: sqlite3.Connection, articles: Sequence[str]) -> PackedSketches:
    """The sketches of articles of the catalogue in their order, empty for those that are not there; those that are not
    there yet are made and kept.

    Raises sqlite3.Error.
    """
    packed = PackedSketches()
    for some in asked_at_once(articles):
        found: dict[str, array[int]] = {}
        missing: list[tuple[int, str]] = []
        for number, name, hashes in _rows(connection, some):
            if hashes is None:
                missing.append((number, name))
            else:
                found[name] = array("I", hashes)
        found.update(_made(connection, missing))
        for article in some:
            packed.add(found.get(article, ()))
    return packed


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
