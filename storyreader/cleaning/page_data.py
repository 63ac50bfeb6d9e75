"""Collects what an HTML page says of itself out of sight: JSON-LD, meta elements, microdata, the title, links.

Values are strings as found, with entities decoded and white space collapsed. Nothing is judged here.
"""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from storyreader.cleaning.json_ld import linked_things
from storyreader.cleaning.own_parts import OwnParts
from storyreader.loading import strip_invisible

_MOST_DATA = 2_000_000
"""Characters of JSON-LD that are read."""
_MOST_TIMES = 60
"""Time elements that are read."""
_MOST_NAMED = 40
"""Elements named for authors that are read."""
_READ = ("title", "meta", "link", "script", "time", "img", "h1", "h2", "a", "span", "div", "p", "address")
"""Elements that may say something of the page; of a second-level heading only its place."""
_LONGEST_LOGO = 60
"""Characters of what stands for a logo."""
_FIRST_PAGES = frozenset({"/", "./", "index.html", "/index.html", "index.php", "/index.php"})
_NAME_TAGS = ("a", "span", "p", "div")
_ARTICLE_TYPES = ("article", "posting", "report", "review", "liveblog")
_MICRODATA = frozenset(
    {"headline", "author", "datepublished", "datemodified", "description", "publisher", "alternativeheadline"}
)


class TimeElement(NamedTuple):
    """A time element: its value, the words of its names and of the element around it, its text, and whether the
    article's own headline stands in the same part of the page.
    """

    value: str
    label: str
    text: str
    own: bool


@dataclass(slots=True)
class PageData:
    """The hidden data of one page. `meta` maps lower-case names and properties to their contents in page order; `logos`
    are what stands for pictures that lead to the site's first page; `room` is how many characters of JSON-LD are still
    read.
    """

    title: str = ""
    meta: dict[str, list[str]] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    things: list[dict[str, Any]] = field(default_factory=list)
    microdata: dict[str, list[str]] = field(default_factory=dict)
    times: list[TimeElement] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    logos: list[str] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    room: int = _MOST_DATA

    def first(self, *names: str) -> str:
        """Return the first content of the first of these meta names that has one."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return ""


def page_data(root: Any, own: OwnParts) -> PageData:
    """Read the hidden data of a parsed page."""
    data = PageData()
    data.language = (root.get("lang") or root.get("xml:lang") or "").strip()
    named: list[Any] = []
    above, below = 0, False
    for element in root.iter(*_READ):
        if element is own.heading:
            above, below = len(named), True
        if element.tag == "h2":
            continue
        if element.tag == "time":
            _read_time(element, data, own)
        elif element.tag == "img":
            if not below:
                _read_logo(element, data)
        elif reader := _READERS.get(element.tag):
            reader(element, data)
        elif _is_named(element) and own.holds(element):
            named.append(element)
        name = (element.get("itemprop") or "").strip().lower()
        if name in _MICRODATA and own.holds(element):
            _read_microdata(element, name, data)
    data.authors = [text for group in _side_by_side([*named[above:], *named[:above]]) if (text := _names_in(group))]
    return data


def text_of(element: Any, limit: int = 500) -> str:
    """The text inside an element with single spaces."""
    return " ".join(strip_invisible("".join(element.itertext())[: 20 * limit])[0].split())[:limit]


def text_apart(element: Any, limit: int = 200) -> str:
    """The text inside an element with a bar where the words of two elements touch."""
    pieces: list[str] = []
    for text in element.itertext():
        if pieces and pieces[-1][-1:].isalnum() and text[:1].isalnum():
            pieces.append(" | ")
        pieces.append(text)
    return " ".join(strip_invisible("".join(pieces)[: 20 * limit])[0].split())[:limit]


def _read_title(element: Any, data: PageData) -> None:
    parent = element.getparent()
    if not data.title and (parent is None or parent.tag in {"head", "html"}):
        data.title = text_of(element)


def _read_meta(element: Any, data: PageData) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
    content = element.get("content") or element.get("value")
    if name and content and content.strip():
        data.meta.setdefault(name.strip().lower(), []).append(clean(content))
        if name == "parsely-page":
            _read_parsely(content, data)


def _read_parsely(content: str, data: PageData) -> None:
    try:
        page = json.loads(content)
    except ValueError:
        return
    for key, name in (("author", "parsely-author"), ("authors", "parsely-author"), ("pub_date", "parsely-pub-date")):
        values = page.get(key) if isinstance(page, dict) else None
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str) and value.strip():
                data.meta.setdefault(name, []).append(clean(value))


def _read_link(element: Any, data: PageData) -> None:
    relation = (element.get("rel") or "").lower()
    if relation == "canonical" and not data.canonical:
        data.canonical = strip_invisible(element.get("href") or "")[0].strip()


def _read_script(element: Any, data: PageData) -> None:
    if "ld+json" not in (element.get("type") or "").lower() or not element.text:
        return
    if len(element.text) > data.room:
        return
    data.room -= len(element.text)
    for thing in linked_things(element.text):
        kinds = thing.get("@type")
        kinds = [str(kind).lower() for kind in kinds] if isinstance(kinds, list) else [str(kinds).lower()]
        if any(word in kind for kind in kinds for word in _ARTICLE_TYPES):
            data.articles.append(thing)
        else:
            data.things.append(thing)


def _read_time(element: Any, data: PageData, own: OwnParts) -> None:
    if len(data.times) >= _MOST_TIMES:
        return
    value = (element.get("datetime") or element.get("content") or "").strip()
    label = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    parent = element.getparent()
    if parent is not None:
        label += f" {parent.get('class') or ''} {text_of(parent, 80)}".lower()
    text = text_of(element, 80)
    data.times.append(TimeElement(value or text, label, text, own.holds(element)))


def _read_heading(element: Any, data: PageData) -> None:
    if len(data.headings) < 10 and (text := text_of(element)):
        data.headings.append(text)


def _is_named(element: Any) -> bool:
    label = f"{element.get('rel') or ''} {element.get('class') or ''}".lower()
    return any(word in label for word in ("author", "byline", "autor", "auteur"))


def _side_by_side(named: list[Any]) -> Iterator[list[Any]]:
    """Elements that hold an author's name, those in one element together: the links to each of several authors."""
    for _, group in groupby(named[:_MOST_NAMED], key=lambda element: element.getparent()):
        elements = list(group)
        yield from [elements] if all(map(_names_author, elements)) else ([element] for element in elements)


def _names_in(elements: list[Any]) -> str:
    """The names that elements show whose class or relation says that they hold them, with bars between."""
    inner = [part for element in elements for part in element.iterdescendants(*_NAME_TAGS) if _names_author(part)]
    return " | ".join(text_apart(part) for part in inner or elements)


def _names_author(element: Any) -> bool:
    """Whether an element holds the author's name and nothing else."""
    return element.get("itemprop") == "name" or "author" in (element.get("rel") or "").split()


def _read_microdata(element: Any, name: str, data: PageData) -> None:
    if name == "author":
        named = [part for part in element.iterdescendants() if part.get("itemprop") == "name"]
        value = " | ".join(part.get("content") or text_apart(part) for part in named or [element])
        value = element.get("content") or value
    else:
        value = element.get("content") or element.get("datetime") or text_of(element)
    if value and value.strip():
        data.microdata.setdefault(name, []).append(clean(value))


def _read_logo(element: Any, data: PageData) -> None:
    """The name on a picture above the headline that leads to the site's first page, or is called a logo."""
    alt, above = clean(element.get("alt") or ""), element.getparent()
    if not alt or len(alt) > _LONGEST_LOGO or above is None:
        return
    names = f"{element.get('class')} {element.get('src')} {above.get('class')} {above.get('rel')}".lower()
    if (above.tag == "a" and above.get("href") in _FIRST_PAGES) or "logo" in names:
        data.logos.append(alt)


_READERS = {
    "title": _read_title, "meta": _read_meta, "link": _read_link, "script": _read_script, "h1": _read_heading,
}  # fmt: skip


def clean(value: Any) -> str:
    """A value from hidden data as readable text; pages often escape it twice."""
    text = str(value)
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    return " ".join(strip_invisible(text)[0].split())
