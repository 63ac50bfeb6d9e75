"""Chooses an HTML page's byline: people named in its data, else those that its byline elements and lines show."""

from collections.abc import Iterator
from typing import Any

from storyreader.cleaning.candidates import after_opener
from storyreader.cleaning.cues import as_one_word
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.byline import OPENED
from storyreader.cleaning.fields.copyright_holder import copyright_holders
from storyreader.cleaning.fields.html_headline import site_names
from storyreader.cleaning.names import eastern_name, looks_like_name, split_names, uncased_name
from storyreader.cleaning.page_data import PageData, clean

_META = (
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "article:author_name",
    "authors",
    "rbauthors",
)
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "user",
        "super user",
        "superuser",
        "webmaster",
        "none",
        "null",
        "unknown",
        "anonymous",
        "author",
        "no author",
        "root",
        "marketing",
        "news",
        "nachrichten",
        "新聞",
        "新闻",
    ]
)
_SURE = 0.3
"""Probability from which a visible byline beats an outlet named as author in the data."""
_LONGEST = 80
"""Characters of one author's name."""


def find(draft: Draft) -> None:
    """Fill the byline. Who holds the page's copyright is its author only when nobody else is named."""
    offers = list(_offers(draft))
    owners = {as_one_word(holder.name) for holder in copyright_holders(draft.blocks)}
    others = [([name for name in names if as_one_word(name) not in owners], rule) for names, rule in offers]
    for names, rule in (*others, *offers):
        if names:
            draft.find("byline", ", ".join(dict.fromkeys(_with_glued(draft, names, others, rule))), rule)
            return


def _with_glued(draft: Draft, names: list[str], others: list[tuple[list[str], str]], rule: str) -> list[str]:
    """The names of a line, with those that an element tells and that the line glues to what follows."""
    if rule != OPENED:
        return names
    text = draft.blocks[draft.byline_guess[0].index].text
    more = (other for other, _ in others if set(names) < set(other) and all(name in text for name in other))
    return next(more, names)


def _offers(draft: Draft) -> Iterator[tuple[list[str], str]]:
    """Names and where they are from: people before outlets, what is surely meant before what only looks so."""
    data = draft.data
    site = site_names(data)
    people = _people(draft)
    linked = [name for article in data.articles for name in _named(_stated(article), people)]
    houses = {as_one_word(name) for article in data.articles for name in _houses(_stated(article))} & site
    yield [name for name in linked if _is_author(name, site) and as_one_word(name) not in houses], "JSON-LD author"
    metas = [(name, part) for name in _META for content in data.meta.get(name, ()) for part in _parts(content)]
    for name, part in metas:
        if looks_like_name(part) and _is_author(part, site):
            yield [other for meta, other in metas if meta == name and _is_author(other, site)], f"meta {name}"
    labelled = [part for content in _labelled(data) for part in _parts(content) if _is_author(part, site)]
    yield labelled, "label of the page's card"
    shown = [name for text in data.microdata.get("author", ()) for name in split_names(_opened(text))]
    yield [name for name in shown if _is_author(name, site)], "microdata author"
    if draft.byline_guess is not None and draft.byline_guess[0].opened and draft.byline_guess[1] >= _SURE:
        said = list(draft.byline_guess[0].names)
        yield [name for name in said if as_one_word(name) not in site] or said, OPENED
    yield (
        [name for name in linked if 1 < len(name) <= _LONGEST and not name.startswith("http")],
        "JSON-LD author, an outlet",
    )
    for text in data.authors:
        if len(text) < 120:
            yield [name for name in _shown(text) if _is_author(name, site)], "element named author"
    yield [part for _, part in metas if _is_author(part, site)][:1], "meta author, an outlet"


def _stated(article: dict[str, Any]) -> Any:
    return next((article[name] for name in ("author", "authors", "creator") if article.get(name)), None)


def _houses(value: Any) -> Iterator[str]:
    """The authors that the data calls organisations."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict) and "Organization" in str(part.get("@type")) and isinstance(part.get("name"), str):
            yield part["name"]


def _labelled(data: PageData) -> Iterator[str]:
    """What the card of a page shows beside a word for "written by"."""
    for number in (1, 2):
        label = data.first(f"twitter:label{number}")
        if label and after_opener(f"{label} -") is not None:
            yield data.first(f"twitter:data{number}")


def _shown(text: str) -> list[str]:
    """The names in an element that is there for them; a name in a script without capitals may stand alone."""
    opened = _opened(text)
    alone = eastern_name(opened) or uncased_name(opened)
    return split_names(opened) or ([alone] if alone else [])


def _people(draft: Draft) -> dict[str, str]:
    """Names by id: a graph often names its people apart from the article."""
    return {
        str(thing["@id"]): str(thing["name"])
        for thing in (*draft.data.things, *draft.data.articles)
        if isinstance(thing.get("name"), str) and "@id" in thing
    }


def _named(value: Any, people: dict[str, str], depth: int = 0) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, str):
        yield from _parts(value)
    elif isinstance(value, list):
        for part in value:
            yield from _named(part, people, depth + 1)
    elif isinstance(value, dict):
        given = " ".join(str(value[part]) for part in ("givenName", "familyName") if value.get(part))
        name = value.get("name") or given or people.get(str(value.get("@id")), "")
        yield from _named(name, people, depth + 1)


def _parts(text: str) -> list[str]:
    """One author's name, or several where the text lists people."""
    text = _opened(clean(text))
    names = split_names(text)
    if len(names) > 1:
        return names
    return [text]


def _opened(text: str) -> str:
    """A byline without its word for "by", which some pages write twice."""
    while (rest := after_opener(text.strip(" |"))) is not None:
        text = rest
    return text


def _is_author(name: str, site: frozenset[str]) -> bool:
    folded = as_one_word(name)
    if (
        not folded
        or len(name) > _LONGEST
        or name.startswith(("@", "/", "("))
        or "http" in name
        or "www." in name
        or ("." in name.strip(".") and " " not in name)
    ):
        return False
    if folded in site and not looks_like_name(name):
        return False
    return name.casefold() not in _NOBODY and not any(character.isdigit() for character in name)
