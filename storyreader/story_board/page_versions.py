"""Accounts that are versions of one page, lined up in time, with their silent edits."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from storyreader.article import Article
from storyreader.comparing import are_one_page
from storyreader.library import Edit, change_between
from storyreader.reading import Reading
from storyreader.story_board.nouns import BoardVersions, appeared


def versions_of(readings: Sequence[Reading]) -> Iterator[BoardVersions]:
    """Each version of a page with the next one in time; of two that were published at one moment the one that was
    updated later is the later one.
    """
    order = sorted(range(len(readings)), key=lambda number: (_when(readings[number].article), number))
    pages: list[list[int]] = []
    for number in order:
        own = next((page for page in pages if _is_version(readings[page[-1]], readings[number])), None)
        if own is None:
            pages.append([number])
        else:
            own.append(number)
    for page in pages:
        for earlier, later in pairwise(page):
            yield BoardVersions(earlier, later, _edits(readings[earlier], readings[later]))


def _when(article: Article) -> tuple[object, ...]:
    last = article.updated or article.published
    return (*appeared(article), last.isoformat() if last else "", article.saved.isoformat() if article.saved else "")


def _is_version(one: Reading, other: Reading) -> bool:
    return are_one_page(one.article, other.article) and change_between(one.texts, other.texts) is not None


def _edits(one: Reading, other: Reading) -> tuple[Edit, ...]:
    headlines = one.article.headline, other.article.headline
    change = change_between(one.texts, other.texts, headlines, one.language)
    return change.edits if change else ()
