"""Reported speech: according to X, citing X, X said, X told Y, said X. Indexes count tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.facts.cues import Cue, cue_at, phrase_index
from storyreader.facts.sources import Source, is_saying, said_by, source_after
from storyreader.facts.subjects import depends, main_subject, source_before
from storyreader.lexicon import MARK, Tables, Tokens

_SAID_BEFORE = frozenset({"", ",", "،", "”", '"', "»", "“"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """From token `start` to `end`: the cue with its source."""

    start: int
    end: int
    source: Source


def _passive_by(tokens: Tokens, verb: int, tables: Tables) -> Source | None:
    """The source behind a passive verb: "reported by [two outlets]", not "said by phone"."""
    if not tables.has("passive_by", tokens.low(verb + 1)) or not tables.has("passives", tokens.lower[verb]):
        return None
    return source_after(tokens, verb + 2, tables)


def attributions(tokens: Tokens, tables: Tables, quoted: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    """According to X, citing X, X said, X told Y, said X. Each source once for each verb; none inside quotations."""
    index = phrase_index(tables.language, "according")
    if index.keys().isdisjoint(tokens.lower) and tables.lists.get("sayings", frozenset()).isdisjoint(tokens.lower):
        return
    inside = {place for start, end in quoted for place in range(start, end)}
    taken = 0
    for place in range(len(tokens)):
        if place in inside or place < taken:
            continue
        floor = max((end for _, end in quoted if end <= place), default=0)
        cue = cue_at(tokens, place, index)
        found = _cited(tokens, cue, tables) if cue else _told(tokens, place, floor, tables)
        if found:
            # who is named behind a cue is no speaker of the next verb
            taken = max(taken, found.source.end + 1) if found.source.start > place else taken
            yield found


def _cited(tokens: Tokens, cue: Cue, tables: Tables) -> Attribution | None:
    source = source_after(tokens, cue.end, tables)
    return Attribution(cue.start, source.end, source) if source else None


def _told(tokens: Tokens, index: int, floor: int, tables: Tables) -> Attribution | None:
    """A verb of saying with the source before it, further ahead, or behind it."""
    if not is_saying(tokens, index, tables):
        return None
    if source := _passive_by(tokens, index, tables):
        return Attribution(index, source.end, source)
    if not _tells(tokens, index, tables):
        return None
    if depends(tokens, index, tables):
        return _dependent(tokens, index, floor, tables)
    if before := source_before(tokens, index, tables):
        return Attribution(before.start, index + 1, before)
    behind = said_by(tokens, index, tables) if tokens.low(index - 1) in _SAID_BEFORE else None
    return Attribution(index, behind.end, behind) if behind else None


def _dependent(tokens: Tokens, index: int, floor: int, tables: Tables) -> Attribution | None:
    """Hale left the room, [saying] the wall leaks; Hale thanked the crew [and said] the wall leaks."""
    after_comma = tables.has("participles", tokens.lower[index]) and tokens.low(index - 1) == ","
    if not after_comma and not tables.has("coordinators", tokens.low(index - 1)):
        return None
    source = main_subject(tokens, index, tables, floor)
    return Attribution(source.start, index + 1, source) if source else None


def _tells(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a verb of saying tells what is said: "the tour continues" does not."""
    if not tables.has("seldom_sayings", tokens.lower[index]):
        return True
    return tables.has("content_words", tokens.low(index + 1)) or tokens.kind(index + 1) == MARK
