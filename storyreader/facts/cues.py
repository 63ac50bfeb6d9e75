"""Listed phrases in a text: negation and caveats. A phrase table is asked only at its first words.

In a table "*" stands for up to three words: "did not * respond".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from storyreader.lexicon import MARK, WORD, Tables, Tokens, tables_for, tokens_of

MOST_BETWEEN = 3
UNSAID_REACH = 5
"""Tokens between what is negated and its negation: "did not immediately respond"."""
DENIED_REACH = 6
"""Tokens between a verb of denying and what it denies: "rejected all the latest claims"."""
DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase from token `start` to token `end` (exclusive) and what it stands for."""

    start: int
    end: int
    value: str


Index = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def phrase_index(language: str, name: str) -> Index:
    """The phrases of a table by their first word, longest first."""
    tables = tables_for(language)
    row = tables.rows.get(name) or {phrase: phrase for phrase in tables.lists.get(name, ())}
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in row.items():
        words = tuple(word for part in phrase.split("*") for word in (*tokens_of(part).lower, "*"))[:-1]
        if words:
            index.setdefault(words[0], []).append((words[1:], value))
    return {first: tuple(sorted(rest, key=lambda one: (-len(one[0]), one))) for first, rest in index.items()}


def cue_at(tokens: Tokens, place: int, index: Index) -> Cue | None:
    """The longest phrase that begins at a token."""
    for words, value in index.get(tokens.lower[place], ()):
        end = _match(tokens.lower, place + 1, words)
        if end:
            return Cue(place, end, value)
    return None


def _match(lower: list[str], index: int, words: tuple[str, ...]) -> int:
    """The place behind the words, 0 when they do not stand there."""
    for number, word in enumerate(words):
        if word == "*":
            rest = words[number + 1 :]
            if rest[0] not in lower[index : index + MOST_BETWEEN + 1]:
                return 0
            for gap in range(MOST_BETWEEN + 1):
                found = _match(lower, index + gap, rest)
                if found:
                    return found
            return 0
        if index >= len(lower) or lower[index] != word:
            return 0
        index += 1
    return index


def caveats(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """Words that say how sure the account is: unverified, no comment, no response, denied, alleged, anonymous, ….

    Each stretch of words counts once; what is said to be untrue comes first, and a listed phrase before what is put
    together from a verb and its negation.
    """
    found = [*_untruths(tokens, tables), *_listed(tokens, tables), *_unsaid(tokens, tables), *_denials(tokens, tables)]
    taken: set[int] = set()
    for cue in found:
        places = set(range(cue.start, cue.end))
        if taken.isdisjoint(places):
            taken |= places
            yield cue


def _listed(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """The listed phrases, but for those that are terms of their own: "heir apparent"."""
    index = phrase_index(tables.language, "caveats")
    if index.keys().isdisjoint(tokens.lower):
        return
    for found in _cues_in(tokens, index, phrase_index(tables.language, "not_caveats")):
        yield Cue(_with_auxiliaries(tokens, found.start, tables), found.end, found.value)


def _cues_in(tokens: Tokens, index: Index, harmless: Index, ending: str = "") -> Iterator[Cue]:
    """The phrases of a table, one behind the other, but for those inside harmless ones; and the words with an ending
    that says the same.
    """
    end = 0
    for place, word in enumerate(tokens.lower):
        if place < end:
            continue
        if word in harmless and (skipped := cue_at(tokens, place, harmless)):
            end = skipped.end
        elif word in index and (found := cue_at(tokens, place, index)):
            yield found
            end = found.end
        elif ending and word.endswith(ending):
            yield Cue(place, place + 1, "not")


_MOST_AUXILIARIES = 4
"""So many stand before one verb: "could not have been"."""


def _with_auxiliaries(tokens: Tokens, place: int, tables: Tables) -> int:
    """Where "[could] not be reached", "[n'a] pas répondu" begin."""
    start = place
    least = max(0, place - _MOST_AUXILIARIES)
    while (
        start > least
        and tables.has("unsaying", tokens.lower[place])
        and tables.has("auxiliaries", tokens.low(start - 1))
    ):
        start -= 1
    # French has its other half before the verb
    return (
        start - 1 if tokens.low(start - 1).endswith("'") and tables.has("negations", tokens.low(start - 1)) else start
    )


def _unsaid(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """A verb of confirming or answering with its negation: "has not yet commented", "reagierte zunächst nicht"."""
    behind, before = tables.row("unsaid"), tables.row("unsaid_before")
    for place in tables.places("unsaying", tokens.lower):
        start = _with_auxiliaries(tokens, place, tables)
        for found in _near(tokens, place, 1, UNSAID_REACH, tables):
            if tokens.lower[found] in behind:
                yield Cue(start, found + 1, behind[tokens.lower[found]])
                break
        for found in _near(tokens, place, -1, UNSAID_REACH, tables):
            if tokens.lower[found] in before:
                yield Cue(found, place + 1, before[tokens.lower[found]])
                break


def _denials(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """A verb of denying with what it denies: "rejects the accusation", "wies die Vorwürfe zurück"."""
    for place in tables.places("denials", tokens.lower):
        for step in (1, -1):
            found = next(
                (n for n in _near(tokens, place, step, DENIED_REACH, tables) if _is_denied(tokens, n, tables)), None
            )
            if found is not None:
                yield Cue(min(place, found), max(place, found) + 1, DENIAL)
                break


def _untruths(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """What is said to be untrue: "the accusation is baseless", "called the reports false"."""
    for place in tables.places("untruths", tokens.lower):
        if tokens.kind(place + 1) == WORD and not tables.has("clause_words", tokens.low(place + 1)):
            continue  # "a false name"
        for found in _near(tokens, place, -1, DENIED_REACH, tables):
            if tables.has("denied", tokens.lower[found]) or tables.has("perhaps_denied", tokens.lower[found]):
                yield Cue(found, place + 1, DENIAL)
                break


def _is_denied(tokens: Tokens, place: int, tables: Tables) -> bool:
    """Whether a word names what can be denied; German puts such words together: "Korruptionsvorwürfe". What may be
    another thing too is pointed at and ends the clause: "disputes the claim.", not "the insurance claim".
    """
    word = tokens.lower[place]
    if tables.has("perhaps_denied", word):
        return tables.has("determiners", tokens.low(place - 1)) and tokens.kind(place + 1) in {MARK, ""}
    return tables.has("denied", word) or (
        tables.language == "de" and word.endswith(tuple(tables.lists.get("denied", ())))
    )


def _near(tokens: Tokens, place: int, step: int, reach: int, tables: Tables) -> Iterator[int]:
    """The words beside a place, up to a mark or a word that begins a clause."""
    for index in range(place + step, place + step * (reach + 1), step):
        if (
            not 0 <= index < len(tokens)
            or tokens.kinds[index] == MARK
            or tables.has("clause_words", tokens.lower[index])
        ):
            return
        yield index


def negations(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """Words that turn a statement around. "Not only" and "no doubt" do not; "didn't" does."""
    index = phrase_index(tables.language, "negations")
    short = tables.language == "en" and "n't" in " ".join(tokens.lower)
    if not short and index.keys().isdisjoint(tokens.lower):
        return
    harmless = phrase_index(tables.language, "not_negations")
    yield from _cues_in(tokens, index, harmless, "n't" if short else "")
