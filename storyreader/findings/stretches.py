"""Stretches of time: "between 2009 and 2018" is one thing, though its two ends are dates of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from storyreader.article import Span
from storyreader.fact import Fact
from storyreader.lexicon import Tables, tables_for, tokens_of

_DASHES = frozenset("-–—‑")
Ends = tuple[Fact, ...]


def with_stretches(facts: Sequence[Fact], text: str, language: str) -> Iterator[tuple[Fact, Ends]]:
    """The facts of a sentence, two dates that begin and end one stretch as one fact with these two as its ends."""
    tables = tables_for(language)
    dates = [fact for fact in facts if fact.kind == "date"]
    joined = {
        id(first): (first, second) for first, second in pairwise(dates) if _is_stretch(text, first, second, tables)
    }
    closing = {id(second) for _, second in joined.values()}
    for fact in facts:
        if id(fact) in joined:
            yield _stretch(text, *joined[id(fact)], tables), joined[id(fact)]
        elif id(fact) not in closing:
            yield fact, ()


def _is_stretch(text: str, first: Fact, second: Fact, tables: Tables) -> bool:
    """Whether "to", a dash, or the "and" of "between" stands between two dates."""
    between = tokens_of(text[first.span.end : second.span.start]).lower
    if not between or not all(tables.has("determiners", word) for word in between[1:]):
        return False
    if between[0] in _DASHES:
        return True
    opened = bool(_opening(text, first, tables))
    return tables.has("range_joint", between[0]) and (opened or not tables.has("only_between", between[0]))


def _opening(text: str, first: Fact, tables: Tables) -> str:
    """The word that opens a stretch, "between", with the space behind it; empty where none stands there."""
    before = text[: first.span.start]
    word = before.split()[-1] if before.split() else ""
    return before[before.rindex(word) :] if tables.has("range_open", word.lower()) else ""


def _stretch(text: str, first: Fact, second: Fact, tables: Tables) -> Fact:
    start, end = first.span.start - len(_opening(text, first, tables)), second.span.end
    return replace(first, value=f"{first.value}/{second.value}", span=Span(start, end), text=text[start:end])
