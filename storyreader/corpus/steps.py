"""The steps that find shared text, each on one part or pile, for any machine: reading, counting, adding up.

An article is numbered by its part and its place in that. Numbers are written as 64-bit integers in a row.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import chain, combinations
from typing import Any

from storyreader import exporting, library, loading
from storyreader.article import Article
from storyreader.corpus.piles import (
    PLACES,
    in_piles,
    leave,
    leave_lines,
    leave_packed,
    leave_piles,
    packed,
    place_of,
    read_pile,
    read_row,
    triples,
)
from storyreader.corpus.plan import Part, Plan
from storyreader.corpus.shingles import shingles_of
from storyreader.corpus.windows import by_term, slot_of
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.page import Page

_MOST = 40
"""Articles that share a stretch of words beyond which it is a phrase of an outlet's pages, and says nothing."""
_FEWEST = 3
"""Kept stretches that a pair must share."""


def read_part(plan: Plan, number: int) -> int:
    """Read the articles of a part, and say how many there are.

    Leaves them and what names them, their shingles in piles, their telling words by the days they were published, with
    how many articles have each, and why pages could not be read.
    """
    told, sizes, documents = [], array("Q"), []
    piles = [array("Q") for _ in range(plan.buckets)]
    terms: dict[int, list[str]] = defaultdict(list)
    frequency: Counter[str] = Counter()
    problems: list[str] = []
    for place, article in enumerate(_articles(plan.part(number), problems)):
        found = shingles_of("\n".join(article.paragraphs))
        entry = library.entry_of(article)
        told.append(json.dumps([entry.path, entry.headline, entry.publisher, entry.published]))
        telling = library.terms_of(article)
        terms[slot_of(article.published)].append(f"{place} {telling}")
        frequency.update([term for term, _ in library.term_counts(telling)])
        documents.append(packed(_document(article)))
        sizes.append(len(found))
        for shingle in found:
            piles[shingle % plan.buckets].extend((shingle, number << PLACES | place))
    leave_piles(plan.file("shingles", number), piles)
    leave_lines(plan.file("terms", number), terms)
    leave_lines(plan.file("frequencies", number), by_term(frequency, plan.buckets))
    leave_packed(plan.file("documents", number), documents)
    leave(plan.file("problems", number), "".join(problems).encode("utf-8", "replace"))
    leave(plan.file("sizes", number), sizes.tobytes())
    leave(plan.file("articles", number), "\n".join(told).encode())
    return len(told)


def _pages(part: Part, file: str) -> Iterator[Page | UnreadablePage]:
    return loading.read_stretch(file, part.begin, part.end) if part.end else loading.read_pages(file)


def _document(article: Article) -> bytes:
    """An article as `storyreader clean` writes it, without the lines that were left out of its page."""
    document = exporting.article_document(article)
    document["removed"] = []
    return (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _articles(part: Part, problems: list[str]) -> Iterator[Article]:
    """The articles of a part; why others could not be read is put down, a line of JSON each."""
    for page in chain.from_iterable(map(partial(_pages, part), part.files)):
        try:
            if isinstance(page, UnreadablePage):
                raise page
            yield library.article_of(page)
        except StoryReaderError as error:
            told = {"path": getattr(error, "path", ""), "message": error.message, "hint": error.hint}
            problems.append(json.dumps(told, ensure_ascii=False) + "\n")


def count_pile(plan: Plan, bucket: int) -> int:
    """Count for each pair of articles the stretches of a pile that both have; leaves the counts in piles by pair."""
    where: dict[int, list[int]] = defaultdict(list)
    for part in range(plan.count):
        numbers = read_pile(plan.file("shingles", part), bucket)
        for shingle, article in zip(numbers[::2], numbers[1::2], strict=True):
            where[shingle].append(article)
    counts: Counter[tuple[int, int]] = Counter()
    for articles in where.values():
        if 2 <= len(articles) <= _MOST:
            counts.update(combinations(sorted(articles), 2))
    leave_piles(plan.file("counts", bucket), in_piles(counts, plan.buckets))
    return len(counts)


def add_up(plan: Plan, pile: int) -> int:
    """Add up the counts of the pairs in a pile; leaves them with the shares in thousandths of the shorter text."""
    counts: Counter[tuple[int, int]] = Counter()
    for bucket in range(plan.buckets):
        for first, second, count in triples(read_pile(plan.file("counts", bucket), pile)):
            counts[first, second] += count
    sizes = {part: read_row(plan.file("sizes", part)) for part in range(plan.count)}
    found = array("Q")
    for (first, second), count in counts.items():
        if count >= _FEWEST:
            shorter = min(sizes[part][place] for part, place in map(place_of, (first, second)))
            found.extend((first, second, round(1000 * count / shorter)))
    leave(plan.file("pairs", pile), found.tobytes())
    return len(found) // 3


def problems(plan: Plan) -> Iterator[Any]:
    """All pages that could not be read, each with its path, message and hint."""
    for part in range(plan.count):
        with plan.file("problems", part).open("rb") as lines:
            yield from map(json.loads, lines)
