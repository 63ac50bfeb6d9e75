"""Who speaks: the words that name a source around a verb of saying. Indexes count tokens."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyreader.facts.cues import Cue, cue_at, phrase_index
from storyreader.lexicon import MARK, NUMBER, SKIP, WORD, Tables, Tokens, tables_for, tokens_of

LONGEST_SOURCE = 16
"""Tokens: a longer stretch before a verb is more than the name of a source."""
_QUOTE_MARKS = frozenset('“”"«»„‘‟‹›')
_SENTENCE_ENDS = frozenset(".!?…;")


@dataclass(frozen=True, slots=True)
class Source:
    """A source from token `start` to token `end` (exclusive)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """From token `start` to `end`: the cue with its source."""

    start: int
    end: int
    source: Source


def is_saying(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a token is a verb of saying."""
    return tables.has("sayings", tokens.low(index)) and not tokens.capital(index)


def source_after(tokens: Tokens, index: int, tables: Tables) -> Source | None:
    """The source that begins at a token: "said [Maria Lopez], a shopkeeper", "citing [files seen by us]"."""
    end = index
    while end < len(tokens) and end - index < LONGEST_SOURCE:
        word = tokens.lower[end]
        if tokens.kinds[end] == SKIP or (tokens.kinds[end] == MARK and not _inside(tokens, end)):
            break
        stops = end > index or tables.language != "en"
        if tables.has("sighted", tokens.low(end - 1)) and tables.has("passive_by", word):
            end += 1
            continue
        if stops and (tables.has("speaker_stops", word) or word in tables.row("weekdays")):
            break
        noun = end == index and tables.has("verbs_or_nouns", word)
        if (
            (is_saying(tokens, end, tables) and not noun)
            or word in tables.row("days")
            or (word in tables.row("relative") and end > index + 1)
        ):
            break
        if end > index + 1 and word.endswith("ly") and not tokens.capital(end):
            break
        end += 1
    return Source(index, end) if end > index and _names_somebody(tokens, index, end, tables) else None


def _inside(tokens: Tokens, index: int) -> bool:
    """Whether a mark stands inside a name: a hyphen, "Dr.", "&"."""
    mark = tokens.texts[index]
    if mark in "-–&'’/":
        return tokens.touches(index) or mark == "&"
    short = tokens.kind(index - 1) == WORD and len(tokens.texts[index - 1]) <= 4 and tokens.capital(index - 1)
    return mark == "." and short and tokens.touches(index) and tokens.capital(index + 1)


def source_before(tokens: Tokens, verb: int, tables: Tables, floor: int = 0) -> Source | None:
    """The source that ends before a verb: "[Dr. Ana Ruiz, head of the clinic,] said"."""
    end = verb
    while (end > floor and tables.has("helpers", tokens.low(end - 1))) or (end > floor and _is_adverb(tokens, end - 1)):
        end -= 1
    start = end
    if tokens.low(end - 1) == "," and end - 1 > floor:
        start = _before_insertion(tokens, end - 1, floor)
        if start == end - 1:
            return None
    while start > floor and end - start < LONGEST_SOURCE and _continues(tokens, start - 1, tables):
        start -= 1
    start = _without_opening(tokens, start, end, tables)
    return Source(start, end) if end > start and _names_somebody(tokens, start, end, tables) else None


def _is_adverb(tokens: Tokens, index: int) -> bool:
    word = tokens.low(index)
    return len(word) > 4 and word.endswith("ly") and not tokens.capital(index)


def _before_insertion(tokens: Tokens, comma: int, floor: int) -> int:
    """The place of the comma that opens an insertion, or the closing comma itself when there is none."""
    for index in range(comma - 1, max(floor, comma - 14), -1):
        if tokens.texts[index] in _QUOTE_MARKS or (
            tokens.texts[index] in _SENTENCE_ENDS and not _inside(tokens, index)
        ):
            return comma
        if tokens.texts[index] == "," and tokens.kind(index - 1) in {WORD, NUMBER}:
            return index
    return comma


def _continues(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a source may go on to the left over a token."""
    if tokens.kinds[index] == MARK:
        return _inside(tokens, index)
    word = tokens.lower[index]
    if word == "and" or word in tables.lists.get("and_words", ()):
        return tokens.capital(index - 1) and tokens.capital(index + 1)
    return not tables.has("clause_words", word) and not _is_verb(tokens, index, tables) and tokens.kinds[index] != SKIP


def _without_opening(tokens: Tokens, start: int, end: int, tables: Tables) -> int:
    """Leave out what opens the sentence: "In a statement [the ministry]"."""
    word = tokens.low(start)
    if not tables.has("speaker_stops", word) and word not in tables.row("weekdays"):
        return start
    for index in range(end - 1, start, -1):
        if tables.has("determiners", tokens.low(index)):
            return index
        if tokens.capital(index) and not tokens.capital(index - 1) and tokens.kind(index - 1) != MARK:
            return index
    return end - 1


def _names_somebody(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    words = [place for place in range(start, end) if tokens.kinds[place] == WORD]
    if not words or tables.has("noun_openers", tokens.lower[words[-1]]):
        return False
    first = tokens.lower[words[0]]
    if tables.has("not_sources", first) or (len(words) == 1 and tables.has("clause_words", first)):
        return False
    # "[had to] say", "[did not] answer": a verb before the verb is no source; what an insertion says may have one
    comma = next((place for place in range(start, end) if tokens.texts[place] == ","), end)
    return not any(tables.has("auxiliaries", tokens.lower[place]) for place in words if place < comma)


def _is_verb(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word of saying is a verb: in "the states", "of reports", "earlier claims were" it is a noun."""
    if not is_saying(tokens, index, tables) or tables.has("noun_openers", tokens.low(index - 1)):
        return False
    if not tables.has("verbs_or_nouns", tokens.lower[index]):
        return True
    behind = tokens.low(index + 1)
    told = behind == "that" or tables.has("determiners", behind) or tables.has("pronouns", behind)
    return told or tokens.kind(index + 1) == MARK or tokens.capital(index + 1)


def _tells(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a verb of saying has its speaker beside it."""
    return _is_verb(tokens, index, tables) and not tables.has("participles", tokens.lower[index])


def _said_by(tokens: Tokens, verb: int, tables: Tables) -> Source | None:
    """The source behind a passive verb: "reported by [two outlets]", not "said by phone"."""
    if not tables.has("passive_by", tokens.low(verb + 1)) or not tables.has("passives", tokens.lower[verb]):
        return None
    return source_after(tokens, verb + 2, tables)


def attributions(tokens: Tokens, tables: Tables) -> Iterator[Attribution]:
    """According to X, citing X, X said, X told Y, said X. Each source once for each verb."""
    index = phrase_index(tables.language, "according")
    if index.keys().isdisjoint(tokens.lower) and tables.lists.get("sayings", frozenset()).isdisjoint(tokens.lower):
        return
    inside = taken = 0
    for place in range(len(tokens)):
        mark = tokens.texts[place]
        if mark in "“«„":
            inside += 1
        elif mark in "”»" and inside:
            inside -= 1
        if inside or place < taken:
            continue
        found = _sourced(tokens, place, tables, cue_at(tokens, place, index))
        if found:
            # who is named behind a cue is no speaker of the next verb
            taken = max(taken, found.source.end + 1) if found.source.start > place else taken
            yield found


def _sourced(tokens: Tokens, index: int, tables: Tables, cue: Cue | None) -> Attribution | None:
    """The cue or verb of saying at a token with its source."""
    if cue:
        source = source_after(tokens, cue.end, tables)
    elif not _tells(tokens, index, tables):
        return None
    else:
        source = _said_by(tokens, index, tables)
        before = None if source else source_before(tokens, index, tables)
        if before:
            return Attribution(before.start, index + 1, before)
        if not source and tokens.low(index - 1) in {",", "”", '"', "»", "“"}:
            source = source_after(tokens, index + 1, tables)
    return Attribution(index, source.end, source) if source else None


def attribution_ranges(text: str, language: str) -> list[tuple[int, int]]:
    """Where a sentence names who says it, apart from what is said: "the mayor said", "according to the police".

    A verb of saying with an object that is no clause, as in "called for a vote", is what is told itself. Offsets are
    characters of the sentence.
    """
    tokens, tables = tokens_of(text), tables_for(language)
    found = attributions(tokens, tables)
    return [(tokens.starts[one.start], tokens.ends[one.end - 1]) for one in found if _sets_apart(tokens, one, tables)]


def _sets_apart(tokens: Tokens, attribution: Attribution, tables: Tables) -> bool:
    """Whether a clause, a quotation, a mark or nothing follows; a source behind its verb must be somebody named."""
    end, source = attribution.end, attribution.source
    if source.end == end:
        places = range(source.start, end)
        return all(tokens.kinds[at] != NUMBER for at in places) and (
            any(tokens.capital(at) for at in places) or tables.has("determiners", tokens.low(source.start))
        )
    if tokens.kind(end) != WORD:
        return True
    word = tokens.low(end)
    opens = word in tables.row("days") or word in tables.row("weekdays") or tables.has("pronouns", word)
    return opens or word == "that" or tables.has("determiners", word) or tokens.capital(end)
