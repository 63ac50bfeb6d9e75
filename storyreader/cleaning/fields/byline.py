"""Finds who wrote the article: lines that open with a word for "by", else a name alone beside the date or headline."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from storyreader.cleaning.cues import CATEGORIES
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.names import split_names

_LONGEST = 20
"""Words of a byline, with roles and outlets."""
_BYLINE_CUE = CATEGORIES.index("byline")


@dataclass(frozen=True, slots=True)
class _Candidate:
    names: tuple[str, ...]
    block: Block
    score: float
    rule: str


def find(draft: Draft) -> None:
    """Fill the byline and judge its line."""
    body = [number for number, block in enumerate(draft.blocks) if block.kept]
    first, last = (body[0], body[-1]) if body else (len(draft.blocks), len(draft.blocks))
    candidates = []
    for number, block in enumerate(draft.blocks):
        if block.shape.words > _LONGEST or block.reason in {"headline", "copyright"}:
            continue
        distance = first - number if number < first else max(0, number - last)
        if candidate := _candidate(draft, number, distance, first <= number <= last):
            candidates.append(candidate)
    if not candidates:
        return
    best = max(candidates, key=lambda candidate: candidate.score)
    if best.score <= 0:
        return
    draft.find("byline", ", ".join(best.names), best.rule)
    for candidate in candidates:
        if candidate.names == best.names:
            candidate.block.reason = "byline"


def _candidate(draft: Draft, number: int, distance: int, inside: bool) -> _Candidate | None:
    block = draft.blocks[number]
    rest = _after_opener(block.text)
    if rest is not None:
        names = tuple(split_names(_until_role(rest)))
        if names:
            return _Candidate(
                names, block, 2.0 - 0.04 * distance - (0.5 if inside else 0.0), "opens with a word for by"
            )
        return None
    if inside or distance > 20:
        return None
    names = tuple(split_names(block.text))
    if not names or len(" ".join(names)) < 0.6 * block.shape.chars:
        return None
    beside = draft.blocks[max(0, number - 2) : number + 3]
    near = sum(0.5 for other in beside if other.reason in {"headline", "date"})
    cue = sum(0.5 for other in draft.blocks[max(0, number - 1) : number] if other.shape.cues[_BYLINE_CUE])
    return _Candidate(names, block, near + cue - 0.05 * distance - 0.3, "name beside the headline or date")


def _after_opener(text: str) -> str | None:
    words = text.split()
    openers = _openers()
    for length in (4, 3, 2, 1):
        head = " ".join(words[:length]).casefold()
        if len(words) > length and head in openers:
            return " ".join(words[length:])
    return None


def _until_role(text: str) -> str:
    """Cut a byline where a date, a bar or a contact begins."""
    for mark in (" | ", " • ", " · ", " – ", " — ", "\t"):
        text = text.split(mark)[0]
    return text


@cache
def _openers() -> frozenset[str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/bylines.json").read_text("utf-8"))
    return frozenset(data["openers"])
