"""Whether two names, looked at alone, may be forms of one: "WHO" and "World Health Organization"."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from storyreader.lexicon import tables_for

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STATES = frozenset({"state", "city", "town", "village", "republic", "province", "kingdom"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NATIONS = frozenset({"us", "usa", "uk", "eu"})
_OF = frozenset({"of", "for", "in", "the", "and"})
_COMPANY_ENDS = frozenset(
    {"co", "corp", "corporation", "inc", "incorporated", "ltd", "limited", "plc", "llc", "ag", "sa"}
)
SHORTEST_ACRONYM = 2
LANGUAGE = "en"
SAME_SPELLING = 0.88
"""Words that look this much alike (Jaro-Winkler, 0 to 1) are likely one word spelt in two ways."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name taken apart: its `words` without titles, its `title` words, whether it names an institution.

    `nation` are the adjectives of nation and the like that `words` leave out: "Korean People's Army". `initials` are
    those of the content words, `every_initial` also those of small ones. `headed` tells a name that begins with an
    acronym: "UNC Greensboro".
    """

    words: tuple[str, ...]
    title: tuple[str, ...]
    institution: bool
    initials: str
    acronym: str
    nation: tuple[str, ...] = ()
    every_initial: str = ""
    headed: bool = False


@lru_cache(maxsize=16_384)
def plain_name(name: str) -> str:
    """A name in lower case without accents, possessive and article."""
    folded = unicodedata.normalize("NFD", name.casefold().replace("’", "'"))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    bare = re.sub(r"'s?$|'s(?=\s)", "", bare.strip())
    return re.sub(r"^(?:the|la|el|le|los|les|der|die|das|a|o)\s+(?=\S)", "", bare)


@lru_cache(maxsize=8192)
def name_form(name: str) -> NameForm:
    """Take a name apart."""
    tables = tables_for(LANGUAGE)
    dotless = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", plain_name(name))
    spellings = tables.row("name_spellings")
    words = [spellings.get(word, word) for word in _WORD.findall(dotless) if word not in _SUFFIXES]
    if len(words) > 1:
        words[-1] = tables.row("name_endings").get(words[-1], words[-1])
    if words[:2] in (["united", "states"], ["united", "kingdom"]):
        words[:2] = [words[0][0] + words[1][0]]
    titles, words = _titled(words)
    nation: list[str] = []
    while len(words) > 2 and (tables.has("demonyms", words[0]) or words[0] in _NATIONS):
        nation.append(words.pop(0))
    if len(words) > 2 and words[1] == "of" and words[0] in _STATES:
        # "the State of Texas" is Texas
        words = words[2:]
    head = words[: words.index("of", 2)] if "of" in words[2:] else []
    if head and not any(tables.has("organisation_words", word) for word in head):
        # "Ottilie Brandt of the Greens", "of the Grain Board"
        words = head
    content = [word for word in words if not _is_small(word)]
    family = words and tables.has("family_first", words[0])
    institution = any(tables.has("organisation_words", word) for word in (words[1:] if family else words))
    letters = re.sub(r"[^\w]", "", name.strip())
    acronym = letters.casefold() if letters.isupper() and SHORTEST_ACRONYM <= len(letters) <= 6 else ""
    while len(content) > 2 and content[-1] in _COMPANY_ENDS:
        content.pop()
    return NameForm(
        tuple(words),
        tuple(titles),
        institution,
        "".join(word[0] for word in content),
        acronym,
        tuple(nation),
        "".join(word[0] for word in words),
        not acronym and bool(words) and len(words[0]) > 2 and name.startswith(words[0].upper()),
    )


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a title before it, or two or three words of no institution."""
    form = name_form(name)
    if form.institution or form.acronym or not form.words or not _OF.isdisjoint(form.words):
        return False
    return bool(form.title) or (2 <= len(form.words) <= 3 and all(word[:1].isalpha() for word in form.words))


def _is_small(word: str) -> bool:
    """Whether a word only joins the others of a name: "of", "van"."""
    return tables_for(LANGUAGE).has("name_small_words", word)


def _titled(words: list[str]) -> tuple[list[str], list[str]]:
    """The title before a person's name, and the name. "NASA Administrator Charles Bolden": what stands before the
    name is a role; "President of Mexico" is one alone, and "Justice Department" has none.
    """
    tables = tables_for(LANGUAGE)
    places = (place for place, word in enumerate(words[:4]) if tables.has("titles", word))
    last_title = max((place for place in places if not tables.has("title_modifiers", words[place])), default=-1)
    cut = last_title + 1
    if not 0 < cut < len(words) or _is_small(words[cut]) or tables.has("organisation_words", words[-1]):
        return [], words
    return words[:cut], words[cut:]


def same_name(short: str, long: str) -> bool:
    """Whether the first name may be a shorter form of the second, the names looked at alone."""
    left, right = name_form(short), name_form(long)
    if not left.words or not right.words or (left.nation and right.nation and left.nation != right.nation):
        return False
    known = known_aliases()
    alike = left.words == right.words or "".join(left.words) == "".join(right.words)
    if alike or known.get(" ".join(left.words), 1) == known.get(" ".join(right.words), 2):
        return True
    role = (*left.title, *left.words)
    titled = right.title[-len(role) :] == role and role[-1] in tables_for(LANGUAGE).lists["titles"]
    if titled or (left.acronym and _is_acronym(left.acronym, right)):
        return True
    if len(left.words) == len(right.words):
        return _given_otherwise(left.words, right.words)
    return len(left.words) < len(right.words) and _is_part(left, right)


def _is_acronym(letters: str, other: NameForm) -> bool:
    """Whether letters are the initials of a name: with or without its nation, its small words, its "Inc."."""
    if len(other.words) == 1 or other.words[0] == letters:
        return False
    nation = "".join(word[0] for word in other.nation)
    return letters in {other.initials, nation + other.initials, other.every_initial}


def _given_otherwise(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of one size differ in the given name only, told by its initial or as people call it."""
    if len(left) < 2 or left[1:] != right[1:]:
        return False
    mine, theirs = left[0], right[0]
    if mine == theirs:
        return True
    if 1 in {len(mine), len(theirs)}:
        return mine[0] == theirs[0]
    known = tables_for(LANGUAGE).row("given_names")
    return bool(known.get(mine, mine) == known.get(theirs, theirs))


def spelt_differently(left: str, right: str) -> bool:
    """Whether two names are likely one name spelt in two ways."""
    words = name_form(left).words, name_form(right).words
    if len(words[0]) != len(words[1]) or words[0] == words[1]:
        return False
    pairs = [(mine, theirs) for mine, theirs in zip(*words, strict=True) if mine != theirs]
    if any(mine.startswith(theirs) or theirs.startswith(mine) for mine, theirs in pairs):
        return False
    close = all(len(mine) > 3 and JaroWinkler.similarity(mine, theirs) >= SAME_SPELLING for mine, theirs in pairs)
    return close and len(pairs) <= max(1, len(words[0]) - 1)


@cache
def _given_names() -> frozenset[str]:
    """Given names, in full and as people call them."""
    known = tables_for(LANGUAGE).row("given_names")
    return frozenset((*known, *known.values()))


def _is_part(left: NameForm, right: NameForm) -> bool:
    """The last words of a person's name; the head or the end of an institution's."""
    size, tables = len(left.words), tables_for(LANGUAGE)
    ends, begins = right.words[-size:] == left.words, right.words[:size] == left.words
    if right.institution:
        headed = begins and right.words[size] in {"of", "for"} and left.institution
        company = begins and all(tables.has("company_words", word) for word in right.words[size:])
        faith = right.words[:2] == ("church", "of") and ends and not tables.has("places", " ".join(left.words))
        return company or headed or faith or (ends and left.institution)
    place = tables.has("places", " ".join(left.words)) and not left.title
    # "NASA Administrator" is not NASA
    office = begins and tables.has("titles", right.words[-1])
    short = left.acronym and size == 1 and len(left.acronym) <= 3
    if place or office or short or tables.has("directions", right.words[0]):
        return False
    if ends:
        # "the Constitution of the United States" is not the United States
        return left.institution or not (right.headed or right.words[-size - 1] in _OF)
    if size > 1 and (begins or _given_otherwise((left.words[0], left.words[-1]), (right.words[0], right.words[-1]))):
        # a middle name or initial may be left out
        return True
    if begins and not left.title and len(right.words) == 2:
        # of "Ira Clipper" nobody knows whether Ira is a person; a reef may have given a ship its name
        return tables.has("family_first", left.words[0]) or left.words[0] in _given_names()
    # "Kim" of Kim Jong Un
    return begins and len(right.words) == 3 and tables.has("family_first", left.words[0])


@cache
def known_aliases() -> Mapping[str, str]:
    """The full name of each well-known other name."""
    return {
        alias: full for full, names in tables_for(LANGUAGE).row("known_names").items() for alias in names.split("|")
    }
