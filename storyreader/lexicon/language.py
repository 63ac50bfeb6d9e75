"""In which language a text is written, by its script and its commonest words; enough to choose word lists."""

import re
from collections import Counter
from functools import cache

from storyreader.lexicon.stopwords import stop_words

MOST_CHARACTERS = 4000
"""Only the beginning is looked at: articles keep their language, and long texts stay cheap."""

LEAST_LETTERS = 8
LEAST_WORDS = 2
"""Fewer different common words than this do not name a language."""

_SCRIPTS = (
    ("ko", re.compile("[가-힣ᄀ-ᇿ]")),
    ("ja", re.compile("[぀-ヿ]")),
    ("zh", re.compile("[㐀-䶿一-鿿]")),
    ("ar", re.compile("[؀-ۿ]")),
    ("he", re.compile("[א-ת]")),
    ("hi", re.compile("[ऀ-ॿ]")),
    ("bn", re.compile("[ঀ-৿]")),
    ("th", re.compile("[ก-๙]")),
    ("el", re.compile("[Ͱ-Ͽ]")),
    ("hy", re.compile("[Ա-ֆ]")),
    ("ru", re.compile("[Ѐ-ӿ]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PERSIAN = re.compile("[پچژگکی]")
_URDU = re.compile("[ٹڈڑںےھ]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_NOT_UKRAINIAN = re.compile("[ыэъёЫЭЪЁ]")
_LATIN = tuple(code for code, words in stop_words().items() if code not in {"ru", "uk"} and words)


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when it is too short or too mixed to say.

    Looks at the first 4000 characters: first which script fills them, then which language's commonest words occur.
    """
    sample = text[:MOST_CHARACTERS]
    letters = len(_LETTER.findall(sample))
    # a Chinese word is two characters: scripts without word spaces say more with fewer letters
    if letters < 4:
        return None
    code = _by_script(sample, letters)
    if code is not None:
        return code
    return _by_words(sample) if letters >= LEAST_LETTERS else None


def _by_script(sample: str, letters: int) -> str | None:
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    # Japanese mixes kana with Chinese characters, Korean may too: a fifth of kana decides
    for own in ("ja", "ko"):
        if counts[own] and counts[own] * 5 > counts["zh"] and (counts[own] + counts["zh"]) * 2 > letters:
            return own
    code = max(counts, key=lambda key: counts[key])
    if counts[code] * 2 <= letters:
        return None
    if code == "ar":
        return _arabic_script(sample, counts[code])
    if code == "ru":
        return "uk" if len(_UKRAINIAN.findall(sample)) > len(_NOT_UKRAINIAN.findall(sample)) else "ru"
    return code


def _arabic_script(sample: str, letters: int) -> str:
    if len(_URDU.findall(sample)) * 33 > letters:
        return "ur"
    return "fa" if len(_PERSIAN.findall(sample)) * 33 > letters else "ar"


@cache
def _owners() -> Counter[str]:
    """How many languages have a common word: one that few have says more than one that half of them have."""
    tables = stop_words()
    return Counter(word for code in _LATIN for word in set(tables[code]))


def _by_words(sample: str) -> str | None:
    words = Counter(word.lower().replace("’", "'") for word in _WORD.findall(sample))
    total = words.total()
    tables = stop_words()
    owners = _owners()
    known = [(word, count / owners[word]) for word, count in words.items() if word in owners]
    hits = {code: sum([weight for word, weight in known if word in tables[code]]) for code in _LATIN}
    ranked = sorted(hits, key=lambda key: (-hits[key], key))
    best, second = ranked[0], ranked[1]
    if hits[best] < max(1.0, total * 0.06) or hits[best] < hits[second] * 1.15:
        return None
    # one letter alone proves nothing: "a" is a word in eight languages
    if sum(len(word) > 1 and word in tables[best] for word in words) < LEAST_WORDS:
        return None
    return best
