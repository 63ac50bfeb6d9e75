"""A sentence as words with comparable keys. Offsets are characters of the sentence.

The key of a word is what two accounts of one event have in common: "killed" and "kills", "Nov." and "November",
"five" and "5", "Bárcena" and "Barcena" have the same key. Scripts without word spaces are taken letter by letter.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from sys import intern
from typing import Any
from weakref import WeakValueDictionary

from storyreader.lexicon.packs import pack
from storyreader.lexicon.stopwords import stop_words_of
from storyreader.lexicon.tokens import NUMBER, SKIP, WORD, tokens_of

_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?")
_SEPARATORS = re.compile("[,\u00a0\u202f]")
_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Words:
    """The words of one sentence, in order: `keys`, where they stand, how they are written."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]


@cache
def table_lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a word table as tuples of words; lines that begin with # are remarks."""
    text = (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _english_forms() -> dict[str, str]:
    forms = {form: line[0] for line in table_lines("english_forms.txt") for form in line[1:]}
    forms.update((line[0], line[1]) for line in table_lines("english_numbers.txt"))
    return forms


@cache
def _merges() -> dict[tuple[str, str], str]:
    return {(word_key(first, "en"), word_key(second, "en")): key for first, second, key in table_lines("merges.txt")}


@cache
def _stemmer(language: str) -> Any:
    """The Snowball stemmer of a language, None where there is none. Pure Python and slow: keys are cached."""
    name = pack(language).get("stemmer")
    if name is None:
        return None
    import snowballstemmer

    return snowballstemmer.stemmer(name)


@cache
def _known_keys() -> dict[str, str]:
    """The keys of the words in the English tables, made beforehand: stemming them would cost 50 ms at each start."""
    return {line[0]: line[1] for line in table_lines("english_keys.txt")}


@lru_cache(maxsize=200_000)
def word_key(word: str, language: str) -> str:
    """The key of one word as written."""
    return (_known_keys().get(word) if language == "en" else None) or stemmed_key(word, language)


def stemmed_key(word: str, language: str) -> str:
    """The key of one word, worked out."""
    if word[0].isdigit():
        return _SEPARATORS.sub("", word) if _THOUSANDS.fullmatch(word) else word
    if "." in word:
        word = word.replace(".", "")
    if word in {"US", "USA"}:
        return "usa"
    plain = unicodedata.normalize("NFKC", word).casefold()
    plain = _without_elision(plain.replace("’", "'"))
    if language == "en":
        plain = _english_forms().get(plain, plain)
    stemmer = _stemmer(language)
    if stemmer is not None and plain.isalpha():
        plain = stemmer.stemWord(plain)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFD", plain)
    bare = "".join(letter for letter in letters if not "̀" <= letter <= "ͯ")
    return unicodedata.normalize("NFC", bare) or plain


def _without_elision(word: str) -> str:
    """Of "l'homme" only "homme", of "Voss's" only "Voss"; "don't" stays one word."""
    head, mark, tail = word.partition("'")
    if not mark:
        return word
    if tail == "s" or not tail:
        return head
    return tail if len(head) <= 2 and len(tail) > 2 else head + tail


_held: WeakValueDictionary[tuple[str, str], Words] = WeakValueDictionary()
"""The words of sentences that somebody still has, as the reading of a long article does."""


@lru_cache(maxsize=2_000)
def words_of(sentence: str, language: str) -> Words:
    """Cut a sentence into words with keys."""
    words = _held.get((sentence, language))
    if words is None:
        words = _held[sentence, language] = _with_keys(sentence, language)
    return words


def _with_keys(sentence: str, language: str) -> Words:
    found = _cut(sentence)
    keys = [word_key(text, language) for text, _ in found]
    if language == "en":
        found, keys = _merged(sentence, found, keys)
    return Words(tuple(keys), tuple(span for _, span in found), tuple(text for text, _ in found))


def written_words(sentence: str) -> Words:
    """Cut a sentence into words as they are written, without keys; not remembered, since each is asked for once."""
    found = _cut(sentence)
    return Words((), tuple(span for _, span in found), tuple(text for text, _ in found))


def _cut(sentence: str) -> list[tuple[str, tuple[int, int]]]:
    """The words as written, with where they stand: "l'homme" and "Voss's" are one, addresses are none."""
    tokens = tokens_of(sentence)
    spans: list[tuple[int, int]] = []
    elided: int | None = None
    for text, start, end, kind in zip(tokens.texts, tokens.starts, tokens.ends, tokens.kinds, strict=True):
        if kind == WORD and text[-1] in _APOSTROPHES:
            elided = start
        elif kind == WORD and text[0] in _APOSTROPHES:
            # the 's of a name
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
        elif kind in {WORD, NUMBER}:
            spans.append((start if elided is None else elided, end))
            elided = None
        elif kind == SKIP and text[0] in "#@":
            spans.append((start + 1, end))
    # a long article has each word many times: one string for all
    return [(intern(sentence[start:end]), (start, end)) for start, end in spans]


def _merged(
    sentence: str, found: list[tuple[str, tuple[int, int]]], keys: list[str]
) -> tuple[list[tuple[str, tuple[int, int]]], list[str]]:
    merges = _merges()
    seconds = {second for _, second in merges}
    if not seconds.intersection(keys):
        return found, keys
    new_found: list[tuple[str, tuple[int, int]]] = []
    new_keys: list[str] = []
    for place, key in zip(found, keys, strict=True):
        joint = merges.get((new_keys[-1], key)) if new_keys else None
        if joint:
            start, end = new_found[-1][1][0], place[1][1]
            new_found[-1] = (sentence[start:end], (start, end))
            new_keys[-1] = joint
        else:
            new_found.append(place)
            new_keys.append(key)
    return new_found, new_keys


@cache
def stop_keys(language: str) -> frozenset[str]:
    """The keys of a language's commonest words."""
    return frozenset(word_key(word, language) for word in stop_words_of(language) if word[0].isalpha())


@cache
def weak_keys(language: str) -> frozenset[str]:
    """The keys of verbs of saying and words of attribution, which every story has."""
    if language != "en":
        return frozenset()
    return frozenset(word_key(word, language) for line in table_lines("english_weak.txt") for word in line)


@cache
def related_groups(language: str) -> dict[str, tuple[int, ...]]:
    """For each key the numbers of the groups of related words it stands in."""
    groups: dict[str, set[int]] = {}
    if language == "en":
        for number, line in enumerate(table_lines("english_related.txt")):
            for word in line:
                groups.setdefault(word_key(word, language), set()).add(number)
    return {key: tuple(sorted(numbers)) for key, numbers in groups.items()}


@cache
def counted_things(language: str) -> dict[str, str]:
    """What the keys of words that are often counted mean, told alike in every language: "person", "house"."""
    things = pack(language).get("counted_things", {})
    return {word_key(word, language): thing for thing, words in things.items() for word in words.split()}


@cache
def background() -> dict[str, float]:
    """In how many of 10,000 English news sentences a key stands."""
    return {key: float(share) for key, share in table_lines("english_background.txt")}
