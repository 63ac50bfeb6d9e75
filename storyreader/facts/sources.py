"""Who speaks: the words that name a source around a verb of saying. Indexes count tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.facts.cues import Cue, cue_at, phrase_index
from storyreader.lexicon import MARK, NUMBER, SKIP, WORD, Tables, Tokens

LONGEST_SOURCE = 16
"""Tokens: a longer stretch before a verb or an insertion is more than the name of a source."""
LONGEST_INSERTION = 45
"""Tokens: "Nadia Ferrant, [an oceanographer at Marlow University and head of its institute,] said"."""
_QUOTE_MARKS = frozenset('“”"«»„‘‟‹›「」')
_SAID_BEFORE = frozenset({"", ",", "،", "”", '"', "»", "“"})
_SENTENCE_ENDS = frozenset(".!?…;。！？；")


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


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a mark ends a sentence: not the full stop of "Dr. Ruiz", "R-Ky.," or "storms.example"."""
    if tokens.texts[index] not in _SENTENCE_ENDS:
        return False
    if tokens.texts[index] != ".":
        return True
    touching = tokens.touches(index + 1) and tokens.kind(index + 1) in {WORD, NUMBER}
    goes_on = tokens.low(index + 1) == "," or (tokens.kind(index + 1) == WORD and not tokens.capital(index + 1))
    return not (touching or goes_on or _inside(tokens, index))


def is_saying(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word of saying is a verb: in "the states", "of reports", "earlier claims were" it is a noun."""
    word = tokens.low(index)
    name = tokens.capital(index) and (index > 0 or tables.language == "en")
    if not tables.has("sayings", word) or name or tables.has("noun_openers", tokens.low(index - 1)):
        return False
    if not tables.has("verbs_or_nouns", word):
        return True
    behind = tokens.low(index + 1)
    told = behind == "that" or tables.has("determiners", behind) or tables.has("pronouns", behind)
    return told or tokens.kind(index + 1) == MARK or tokens.capital(index + 1)


def source_after(tokens: Tokens, index: int, tables: Tables) -> Source | None:
    """The source that begins at a token: "said [Maria Lopez], a shopkeeper", "said [the mayor, Maria Lopez]"."""
    end = index
    while end < len(tokens) and end - index < LONGEST_SOURCE and not _stops(tokens, end, index, tables):
        end += 1
    while end > index and tables.has("determiners", tokens.lower[end - 1]):
        end -= 1
    named = any(tokens.capital(place) for place in range(index, end))
    if not named and end > index and tokens.low(end) == "," and tokens.capital(end + 1) and tokens.capital(end + 2):
        end += 1
        while tokens.capital(end):
            end += 1
    return Source(index, end) if end > index and _names_somebody(tokens, index, end, tables) else None


def _stops(tokens: Tokens, place: int, start: int, tables: Tables) -> bool:
    """Whether a source that begins at a token ends before a later one."""
    word = tokens.lower[place]
    if tokens.kinds[place] == SKIP or (tokens.kinds[place] == MARK and not _inside(tokens, place)):
        return True
    inner = place > start or tables.language != "en"
    if inner and (tables.has("speaker_stops", word) or word in tables.row("weekdays")):
        return True
    if is_saying(tokens, place, tables) or word in tables.row("days"):
        return True
    verb = tables.has("passive_helpers", word) or tables.has("auxiliaries", word)
    adverb = word in tables.row("relative") or word.endswith("ly")
    return not tokens.capital(place) and ((verb and place > start) or (adverb and place > start + 1))


def said_by(tokens: Tokens, verb: int, tables: Tables) -> Source | None:
    """The source behind a verb that stands before it: "“…,” [said] Maria Lopez". Who is told, called or criticised
    stands there too, but speaks not.
    """
    if tables.has("object_verbs", tokens.low(verb)) or not tables.has("sayings", tokens.low(verb)):
        return None
    behind = verb + 1
    if tokens.low(behind) == "-":
        # « … », dit-il
        return Source(behind + 1, behind + 2) if tables.has("pronouns", tokens.low(behind + 1)) else None
    return source_after(tokens, behind, tables)


def _inside(tokens: Tokens, index: int) -> bool:
    """Whether a mark stands inside a name: a hyphen, "Dr.", "&"."""
    mark = tokens.texts[index]
    if mark in "-–&'’/":
        return tokens.touches(index) or mark == "&"
    short = tokens.kind(index - 1) == WORD and len(tokens.texts[index - 1]) <= 4 and tokens.capital(index - 1)
    return (
        mark == "." and short and tokens.touches(index) and (tokens.capital(index + 1) or tokens.low(index + 1) == ",")
    )


def source_before(tokens: Tokens, verb: int, tables: Tables, floor: int = 0) -> Source | None:
    """The source that ends before a verb: "[Dr. Ana Ruiz, head of the clinic,] said", "[a clerk] who said"."""
    end = verb
    while end > floor and (_is_helper(tokens, end - 1, tables) or _is_adverb(tokens, end - 1)):
        end -= 1
    if _is_passive(tokens, end, verb, tables) or _is_negated(tokens, end, verb, tables):
        return None
    head = end
    if tables.has("relative_pronouns", tokens.low(end - 1)) and end - 1 > floor:
        head = end = end - 2 if tokens.low(end - 2) == "," else end - 1
    elif tokens.low(end - 1) == "," and end - 1 > floor:
        head = _before_insertion(tokens, end - 1, floor, tables)
        if head == end - 1:
            return None
    start = _noun_start(tokens, head, floor, tables)
    if start and start - 1 > floor and _is_relative(tokens, start, tables):
        # "[one user] who lives near Kellen, Tex., wrote"
        head = end = start - 2 if tokens.low(start - 2) == "," else start - 1
        start = _noun_start(tokens, head, floor, tables)
    if start is None:
        return None
    start = _without_opening(tokens, start, head, tables)
    if tables.has("naming", tokens.low(verb)) and tables.has("articles", tokens.low(start)):
        # "a program called Prism"
        return None
    return Source(start, end) if end > start and _names_somebody(tokens, start, head, tables) else None


def _is_relative(tokens: Tokens, start: int, tables: Tables) -> bool:
    """Whether a verb follows a relative pronoun: "who lives", not "which he"."""
    if not tables.has("relative_pronouns", tokens.low(start - 1)) or tokens.capital(start):
        return False
    return not (tables.has("determiners", tokens.low(start)) or tables.has("pronouns", tokens.low(start)))


def _is_helper(tokens: Tokens, index: int, tables: Tables) -> bool:
    return tables.has("helpers", tokens.low(index)) and not tables.has("pronouns", tokens.low(index))


def _is_adverb(tokens: Tokens, index: int) -> bool:
    word = tokens.low(index)
    return len(word) > 4 and word.endswith("ly") and not tokens.capital(index)


def _is_passive(tokens: Tokens, start: int, verb: int, tables: Tables) -> bool:
    """Whether the words before a verb make it passive: "a case was reported", not "she was saying"."""
    helper = next((at for at in range(start, verb) if tables.has("passive_helpers", tokens.lower[at])), None)
    if helper is None or tables.has("participles", tokens.lower[verb]):
        return False
    return not tables.has("reflexives", tokens.low(helper - 1))


def _is_negated(tokens: Tokens, start: int, verb: int, tables: Tables) -> bool:
    """Whether nothing is said: "the company did not announce", "has never admitted"."""
    return any(tables.has("negation_words", word) or word.endswith("n't") for word in tokens.lower[start:verb])


def _before_insertion(tokens: Tokens, comma: int, floor: int, tables: Tables) -> int:
    """The place of the comma that opens an insertion, or the closing comma itself when there is none.

    An insertion may have commas of its own: the first one that has nothing but a name before it opens it.
    """
    commas: list[int] = []
    for index in range(comma - 1, max(floor, comma - LONGEST_INSERTION), -1):
        if tokens.texts[index] in _QUOTE_MARKS or ends_sentence(tokens, index):
            break
        if tokens.texts[index] == "," and tokens.kind(index - 1) in {WORD, NUMBER, MARK}:
            commas.append(index)
    if not commas:
        return comma
    return next(
        (opening for opening in reversed(commas[1:]) if _opens_insertion(tokens, opening, floor, tables)), commas[0]
    )


def _opens_insertion(tokens: Tokens, comma: int, floor: int, tables: Tables) -> bool:
    """Whether a name and nothing else stands before a comma; where a name stands behind, two words."""
    start = _noun_start(tokens, comma, floor, tables)
    if start is None or start == comma:
        return False
    if tokens.capital(comma + 1) and sum(tokens.capital(place) for place in range(start, comma)) < 2:
        return False
    named = tokens.capital(comma - 1) or tokens.texts[comma - 1] == "."
    return named and not any(tables.has("prepositions", word) for word in tokens.lower[start:comma])


def _noun_start(tokens: Tokens, end: int, floor: int, tables: Tables) -> int | None:
    """Where the words begin that may name a source and end before a token; None when they have no beginning."""
    start = end
    while start > floor and _continues(tokens, start - 1, tables):
        start -= 1
        if end - start > LONGEST_SOURCE:
            return None
    return start


def _continues(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a source may go on to the left over a token."""
    if tokens.kinds[index] == MARK:
        return _inside(tokens, index)
    word = tokens.lower[index]
    if word == "and" or word in tables.lists.get("and_words", ()):
        return tokens.capital(index - 1) and tokens.capital(index + 1)
    return not tables.has("clause_words", word) and not is_saying(tokens, index, tables) and tokens.kinds[index] != SKIP


def _without_opening(tokens: Tokens, start: int, end: int, tables: Tables) -> int:
    """Leave out what opens the sentence: "In a statement [the ministry]", "powers [they]" say they have."""
    if tables.has("pronouns", tokens.low(end - 1)):
        return end - 1
    while start < end and tokens.kinds[start] == MARK:
        start += 1
    while start < end and _is_helper(tokens, start, tables) and not tables.has("determiners", tokens.low(start)):
        start += 1
    for index in range(end - 1, start, -1):
        if _begins_noun(tokens, index, tables):
            return index
    word = tokens.low(start)
    if not tables.has("speaker_stops", word) and word not in tables.row("weekdays"):
        return start
    for index in range(end - 1, start, -1):
        if tables.has("determiners", tokens.low(index)):
            return index
        if tokens.capital(index) and not tokens.capital(index - 1) and tokens.kind(index - 1) != MARK:
            return index
    return end - 1


def _begins_noun(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether an article begins something new: that of "on 3 May the head" does, those of "head of the town" do not."""
    before = tokens.low(index - 1)
    bound = tables.has("prepositions", before) or tables.has("speaker_stops", before) or tables.has("titles", before)
    article = tables.has("determiners", tokens.lower[index]) and not tables.has("prepositions", tokens.lower[index])
    return article and not bound and tokens.kind(index - 1) in {WORD, NUMBER} and before != "and"


def _names_somebody(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    words = [place for place in range(start, end) if tokens.kinds[place] == WORD]
    if not words or tables.has("noun_openers", tokens.lower[words[-1]]):
        return False
    first = tokens.lower[words[0]]
    bound = tables.has("prepositions", first) and not tables.has("determiners", first)
    if bound or tables.has("not_sources", first) or tables.has("clause_words", first) or first.startswith("'"):
        return False
    # "[had to] say", "[did not] answer": a verb before the verb is no source
    return not any(tables.has("auxiliaries", tokens.lower[place]) for place in words)


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
        found = _sourced(tokens, place, tables, cue_at(tokens, place, index))
        if found:
            # who is named behind a cue is no speaker of the next verb
            taken = max(taken, found.source.end + 1) if found.source.start > place else taken
            yield found


def _sourced(tokens: Tokens, index: int, tables: Tables, cue: Cue | None) -> Attribution | None:
    """The cue or verb of saying at a token with its source."""
    if cue:
        source = source_after(tokens, cue.end, tables)
        return Attribution(index, source.end, source) if source else None
    if not is_saying(tokens, index, tables):
        return None
    if source := _passive_by(tokens, index, tables):
        return Attribution(index, source.end, source)
    if not _tells(tokens, index, tables):
        return None
    if before := source_before(tokens, index, tables):
        return Attribution(before.start, index + 1, before)
    behind = said_by(tokens, index, tables) if tokens.low(index - 1) in _SAID_BEFORE else None
    return Attribution(index, behind.end, behind) if behind else None


def _tells(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a verb of saying has its speaker beside it and tells what is said: "the tour continues" does not."""
    if tables.has("participles", tokens.lower[index]):
        return False
    if not tables.has("seldom_sayings", tokens.lower[index]):
        return True
    return tables.has("content_words", tokens.low(index + 1)) or tokens.kind(index + 1) == MARK
