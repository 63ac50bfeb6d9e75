"""What the sample stories show first is true: every conflict named and every headline, against the manifest."""

from typing import Any

import pytest

import sample_data
from storyreader.article import Article
from storyreader.comparing import compare
from storyreader.comparison import Comparison, Side
from storyreader.library import read_article

MANIFEST = sample_data.manifest()
STORIES: list[dict[str, Any]] = MANIFEST["stories"]
ARTICLES: list[dict[str, Any]] = [article for story in STORIES for article in story["articles"]]
PAIRS: list[dict[str, Any]] = [pair for story in STORIES for pair in story["pairs"]]


def article(file: str) -> Article:
    return read_article(str(sample_data.folder() / file))


def texts(comparison: Comparison, side: Side, numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(comparison.article(side).sentences[number].text for number in numbers)


def links(comparison: Comparison, kind: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        (texts(comparison, "left", link.left), texts(comparison, "right", link.right))
        for link in comparison.links
        if link.kind == kind
    }


def gold(pair: dict[str, Any], kind: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(tuple(link["left"]), tuple(link["right"])) for link in pair["links"] if link["kind"] == kind}


@pytest.mark.parametrize("expected", ARTICLES, ids=lambda expected: expected["file"])
def test_every_headline_is_the_one_of_the_page(expected: dict[str, Any]) -> None:
    assert article(expected["file"]).headline == expected["headline"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['left']} | {pair['right']}")
def test_every_conflict_shown_is_one(pair: dict[str, Any]) -> None:
    comparison = compare(article(pair["left"]), article(pair["right"]))
    assert links(comparison, "conflict") <= gold(pair, "conflict")


def test_the_first_pair_shows_every_kind_and_all_of_it_is_true() -> None:
    pair = PAIRS[0]
    comparison = compare(article(pair["left"]), article(pair["right"]))
    for kind in ("same", "reworded", "partial", "conflict"):
        assert links(comparison, kind) == gold(pair, kind) != set()
    assert any(link.moved for link in comparison.links)
    assert list(texts(comparison, "left", comparison.only_left)) == pair["only_left"] != []
    assert list(texts(comparison, "right", comparison.only_right)) == pair["only_right"] != []
