"""Tells whether words are people's names, and cuts a byline into them. Only the look of words is used."""

import json
import re
from functools import cache
from importlib.resources import files

_PARTICLES = frozenset(
    "von van der den de del della di da dos das du la le el al bin ibn ben zu zur ter ten af av mac y e".split()
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?")
_SPLIT = re.compile(
    r"\s*(?:,|;|&|\+|\||•|·|/)\s*|\s+(?:and|und|et|y|e|og|och|en|ja|a|i|und|with|mit)\s+", re.IGNORECASE
)
_CONTACT = re.compile(r"\S+@\S+|(?:^|\s)@\w+|https?://\S+")


def looks_like_name(text: str) -> bool:
    """Whether a text of two to five words has the look of one person's name."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50:
        return False
    capitals = 0
    for word in words:
        if not _NAME_WORD.fullmatch(word):
            return False
        if word[0].isupper():
            capitals += 1
        elif word.casefold() not in _PARTICLES:
            return False
    return capitals >= 2 and not any(word.casefold().strip(".") in _no_names() for word in words)


def split_names(text: str) -> list[str]:
    """Cut "Ann Bell, Carl Dorn and Eva Fink, Staff Writers" into the parts that are names or known desks."""
    parts = [part.strip(" .,:-–—") for part in _SPLIT.split(_CONTACT.sub(" ", text))]
    return [part for part in parts if looks_like_name(part)]


@cache
def _no_names() -> frozenset[str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/bylines.json").read_text("utf-8"))
    return frozenset(data["no_names"])
