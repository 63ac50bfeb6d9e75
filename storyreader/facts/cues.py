"""Listed phrases in a text: negation and caveats. A phrase table is asked only at its first words.

In a table "*" stands for up to two words: "did not * respond".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from storyreader.lexicon import Tables, Tokens, tables_for, tokens_of

MOST_BETWEEN = 2


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
            for gap in range(MOST_BETWEEN + 1):
                found = _match(lower, index + gap, words[number + 1 :])
                if found:
                    return found
            return 0
        if index >= len(lower) or lower[index] != word:
            return 0
        index += 1
    return index


def caveats(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """Words that say how sure the account is: unverified, no comment, no response, alleged, anonymous and so on."""
    yield from _walk(tokens, phrase_index(tables.language, "caveats"))


def negations(tokens: Tokens, tables: Tables) -> Iterator[Cue]:
    """Words that turn a statement around. "Not only" and "no doubt" do not; "didn't" does."""
    index = phrase_index(tables.language, "negations")
    short = tables.language == "en" and "n't" in " ".join(tokens.lower)
    if not short and index.keys().isdisjoint(tokens.lower):
        return
    harmless = phrase_index(tables.language, "not_negations")
    place = 0
    while place < len(tokens):
        skipped = cue_at(tokens, place, harmless)
        if skipped:
            place = skipped.end
            continue
        found = cue_at(tokens, place, index)
        if found:
            yield found
            place = found.end
            continue
        if short and tokens.lower[place].endswith("n't"):
            yield Cue(place, place + 1, "not")
        place += 1


def _walk(tokens: Tokens, index: Index) -> Iterator[Cue]:
    if index.keys().isdisjoint(tokens.lower):
        return
    place = 0
    while place < len(tokens):
        found = cue_at(tokens, place, index)
        if found:
            yield found
        place = found.end if found else place + 1
