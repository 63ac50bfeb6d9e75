"""Who speaks: the words that name a source behind a verb of saying. Indexes count tokens."""

from dataclasses import dataclass

from storyreader.lexicon import MARK, NUMBER, SKIP, WORD, Tables, Tokens

LONGEST_SOURCE = 16
"""Tokens: a longer stretch beside a verb is more than the name of a source."""
SHORT = 4
"""Letters of a title that has a stop, and tokens of an aside between a title and a name."""
LEAST_PAST = 4
"""Letters that a word in the past has more than."""
POSSESSIVE = frozenset({"'s", "’s"})
_SENTENCE_ENDS = frozenset(".!?…;。！？；")


@dataclass(frozen=True, slots=True)
class Source:
    """A source from token `start` to token `end` (exclusive)."""

    start: int
    end: int


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a mark ends a sentence: not the full stop of "Dr. Ruiz", "R-Ky.," or "storms.example"."""
    if tokens.texts[index] not in _SENTENCE_ENDS:
        return False
    if tokens.texts[index] != ".":
        return True
    touching = tokens.touches(index + 1) and (tokens.kind(index + 1) in {WORD, NUMBER} or tokens.low(index + 1) == ")")
    goes_on = tokens.low(index + 1) == "," or (tokens.kind(index + 1) == WORD and not tokens.capital(index + 1))
    return not (touching or goes_on or inside_name(tokens, index))


def is_saying(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word of saying is a verb: in "the states", "of reports", "earlier claims were" it is a noun."""
    word = tokens.low(index)
    name = tokens.capital(index) and (index > 0 or tables.language == "en")
    if not tables.has("sayings", word) or name or tables.has("noun_openers", tokens.low(index - 1)):
        return False
    if tables.has("prepositions", tokens.low(index - 1)) and not tables.has("participles", word):
        return False
    if not tables.has("verbs_or_nouns", word):
        return True
    behind = tokens.low(index + 1)
    then = index + 2
    if tables.has("content_words", behind) and (
        is_past(tokens, then, tables) or tables.has("auxiliaries", tokens.low(then))
    ):
        return False  # "two reports that told of it"
    told = any(tables.has(listed, behind) for listed in ("content_words", "determiners", "pronouns"))
    named = tokens.capital(index - 1) or tables.has("pronouns", tokens.low(index - 1))
    return told or tokens.capital(index + 1) or (named and tokens.kind(index + 1) == MARK)


def is_past(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word is a verb in the past, as far as lists and endings tell."""
    word = tokens.low(index)
    if tables.has("past", word):
        return True
    return tokens.kind(index) == WORD and len(word) > LEAST_PAST and word.endswith("ed") and not tokens.capital(index)


def source_after(tokens: Tokens, index: int, tables: Tables) -> Source | None:
    """The source that begins at a token: "said [Maria Lopez], a shopkeeper", "said [the mayor, Maria Lopez]", "citing
    [files seen by us]".
    """
    index = end = _behind_day(tokens, index, tables)
    while end < len(tokens) and end - index < LONGEST_SOURCE:
        seen = tables.has("sighted", tokens.low(end - 1)) and tables.has("passive_by", tokens.low(end))
        if not seen and _stops(tokens, end, index, tables):
            break
        end += 1
    while end > index and (tables.has("determiners", tokens.lower[end - 1]) or tokens.lower[end - 1] in POSSESSIVE):
        end -= 1
    if tables.language == "de":
        # a noun has a capital, what follows the last one is of the sentence
        end = next((at + 1 for at in range(end - 1, index, -1) if tokens.capital(at)), end)
    described = end > index and not tokens.capital(end - 1)
    if described and (named := _named_behind_clause(tokens, end, tables)):
        return Source(named, _name_end(tokens, named))
    if described and tokens.low(end) == "," and _name_end(tokens, end + 1) > end + 2:
        end = _name_end(tokens, end + 1)
    return Source(index, end) if end > index and names_somebody(tokens, index, end, tables) else None


def _name_end(tokens: Tokens, start: int) -> int:
    """Where words with capitals end that begin at a place, the stops of titles and a "(ret.)" among them left in."""
    end = start
    while tokens.capital(end):
        end += 1
        if (
            end < len(tokens)
            and tokens.texts[end] == "."
            and tokens.touches(end)
            and len(tokens.texts[end - 1]) <= SHORT
        ):
            end += 1
        closed = next((at for at in range(end, min(len(tokens), end + SHORT)) if tokens.texts[at] == ")"), None)
        if closed is not None and tokens.low(end) == "(" and tokens.capital(closed + 1):
            end = closed + 1
    return end


def _behind_day(tokens: Tokens, index: int, tables: Tables) -> int:
    """The place behind a day that stands between a verb and who said it: "dijo el martes [la alcaldesa]"."""
    led = 1 if tables.has("determiners", tokens.low(index)) or tables.has("prepositions", tokens.low(index)) else 0
    days = tables.row("weekdays")
    if tables.language == "en" or (tokens.low(index + led) not in days and tokens.low(index) not in tables.row("days")):
        return index
    return index + 1 + (led if tokens.low(index + led) in days else 0)


def _named_behind_clause(tokens: Tokens, index: int, tables: Tables) -> int | None:
    """Where somebody is named whom a clause describes: "the head of the club that owns it, [Tom Reid]."."""
    if not tables.has("describing_pronouns", tokens.low(index)):
        return None
    for at in range(index + 1, min(len(tokens), index + LONGEST_SOURCE)):
        if tokens.kinds[at] == MARK and not inside_name(tokens, at):
            end = _name_end(tokens, at + 1)
            return at + 1 if tokens.texts[at] == "," and end > at + 2 and tokens.low(end) in {".", ",", ""} else None
    return None


def _stops(tokens: Tokens, place: int, start: int, tables: Tables) -> bool:
    """Whether a source that begins at a token ends before a later one."""
    word = tokens.lower[place]
    if tokens.kinds[place] == SKIP or (tokens.kinds[place] == MARK and not inside_name(tokens, place)):
        return True
    inner = place > start or tables.language != "en"
    if word in tables.row("weekdays") or (inner and tables.has("speaker_stops", word)):
        return True
    if place > start and _begins_report(tokens, place, tables):
        return True
    noun = place == start and tables.has("verbs_or_nouns", word)
    if (is_saying(tokens, place, tables) and not noun) or word in tables.row("days"):
        return True
    if any(word.startswith(beginning) for beginning in tables.lists.get("addressee_beginnings", ())):
        return True
    owned = word in POSSESSIVE
    verb = not owned and (tables.has("passive_helpers", word) or tables.has("auxiliaries", word))
    adverb = word in tables.row("relative") or word.endswith("ly")
    return not tokens.capital(place) and ((verb and place > start) or (adverb and place > start + 1))


def _begins_report(tokens: Tokens, place: int, tables: Tables) -> bool:
    """Whether what a source tells begins at a place, without a mark before it: "according to the Commission [the
    turnout]", "nach Angaben der Polizei [6 Menschen]", not "France 24".
    """
    word = tokens.lower[place]
    figure = tokens.kinds[place] == NUMBER or word in tables.row("numbers")
    counts = figure and tables.has("count_nouns", tokens.low(place + 1))
    told = tokens.capital(place - 1) and not tokens.capital(place) and tables.has("determiners", word)
    return told or counts or word in tables.row("before_number")


def said_by(tokens: Tokens, verb: int, tables: Tables) -> Source | None:
    """The source behind a verb that stands before it: "“…,” [said] Maria Lopez". Who is told, called or criticised
    stands there too, but speaks not.
    """
    if tables.has("object_verbs", tokens.low(verb)) or not tables.has("sayings", tokens.low(verb)):
        return None
    behind = verb + 1
    while tokens.low(behind) == "-" or (tokens.low(behind) == "t" and tokens.touches(behind)):
        behind += 1
    if behind == verb + 1:
        return source_after(tokens, behind, tables)
    # « … », dit-il
    return Source(behind, behind + 1) if tables.has("pronouns", tokens.low(behind)) else None


def inside_name(tokens: Tokens, index: int) -> bool:
    """Whether a mark stands inside a name: a hyphen, "Dr.", "&"."""
    mark = tokens.texts[index]
    if mark in "-–&'’/":
        return tokens.touches(index) or mark == "&"
    short = tokens.kind(index - 1) == WORD and len(tokens.texts[index - 1]) <= 4 and tokens.capital(index - 1)
    return (
        mark == "." and short and tokens.touches(index) and (tokens.capital(index + 1) or tokens.low(index + 1) == ",")
    )


def _says_nothing(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word alone is no speaker: "critical" and "took", not "officials", "police" or a name."""
    word = tokens.lower[index]
    known = any(tables.has(listed, word) for listed in ("lone_speakers", "pronouns", "organisation_words", "titles"))
    return not (tokens.capital(index) or known or word.endswith("s"))


def names_somebody(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether words can be a speaker: no bare article or preposition, no "nobody", no verb among them."""
    words = [place for place in range(start, end) if tokens.kinds[place] == WORD]
    last = tokens.lower[words[-1]] if words else ""
    if not words or tables.has("noun_openers", last) or (len(words) == 1 and last in tables.row("months")):
        return False
    first = tokens.lower[words[0]]
    if len(words) == 1 and "lone_speakers" in tables.lists and _says_nothing(tokens, words[0], tables):
        return False
    # German articles have the forms of its prepositions of possession
    bound = tables.has("prepositions", first) and not (tables.language == "de" and tables.has("determiners", first))
    if bound or tables.has("not_sources", first) or tables.has("clause_words", first) or first.startswith("'"):
        return False
    # "[had to] say", "[did not] answer": a verb before the verb is no source
    return not any(tables.has("auxiliaries", tokens.lower[place]) for place in words)
