"""Text to sentence spans: blocks first, then one decision for each mark that may end a sentence. Units: characters."""

import re
from collections.abc import Iterator

from storyreader.article import Span
from storyreader.lexicon import detect_language
from storyreader.segmenting.abbreviations import WordTables, word_tables
from storyreader.segmenting.blocks import block_ends
from storyreader.segmenting.boundaries import CANDIDATE, ends_sentence

__all__ = ["detect_language", "split_sentences"]
"""Scripts ask here for the language too."""

_LIST_ITEM = re.compile(r"\s*((?:[•*‣·-]\s*)?)(\d{1,2}|[a-z])([.)]{1,2})\s+(?=\S)")
_BULLET = re.compile(r"(?<!\s)\s+(?=[•‣▪●◦]\s?\S)")


def split_sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """Cut a text into sentences.

    The spans are lossless: they touch each other and cover the whole text. White space belongs to the sentence
    before it, white space at the beginning of the text to the first one. A blank line always ends a sentence; a
    single line end does, unless the text is hard-wrapped at a fixed width. Sentences inside quotations are cut.
    `language` is an ISO 639-1 code; without it the language is detected. Time grows linearly with the text.
    """
    if not text:
        return ()
    tables = word_tables(language or detect_language(text))
    cuts: list[int] = []
    start = 0
    for end in block_ends(text):
        cuts.extend(_cuts(text, start, end, tables))
        cuts.append(end)
        start = end
    spans: list[Span] = []
    previous = 0
    for cut in cuts:
        # white space alone is no sentence: it goes to the neighbour
        if cut > previous and (cut == len(text) or not text[previous:cut].isspace()):
            spans.append(Span(previous, cut))
            previous = cut
    if len(spans) > 1 and text[spans[-1].start :].isspace():
        spans[-2:] = [Span(spans[-2].start, len(text))]
    return tuple(spans)


def _cuts(text: str, start: int, end: int, tables: WordTables) -> list[int]:
    """Where sentences begin inside one block, in order."""
    items = list(_list_items(text, start, end))
    cuts = set(items)
    begin = start
    for candidate in CANDIDATE.finditer(text, start, end):
        after = candidate.end()
        if after >= end:
            break
        if ends_sentence(text, begin, end, candidate, tables) and not _is_item_mark(text, begin, after, items, start):
            cuts.add(after)
            begin = after
    return sorted(cut for cut in cuts if start < cut < end)


def _is_item_mark(text: str, begin: int, after: int, items: list[int], start: int) -> bool:
    """Whether the stretch is only the "1." or "b." that opens a list item."""
    for first in (begin, *items[:1], start):
        item = _LIST_ITEM.match(text, first)
        if item and item.end() == after:
            return True
    return any(item < after <= item + 8 and _LIST_ITEM.fullmatch(text, item, after) for item in items)


def _list_items(text: str, start: int, end: int) -> Iterator[int]:
    """Where the second and later items of a list on one line begin: "1) bread 2) salt"."""
    first = _LIST_ITEM.match(text, start, end)
    if first is None:
        if text[start:end].lstrip()[:1] in "•‣▪●◦" and text[start:end].strip():
            yield from (m.end() for m in _BULLET.finditer(text, start + 1, end))
        return
    bullet, label, mark = first.groups()
    if label not in {"1", "a"} and not bullet.strip():
        return
    position = first.end()
    while True:
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        found = re.compile(rf"\s({re.escape(bullet)}{re.escape(label + mark)}\s)").search(text, position, end)
        if found is None:
            return
        yield found.start(1)
        position = found.end()
