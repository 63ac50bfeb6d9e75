"""Markup becomes a tree. lxml is imported here and only when a page of markup is cleaned."""

import re
from itertools import islice
from typing import Any

MOST_ELEMENTS = 40_000
"""Elements of markup that are read; what stands behind them is not. See storyreader.cleaning.budget."""
_START = re.compile(r"<[A-Za-z]")
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40}+)[^<>]{4000,}>")
_MOST_ATTRIBUTES = 400
"""More than any page has; parsers compare each attribute of a tag with all the others."""
_HOLDER = re.compile(
    r"<(/?)(?:div|span|font|b|i|em|strong|u|small|big|center|blockquote|section|article|main)(?:\s[^<>]{0,4000})?>",
    re.IGNORECASE,
)
"""Tags of elements that hold others and end only where they are told to."""
_DEEPEST = 500
"""Such elements in each other that are read; the parser ends where 2,048 elements stand in each other."""


def without_crowded_tags(markup: str) -> str:
    """The markup with tags of very many attributes bare."""
    return _LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[0].count("=") > _MOST_ATTRIBUTES else tag[0], markup)


def beginning_of(markup: str) -> str:
    """As much of some markup as is read."""
    beyond = next(islice(_START.finditer(markup), MOST_ELEMENTS, None), None)
    return markup if beyond is None else markup[: beyond.start()]


def counted_elements(markup: str) -> int:
    """How many elements some markup has; those that scripts would write count too."""
    return sum(1 for _ in _START.finditer(markup))


def parse_html(markup: str) -> Any | None:
    """Return the root element of as much of a page's markup as is read, or None when there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    read = without_crowded_tags(beginning_of(markup))
    try:
        root = html.document_fromstring(read.encode("utf-8", errors="replace"), parser=parser)
        if any("Excessive depth" in error.message for error in parser.error_log):
            root = html.document_fromstring(_without_deep_tags(read).encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def _without_deep_tags(markup: str) -> str:
    """The markup without the tags of elements that stand in very many others; what they hold stays."""
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return tag[0] if depth < _DEEPEST + (not tag[1]) else ""

    return _HOLDER.sub(shallow, markup)
