"""Who speaks in scripts without word spaces, where each letter is a token: 市长说：“…”, “…”，市长说。

Nothing tells a name there but its place: the speaker stands between the beginning of a clause and what says when,
where or to whom, or the verb. Indexes count tokens.
"""

from collections.abc import Iterator

from storyreader.facts.attributions import Attribution
from storyreader.facts.cues import cue_at, phrase_index
from storyreader.facts.sources import Source
from storyreader.lexicon import MARK, Tables, Tokens

LONGEST_SPEAKER = 20
LONGEST_CLAUSE = 40
_PAUSES = frozenset(",:，：")


def speaker_beside(tokens: Tokens, stretch: tuple[int, int], room: tuple[int, int], tables: Tables) -> Source | None:
    """The speaker before or behind a quotation; `room` is what lies between its neighbours."""
    start, end = stretch
    return _before(tokens, start, room[0], tables) or _behind(tokens, end, room[1], tables)


def unspaced_attributions(tokens: Tokens, tables: Tables) -> Iterator[Attribution]:
    """Reported speech: [市长表示]，…"""
    begin = 0
    for place, text in enumerate(tokens.texts):
        if not _parts(tokens, place):
            continue
        if text in _PAUSES and (source := _speaker(tokens, begin, place, tables)):
            yield Attribution(source.start, place, source)
        begin = place + 1


def _parts(tokens: Tokens, index: int) -> bool:
    """Whether a mark parts clauses; the point of "科瑞·舒尔曼" does not."""
    return tokens.kinds[index] == MARK and tokens.texts[index] not in "·・.-"


def _before(tokens: Tokens, start: int, floor: int, tables: Tables) -> Source | None:
    end = start
    while end > floor and tokens.texts[end - 1] in _PAUSES:
        end -= 1
    begin = end
    while begin > floor and not _parts(tokens, begin - 1) and end - begin < LONGEST_CLAUSE:
        begin -= 1
    return _speaker(tokens, begin, end, tables)


def _behind(tokens: Tokens, end: int, ceiling: int, tables: Tables) -> Source | None:
    begin = end
    while begin < ceiling and tokens.texts[begin] in _PAUSES:
        begin += 1
    stop = begin
    while stop < ceiling and not _parts(tokens, stop) and stop - begin < LONGEST_CLAUSE:
        stop += 1
    return _speaker(tokens, begin, stop, tables)


def _speaker(tokens: Tokens, begin: int, end: int, tables: Tables) -> Source | None:
    """Who says something in a clause that ends with a verb of saying."""
    sayings = phrase_index(tables.language, "sayings")
    cues = (cue_at(tokens, place, sayings) for place in range(begin, end))
    verb = next((cue for cue in cues if cue and cue.end == end), None)
    if verb is None:
        return None
    stops = phrase_index(tables.language, "speaker_stops")
    while opening := cue_at(tokens, begin, phrase_index(tables.language, "clause_words")):
        begin = opening.end
    stop = next((place for place in range(begin, verb.start) if cue_at(tokens, place, stops)), verb.start)
    return Source(begin, stop) if 0 < stop - begin <= LONGEST_SPEAKER else None
