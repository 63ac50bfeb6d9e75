"""What several pages of one outlet teach about its pages: lines that come again on other articles are no story.

The knowledge is made of hashes and counts alone, so that it is small and holds no text; it is kept by the library and
never leaves the machine. It counts articles, not pages: a page that tells an article already counted, saved twice or
updated, adds nothing, and no page counts as another page to itself. Adding a page costs that page and one comparison
with each article counted before.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from storyreader.article import Article
from storyreader.cleaning.cues import plain_words

VERSION = 1
"""Of the form on disk; another version's knowledge is thrown away and learned again."""
MOST_LINES = 6000
"""Lines remembered for an outlet; those seen on one article only go first, the oldest before the newer."""
_SKETCH = 24
"""Lines of a body by which an article is known again: those with the smallest hashes (Broder's bottom-k sketch)."""
_BODY_WORDS = 8
"""Words from which a body line tells one article from another."""
_SAME = 0.5
"""Share of the shorter body's lines that the other must have too for both to be one article."""
_DIGITS = re.compile(r"\d+")


class Seen(NamedTuple):
    """On how many articles of the outlet a line stood: anywhere, in the body, above the body, as the headline."""

    pages: int = 0
    kept: int = 0
    above: int = 0
    headlines: int = 0


@dataclass(frozen=True, slots=True)
class OutletLines:
    """The lines of an outlet's pages: `lines` by their hash, and a sketch of every article that was counted."""

    lines: Mapping[str, Seen] = field(default_factory=dict)
    articles: tuple[frozenset[str], ...] = ()

    def __len__(self) -> int:
        """Number of articles that were counted."""
        return len(self.articles)

    def counted(self, body: Iterable[str]) -> bool:
        """Whether the article with these body lines was counted, on this page or another."""
        return self._same(sketch_of(body)) is not None

    def seen(self, raw_lines: Sequence[str]) -> Seen:
        """How often a block's lines stood on the articles counted, the block's own among them."""
        found = [self.lines.get(key, Seen()) for line in raw_lines if (key := line_key(line))]
        return min(found, default=Seen())

    def with_article(self, article: Article) -> "OutletLines":
        """The knowledge with one more article; itself when the article was counted before or has no body."""
        sketch = sketch_of(line.text for line in article.lines if line.kept)
        if not sketch or self._same(sketch) is not None:
            return self
        lines = dict(self.lines)
        for key, seen in _counts(article).items():
            before = lines.get(key, Seen())
            lines[key] = Seen(*(old + new for old, new in zip(before, seen, strict=True)))
        return OutletLines(_pruned(lines), (*self.articles, sketch))

    def to_json(self) -> dict[str, Any]:
        """The knowledge as lists and numbers, for a JSON file."""
        articles = [sorted(sketch) for sketch in self.articles]
        return {
            "version": VERSION,
            "articles": articles,
            "lines": {key: list(seen) for key, seen in self.lines.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "OutletLines":
        """Read what to_json gave; empty knowledge when it is of another version or damaged."""
        try:
            if data["version"] != VERSION:
                return cls()
            lines = {str(key): Seen(*(int(count) for count in counts)) for key, counts in data["lines"].items()}
            return cls(lines, tuple(frozenset(map(str, sketch)) for sketch in data["articles"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls()

    def _same(self, sketch: frozenset[str]) -> int | None:
        fresh = _without_common(sketch, self.lines)
        if not fresh:
            return None
        return next(
            (
                number
                for number, other in enumerate(self.articles)
                if not fresh.isdisjoint(other) and _is_same(fresh, _without_common(other, self.lines))
            ),
            None,
        )


def learn(articles: Iterable[Article], known: OutletLines | None = None) -> OutletLines:
    """Learn from cleaned pages of one outlet, in any number; `known` is what other pages taught before."""
    knowledge = OutletLines() if known is None else known
    for article in articles:
        knowledge = knowledge.with_article(article)
    return knowledge


def outlet_key(article: Article) -> str | None:
    """What tells outlets apart: the site's own part of the page's address, else the outlet's name, folded.

    None when the page says neither. Two outlets under one key do no harm: the text of a wire copy is not counted
    twice.
    """
    if article.url and (match := re.match(r"https?://([^/:?#]+)", article.url)):
        return match.group(1).casefold().removeprefix("www.")
    if article.publisher:
        return "".join(plain_words(article.publisher)) or None
    return None


def line_key(text: str) -> str:
    """The hash of a line's words, numbers read as one; empty for a line without letters."""
    words = [_DIGITS.sub("0", word) for word in plain_words(text)]
    if not any(character.isalpha() for word in words for character in word):
        return ""
    digest = blake2b(" ".join(words).encode("utf-8", errors="replace"), digest_size=6).digest()
    return urlsafe_b64encode(digest).decode("ascii")


def sketch_of(body: Iterable[str]) -> frozenset[str]:
    """The sketch of a body from its lines; empty when no line is long enough to tell it from others."""
    keys = {line_key(line) for line in body if len(line.split()) >= _BODY_WORDS or len(line) >= 6 * _BODY_WORDS}
    return frozenset(sorted(keys - {""})[:_SKETCH])


def _counts(article: Article) -> dict[str, Seen]:
    """Each of the article's lines, counted once."""
    found: dict[str, Seen] = {}
    above = True
    for line in article.lines:
        above = above and not line.kept
        if key := line_key(line.text):
            seen = Seen(1, int(line.kept), int(above), int(line.reason == "headline"))
            found[key] = Seen(*(max(old, new) for old, new in zip(found.get(key, Seen()), seen, strict=True)))
    return found


def _without_common(sketch: frozenset[str], lines: Mapping[str, Seen]) -> frozenset[str]:
    """A sketch without the lines that several articles have anyway; all of it when nothing else is left."""
    return frozenset(key for key in sketch if lines.get(key, Seen()).kept < 2) or sketch


def _is_same(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sketches are of one article, told on the range of hashes in which both are complete."""
    limit = min(max(left), max(right)) if len(left) >= _SKETCH or len(right) >= _SKETCH else "~"
    left, right = frozenset(k for k in left if k <= limit), frozenset(k for k in right if k <= limit)
    shorter = min(len(left), len(right))
    return shorter > 0 and len(left & right) >= _SAME * shorter


def _pruned(lines: dict[str, Seen]) -> dict[str, Seen]:
    if len(lines) <= MOST_LINES:
        return lines
    spare = len(lines) - MOST_LINES
    single = list(_single(lines))[:spare]
    gone = frozenset(single) if len(single) >= spare else frozenset([*single, *list(lines)[: spare - len(single)]])
    return {key: seen for key, seen in lines.items() if key not in gone}


def _single(lines: Mapping[str, Seen]) -> Iterator[str]:
    return (key for key, seen in lines.items() if seen.pages == 1)
