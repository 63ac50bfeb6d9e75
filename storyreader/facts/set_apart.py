"""The words of a sentence that only say who says it or who somebody is. Indexes count tokens."""

from functools import lru_cache

from storyreader.facts.attributions import Attribution, attributions
from storyreader.facts.quotation_marks import quotation_stretches
from storyreader.facts.sources import inside_name, is_past
from storyreader.facts.subjects import clause_at, is_participle
from storyreader.lexicon import MARK, NUMBER, WORD, Tables, Tokens, tables_for, tokens_of

_NO_OFFICE = ("prepositions", "pronouns", "coordinators", "relative_pronouns", "clause_words")
_VERBS = ("sayings", "auxiliaries", "past")
"""What no office begins with, and what it does not hold."""
LONGEST_DESCRIPTION = 10
"""Tokens: longer ones tell a story of their own."""


@lru_cache(maxsize=10_000)
def ranges_apart(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence tells nothing but who says it, "the mayor said", "according to the police", "said Falk, head of
    the clinic", or who somebody is: "Falk, a retired miner, left".

    A verb of saying with an object that is no clause, as in "called for a vote", is what is told itself. Offsets are
    characters of the sentence.
    """
    tokens, tables = tokens_of(text), tables_for(language)
    found = attributions(tokens, tables, quotation_stretches(tokens, tables))
    apart = [part for one in found if _sets_apart(tokens, one, tables) for part in _parts(tokens, one, tables)]
    commas = [
        at
        for at, word in enumerate(tokens.lower)
        if word == "," and at and not any(start <= at < end for start, end in apart)
    ]
    apart += [(at, end) for at in commas if (end := _description_end(tokens, at, tables)) > at]
    return tuple((tokens.starts[start], tokens.ends[end - 1]) for start, end in apart if end > start)


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
    opens = word in tables.row("days") or word in tables.row("weekdays") or word in {"that", "there"}
    settled = tables.has("prepositions", word) and not tables.has("seldom_sayings", tokens.low(end - 1))
    clause = any(tables.has(listed, word) for listed in ("pronouns", "determiners"))
    return opens or settled or clause or tokens.capital(end)


def _parts(tokens: Tokens, attribution: Attribution, tables: Tables) -> tuple[tuple[int, int], ...]:
    """The source with its verb. What stands between them tells something where it has a verb of its own: "[the crew]
    left at noon, [saying] the pump had failed", "[the suit], which also names the mayor, [says]".
    """
    if attribution.source.end == attribution.end:
        # a cue that opens the sentence has what is told behind it
        end = _office_end(tokens, attribution.end, tables) if attribution.start else attribution.end
        return ((attribution.start, end),)
    verb = attribution.end - 1
    told = clause_at(tokens, attribution.source.start, verb, tables)
    if told is None:
        return ((attribution.start, attribution.end),)
    return (attribution.start, told), (verb, attribution.end)


def _office_end(tokens: Tokens, end: int, tables: Tables) -> int:
    """Where the office ends that follows a name, "said Ann Lee, [mayor of Port Olin]", or the name without one."""
    if not tokens.capital(end - 1):
        return end
    while (further := _phrase_end(tokens, end, tables)) > end:
        end = further
    return end


def _phrase_end(tokens: Tokens, end: int, tables: Tables) -> int:
    """Where the one phrase about somebody ends that a comma adds, "[, mayor of Port Olin]"; the comma without one."""
    first = end + 1
    if tokens.low(end) != "," or tokens.kind(first) != WORD:
        return end
    described = is_past(tokens, first, tables) or is_participle(tokens.low(first), tables)
    if described or any(tables.has(listed, tokens.low(first)) for listed in _NO_OFFICE):
        return end
    last = first
    while last < len(tokens) and (tokens.kind(last) != MARK or inside_name(tokens, last)):
        possessive = tokens.touches(last)  # "Olin's"
        if not possessive and any(tables.has(listed, tokens.lower[last]) for listed in _VERBS):
            return end
        last += 1
    return last


def _description_end(tokens: Tokens, start: int, tables: Tables) -> int:
    """Where words end that say between two commas who somebody named is, "Falk[, a retired miner], left"; else their
    beginning.
    """
    opened = tokens.low(start) == "," and tokens.capital(start - 1) and tables.has("determiners", tokens.low(start + 1))
    if not opened or tokens.capital(start + 1):
        return start
    end = _phrase_end(tokens, start, tables)
    return end if tokens.low(end) in {",", ".", ""} and end - start <= LONGEST_DESCRIPTION else start
