"""Direct quotations and who speaks them. Indexes count tokens; quotations that a sentence cuts open stay open."""

from dataclasses import dataclass

from storyreader.facts.cues import cue_at, phrase_index
from storyreader.facts.sources import Source, is_saying, source_after, source_before
from storyreader.lexicon import WORD, Tables, Tokens

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "»": "«", "「": "」", "『": "』", "‘": "’"}
_CLOSERS = frozenset("”»“")
REACH = 24
"""Tokens: how far from a quotation its verb of saying may stand."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation from token `start` to `end` (exclusive), its marks included."""

    start: int
    end: int
    speaker: Source | None


def quotes_in(tokens: Tokens, tables: Tables) -> list[Quote]:
    """The quotations of a text with their speakers."""
    ranges = _ranges(tokens, tables)
    quotes: list[Quote] = []
    for number, (start, end) in enumerate(ranges):
        floor = ranges[number - 1][1] if number else 0
        ceiling = ranges[number + 1][0] if number + 1 < len(ranges) else len(tokens)
        speaker = _after(tokens, end, ceiling, tables) or _before(tokens, start, floor, tables)
        if speaker is None and quotes and _goes_on(tokens, quotes[-1], start):
            speaker = quotes[-1].speaker
        quotes.append(Quote(start, end, speaker))
    return quotes


def _ranges(tokens: Tokens, tables: Tables) -> list[tuple[int, int]]:
    """Where quotations stand. One that began before this text starts at 0, one that goes on ends with it."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(tokens):
        mark = tokens.texts[place]
        end = None
        if mark == '"':
            end = _close_straight(tokens, place)
        elif mark in _PAIRS and _opens(tokens, place, mark, tables):
            end = _close(tokens, place, _PAIRS[mark], mark)
        elif mark in "”»" and not found and place:
            found.append((0, place + 1))
        if end is not None and end - place > 1:
            found.append((place, end))
        place = end if end is not None else place + 1
    return found


def _opens(tokens: Tokens, index: int, mark: str, tables: Tables) -> bool:
    joined_after = tokens.touches(index + 1)
    if mark == "‘":
        return joined_after and not tokens.touches(index)
    if mark == "»":
        return tables.language == "de" and not tokens.touches(index) and joined_after
    return not (mark == "“" and tokens.touches(index) and not joined_after)


def _close(tokens: Tokens, index: int, closers: str, mark: str) -> int | None:
    depth = 1
    for cursor in range(index + 1, len(tokens)):
        text = tokens.texts[cursor]
        if text == mark and mark not in closers:
            depth += 1
        elif text in closers:
            depth -= 1
            if depth == 0:
                return cursor + 1
    return None if mark == "‘" else len(tokens)


def _close_straight(tokens: Tokens, index: int) -> int | None:
    closing = next((at for at in range(index + 1, len(tokens)) if tokens.texts[at] == '"'), None)
    if closing is not None:
        return closing + 1
    # a lone mark opens when a word follows directly, else it closes what began before
    opens = tokens.touches(index + 1) and not (tokens.touches(index) and index)
    return len(tokens) if opens else None


def _after(tokens: Tokens, end: int, ceiling: int, tables: Tables) -> Source | None:
    """“…,” said X / X said / the senator asked."""
    place = end
    while place < ceiling and tokens.texts[place] in {",", "–", "—", "-"}:
        place += 1
    if place == end and tokens.low(end - 2) in {".", "…"} and tokens.capital(end) and tokens.texts[end - 1] != '"':
        return None
    if is_saying(tokens, place, tables):
        found = source_after(tokens, place + 1, tables)
        return found or None
    stop = min(ceiling, end + REACH)
    for verb in range(place, stop):
        if tokens.texts[verb] in {".", "!", "?", ";", ":"} and not _short_dot(tokens, verb):
            return None
        if is_saying(tokens, verb, tables) and not tables.has("participles", tokens.lower[verb]):
            if tokens.low(verb + 1) == ":":
                return None
            source = source_before(tokens, verb, tables, floor=place)
            joined = source is not None and source.start == place
            return source if joined else None
    return None


def _short_dot(tokens: Tokens, index: int) -> bool:
    return (
        tokens.texts[index] == "."
        and tokens.touches(index)
        and len(tokens.low(index - 1)) <= 3
        and tokens.capital(index + 1)
    )


def _before(tokens: Tokens, start: int, floor: int, tables: Tables) -> Source | None:
    """X said: “…”, according to X, “…”, X called it “…”."""
    according = phrase_index(tables.language, "according")
    first = max(floor, start - REACH)
    for verb in range(start - 1, first - 1, -1):
        if tokens.texts[verb] in {".", "!", "?"} and not _short_dot(tokens, verb):
            return None
        cue = cue_at(tokens, verb, according)
        if cue:
            return source_after(tokens, cue.end, tables)
        if not is_saying(tokens, verb, tables):
            continue
        if tables.has("participles", tokens.lower[verb]):
            return _main_subject(tokens, verb, tables)
        source = source_before(tokens, verb, tables)
        if source:
            return source
    return None


def _main_subject(tokens: Tokens, participle: int, tables: Tables) -> Source | None:
    """The subject of the verb before a participle: "[A spokesman] declined to comment, calling it “…”"."""
    for verb in range(participle - 1, -1, -1):
        if tokens.texts[verb] in {".", "!", "?"} and not _short_dot(tokens, verb):
            return None
        acting = (
            is_saying(tokens, verb, tables) or tables.has("clause_words", tokens.lower[verb]) or _past(tokens, verb)
        )
        if acting and not tables.has("participles", tokens.lower[verb]):
            source = source_before(tokens, verb, tables)
            if source:
                return source
    return None


def _past(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    return tokens.kinds[index] == WORD and len(word) > 4 and word.endswith("ed") and not tokens.capital(index)


def _goes_on(tokens: Tokens, before: Quote, start: int) -> bool:
    """Whether a quotation belongs to the speaker before it: one sentence of attribution stands between."""
    if before.speaker is None:
        return False
    ends = sum(
        tokens.texts[index] in {".", "!", "?"} and not _short_dot(tokens, index) for index in range(before.end, start)
    )
    return ends <= 1
