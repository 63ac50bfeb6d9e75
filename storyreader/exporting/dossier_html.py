"""A saved comparison as one HTML file: no script, no fetching, both themes, paper, phones, right-to-left text.

Marks and words come before colour. Text of pages and notes is escaped, stands in an element of its own with its
direction left to its letters, and never becomes markup; only web addresses become links.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib import resources
from urllib.parse import urlsplit

import storyreader
from storyreader.article import Article
from storyreader.comparison import SIDES, Side
from storyreader.exporting.dossier import (
    Dossier,
    DossierRow,
    count_lines,
    found_beside,
    heading,
    in_short,
    item_lines,
    made_lines,
    old_quotations,
    outlet,
    source_lines,
)
from storyreader.exporting.emphasis import Stretch, emphasised
from storyreader.messages import LETTERS
from storyreader.saving import Item, Note

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_OPENING = {"changed": '<span class="changed">', "differs": '<strong class="differs">', "marked": "<mark>"}
_CLOSING = {"changed": "</span>", "differs": "</strong>", "marked": "</mark>"}
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


def render_html(dossier: Dossier) -> str:
    """The whole dossier as a page."""
    parts = [
        *section("in-short", "In short", as_list(in_short(dossier))),
        *_sources(dossier),
        *section("counts", "Counts", as_list([*count_lines(dossier), *made_lines(dossier)])),
        *section("rows", "Rows", _rows(dossier)),
        *_beside(dossier),
        *_orphans(dossier),
    ]
    return page(heading(dossier), ("rows", "To the rows"), parts)


def page(heading: str, skip: tuple[str, str], parts: Iterable[str], style: str = "") -> str:
    """A whole page of sections; `skip` is the part to which the first link leads, and its words; `style` is what the
    page has beside the common rules of CSS.
    """
    title = safe(heading)
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="generator" content="storyreader {safe(storyreader.__version__)}">',
            f"<title>{title}</title>",
            f"<style>\n{_style()}{style}</style></head>",
            f'<body><a class="skip" href="#{skip[0]}">{skip[1]}</a>',
            f'<header><h1 dir="auto">{title}</h1></header>',
            "<main>",
            *parts,
            "</main></body></html>",
            "",
        ]
    )


def safe(text: str) -> str:
    """Text that stays text in an element and in an attribute."""
    return escape(_CONTROL.sub("\ufffd", text))


@cache
def _style() -> str:
    return resources.files("storyreader.exporting").joinpath("dossier.css").read_text(encoding="utf-8")


def section(name: str, title: str, lines: Iterable[str]) -> Iterator[str]:
    """A part of the page under a heading."""
    yield f'<section id="{name}" aria-labelledby="{name}-title"><h2 id="{name}-title">{safe(title)}</h2>'
    yield from lines
    yield "</section>"


def as_list(lines: Iterable[str]) -> Iterator[str]:
    """Lines as a list."""
    yield "<ul>"
    yield from (f'<li dir="auto">{safe(line)}</li>' for line in lines)
    yield "</ul>"


def language_of(article: Article) -> str:
    """The attribute that names an article's language."""
    known = article.language and _LANGUAGE.match(article.language)
    return f' lang="{article.language}"' if known else ' lang=""'


def _sources(dossier: Dossier) -> Iterator[str]:
    yield '<section id="sources" aria-labelledby="sources-title"><h2 id="sources-title">The two accounts</h2>'
    yield '<div class="pair">'
    for side in SIDES:
        article = dossier.article(side)
        yield f'<div class="source"><h3>{LETTERS[side]}: <bdi>{safe(outlet(article))}</bdi></h3>'
        yield from source_details(article)
        yield "</div>"
    yield "</div></section>"


def source_details(article: Article) -> Iterator[str]:
    """Everything that is told of one article's source."""
    yield "<dl>"
    for name, value in source_lines(article):
        language = language_of(article) if name == "Headline" else ""
        kind = ' class="hash"' if name == "Content hash" else ""
        yield f'<dt>{name}</dt><dd dir="auto"{language}{kind}>{_linked(value)}</dd>'
    yield "</dl>"


def _rows(dossier: Dossier) -> Iterator[str]:
    yield '<ol class="rows">'
    for entry in dossier.entries:
        kind = entry.row.kind.replace(" ", "-")
        yield f'<li class="row {kind}" id="row-{entry.number}"><h3>{entry.number}. <bdi>{safe(entry.title)}</bdi></h3>'
        yield '<div class="pair">'
        for side in SIDES:
            yield from _quotation(dossier, entry, side)
        yield "</div>"
        if entry.differences:
            yield from as_list(f"Differs: {line}" for line in entry.differences)
        yield from _items(dossier, [*entry.link_corrections, *entry.notes, *entry.reviews])
        yield "</li>"
    yield "</ol>"


def _quotation(dossier: Dossier, entry: DossierRow, side: Side) -> Iterator[str]:
    article, numbers = dossier.article(side), entry.row.numbers(side)
    if not numbers:
        yield f'<p class="none">Not in this row of {LETTERS[side]}</p>'
        return
    yield f"<figure><blockquote{language_of(article)}>"
    for number in numbers:
        stretches = emphasised(dossier.comparison, entry, side, number)
        yield f'<p dir="auto">{_marked(article.sentences[number].text, stretches)}</p>'
    names = " + ".join(f"{LETTERS[side]}{number + 1}" for number in numbers)
    yield f"</blockquote><figcaption>{names}, <bdi>{safe(outlet(article))}</bdi></figcaption></figure>"


def _marked(text: str, stretches: Iterable[Stretch]) -> str:
    parts = []
    for start, end, kinds in stretches:
        opening, closing = "".join(_OPENING[k] for k in kinds), "".join(_CLOSING[k] for k in reversed(kinds))
        parts.append(f"{opening}{safe(text[start:end])}{closing}")
    return "".join(parts)


def _items(dossier: Dossier, items: Iterable[Item]) -> Iterator[str]:
    yield from listed_items([(item, item_lines(dossier, item)) for item in items])


def listed_items(items: Iterable[tuple[Item, Iterable[tuple[str, str]]]]) -> Iterator[str]:
    """Items with their lines, each a name and a value; nothing where there are none."""
    found = [part for item, lines in items for part in _item(item, lines)]
    if found:
        yield from ('<ul class="items">', *found, "</ul>")


def _item(item: Item, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<li><dl>"
    for name, value in lines:
        shown = _linked(value) if isinstance(item, Note) and name == "Evidence" else safe(value)
        kind = "text verdict" if name == "Verdict" else "text"
        yield f'<dt>{name}</dt><dd class="{kind}" dir="auto">{shown}</dd>'
    yield "</dl></li>"


def _linked(text: str) -> str:
    """A web address as a link, anything else as plain text; no other scheme is ever followed."""
    try:
        address = urlsplit(text.strip())
        web = (
            address.scheme.lower() in ("http", "https") and bool(address.netloc) and not re.search(r"\s", text.strip())
        )
    except ValueError:
        web = False
    return f'<a href="{safe(text.strip())}" rel="noopener noreferrer">{safe(text)}</a>' if web else safe(text)


def _beside(dossier: Dossier) -> Iterator[str]:
    for number, (title, lines) in enumerate(found_beside(dossier), 1):
        yield from section(f"beside-{number}", title, as_list(line.strip() for line in lines))


def _orphans(dossier: Dossier) -> Iterator[str]:
    if not dossier.orphans:
        return
    yield '<section id="orphans" aria-labelledby="orphans-title"><h2 id="orphans-title">Orphaned notes</h2>'
    for item in dossier.orphans:
        for side, text in old_quotations(dossier, item):
            yield f'<figure><blockquote><p dir="auto">{safe(text)}</p></blockquote>'
            yield f"<figcaption>{LETTERS[side]}, once</figcaption></figure>"
        yield from _items(dossier, [item])
    yield "</section>"
