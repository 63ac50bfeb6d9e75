"""Who speaks: the words that name a source before a verb of saying. Indexes count tokens."""

from storyreader.facts.sources import (
    LONGEST_SOURCE,
    Source,
    ends_sentence,
    inside_name,
    is_past,
    is_saying,
    names_somebody,
)
from storyreader.lexicon import MARK, NUMBER, SKIP, WORD, Tables, Tokens

LONGEST_INSERTION = 45
"""Tokens: "Nadia Ferrant, [an oceanographer at Marlow University and head of its institute,] said"."""
NEAR = 3
"""Words of a clause before an "and" that joins what it begins with."""
LONGEST_BRACKETS = 10
"""Tokens in brackets behind a name."""
_DASHES = frozenset("–—")
_QUOTE_MARKS = frozenset('“”"«»„‘‟‹›「」')


def source_before(tokens: Tokens, verb: int, tables: Tables, floor: int = 0) -> Source | None:
    """The source that ends before a verb: "[Dr. Ana Ruiz, head of the clinic,] said", "[a clerk] who said"."""
    if verb <= floor:
        return None
    end = verb
    while end > floor and (_is_helper(tokens, end - 1, tables) or _is_adverb(tokens, end - 1)):
        end -= 1
    while end - 2 > floor and tokens.low(end - 1) == "-" and tokens.touches(end - 1):
        # "e-mailed"
        end -= 2
    if _is_passive(tokens, end, verb, tables) or _is_negated(tokens, end, verb, tables):
        return None
    end = _before_date(tokens, end, floor, tables)
    if tables.has("relative_pronouns", tokens.low(end - 1)) and end - 1 > floor:
        end = end - 2 if tokens.low(end - 2) == "," else end - 1
    head = _head_end(tokens, end, floor, tables)
    if head is None:
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
    if tables.has("utterances", tokens.low(end - 1)) and tokens.low(end - 2) == "'s" and end == head:
        # "[Mr. Orlo]'s apology noted"
        head = end = end - 2
    return Source(start, end) if end > start and names_somebody(tokens, start, head, tables) else None


def _head_end(tokens: Tokens, end: int, floor: int, tables: Tables) -> int | None:
    """Where the words end that name a source, before an insertion if there is one; None where a comma parts them."""
    if tokens.low(end - 1) == "," and end - 1 > floor:
        head = _before_insertion(tokens, end - 1, floor, tables)
        return None if head == end - 1 else _before_brackets(tokens, head, floor)
    if tokens.low(end - 1) == ")" and end - 1 > floor:
        head = _before_brackets(tokens, end, floor)
        return None if head == end else head
    dash = _before_dashes(tokens, end - 1, floor)
    return end if dash is None else dash


def _before_date(tokens: Tokens, end: int, floor: int, tables: Tables) -> int:
    """Where a source ends that a date follows: "[Orlo] in December argued", "[Orlo], on 6 April, said"."""
    start = end - 1 if tokens.low(end - 1) == "," else end
    while start - 1 > floor and _tells_date(tokens, start - 1, tables):
        start -= 1
    dated = any(tokens.kinds[at] in {WORD, NUMBER} for at in range(start, end))
    if not dated or not tables.has("date_prepositions", tokens.low(start - 1)) or start - 1 <= floor:
        return end
    before = tokens.low(start - 2)
    if tokens.low(end - 1) == "," and before != "," and not tables.has("coordinators", before):
        return end  # the date ends an insertion: "Orlo, head of the mill since April 6, said"
    return start - 2 if before == "," else start - 1


def _tells_date(tokens: Tokens, index: int, tables: Tables) -> bool:
    word = tokens.lower[index]
    named = word in tables.row("months") or word in tables.row("weekdays")
    return named or tokens.texts[index].isdigit() or (word == "," and tokens.kinds[index] == MARK)


def _is_relative(tokens: Tokens, start: int, tables: Tables) -> bool:
    """Whether a verb follows a relative pronoun: "who lives", not "which he", nor "in which people"."""
    if not tables.has("relative_pronouns", tokens.low(start - 1)) or tokens.capital(start):
        return False
    if tables.has("prepositions", tokens.low(start - 2)):
        return False
    return not (tables.has("determiners", tokens.low(start)) or tables.has("pronouns", tokens.low(start)))


def _is_helper(tokens: Tokens, index: int, tables: Tables) -> bool:
    word = tokens.low(index)
    if len(word) > 2 and tokens.texts[index].isupper():
        # "The Lisport Courier and NOW confirmed"
        return False
    return (tables.has("helpers", word) or word.endswith("n't")) and not tables.has("pronouns", word)


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
    if tables.language != "en" and not _is_named(tokens, commas[0]):
        return comma
    return next(
        (opening for opening in reversed(commas[1:]) if _opens_insertion(tokens, opening, floor, tables)), commas[0]
    )


def _before_brackets(tokens: Tokens, end: int, floor: int) -> int:
    """Where a name ends behind which something is told of it in brackets: "[Ada Voss] (R-Ariz.) said"; the end itself
    where nothing is.
    """
    if tokens.low(end - 1) != ")":
        return end
    places = range(end - 2, max(floor, end - LONGEST_BRACKETS), -1)
    opening = next((at for at in places if tokens.texts[at] == "("), None)
    return opening if opening is not None and tokens.capital(opening - 1) else end


def _before_dashes(tokens: Tokens, dash: int, floor: int) -> int | None:
    """The place of the dash that opens an insertion of which another is the end: "Hale – a diver from Sarn – said"."""
    if tokens.low(dash) not in _DASHES or tokens.touches(dash):
        return None
    places = range(dash - 1, max(floor, dash - LONGEST_INSERTION), -1)
    return next((at for at in places if tokens.texts[at] == tokens.texts[dash] and not tokens.touches(at)), None)


def _opens_insertion(tokens: Tokens, comma: int, floor: int, tables: Tables) -> bool:
    """Whether a name and nothing else stands before a comma; where a name stands behind, two words."""
    comma = _before_brackets(tokens, comma, floor)
    start = _noun_start(tokens, comma, floor, tables)
    if start is None or start == comma:
        return False
    if tokens.capital(comma + 1) and sum(tokens.capital(place) for place in range(start, comma)) < 2:
        return False
    return _is_named(tokens, comma) and not any(tables.has("prepositions", word) for word in tokens.lower[start:comma])


def _is_named(tokens: Tokens, comma: int) -> bool:
    return tokens.capital(comma - 1) or tokens.texts[comma - 1] == "."


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
        return inside_name(tokens, index)
    word = tokens.lower[index]
    if tables.has("coordinators", word):
        return _joins_nouns(tokens, index, tables)
    return not tables.has("clause_words", word) and not is_saying(tokens, index, tables) and tokens.kinds[index] != SKIP


def _joins_nouns(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "and" stands between two names, or between nouns with which a clause begins: "economists and traders"."""
    behind = tokens.low(index + 1)
    opens = not index or ends_sentence(tokens, index - 1)
    if not opens and tokens.capital(index - 1) and tokens.capital(index + 1):
        return True
    if opens or tables.has("determiners", behind) or tables.has("pronouns", behind):
        return False
    for place in range(index - 1, -1, -1):
        if tokens.kinds[place] == MARK and not inside_name(tokens, place):
            return False
        if tables.has("clause_words", tokens.lower[place]):
            return not place and index <= NEAR  # "but economists and traders" begin the sentence
        if acts(tokens, place, tables):
            return False
    return True


def _without_opening(tokens: Tokens, start: int, end: int, tables: Tables) -> int:
    """Leave out what opens the sentence: "In a statement [the ministry]", "powers [they]" say they have."""
    if tables.has("pronouns", tokens.low(end - 1)):
        return end - 1
    while start < end and tokens.kinds[start] == MARK:
        start += 1
    while start < end and not tables.has("determiners", tokens.low(start)):
        if not _is_helper(tokens, start, tables) and not tables.has("participles", tokens.low(start)):
            break
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
        begins = index - 1 == start or not tokens.capital(index - 1)  # "But" opens the sentence
        if tokens.capital(index) and begins and tokens.kind(index - 1) != MARK:
            return index
    return end - 1


def _begins_noun(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether an article begins something new: that of "on 3 May the head" does, those of "head of the town" do not."""
    before = tokens.low(index - 1)
    bound = any(tables.has(listed, before) for listed in ("prepositions", "speaker_stops", "titles"))
    bound = bound or (is_participle(before, tables) and not tables.has("parts_of_day", before))
    initial = tokens.capital(index) and tokens.low(index + 1) == "."  # "Ida A. Moll"
    article = tables.has("determiners", tokens.lower[index]) and not tables.has("prepositions", tokens.lower[index])
    article = article and not initial
    bound = bound or tables.has("coordinators", before)
    return article and not bound and tokens.kind(index - 1) in {WORD, NUMBER}


def main_subject(tokens: Tokens, verb: int, tables: Tables, floor: int = 0) -> Source | None:
    """The subject that a dependent verb shares: that of its sentence, "[A spokesman] left, calling it “…”", or where
    nothing parts the two verbs that of the one before, "after [a spokesman] left and called it “…”".
    """
    if tables.has("object_pronouns", tokens.low(verb - 1)):
        return None
    joined = tables.has("coordinators", tokens.low(verb - 1)) and tokens.low(verb - 2) != ","
    places = range(max(floor, _clause_start(tokens, verb, tables)), verb - 1)
    for place in reversed(places) if joined else places:
        acting = acts(tokens, place, tables) and not depends(tokens, place, tables)
        source = source_before(tokens, place, tables) if acting else None
        if source and _may_share(tokens, source.start, joined, tables):
            return source
    return None


def acts(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word is a finite verb, as far as lists and endings tell."""
    word = tokens.lower[index]
    if tables.has("infinitive_marks", word):
        return False
    return is_saying(tokens, index, tables) or is_past(tokens, index, tables) or tables.has("auxiliaries", word)


def clause_at(tokens: Tokens, start: int, end: int, tables: Tables) -> int | None:
    """Where the first finite verb of some words stands, or the first relative pronoun before it; None without one."""
    for at in range(start, end):
        if tables.has("relative_pronouns", tokens.lower[at]) or acts(tokens, at, tables):
            return at
    return None


def _may_share(tokens: Tokens, start: int, joined: bool, tables: Tables) -> bool:
    """Whether a subject may be that of a later verb: one of a subordinate clause only when nothing parts them."""
    if not joined:
        return not tables.has("clause_words", tokens.low(start - 1))
    word = tokens.low(start)
    return tokens.capital(start) or tables.has("determiners", word) or tables.has("pronouns", word)


def _clause_start(tokens: Tokens, verb: int, tables: Tables) -> int:
    """Where the clauses begin that can share a subject with a verb: with the sentence, or behind ", but"."""
    for place in range(verb - 2, 0, -1):
        joined = tables.has("coordinators", tokens.lower[place]) and tokens.low(place - 1) == ","
        if joined or ends_sentence(tokens, place):
            return place + 1
    return 0


def is_participle(word: str, tables: Tables) -> bool:
    """Whether a word has the ending of a participle: "representing", "représentant"."""
    return len(word) > 4 and word.endswith(tuple(tables.lists.get("participle_endings", ("\0",))))


def depends(tokens: Tokens, verb: int, tables: Tables) -> bool:
    """Whether a verb has its subject further ahead: ", saying", "to say", "and said"."""
    before = tokens.low(verb - 1)
    led = tables.has("infinitive_marks", before) or tables.has("coordinators", before)
    return led or tables.has("participles", tokens.lower[verb])
