"""In which language a text is written; enough to choose word lists.

Where script, alphabet or commonest words leave no doubt, they decide. Else py3langid is asked, which knows 139 of them
but is slow to load: the first doubtful text of a process waits for it.
"""

import re
from collections import Counter
from functools import cache

from storyreader.lexicon.identifying import identified
from storyreader.lexicon.stopwords import stop_words

MOST_CHARACTERS = 4000
"""Only the beginning is looked at: articles keep their language, and long texts stay cheap."""

LEAST_LETTERS = 8
LEAST_WORDS = 2
"""Scripts with word spaces say nothing with less."""

_FEWEST_LETTERS = 4
"""Scripts without word spaces, and those of one language alone, say more with fewer letters."""

_ALPHABET_LETTERS = 20
"""Fewer letters than this may lack those that tell a language from its neighbours by chance."""

_SURE_WORDS = {"en": (0.25, 1.5), "de": (0.3, 2.0), "fr": (0.35, 1.4)}
"""Share of the words that are commonest words, and how many times the next language's share that is, from which words
alone decide. The others have neighbours with much the same words: Catalan beside Spanish, Afrikaans beside Dutch."""
_SURE_KINDS = 4
"""So many different ones of them must occur."""

_KANA, _HAN, _HANGUL = "ja", "zh", "ko"
_SCRIPTS = (
    (_HANGUL, re.compile("[가-힣ᄀ-ᇿ]")),
    (_KANA, re.compile("[\u3040-ヿ]")),
    (_HAN, re.compile("[㐀-䶿一-鿿]")),
    ("th", re.compile("[ก-๙]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("el", re.compile("[Ͱ-Ͽ]")),
    ("hy", re.compile("[Ա-֏]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("or", re.compile("[\u0b00-\u0b7f]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("Arab", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("Cyrl", re.compile("[Ѐ-ӿ]")),
)
"""Scripts by their language; the last two, with four letters, have many, as the Latin one has."""
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")

_ALPHABETS = {
    "Arab": (("ar", re.compile("[\u0621-\u063a\u0641-\u064a]"), re.compile("")),),
    "Cyrl": (
        ("ru", re.compile("[а-яёА-ЯЁ]"), re.compile("[ыэЫЭ]")),
        ("uk", re.compile("[а-щьюяґєіїА-ЩЬЮЯҐЄІЇ]"), re.compile("[їєЇЄ]")),
    ),
}
"""Languages with an alphabet of their own: its letters, and one that a text must have of those neighbours lack."""

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when it is too short or too mixed to say.

    Looks at the first 4000 characters. Norwegian is "no" in both its forms, Chinese "zh" in all.
    """
    sample = text[:MOST_CHARACTERS]
    letters = len(_LETTER.findall(sample))
    if letters < _FEWEST_LETTERS:
        return None
    script = _script(sample, letters)
    if script is not None and len(script) == 2:
        return script
    words = _WORD.findall(sample)
    if letters < LEAST_LETTERS or len(words) < LEAST_WORDS:
        return None
    code = _by_words(words) if script == "Latn" else _by_alphabet(sample, script or "")
    return code or identified(sample)


def _script(sample: str, letters: int) -> str | None:
    """The script of more than half of the letters, named by its language if it has one only."""
    if sample.isascii() or len(_LATIN.findall(sample)) * 2 > letters:
        return "Latn"
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    # Japanese mixes kana with Chinese characters, Korean may too: a fifth of kana decides
    for own in (_KANA, _HANGUL):
        if counts[own] and counts[own] * 5 > counts[_HAN] and (counts[own] + counts[_HAN]) * 2 > letters:
            return own
    code = max(counts, key=lambda key: counts[key])
    return code if counts[code] * 2 > letters else None


def _by_alphabet(sample: str, script: str) -> str | None:
    """The language whose alphabet has all letters of the text in this script; None when that tells nothing."""
    written = dict(_SCRIPTS).get(script)
    letters = "".join(letter for letter in (written.findall(sample) if written else ()) if letter.isalpha())
    if len(letters) < _ALPHABET_LETTERS:
        return None
    for code, alphabet, own in _ALPHABETS.get(script, ()):
        if own.search(letters) and not alphabet.sub("", letters):
            return code
    return None


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """For each common word the languages that have it."""
    found: dict[str, list[str]] = {}
    for code, words in stop_words().items():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def _by_words(words: list[str]) -> str | None:
    """The language of which the text has so many commonest words that no other comes near; None in any doubt."""
    counts = Counter(word.lower().replace("’", "'") for word in words)
    owners = _owners()
    hits: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, count in counts.items():
        for code in owners.get(word, ()):
            hits[code] += count
            kinds[code] += 1
    (best, most), (_, next_most) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    if best not in _SURE_WORDS or kinds[best] < _SURE_KINDS:
        return None
    least, times = _SURE_WORDS[best]
    return best if most >= max(least * len(words), times * next_most) else None
