"""What one block of text looks like by itself: length, marks, capitals, cues. Computed once, read by every rule.

Lengths are in characters; `words` counts words, and two characters of unspaced scripts as one word.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from storyreader.cleaning.cues import cues_of, words_of

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SENTENCE_END = re.compile(r"""[.!?…;][)\]"'”’»“]*(?=\s|$)|[。！？।؟]""")
_CLOSES = re.compile(r"""[.!?…。！？।؟؛][)\]"'”’»“„」』）]*$|[。！？][」』]?[（(【〔［][^（）()]{1,10}[）)】〕］]$""")
"""A story in Chinese or Japanese may end with a signature in brackets: "…と話した。（三好彩乃）"."""
_URL = re.compile(
    r"https?://|www\.[a-z]|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:com|org|net|de|fr|es|co\.uk|it)\b", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,}")
_HANDLE = re.compile(r"(?:^|\s)@\w{2,}")
_SEPARATOR = re.compile(r"[|•·›»/→▸►]+| - | – | — ")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTE = re.compile('["“”„«»「」]')
_CREDIT_MARK = re.compile(r"[©(\[/|:：＝=]")
_OWNER_MARK = re.compile(r"[©:：]")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PHOTOGRAPHER = re.compile(
    r"[.!?”\"]\s\([A-ZÀ-Ý][\w.'’-]{1,20}(?:\s[A-ZÀ-Ý][\w.'’-]{1,20}){1,3}\s?/\s?[A-ZÀ-Ý][\w .&'’-]{1,40}\)$"
)
"""Behind a sentence: "(Ann Bell/QBC)"."""
_EASTERN_CREDIT = re.compile(
    r"(?:写真|提供|撮影|摄|供图|연합뉴스|뉴스1|뉴시스|제공|사진|기자)[)\]）］]?$|(?:사진|출처)[^\])]{1,40}[)\]]$"
)
_SHORT_WORD = 3
"""Letters up to which a word hardly tells what a line is about."""
_LONGEST_CREDIT = 4
"""Words of a credit in brackets that does not begin with a word for pictures."""
_TAIL = 50
"""Characters at the end of a line in which a picture's credit is looked for."""
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●■➤✓▶+]|\d{1,2}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class BlockStats:
    """The look of a block. Shares are 0 to 1; `credit` is 1 when its end speaks of pictures, 2 behind a mark."""

    chars: int
    words: int
    sentences: int
    closes: bool
    last: str
    first: str
    upper_share: float
    capital_share: float
    digit_share: float
    function_share: float
    commas: int
    quotes: int
    separators: int
    has_url: bool
    has_email: bool
    has_handle: bool
    has_clock: bool
    has_year: bool
    bullet: bool
    address_share: float
    credit: int
    cues: tuple[int, ...]
    tokens: tuple[str, ...]
    long_words: frozenset[str]

    @property
    def prose(self) -> bool:
        """Whether the block reads like running text: ten words or more that end as a sentence."""
        return self.words >= 10 and (self.closes or self.sentences > 0)


def shape_of(text: str) -> BlockStats:
    """Measure a block with single spaces. Linear in its length."""
    tokens = words_of(text)
    plain = [token for token in tokens if token[0].isalnum()]
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    spaced = text.split()
    count = len(spaced) + unspaced // 2
    digits = sum(map(str.isdigit, text))
    letters = sum(map(str.isalpha, text))
    uppers = sum(map(str.isupper, text))
    functional = sum(map(function_words().__contains__, plain))
    if unspaced:
        functional += unspaced // 5
    capitals = sum(1 for word in spaced if word[0].isupper())
    return BlockStats(
        chars=len(text),
        words=count,
        sentences=len(_SENTENCE_END.findall(text)),
        closes=bool(_CLOSES.search(text[-12:])),
        last=text[-1:],
        first=text[:1],
        upper_share=uppers / letters if letters else 0.0,
        capital_share=capitals / len(spaced) if spaced else 0.0,
        digit_share=digits / len(text) if text else 0.0,
        function_share=functional / count if count else 0.0,
        commas=text.count(",") + text.count("、") + text.count("،"),
        quotes=len(_QUOTE.findall(text)),
        separators=len(_SEPARATOR.findall(text)),
        has_url=("." in text or "/" in text) and bool(_URL.search(text[:2000])),
        has_email="@" in text and bool(_EMAIL.search(text[:2000])),
        has_handle="@" in text and bool(_HANDLE.search(text[:2000])),
        has_clock=digits > 0 and bool(_CLOCK.search(text[:300])),
        has_year=digits > 0 and bool(_YEAR.search(text[:300])),
        bullet=not text[:1].isalpha() and bool(_BULLET.match(text[:20])),
        address_share=sum(map(_address_words().__contains__, plain)) / len(plain) if plain else 0.0,
        credit=_credit(text),
        cues=cues_of(tokens, text),
        tokens=tuple(plain),
        long_words=frozenset(token for token in plain if len(token) > _SHORT_WORD),
    )


def _credit(text: str) -> int:
    """How plainly the end of a line says whose picture it describes: "(Photo: Ann Bell)", "Ann Bell / Reuters",
    "(Ann Bell/QBC)".
    """
    tail = text[-_TAIL:].rstrip(" .").casefold()
    if not tail.isascii() and _EASTERN_CREDIT.search(tail):
        return 2
    if tail.endswith(")") and _PHOTOGRAPHER.search(text.rstrip(" .")):
        return 2
    if not _credit_words().isdisjoint(words_of(tail)[-7:]):
        return 2 if _credit_behind_mark(tail) else 1
    return 0


def _credit_behind_mark(tail: str) -> bool:
    """Whether a mark sets the credit apart. Brackets stand for themselves: "still images (and few words)"."""
    last = next((aside for aside in _ASIDE.finditer(tail) if aside.end() == len(tail)), None)
    if last is not None and not _credit_words().isdisjoint(words_of(last.group())):
        return not _is_remark(last.group())
    bare = _ASIDE.sub("", tail)
    marks = _CREDIT_MARK if last is None else _OWNER_MARK
    return marks.search(bare) is not None and not _credit_words().isdisjoint(words_of(bare))


def _is_remark(aside: str) -> bool:
    """Whether brackets hold words of the story: "(a new photo every ten seconds)", not "(photo by Ann Bell)"."""
    words = [word for word in words_of(aside) if word[0].isalnum()]
    marked = any(mark in aside for mark in "/:|©") or not {"via", "vía"}.isdisjoint(words)
    return len(words) > _LONGEST_CREDIT and not marked and _credit_words().isdisjoint(words[:2])


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(files("storyreader.cleaning").joinpath("data/credit_words.txt").read_text("utf-8").split())


@cache
def function_words() -> frozenset[str]:
    """The commonest words of the languages that pages are read in, case-folded."""
    data = json.loads(files("storyreader.cleaning").joinpath("data/function_words.json").read_text("utf-8"))
    return frozenset(word for words in data.values() for word in words.split())


@cache
def _address_words() -> frozenset[str]:
    """Words with which a writer speaks of himself or to the reader: frequent in comments and appeals."""
    text = files("storyreader.cleaning").joinpath("data/address_words.txt").read_text("utf-8")
    return frozenset(text.split())
