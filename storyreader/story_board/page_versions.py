"""Accounts that are versions of one page, lined up in time, with their silent edits."""

from collections.abc import Iterator, Sequence

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
    # the versions of each page: the number of the newest one, and each step there
    pages: list[tuple[int, list[BoardVersions]]] = []
    for number in order:
        for place, (newest, steps) in enumerate(pages):
            if (edits := _edits(readings[newest], readings[number])) is not None:
                pages[place] = number, [*steps, BoardVersions(newest, number, edits)]
                break
        else:
            pages.append((number, []))
    for _, steps in pages:
        yield from steps


def _when(article: Article) -> tuple[object, ...]:
    last = article.updated or article.published
    return (*appeared(article), last.isoformat() if last else "", article.saved.isoformat() if article.saved else "")


def _edits(one: Reading, other: Reading) -> tuple[Edit, ...] | None:
    """What changed from one version to the other; None when they are not versions of one page."""
    if not are_one_page(one.article, other.article):
        return None
    headlines = one.article.headline, other.article.headline
    change = change_between(one.texts, other.texts, headlines, one.language)
    return change.edits if change else None
