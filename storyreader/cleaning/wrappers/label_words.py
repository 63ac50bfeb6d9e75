"""The labels that stand before a colon around a page's text, and the fields that they mean (data/page_labels.json)."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from storyreader.cleaning.wrappers.page_text import ADDRESS, Line, PageText

_LISTS = frozenset({"codes", "link lists", "sizes", "subjects"})
"""Entries of the data that are no labels of fields."""
_SAID = frozenset({"headline", "byline", "publisher", "sender", "published", "updated", "url", "saved", "tags"})


_WEIGHED = re.compile(r"\(\d{1,3}%\)")


class Labelled(NamedTuple):
    """A value with its label: the `field` that is meant, `rank` how surely, 0 first, and the line that holds it."""

    field: str
    rank: int
    value: str
    line: Line


def note(text: PageText, found: list[Labelled]) -> None:
    """State what labels say, the surest first; "source" and its like may name an outlet instead of an address."""
    for entry in sorted(found, key=lambda entry: entry.rank):
        if entry.field == "headline" and _WEIGHED.search(entry.value):
            continue  # subjects with how much of the text is theirs
        address = ADDRESS.search(entry.value) if entry.field == "url" else None
        if entry.field == "url" and address is None:
            text.state("publisher", entry.value)
        elif entry.field in _SAID:
            text.state(entry.field, address.group() if address else entry.value)


def meaning(label: str) -> tuple[str, int] | None:
    """The field that a label means, with the rank of the label in it; None for an unknown one."""
    return _labels().get(label.strip().casefold().replace("_", " "))


def words(kind: str) -> frozenset[str]:
    """One of the lists of other words in the data: "link lists", "sizes", "subjects"."""
    return frozenset(_data()[kind])


def codes() -> dict[str, str]:
    """The codes of a press database, each with its field or nothing."""
    return dict(_data()["codes"])


@cache
def _data() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads(
        files("storyreader.cleaning").joinpath("data/page_labels.json").read_text("utf-8")
    )
    return read


@cache
def _labels() -> dict[str, tuple[str, int]]:
    return {
        label: (field, rank)
        for field, labels in reversed(_data().items())
        if field not in _LISTS
        for rank, label in enumerate(labels)
    }
