"""A cleaned page: what an outlet told, and what was left out of the page to get there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

BODY = "body"
"""The verdict of a page line that belongs to the article's paragraphs."""


Simplification = Literal["end", "extractor", "model", "hidden", "rules", "repeats"]
"""What a page was read without, being too large or taking too long: its end; the extractor's text; the learned model,
plain signs in its place; what it hides from view; rules that only some pages need; judging the body once more.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: `start` and `end` in characters, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `number` and `paragraph` count from 0; `start` and `end` are characters in that paragraph."""

    text: str
    number: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page with its verdict: `BODY`, a field name such as "headline", or why it was left out.

    `number` counts from 1, as editors do. `reason` is one or two plain words: navigation, promo, teaser repeat.
    """

    number: int
    text: str
    reason: str

    @property
    def kept(self) -> bool:
        """Whether the line is part of the article's paragraphs."""
        return self.reason == BODY


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's account of an event. Unknown is None or empty, never a guess in silence.

    `published` is a datetime (aware where the page gives a zone, naive where it does not) or a plain date; so is
    `saved`, when the page was saved or archived, where the file or the page tells.
    `sources` tells for each field found which rule found it; `warnings` are doubts in plain words, such as a date that
    cannot exist. `share_kept` is the share of the page's words that became paragraphs, 0 to 1. `corrected` are the
    numbers of the page lines whose verdict is the reader's own. `simplified` is what the page was read without because
    it is too large, or took too long (see `Simplification`); empty for nearly all pages.
    """

    id: str
    headline: str | None
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    standfirst: str | None = None
    byline: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: datetime | date | None = None
    updated: datetime | date | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    path: str = ""
    url: str | None = None
    content_hash: str = ""
    lines: tuple[PageLine, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    share_kept: float = 1.0
    corrected: tuple[int, ...] = ()
    saved: datetime | date | None = None
    simplified: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the article is called wherever it is spoken of: the hash of its page, else its id."""
        return self.content_hash or self.id

    @property
    def removed(self) -> tuple[PageLine, ...]:
        """The page lines that are not in the paragraphs, in page order."""
        return tuple(line for line in self.lines if not line.kept)

    @property
    def words(self) -> int | None:
        """Number of words in the paragraphs, split at white space; None where a script has no spaces between words."""
        if is_unspaced(" ".join(self.paragraphs)[:_SAMPLE]):
            return None
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def characters(self) -> int:
        """Number of characters in the paragraphs, marks of sentences included and white space not."""
        return sum(len("".join(paragraph.split())) for paragraph in self.paragraphs)


_SAMPLE = 4000
"""Characters of a text that tell its script."""
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff]"
)
"""Kana, Han, Thai, Lao, Burmese and Khmer."""


def is_unspaced(text: str) -> bool:
    """Whether most letters of a text are of scripts that are written without spaces between words."""
    letters = sum(map(str.isalpha, text))
    return 2 * len(_UNSPACED.findall(text)) > letters > 0
