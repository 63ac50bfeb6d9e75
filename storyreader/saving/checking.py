"""The one check for everything that comes from a file of saved comparisons: importing, opening, listing and saving.

A file is read without trust: what it says is text that is made visible, numbers that can be counted with, moments that
can be reckoned with, and places that are there. What passes here can be shown, exported and saved again.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Link, Passage, Side
from storyreader.errors import DamagedFile, NewerFile
from storyreader.saving.boards import BOARD_FORMAT, SavedBoard
from storyreader.saving.model import ARTICLE_FORMAT, VERSION, SavedArticle, SavedComparison, parsed, parsed_article
from storyreader.visible import shown_text

NOT_A_COMPARISON = (ValueError, TypeError, AttributeError, LookupError, RecursionError, ArithmeticError)
"""Not text, not JSON, or not what a comparison looks like (pydantic's error is a ValueError)."""

_DEEPEST = 60
"""Levels of lists and tables in a document; a saved comparison has nine."""

_LARGEST = 1e300
"""Numbers beyond this cannot be reckoned with."""

_YEARS = range(1000, 9000)
"""Years in which an article can have been published: days before and after them can be reckoned too."""

MOST_ACCOUNTS = 200
"""Articles of a board."""

Saved = SavedComparison | SavedArticle | SavedBoard
Checked = TypeVar("Checked", SavedComparison, SavedArticle, SavedBoard, Saved)


def document_of(content: bytes) -> Any:
    """What JSON holds, with nothing in it that a terminal would act upon. Raises ValueError."""
    try:
        return _made_safe(json.loads(content, parse_constant=_refused))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def saved_of(document: Any, name: str) -> Saved:
    """A saved file of any version, checked; `name` is told in errors. Raises DamagedFile, NewerFile."""
    version = document.get("version", 1) if isinstance(document, dict) else None
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamagedFile(f"{name} is not a saved comparison.")
    if version > VERSION:
        raise NewerFile(f"{name} was written by a newer storyreader.", "Update storyreader to open it.")
    try:
        if document.get("format") == BOARD_FORMAT:
            return SavedBoard.model_validate(document)
        return parsed_article(document) if document.get("format") == ARTICLE_FORMAT else parsed(document)
    except NOT_A_COMPARISON as error:
        raise DamagedFile(f"{name} cannot be read as a saved comparison.") from error


def checked(saved: Checked, name: str) -> Checked:
    """The saved file, whose articles and links can be shown. Raises DamagedFile."""
    try:
        if isinstance(saved, SavedComparison):
            whole = all(_comparison_holds(saved.restored()))
        elif isinstance(saved, SavedBoard):
            whole = 0 < len(saved.articles) <= MOST_ACCOUNTS and all(map(_is_whole, saved.restored()))
        else:
            whole = _is_whole(saved.restored())
    except NOT_A_COMPARISON as error:
        raise DamagedFile(f"{name} holds nothing that can be shown.") from error
    if not whole:
        raise DamagedFile(f"{name} speaks of sentences that are not in it.")
    return saved


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _made_safe(document: Any) -> Any:
    """The document with its texts made visible. Raises ValueError for what is too deep or too large."""
    whole = [document]
    waiting: list[tuple[Any, int]] = [(whole, 0)]
    while waiting:
        place, depth = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        if isinstance(place, dict) and not all(map(str.isprintable, place)):
            raise ValueError("a name in it cannot be shown")
        for key, value in place.items() if isinstance(place, dict) else enumerate(place):
            if isinstance(value, str):
                if not value.isprintable():
                    place[key] = shown_text(value)
            elif isinstance(value, (dict, list)):
                waiting.append((value, depth + 1))
            elif isinstance(value, (int, float)) and not abs(value) < _LARGEST:
                raise ValueError("a number in it is too large")
    return whole[0]


def _comparison_holds(found: Comparison) -> Iterator[bool]:
    """Whether each thing that a comparison says of its sentences, links and rows holds."""
    articles = {side: found.article(side) for side in SIDES}
    counts = {side: len(articles[side].sentences) for side in SIDES}

    def inside(side: Side, numbers: Iterable[int | None]) -> bool:
        return all(number is None or 0 <= number < counts[side] for number in numbers)

    yield from map(_is_whole, articles.values())
    yield inside("left", found.only_left) and inside("right", found.only_right)
    yield inside("left", [found.summary.headline_left]) and inside("right", [found.summary.headline_right])
    for side, facts in zip(SIDES, (found.facts_left, found.facts_right), strict=True):
        yield inside(side, (fact.sentence for fact in facts))
    for side in SIDES:
        yield all(inside(side, row.numbers(side)) for row in found.rows)
        yield all(inside(side, link.numbers(side)) for link in found.links)
        yield inside(side, (passage.sentence for link in found.links for passage in _passages(link, side)))
        yield inside(side, (related.number(side) for related in found.related))
    for row in found.rows:
        yield row.link is None or 0 <= row.link < len(found.links)
        yield all(0 <= number < len(found.rows) for number in row.elsewhere)
        yield all(0 <= number < len(found.related) for number in row.related)


def _passages(link: Link, side: Side) -> Iterator[Passage]:
    pairs: list[Any] = [*link.changes, *link.differences, *link.shared]
    yield from (passage for pair in pairs if (passage := getattr(pair, side)) is not None)


def _is_whole(article: Article) -> bool:
    """Whether its sentences are in its paragraphs, in order, and its days can be reckoned with."""
    days = (article.published, article.updated, article.saved)
    return all(_can_be_reckoned(day) for day in days if day is not None) and all(
        sentence.number == number and 0 <= sentence.paragraph < len(article.paragraphs)
        for number, sentence in enumerate(article.sentences)
    )


def _can_be_reckoned(day: date | datetime) -> bool:
    return day.year in _YEARS
