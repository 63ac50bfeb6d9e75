"""The last steps: what is told of each pair, and the articles in them, as files that can be opened."""

import heapq
import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from storyreader.corpus.piles import leave_piles, left, place_of, read_packed, read_pile, read_row, triples
from storyreader.corpus.plan import Plan

_KEY = 33
"""Characters before a row: both numbers, and a space."""


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """From which share of the shorter text, and from which likeness, a pair is told; 0 to 1, above 1 none is."""

    text: float
    story: float

    @property
    def name(self) -> str:
        """Part of the names of the folders of these steps."""
        return f"{round(1000 * self.text)}-{round(1000 * self.story)}"


def tell_pile(plan: Plan, pile: int, windows: int, wanted: Wanted) -> int:
    """Leave what is told of the pairs of a pile, a line each in the order of their articles; and these by part."""
    shares, alike = _shares(plan, pile) if wanted.text <= 1 else {}, _likeness(plan, pile, windows)
    in_text = {pair for pair, share in shares.items() if share >= wanted.text}
    chosen = sorted(in_text | {pair for pair, likeness in alike.items() if likeness >= wanted.story})
    articles = set(chain.from_iterable(chosen))
    names = _names(plan, articles)
    with left(plan.file(f"rows-{wanted.name}", pile)) as stream:
        for pair in chosen:
            row = {
                "kind": "text" if pair in in_text else "story",
                "share": shares.get(pair),
                "likeness": alike.get(pair),
                "left": names[pair[0]],
                "right": names[pair[1]],
            }
            line = f"{pair[0]:016x}{pair[1]:016x} {json.dumps(row, ensure_ascii=False)}\n"
            stream.write(line.encode("utf-8", "replace"))
    by_part = [array("Q") for _ in range(plan.count)]
    for article in articles:
        part, place = place_of(article)
        by_part[part].append(place)
    leave_piles(plan.file(f"wanted-{wanted.name}", pile), by_part)
    return len(chosen)


def _shares(plan: Plan, pile: int) -> Mapping[Pair, float]:
    return {(one, other): share / 1000 for one, other, share in triples(read_row(plan.file("pairs", pile)))}


def _likeness(plan: Plan, pile: int, windows: int) -> Mapping[Pair, float]:
    """The likeness of the pairs of a pile; of those in two windows the higher one."""
    found: dict[Pair, float] = {}
    for window in range(windows):
        for one, other, likeness in triples(read_pile(plan.file("stories", window), pile)):
            found[one, other] = max(likeness / 1000, found.get((one, other), 0.0))
    return found


def _names(plan: Plan, articles: set[int]) -> Mapping[int, Mapping[str, str | None]]:
    """What names some articles; what names the others of their parts is in memory for one part at a time."""
    parts: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        parts[place_of(article)[0]].append(article)
    found = {}
    for part, some in parts.items():
        lines = plan.file("articles", part).read_text("utf-8").split("\n")
        for article in some:
            path, headline, publisher, published = json.loads(lines[place_of(article)[1]])
            found[article] = {"path": path, "headline": headline, "publisher": publisher, "published": published}
    return found


def take_out(plan: Plan, number: int, wanted: Wanted) -> int:
    """Leave the articles of a part that are in pairs, a line each, so that they can be opened."""
    places: set[int] = set()
    for pile in range(plan.buckets):
        places.update(read_pile(plan.file(f"wanted-{wanted.name}", pile), number))
    with left(plan.file(f"texts-{wanted.name}", number)) as stream:
        stream.writelines(read_packed(plan.file("documents", number), sorted(places)))
    return len(places)


def rows(plan: Plan, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """What is told of all pairs, in the order of their articles."""
    piles = [plan.file(f"rows-{wanted.name}", pile).open("rb") for pile in range(plan.buckets)]
    try:
        for line in heapq.merge(*piles, key=lambda line: line[:_KEY]):
            yield json.loads(line[_KEY:])
    finally:
        for stream in piles:
            stream.close()


def documents(plan: Plan, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """All articles that are in pairs, in their order."""
    for part in range(plan.count):
        with plan.file(f"texts-{wanted.name}", part).open("rb") as lines:
            yield from map(json.loads, lines)
