"""The smallest stretches that a change of wording may touch: a word, a whole name, a number with what belongs to it."""

import re
from dataclasses import dataclass

from storyreader.lexicon import normalised_text, stop_keys, words_of

_NAME_JOINT = re.compile(r"[.’']?[ \u00a0-]|[-–/&]| & ")
_UNITS = frozenset(
    {"million", "billion", "trillion", "thousand", "hundred", "percent", "per", "cent", "pct", "bn", "mln", "am", "pm"}
)
_SIGNS = "$€£¥#№"


@dataclass(frozen=True, slots=True)
class Atom:
    """`start` and `end` are characters; `plain` is what is compared; `words` how many words it holds.

    `solid` is a name or a number, `common` a word that every text has.
    """

    start: int
    end: int
    plain: str
    words: int
    solid: bool
    common: bool


def atoms_of(sentence: str, language: str) -> tuple[Atom, ...]:
    """Cut a sentence into atoms. Neighbouring capitalised words are one name, a number takes its sign and unit."""
    words = words_of(sentence, language)
    stops = stop_keys(language)
    atoms: list[Atom] = []
    last = ""
    for index, (key, span, text) in enumerate(zip(words.keys, words.spans, words.texts, strict=True)):
        number = text[0].isdigit()
        common = key in stops
        name = text[0].isupper() and not common and (index > 0 or _is_name(words.texts, stops, words.keys))
        start, end = _with_sign(sentence, *span) if number else span
        if atoms and _belongs(sentence, atoms[-1], last, (number, name, start, text)):
            before = atoms[-1]
            plain = normalised_text(sentence[before.start : end])
            atoms[-1] = Atom(before.start, end, plain, before.words + 1, True, False)
        else:
            plain = normalised_text(sentence[start:end]).removesuffix(" s") or text
            atoms.append(Atom(start, end, plain, 1, number or name, common))
        last = "number" if number else "name" if name else ""
    return tuple(atoms)


def _is_name(texts: tuple[str, ...], stops: frozenset[str], keys: tuple[str, ...]) -> bool:
    """The first word has a capital anyway: it is a name when the next one has a capital too."""
    return len(texts) > 1 and texts[1][0].isupper() and keys[1] not in stops


def _belongs(sentence: str, before: Atom, last: str, word: tuple[bool, bool, int, str]) -> bool:
    number, name, start, text = word
    between = sentence[before.end : start]
    if name and last == "name":
        return bool(_NAME_JOINT.fullmatch(between))
    if last == "number" and not number and normalised_text(text).replace(" ", "") in _UNITS:
        return between in {" ", "\u00a0", "-", ""}
    return False


def _with_sign(sentence: str, start: int, end: int) -> tuple[int, int]:
    if start and sentence[start - 1] in _SIGNS:
        start -= 1
    if sentence[end : end + 1] == "%":
        end += 1
    return start, end
