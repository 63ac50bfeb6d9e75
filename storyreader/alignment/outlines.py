"""What is known of a text before it is laid beside another: made once, used by every comparison of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from storyreader.alignment.clauses import clause_ranges, quoted_ranges
from storyreader.lexicon import Words, detect_language, normalised_text, words_of

DETECTED_CHARACTERS = 4000
FALLBACK_LANGUAGE = "en"
QUOTED_PART = 0.35
"""Share of a sentence's characters from which its quotation is what it tells."""


@dataclass(frozen=True, slots=True)
class SentenceOutline:
    """One sentence by itself.

    `source` is its text with the language by which its words are known. `plain` is its text in small letters, `ordered`
    the words of that in the order of the alphabet. `quoted` and `clauses` are ranges of characters; `speaks` tells that
    the quotation fills so much of it that it is what is told.
    """

    source: tuple[str, str]
    words: Words
    plain: str
    ordered: str
    quoted: tuple[tuple[int, int], ...]
    clauses: tuple[tuple[int, int], ...]
    speaks: bool


@dataclass(frozen=True)
class TextOutline:
    """The sentences of one article, in order; `language` is an ISO 639-1 code, English where none can be told."""

    texts: tuple[str, ...]
    language: str
    sentences: tuple[SentenceOutline, ...]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each text stands, in small letters; a sentence without a word has none."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            if sentence.plain:
                found[sentence.plain].append(number)
        return dict(found)

    def part(self, numbers: Sequence[int]) -> "TextOutline":
        """Some of the sentences as a text of their own."""
        texts = tuple(self.texts[number] for number in numbers)
        return TextOutline(texts, self.language, tuple(self.sentences[number] for number in numbers))


def outline(texts: Sequence[str], *, language: str | None = None, fallback: str | None = None) -> TextOutline:
    """The outline of an article's sentences. `language` is detected when not given; `fallback` is that of a text that
    is too short or too mixed to say.
    """
    language = language or detect_language(" ".join(_beginning(texts))) or fallback or FALLBACK_LANGUAGE
    return TextOutline(tuple(texts), language, tuple(_sentence(text, language) for text in texts))


def _beginning(texts: Sequence[str]) -> Iterator[str]:
    """Enough sentences to tell the language."""
    size = 0
    for text in texts:
        yield text
        size += len(text)
        if size > DETECTED_CHARACTERS:
            return


def _sentence(text: str, language: str) -> SentenceOutline:
    plain, quoted = normalised_text(text), quoted_ranges(text)
    return SentenceOutline(
        source=(text, language),
        words=words_of(text, language),
        plain=plain,
        ordered=" ".join(sorted(plain.split())),
        quoted=quoted,
        clauses=clause_ranges(text, language),
        speaks=sum([end - start for start, end in quoted]) >= QUOTED_PART * len(text),
    )
