"""Names of people, organisations and places by their capitals, in two passes when the whole article is known.

The first word of a sentence has a capital anyway: the rest of the article tells whether it is a name; else a list of
words that often open a sentence does. Indexes count tokens.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from storyreader.facts.labels import label_words, labels_in
from storyreader.facts.name_runs import has_capital, is_date_word, run_end
from storyreader.facts.units import is_of_figure
from storyreader.lexicon import MARK, WORD, Tables, Tokens, tables_for

_OPENERS = frozenset(".!?:“”\"«„‘'—–•*(…|")
_ENDINGS = re.compile(r".{3,}(?:ing|ly|ed|ness|ment|ments|tion|tions|ous|ful|less|ity|ism)")
TITLE_CASE_SHARE = 0.85
LEAST_TITLE_WORDS = 4
_PLAIN_LISTS = ("determiners", "clause_words", "speaker_stops", "helpers", "sayings")
_PLAIN_ROWS = ("numbers", "days")


@dataclass(frozen=True, slots=True)
class Context:
    """What the article says about its words: seen with a capital inside sentences, seen in lower case, seen in labels
    and nowhere else with a capital.
    """

    names: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Name:
    """A name from token `start` to token `end` (exclusive)."""

    start: int
    end: int


@cache
def common_words(language: str) -> frozenset[str]:
    """Words that often open a sentence and are no names."""
    return _listed_words(f"common_{language}.txt")


@cache
def _plain_words(language: str) -> frozenset[str]:
    """Words that are written small, in the form in which a dictionary has them."""
    return _listed_words(f"plain_{language}.txt")


def _listed_words(name: str) -> frozenset[str]:
    file = resources.files(__package__) / "data" / name
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def has_plain_ending(word: str) -> bool:
    """Whether an English word ends as names hardly do."""
    return _ENDINGS.fullmatch(word) is not None


def singulars_of(word: str) -> list[str]:
    """What an English word may be the plural of; nothing for "press" and "crisis"."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    return [word[:-1], word[:-2], f"{word[:-3]}y"] if word.endswith("es") else [word[:-1]]


def is_plain_plural(word: str, language: str) -> bool:
    """Whether a word in small letters is the plural of one that is no name: "robbers"."""
    known = _plain_words(language)
    return bool(known) and any(one in known or has_plain_ending(one) for one in singulars_of(word))


def context_of(sentences: Sequence[Tokens], tables: Tables) -> Context:
    """Read the sentences of an article once for how their words are written."""
    names: set[str] = set()
    plain: set[str] = set()
    labels = label_words(sentences)
    for tokens in sentences:
        if _is_title_case(tokens, tables):
            continue
        labelled = {at for label in labels_in(tokens) for at in label} if labels else ()
        for index, word in enumerate(tokens.lower):
            if tokens.kinds[index] != WORD or index in labelled:
                continue
            if not has_capital(tokens, index):
                plain.add(word)
            elif not _opens_sentence(tokens, index):
                names.add(word)
    return Context(frozenset(names), frozenset(plain), labels - names)


def names_in(tokens: Tokens, tables: Tables, context: Context | None = None) -> list[Name]:
    """The names of one sentence."""
    context = context or Context()
    title_case = _is_title_case(tokens, tables)
    found: list[Name] = []
    index = 0
    while index < len(tokens):
        if tokens.kinds[index] != WORD or not has_capital(tokens, index):
            index += 1
            continue
        end = run_end(tokens, index, tables)
        start, end = _trimmed(tokens, index, end, tables, context)
        plain = title_case and all(_is_common(tokens.lower[at], tables, context) for at in range(start, end))
        label = context.labels and context.labels.issuperset(tokens.lower[start:end])
        if start < end and not plain and not label and _is_name(tokens, start, end, tables, context):
            found.append(Name(start, end))
        index = max(end, index + 1)
    return found


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    if index == 0:
        return True
    before = tokens.texts[index - 1]
    if before == ".":
        return not (tokens.touches(index - 1) and len(tokens.texts[index - 2]) <= 3 and tokens.capital(index - 2))
    return before in _OPENERS


def _is_title_case(tokens: Tokens, tables: Tables) -> bool:
    """Whether nearly every word has a capital, as in some headlines; German always writes nouns so."""
    if not tokens.texts or tokens.texts[-1] in {".", "”", '"', "!", "?"} or tables.language == "de":
        return False
    words = [text for text, kind in zip(tokens.texts, tokens.kinds, strict=True) if kind == WORD and len(text) > 3]
    return len(words) >= LEAST_TITLE_WORDS and sum(w[0].isupper() for w in words) >= TITLE_CASE_SHARE * len(words)


def _trimmed(tokens: Tokens, start: int, end: int, tables: Tables, context: Context) -> tuple[int, int]:
    """Leave out what has a capital for another reason: the first word of a sentence, dates, "The"."""
    while start < end:
        word = tokens.lower[start]
        if word in {"r", "d"} and tokens.low(start + 1) in {"-", "‑", "–"} and tokens.touches(start + 1):
            # "R-Texas" tells party and state
            start += 2
            continue
        if tokens.kinds[start] != WORD or (word == "i" or word.startswith("i'")) or is_date_word(tokens, start, tables):
            start += 1
            continue
        if not _opens_sentence(tokens, start):
            shouted = len(word) > 1 and tokens.texts[start].isupper()
            function_word = not shouted and (tables.has("determiners", word) or tables.has("clause_words", word))
            if (function_word and end - start > 1 and len(word) > 1) or (function_word and end - start == 1):
                start += 1
                continue
            break
        shouted = len(word) > 1 and tokens.texts[start].isupper() and not tokens.all_capitals
        if not shouted and _is_common(word, tables, context) and not (tables.has("titles", word) and end - start > 1):
            start += 1
            while start < end and tokens.kinds[start] == MARK:
                start += 1
            if start < end and tables.has("name_joints", tokens.lower[start]):
                start += 1
            continue
        break
    while end > start and (
        tokens.kinds[end - 1] == MARK or is_date_word(tokens, end - 1, tables) or tokens.lower[end - 1] == "'s"
    ):
        end -= 1
    return start, end


def _is_common(word: str, tables: Tables, context: Context) -> bool:
    """Whether the first word of a sentence is a plain word."""
    if word in context.names and word not in common_words(tables.language):
        return False
    if "'" in word and word.partition("'")[2] in {"ll", "re", "ve", "d", "m", "t", "s"}:
        return True
    if any(tables.has(name, word) for name in _PLAIN_LISTS) or any(word in tables.row(name) for name in _PLAIN_ROWS):
        return True
    if word in context.plain or word in common_words(tables.language):
        return True
    if tables.language != "en":
        # without a list of common words only the rest of the article can show a name
        return word not in context.names
    return has_plain_ending(word)


def _is_name(tokens: Tokens, start: int, end: int, tables: Tables, context: Context) -> bool:
    if end - start > 1:
        return not _is_counted(tokens, start, tables) and not _is_counted(tokens, end - 1, tables)
    word, text = tokens.lower[start], tokens.texts[start]
    if tables.has("plain_capitals", word) or is_of_figure(tokens, start, tables):
        return False
    if tables.has("demonyms", word):
        # "English teachers" is no name, "in English" and "Muslims" are
        people = word[-1] == "s" and tables.has("demonyms", word[:-1])
        alone = tokens.kind(end) != WORD or tables.has("speaker_stops", tokens.low(end))
        return people or (alone and tables.has("languages", word))
    if len(text) == 1 or text.isupper():
        return len(text) > 1
    if _opens_plainly(tokens, start, tables, context):
        return False
    # German writes every noun with a capital
    doubtful = tables.has("titles", word) or tables.language == "de"
    return not doubtful and (word not in context.plain or word in context.names)


def _opens_plainly(tokens: Tokens, index: int, tables: Tables, context: Context) -> bool:
    """Whether a word that nothing else tells is plain as the first of its sentence: a plural ("Robbers crash"), or one
    before a word that is no verb ("Violent protests"). What nothing stands before and does something is called so:
    "White said", "Apple has".
    """
    word = tokens.lower[index]
    if word in context.names or not _opens_sentence(tokens, index):
        return False
    if is_plain_plural(word, tables.language):
        return True
    behind = tokens.low(index + 1)
    verb = tables.has("helpers", behind) or tables.has("sayings", behind) or behind.endswith("ed")
    return (
        word in _plain_words(tables.language)
        and tokens.kind(index + 1) == WORD
        and not tokens.capital(index + 1)
        and not verb
    )


@cache
def _counted_words(language: str) -> frozenset[str]:
    tables = tables_for(language)
    return frozenset([*tables.row("scales"), *tables.row("currencies"), *tables.row("units")])


def _is_counted(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word is a scale, a currency or a unit; "GB News", "Group G" and "Miles Reid" have their capitals for
    another reason unless a figure stands before.
    """
    if tokens.lower[index] not in _counted_words(tables.language):
        return False
    short = tokens.texts[index].isupper() and len(tokens.texts[index]) <= 2
    first = tables.language == "en" and tokens.low(index) in tables.row("units") and tokens.capital(index + 1)
    return not (short or first) or (index > 0 and tokens.texts[index - 1][-1].isdigit())
