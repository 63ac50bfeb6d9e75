"""Article texts that a page carries in its data: JSON-LD, and the state that scripts would have made the page of.

State has no common form, so that only its strings are read, in order: a body is one long string, with or without
markup, or a run of paragraphs with little between them. Lists of strings are paragraphs.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from storyreader.cleaning.html_blocks import html_blocks
from storyreader.cleaning.markup import parse_html
from storyreader.cleaning.page_data import clean
from storyreader.loading import strip_invisible

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_HEX = re.compile(r"\\x(?=[0-9a-fA-F]{2})")
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|li|ul)\b[^>]*>", re.IGNORECASE)
_ELEMENT = re.compile(r"<[^>]{0,500}>")
_STREAM = "__next_f"
_MOST_SCRIPT = 6_000_000
"""Characters of scripts that are read."""
_NEAR = 12
"""Other strings between two paragraphs of one body."""
_PROSE_WORDS, _PROSE_SIGNS = 8, 24
"""Words, or signs of a script without spaces, from which a string that ends a sentence is a paragraph."""
_WHOLE = 2
"""Paragraphs above which a string is a text by itself."""
_DEEP = 2
"""How often a string may hold another document."""
_BODY_KEYS = ("articleBody", "text", "reviewBody")
_SENTENCE = re.compile(r"[.!?…。！？।؟][\"”»’)\]]*(?:\s|<|$)|[。！？]")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def data_bodies(root: Any | None, articles: list[dict[str, Any]]) -> Iterator[list[str]]:
    """Yield the texts that may be the article's, as paragraphs: of JSON-LD, and of scripts when a root is given."""
    told = (paragraphs(article[key]) for article in articles for key in _BODY_KEYS if isinstance(article.get(key), str))
    scripted = () if root is None else _in_scripts(root)
    return filter(None, chain(told, scripted))


def paragraphs(text: str) -> list[str]:
    """Cut a string from a page's data into paragraphs: at its elements if it holds markup, else at its line ends."""
    if "&lt;" in text and not _MARKUP.search(text):
        text = clean(text)
    if _MARKUP.search(text):
        root = parse_html(text)
        return [block.text for block in html_blocks(root)] if root is not None else []
    lines = strip_invisible(text)[0].split("\n")
    return [line for line in (clean(_ELEMENT.sub("", line)) for line in lines) if line]


def _in_scripts(root: Any) -> Iterator[list[str]]:
    streamed, left = [], _MOST_SCRIPT
    for script in root.iter("script"):
        text = script.text or ""
        left -= len(text)
        if left < 0:
            break
        if "ld+json" in (script.get("type") or "").lower():
            continue
        if _STREAM in text:
            streamed += list(_strings(text))
        else:
            yield from _runs(_opened(_strings(text)))
    if streamed:
        yield from _runs(_opened(_strings("".join(streamed))))


def _strings(text: str) -> Iterator[str]:
    for match in _LITERAL.finditer(text):
        literal = match.group(1)
        if "\\" not in literal:
            yield literal
            continue
        unescaped = _HEX.sub(r"\\u00", literal)
        try:
            yield json.loads(f'"{unescaped}"', strict=False)
        except ValueError:
            continue


def _opened(strings: Iterator[str], depth: int = 0) -> Iterator[str]:
    """The strings, and in place of one that is itself a document those inside it."""
    for text in strings:
        if depth < _DEEP and text[:1] in "{[" and '"' in text:
            yield from _opened(_strings(text), depth + 1)
        else:
            yield text


def _runs(strings: Iterator[str]) -> Iterator[list[str]]:
    """Runs of paragraphs; a string of several paragraphs is a run of its own."""
    run: list[tuple[str, list[str]]] = []
    between, before = 0, ""
    for text in strings:
        if not is_prose(text):
            between, before = between + 1, text
            continue
        if between > _NEAR and run:
            yield _trimmed(run)
            run = []
        between = 0
        parts = paragraphs(text)
        if len(parts) > _WHOLE:
            yield parts
        else:
            run.append((before, parts))
    if run:
        yield _trimmed(run)


def _trimmed(run: list[tuple[str, list[str]]]) -> list[str]:
    """The paragraphs from the first to the last that bear the commonest name: a teaser beside them bears another."""
    name = Counter(name for name, _ in run).most_common(1)[0][0]
    named = [number for number, (other, _) in enumerate(run) if other == name]
    return [part for _, parts in run[named[0] : named[-1] + 1] for part in parts]


def is_prose(text: str) -> bool:
    """Whether a string reads like running text rather than a name, an address or code."""
    if len(text) < _PROSE_SIGNS or "{" in text[:200] or "function(" in text:
        return False
    words = len(text.split())
    return (words >= _PROSE_WORDS or len(UNSPACED.findall(text[:400])) >= _PROSE_SIGNS) and bool(_SENTENCE.search(text))
