"""Heads and feet of printed pages in their text: the time of printing, the title, the address, the number of the page.

The numbers of the pages tell: they count up to the same total. Where they stand there is a head or a foot, and what
comes again with each of them, or is an address or a time, belongs to it. Blank lines around a page's break are no
paragraph's end.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from storyreader.cleaning.wrappers.page_text import ADDRESS, Line, PageText
from storyreader.dates import find_stamps

_APART = re.compile(r"\s{2,}|\t")
_HALF_DAY = re.compile(r"\d\s?[ap]m\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_REACH = 3
"""Lines with text around a page's number in which its head or foot stands."""
_STAMP = 0.8
"""Share of a part that must be the time."""


def take_off(text: PageText) -> None:
    """Mark heads and feet and state what they say."""
    shown = text.shown()
    numbered = _numbered(shown)
    if not numbered:
        return
    pages = len(numbered)
    again = Counter(_shape(line) for line in shown)
    edges = [shown[number] for number in numbered]
    near = {n for at in numbered for n in range(max(0, at - _REACH), min(len(shown), at + _REACH + 2))}
    near |= set(range(min(_REACH, len(shown))))
    edges += [
        shown[n]
        for n in sorted(near - set(numbered))
        if (again[_shape(shown[n])] >= pages if pages > 1 else True) and _is_edge(shown[n], pages)
    ]
    titles = {part for line in edges for part in _titles(line)}
    titles |= {
        shown[n].text.strip()
        for at in sorted(near)
        if _is_time(shown[at].text.strip())
        for n in range(at + 1, min(len(shown), at + _REACH))
        if again[_shape(shown[n])] >= pages
    }
    alone = [shown[n] for n in sorted(near) if shown[n].text.strip() in titles and shown[n] not in edges]
    edges += alone if 1 < pages <= len(alone) else []
    _state(text, edges)
    _mark(text, edges)
    text.printed = text.whole = True


def _numbered(shown: Sequence[Line]) -> list[int]:
    """The lines with the numbers of pages; none unless they count to their total, an address or a time beside."""
    found: list[tuple[int, int, int]] = []
    for number, line in enumerate(shown):
        for part in _parts(line):
            if match := _number().fullmatch(part):
                page, total = (int(group) for group in match.groups())
                found.append((number, page, total))
    totals = Counter(total for _, _, total in found)
    for total, count in totals.most_common():
        lines = [number for number, _, of in found if of == total]
        if [page for _, page, of in found if of == total] != list(range(1, total + 1)) or count != total:
            continue
        near = [shown[n] for at in lines for n in range(max(0, at - _REACH), min(len(shown), at + _REACH + 2))]
        if any(ADDRESS.fullmatch(part) or _is_time(part) for line in near for part in _parts(line)):
            return lines
    return []


def _is_edge(line: Line, pages: int) -> bool:
    """Whether a line holds an address or a time, alone or beside a title."""
    parts = _parts(line)
    telling = [part for part in parts if ADDRESS.fullmatch(part) or _is_time(part)]
    return (
        bool(telling)
        and len(parts) <= _REACH
        and (pages > 1 or len(parts) > 1 or _is_time(parts[0]) or line.text.strip() == telling[0])
    )


def _titles(line: Line) -> list[str]:
    return [
        part
        for part in _parts(line)
        if not ADDRESS.fullmatch(part) and not _is_time(part) and not _number().fullmatch(part)
    ]


def _is_time(part: str) -> bool:
    stamps = find_stamps(part) if len(part) <= 40 else []
    return bool(stamps) and hasattr(stamps[0].value, "hour") and stamps[0].end - stamps[0].start >= _STAMP * len(part)


def _parts(line: Line) -> list[str]:
    return [part for part in _APART.split(line.text.strip()) if part]


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", " ".join(line.text.split()))


def _state(text: PageText, edges: Sequence[Line]) -> None:
    for line in edges:
        for part in _parts(line):
            if address := ADDRESS.fullmatch(part):
                text.state("url", address.group())
            elif _is_time(part):
                month_first = _HALF_DAY.search(part) is not None
                text.state("saved", find_stamps(part, day_first=not month_first)[0].value.isoformat())
        for title in _titles(line):
            text.state("title", title)


def _mark(text: PageText, edges: Sequence[Line]) -> None:
    """Mark the edges, and the blank lines beside those that stand between two pages."""
    marked = {line.number for line in edges}
    for line in edges:
        line.wrapper = True
    filled = [line.number for line in text.lines if not line.blank]
    told = [number for number in filled if number not in marked]
    first, last = (told[0], told[-1]) if told else (0, 0)
    for step in (1, -1):
        within = False
        for line in text.lines[::step]:
            within = line.number in marked or (within and line.blank)
            if within and line.blank and first < line.number < last:
                line.wrapper = True


@cache
def _number() -> re.Pattern[str]:
    """The number of a page and of all pages: 1/2, Page 1 of 2, 第1页 共2页."""
    page, of = ("|".join(map(re.escape, sorted(print_words(kind)))) for kind in ("page", "of"))
    return re.compile(rf"(?:(?:{page})\s*)?(\d{{1,3}})\s*[页頁]?\s*(?:{of})\s*(\d{{1,3}})\s*[页頁]?", re.IGNORECASE)


@cache
def print_words(kind: str) -> frozenset[str]:
    """Words about pages and their breaks: those before a page's number, between it and the total, conjunctions."""
    data = json.loads(files("storyreader.cleaning").joinpath("data/print_words.json").read_text("utf-8"))
    return frozenset(data[kind])
