"""Cuts the markup of a page into its visible text blocks, each with its place in the page's structure.

Depths count elements from the body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.draft import Block, Structure
from storyreader.cleaning.offer_boxes import OFFER, is_dialog, is_offer
from storyreader.cleaning.own_parts import OwnParts
from storyreader.loading import MOST_CHARACTERS, strip_invisible

_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "head",
        "title",
        "select",
        "option",
        "datalist",
        "canvas",
        "audio",
        "video",
        "textarea",
        "input",
        "link",
        "meta",
    ]
)
_TEXT_TAGS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "tr"})
"""Elements that hold text and are no ancestor that others share."""
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rb",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
    ]
)
_FLAG_TAGS = frozenset(
    [
        "nav",
        "header",
        "footer",
        "aside",
        "figure",
        "figcaption",
        "form",
        "article",
        "main",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "table",
        "address",
        "details",
        "dialog",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "button",
        "a",
        "em",
        "strong",
        "b",
        "i",
    ]
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_POPUP = re.compile(r"(?<!\S)[\w-]*(?:tooltip|popover|rollover|hovercard)[\w-]*?(?:block|content|text|box|body)(?!\S)")
"""The class of what a pointer brings up over a word: a person's other stories, a glossary."""
_FEWEST_CELLS, _LONGEST_CELL = 2, 12
"""Cells of a row of figures, and the most words of one."""
_LAYOUT = ("p", "div", "table", "ul", "ol", "form", "h2", "h3", "article", "section")
_MOST_ANCESTORS = 7
"""Elements around a block that are remembered, beside the nearest."""
_ASKED = 1000
"""After so many elements the time is asked for."""
_CELLS = frozenset({"td", "th"})
APART = "apart"
"""The flag of blocks in a part that is not the article's own (see own_parts)."""
_APART = frozenset({"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote"})
"""Elements that browsers set apart by a blank line when a page is copied as text."""


@dataclass(slots=True)
class _Position:
    """Where the walk stands: what the elements around the text say."""

    tag: str = "body"
    depth: int = 0
    ancestors: tuple[int, ...] = ()
    flags: frozenset[str] = frozenset()
    classes: str = ""
    linked: bool = False
    bold: bool = False
    rows: bool = False
    row: bool = False


@dataclass(slots=True)
class _Collector:
    """Gathers the text of one block until an element ends it; `room` is how many characters of text it still takes."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    total: int = 0
    position: _Position = field(default_factory=_Position)
    gap: int = 2
    room: int = MOST_CHARACTERS

    def add(self, text: str, position: _Position) -> None:
        """Take a run of text; it belongs to the block of the first run."""
        text = text[: self.room]
        self.room -= len(text)
        visible = len(text.strip())
        if visible:
            if not self.total:
                self.position = position
            self.total += visible
            self.linked += visible if position.linked else 0
            self.bold += visible if position.bold else 0
        self.pieces.append(text)

    def end(self, gap: int = 0) -> None:
        """Close the block, if it holds any text. `gap` is the distance to the next block in blank lines."""
        if not self.pieces:
            self.gap = max(self.gap, gap)
            return
        # references such as &#27; bring back what loading removed from the markup
        text, removed = strip_invisible(" ".join("".join(self.pieces).split()))
        if removed:
            text = " ".join(text.split())
        self.pieces.clear()
        if text:
            position = self.position
            total = max(1, self.total)
            structure = Structure(
                position.tag,
                self.linked / total,
                self.bold / total,
                position.depth,
                position.ancestors,
                position.flags,
                position.classes,
            )
            number = len(self.blocks) + 1
            self.blocks.append(Block(text, (number,), (text,), self.gap, shape_of(text), structure))
            self.gap = 0
        self.linked = self.bold = self.total = 0
        self.gap = max(self.gap, gap)


def html_blocks(root: Any, own: OwnParts | None = None, budget: Budget | None = None) -> list[Block]:
    """Return the visible text blocks of a parsed page in order; `own` tells which stand apart from the article.

    Where there is more text than the `budget` allows, or no time is left, those up to there.
    """
    collector = _Collector()
    body = root.find("body")
    _walk(body if body is not None else root, collector, own, budget or Budget())
    collector.end()
    return collector.blocks


def _walk(root: Any, collector: _Collector, own: OwnParts | None, budget: Budget) -> None:
    """Visit elements in page order without recursion: broken pages nest deeper than Python's stack."""
    containers = 0
    stack: list[tuple[Any, _Position, bool]] = [(root, _Position(), False)]
    for visited in count():
        if not stack:
            return
        if collector.room <= 0 or (visited % _ASKED == _ASKED - 1 and budget.spent):
            budget.leave_out("end")
            return
        element, position, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        silent = not leaving and (not tag or tag in _SILENT or _hidden(element))
        if position.row and tag in _CELLS:
            collector.add("\t", position)
        elif tag not in _INLINE and not silent and not (position.row and tag == "p"):
            collector.end(1 if tag in _APART else 0)
        if leaving or silent or tag == "br":
            if element.tail and element is not root:
                collector.add(element.tail, position)
            continue
        containers += tag not in _INLINE
        inner = _inside(element, tag, position, containers)
        if own is not None and own.is_apart(element):
            inner.flags = inner.flags.union((APART,))
        if OFFER not in inner.flags and (is_offer(element) or is_dialog(element)):
            inner.flags = inner.flags.union((OFFER,))
        stack.append((element, position, True))
        if element.text:
            collector.add(element.text, inner)
        stack.extend((child, inner, False) for child in reversed(element))


def _inside(element: Any, tag: str, position: _Position, number: int) -> _Position:
    inline = tag in _INLINE or (position.row and (tag in _CELLS or tag == "p"))
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip().lower()[:120]
    flags = position.flags
    extra = [tag] if tag in _FLAG_TAGS else []
    extra += [f"{name}={value.strip()[:40].lower()}" for name in ("itemprop", "role") if (value := element.get(name))]
    if extra:
        flags = flags.union(extra)
    encloses = not inline and tag not in _TEXT_TAGS
    return _Position(
        tag=position.tag if inline else tag,
        depth=position.depth + 1,
        ancestors=(number, *position.ancestors[:_MOST_ANCESTORS]) if encloses else position.ancestors,
        flags=flags,
        classes=f"{names} {position.classes}"[:400] if names else position.classes,
        linked=position.linked or tag == "a",
        bold=position.bold or tag in {"b", "strong"},
        rows=_holds_figures(element) if tag == "table" else position.rows,
        row=(tag == "tr" and position.rows) or (position.row and tag in _CELLS),
    )


def _holds_figures(table: Any) -> bool:
    """Whether a table holds short cells, many of them figures, rather than lays out the page, its links or a text."""
    headed = next(table.iter("th"), None) is not None
    layout = _LAYOUT if headed else (*_LAYOUT, "a", "br", "font")
    if any(found.tag != "p" or not _fills_cell(found) for found in table.iterdescendants(*layout)):
        return False
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    figures = sum(1 for row in rows if any(sign.isdigit() for cell in row[1:] for sign in cell))
    short = all(len(cell.split()) <= _LONGEST_CELL for cell in cells)
    return short and len(cells) >= _FEWEST_CELLS * len(rows) and 2 * figures >= len(rows)


def _fills_cell(paragraph: Any) -> bool:
    """Whether a paragraph is all that a cell of a table holds."""
    cell = paragraph.getparent()
    return cell.tag in _CELLS and len(cell) == 1 and not (cell.text or paragraph.tail or "").strip()


def _hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style, names = element.get("style"), element.get("class")
    return bool((style and _HIDDEN_STYLE.search(style)) or (names and _POPUP.search(names.lower())))


def headings(root: Any) -> Iterator[str]:
    """Yield the text of the page's first-level headings in order."""
    for element in root.iter("h1"):
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield text
