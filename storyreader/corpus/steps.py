"""The steps of the work, each on one part or pile, for any machine: reading, grouping, adding up, taking out.

An article is numbered by its part and its place in that. Numbers are written as 64-bit integers in a row.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from storyreader import exporting, library, loading
from storyreader.article import Article
from storyreader.corpus.piles import leave, leave_piles, read_pile, read_row
from storyreader.corpus.plan import Part, Plan
from storyreader.corpus.shingles import shingles_of
from storyreader.errors import StoryReaderError
from storyreader.page import Page

PLACES = 32
"""Bits of a number for the place of an article in its part."""
_MOST = 40
"""Articles that share a stretch of words beyond which it is a phrase of an outlet's pages, and says nothing."""
_FEWEST = 3
"""Kept stretches that a pair must share."""


def read_part(plan: Plan, number: int) -> int:
    """Read the articles of a part; leaves what names them, and their shingles in piles. Gives how many there are."""
    told, sizes = [], array("Q")
    piles = [array("Q") for _ in range(plan.buckets)]
    for place, article in enumerate(_articles(plan.parts[number])):
        found = shingles_of("\n".join(article.paragraphs))
        published = article.published.isoformat() if article.published else None
        told.append(json.dumps([article.path, article.headline, article.publisher, published]))
        sizes.append(len(found))
        for shingle in found:
            piles[shingle % plan.buckets].extend((shingle, number << PLACES | place))
    leave_piles(plan.file("shingles", number), piles)
    leave(plan.file("sizes", number), sizes.tobytes())
    leave(plan.file("articles", number), "\n".join(told).encode())
    return len(told)


def _articles(part: Part) -> Iterator[Article]:
    for file in part.files:
        pages = loading.read_lines(file, part.begin, part.end) if part.end else loading.read_pages(file)
        for page in pages:
            if isinstance(page, Page):
                try:
                    yield library.article_of(page)
                except StoryReaderError:
                    continue


def count_pile(plan: Plan, bucket: int) -> int:
    """Count for each pair of articles the stretches of a pile that both have; leaves the counts in piles by pair."""
    where: dict[int, list[int]] = defaultdict(list)
    for part in plan.parts:
        numbers = read_pile(plan.file("shingles", part.number), bucket)
        for shingle, article in zip(numbers[::2], numbers[1::2], strict=True):
            where[shingle].append(article)
    counts: Counter[tuple[int, int]] = Counter()
    for articles in where.values():
        if 2 <= len(articles) <= _MOST:
            counts.update(combinations(sorted(articles), 2))
    piles = [array("Q") for _ in range(plan.buckets)]
    for (left, right), count in counts.items():
        piles[hash((left, right)) % plan.buckets].extend((left, right, count))
    leave_piles(plan.file("counts", bucket), piles)
    return len(counts)


def add_up(plan: Plan, pile: int) -> int:
    """Add up the counts of the pairs in a pile; leaves them with the shares in thousandths of the shorter text."""
    counts: Counter[tuple[int, int]] = Counter()
    for bucket in range(plan.buckets):
        numbers = read_pile(plan.file("counts", bucket), pile)
        for left, right, count in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            counts[left, right] += count
    sizes = {part.number: read_row(plan.file("sizes", part.number)) for part in plan.parts}
    found = array("Q")
    for (left, right), count in sorted(counts.items()):
        if count >= _FEWEST:
            shorter = min(sizes[one >> PLACES][one & (1 << PLACES) - 1] for one in (left, right))
            found.extend((left, right, round(1000 * count / shorter)))
    leave(plan.file("pairs", pile), found.tobytes())
    return len(found) // 3


def take_out(plan: Plan, number: int, step: str, locators: list[str]) -> int:
    """Leave some articles of a part as `storyreader clean` writes them, so that they can be opened."""
    written = []
    for locator in locators:
        document = exporting.article_document(library.read_article(locator))
        written.append(json.dumps(document, ensure_ascii=False) + "\n")
    leave(plan.file(step, number), "".join(written).encode("utf-8", "replace"))
    return len(written)


def articles_of(plan: Plan, number: int) -> list[list[str | None]]:
    """What names the articles of a part: locator, headline, outlet, date."""
    text = plan.file("articles", number).read_text("utf-8")
    return [json.loads(line) for line in text.split("\n")] if text else []


def pairs_in(plan: Plan, pile: int) -> Iterator[tuple[int, int, int]]:
    """The pairs of a pile with their shares."""
    numbers = read_row(plan.file("pairs", pile))
    yield from zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
