"""How well the engine reads the sample stories: floors that may be raised, never lowered.

The shares are over the 26 pages and the gold pairs of sample_data/manifest.json, which were written before the
engine and without it.
"""

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any

import pytest

import sample_data
from storyreader.article import Article
from storyreader.cleaning import read_article
from storyreader.comparing import compare

FLOORS = {
    "headline": 1.0,
    "publisher": 1.0,
    "byline": 1.0,
    "agency": 1.0,
    "published": 1.0,
    "language": 1.0,
    "paragraphs precision": 0.99,
    "paragraphs recall": 0.98,
    "links precision": 0.90,
    "links recall": 0.81,
    "conflicts precision": 0.81,
}
ACROSS_LANGUAGES = {"faro-de-pozalera", "sierra-weekly", "nawras-daily", "straits-gazette"}


@cache
def article(file: str) -> Article:
    return read_article(sample_data.folder() / file)


def pages() -> list[dict[str, Any]]:
    return [page for story in sample_data.manifest()["stories"] for page in story["articles"]]


def pairs() -> list[dict[str, Any]]:
    """The gold pairs in one language."""
    found = [pair for story in sample_data.manifest()["stories"] for pair in story["pairs"]]
    return [p for p in found if not {name(p["left"]), name(p["right"])} <= ACROSS_LANGUAGES]


def name(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def same_time(found: str | None, wanted: str | None) -> bool:
    """Whether both give the same time; seconds may be written or not."""
    if found is None or wanted is None:
        return found == wanted
    return ("T" in found) == ("T" in wanted) and datetime.fromisoformat(found) == datetime.fromisoformat(wanted)


@cache
def shares() -> dict[str, float]:
    got: Counter[str] = Counter()
    for page in pages():
        read = article(page["file"])
        for field in ("headline", "publisher", "byline", "agency", "language"):
            got[field] += getattr(read, field) == page[field]
        got["published"] += same_time(read.published.isoformat() if read.published else None, page["published"])
        got["kept"] += len(read.paragraphs)
        got["wanted"] += len(page["paragraphs"])
        got["right"] += len(set(read.paragraphs) & set(page["paragraphs"]))
    for pair in pairs():
        count_links(pair, got)
    fields = ("headline", "publisher", "byline", "agency", "published", "language")
    found = {field: got[field] / len(pages()) for field in fields}
    found["paragraphs precision"] = got["right"] / got["kept"]
    found["paragraphs recall"] = got["right"] / got["wanted"]
    found["links precision"] = got["links right"] / got["links found"]
    found["links recall"] = got["links right"] / got["links wanted"]
    found["conflicts precision"] = got["conflicts right"] / max(1, got["conflicts found"])
    return found


def count_links(pair: dict[str, Any], got: Counter[str]) -> None:
    """Pairs of sentences, by their texts, against the gold ones."""
    left, right = article(pair["left"]), article(pair["right"])
    wanted = {(one, other): link["kind"] for link in pair["links"] for one in link["left"] for other in link["right"]}
    found = {
        (left.sentences[one].text, right.sentences[other].text): link.kind
        for link in compare(left, right).links
        for one in link.left
        for other in link.right
    }
    conflicts = [key for key, kind in found.items() if kind == "conflict"]
    got["links wanted"] += len(wanted)
    got["links found"] += len(found)
    got["links right"] += len(set(wanted) & set(found))
    got["conflicts found"] += len(conflicts)
    got["conflicts right"] += sum(wanted.get(key) == "conflict" for key in conflicts)


@pytest.mark.parametrize("measure", FLOORS)
def test_the_floor_holds(measure: str) -> None:
    assert shares()[measure] >= FLOORS[measure], shares()
