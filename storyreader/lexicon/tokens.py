"""A text as tokens with offsets, found in one pass. Units: characters of the text given."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0963\u0970-\u0dff"
)
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e01-\u0e59"
"""Scripts without word spaces: each of their letters is a word."""

_MIDDLE_POINT = "．[０-９]+|・[０-９]+(?![０-９年月日時号番組丁])"
"""Decimal points in Japanese papers, "６・６" and "６．６"; before some words the same mark lists: "２・３年生"."""


def _pattern(marks: str = "", single: str = "") -> re.Pattern[str]:
    """The pattern of a token. `marks` belong to the letter before them, letters of `single` are words by themselves."""
    letter = rf"[^\W\d_{marks}{single}]"
    further = rf"(?:{letter}|[{marks}])" if marks else letter
    alone = f"[{single}]|" if single else ""
    middle = rf"|{_MIDDLE_POINT}" if single else ""
    return re.compile(
        r"(?P<skip>https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+|[#@]\w+)"
        rf"|(?P<number>\d+(?:[.,:٫٬'’]\d+|[\u00a0\u202f]\d{{3}}(?!\d){middle})*)"
        rf"|(?P<word>{alone}(?:{letter}\.){{2,}}|['’]s\b|(?:[dlcjmnstDLCJMNST]|[Qq]u|[Jj]usqu)['’](?={letter})"
        rf"|{letter}{further}*(?:['’](?!s\b){letter}+)*)"
        r"|(?P<mark>\S)"
    )


_TOKEN = _pattern()
_SPECIAL = re.compile(f"[{_MARKS}{_SINGLE}]")


@cache
def _special_token() -> re.Pattern[str]:
    """The pattern for texts with such marks or letters: compiling it costs more than reading a story without them."""
    return _pattern(_MARKS, _SINGLE)


_IS_SINGLE = re.compile(f"[{_SINGLE}]")
NUMBER, WORD, MARK, SKIP = "number", "word", "mark", "skip"


@dataclass(slots=True)
class Tokens:
    """The tokens of one text as columns; `lower` has straight apostrophes. `kinds` are number, word, mark, skip."""

    source: str
    texts: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    _unspaced: bool | None = None
    _all_capitals: bool | None = None

    def __len__(self) -> int:
        return len(self.texts)

    def touches(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < index < len(self.texts) and self.ends[index - 1] == self.starts[index]

    def low(self, index: int) -> str:
        """The lower-case token, empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def kind(self, index: int) -> str:
        """The kind of the token, empty outside the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""

    def capital(self, index: int) -> bool:
        """Whether the token is a word that begins with a capital letter."""
        return 0 <= index < len(self.texts) and self.texts[index][0].isupper()

    def single(self, index: int) -> bool:
        """Whether the token is a letter of a script without word spaces."""
        return 0 <= index < len(self.texts) and bool(_IS_SINGLE.match(self.texts[index]))

    @property
    def unspaced(self) -> bool:
        """Whether a part of the text is in a script without word spaces."""
        if self._unspaced is None:
            self._unspaced = _IS_SINGLE.search(self.source) is not None
        return self._unspaced

    @property
    def all_capitals(self) -> bool:
        """Whether all words are in capitals throughout, as in some headlines."""
        if self._all_capitals is None:
            self._all_capitals = all(text.isupper() for text in self.texts if text.isalpha())
        return self._all_capitals

    def phrase(self, start: int, end: int) -> str:
        """Lower-case tokens joined by one space."""
        return " ".join(self.lower[max(0, start) : end])

    def text(self, start: int, end: int) -> str:
        """The source text from one token to another, `end` exclusive."""
        return self.source[self.starts[start] : self.ends[end - 1]]


@lru_cache(maxsize=1_000)
def tokens_of(text: str) -> Tokens:
    """Cut a text into tokens. Whoever asks again gets the same ones: nobody changes them."""
    token = _special_token() if _SPECIAL.search(text) else _TOKEN
    found = [(match.group(), match.start(), match.end(), match.lastgroup or MARK) for match in token.finditer(text)]
    if not found:
        return Tokens(text, [], [], [], [], [])
    texts, starts, ends, kinds = map(list, zip(*found, strict=True))
    lower = [item.lower() if kind == WORD else item for item, _, _, kind in found]
    if "’" in text:
        lower = [item.replace("’", "'") if kind == WORD else item for item, kind in zip(lower, kinds, strict=True)]
    return Tokens(text, texts, lower, starts, ends, kinds)
