"""Whether a headline tells as done what its text leaves open: "resigns" above "may resign"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.lexicon import MARK, WORD, Tables, Tokens, related_groups, stop_keys, tables_for, tokens_of, word_key

HEDGE_REACH = 3
"""Tokens from a hedge to its verb: "may soon resign"."""
VERB_LAST_REACH = 12
"""The same where the verb stands at the end of its clause."""
OTHER_ENDING = 4
"""Forms of a verb differ by so many letters at most: "resignation" is no form of "resign"."""
_NOT_CLAIMED = frozenset('?"“”«»„‘')
"""What turns a headline into a question or into somebody's words."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the headline tells and how the text tells it: "resigns", "may resign"."""

    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class _Verb:
    """A word of the headline that may be its verb; `particle` is the one that German takes off: "tritt … zurück"."""

    text: str
    particle: str = ""

    def is_in(self, word: str, language: str) -> bool:
        """Whether a word of the text is another form of it, as stands behind "may"; verbs are written small."""
        if not word.islower():
            return False
        if self.particle:
            stem = word.removeprefix(self.particle).removeprefix("zu")
            return stem != word and stem[:2] == self.text[:2].lower()
        own, key = word_key(self.text, language), word_key(word, language)
        if own == key:
            return abs(len(word) - len(self.text)) <= OTHER_ENDING
        groups = related_groups(language)
        return word == f"{self.text[:-1].lower()}en" or not set(groups.get(own, ())).isdisjoint(groups.get(key, ()))


def promise(headline: str | None, texts: Sequence[str], carrier: int | None, language: str) -> Promise | None:
    """What a headline promises beyond its text, looked for in the sentence that carries it.

    A verb counts when every use of it in the text is hedged; a headline that hedges, asks or quotes promises nothing.
    """
    if not headline or carrier is None:
        return None
    told, tables = tokens_of(headline), tables_for(language)
    if not _NOT_CLAIMED.isdisjoint(told.texts) or any(tables.has("hedges", word) for word in told.lower):
        return None
    for verb in _verbs(told, tables, language):
        here = [*_uses(tokens_of(texts[carrier]), verb, tables, language)]
        if here and all(here) and all(all(_uses(tokens_of(text), verb, tables, language)) for text in texts):
            return Promise(verb.text + (f" … {verb.particle}" if verb.particle else ""), here[0])
    return None


def _verbs(told: Tokens, tables: Tables, language: str) -> Iterator[_Verb]:
    particle = next((word for word in reversed(told.lower) if word[0].isalpha()), "")
    for place, word in enumerate(told.texts):
        known = word_key(word, language) in stop_keys(language) if told.kinds[place] == WORD else True
        if known or tables.has("infinitive_marks", told.low(place - 1)):
            continue
        yield _Verb(word)
        if tables.has("verb_particles", particle):
            yield _Verb(word, particle)


def _uses(tokens: Tokens, verb: _Verb, tables: Tables, language: str) -> Iterator[str]:
    """Each use of a verb in a sentence with its hedge, "may resign"; empty where it is told as done."""
    reach = VERB_LAST_REACH if tables.lists.get("verb_particles") else HEDGE_REACH
    for place, word in enumerate(tokens.texts):
        same = word.lower() == verb.text.lower()
        if tokens.kinds[place] != WORD or not (same or verb.is_in(word, language)):
            continue
        hedge = place
        for at in range(place - 1, max(-1, place - reach - 1), -1):
            if tokens.kinds[at] == MARK or tables.has("clause_words", tokens.lower[at]):
                break
            hedge = at if tables.has("hedges", tokens.lower[at]) else hedge
        # a noun has the same form in both: only a word right behind its hedge is surely what is hedged
        hedged = hedge < place and (not same or hedge == place - 1)
        open_still = hedged and not tables.has("determiners", tokens.low(place - 1))
        yield tokens.text(hedge, place + 1) if open_still else ""
