"""Articles as references: BibTeX and CSL-JSON (the JSON that reference managers read)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from storyreader.article import Article

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
}  # fmt: skip
_BETWEEN_NAMES = re.compile(r"(?:(?<!\s)\s+)?(?:;|\band\b|&)\s*")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_KEY = re.compile(r"[^a-z0-9]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def tex(text: str) -> str:
    """Text on one line in which TeX finds nothing to act on; braces stay balanced whatever the text is."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return "".join(_TEX.get(character, character) for character in line)


def render_bibtex(articles: Mapping[str, Article], pair_note: str = "") -> str:
    """Articles by their letters as BibTeX entries, each with what is to be known of all of them."""
    return "\n".join(_entry(letter, article, pair_note) for letter, article in articles.items())


def render_csl(articles: Mapping[str, Article], pair_note: str = "") -> list[dict[str, Any]]:
    """Articles by their letters as CSL-JSON items, each with what is to be known of all of them."""
    return [_item(letter, article, pair_note) for letter, article in articles.items()]


def _entry(letter: str, article: Article, pair_note: str) -> str:
    when = article.published
    fields = {
        "title": f"{{{tex(article.headline or '')}}}",
        "author": " and ".join(f"{{{tex(name)}}}" for name in _authors(article)),
        "howpublished": tex(article.publisher or ""),
        "year": str(when.year) if when else "",
        "month": _MONTHS[when.month - 1] if when else "",
        "day": str(when.day) if when else "",
        "url": address(article),
        "urldate": f"{article.saved:%Y-%m-%d}" if article.saved and address(article) else "",
        "language": tex(article.language or ""),
        "note": tex(_note(article)),
        "annote": tex(pair_note),
    }
    # a month is a name that every style knows, so it stands without braces
    written = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items()}
    lines = [f"  {name} = {written[name]}," for name, value in fields.items() if value.strip("{}")]
    return "\n".join([f"@misc{{{_key(letter, article)},", *lines, "}", ""])


def _item(letter: str, article: Article, pair_note: str) -> dict[str, Any]:
    when: date | None = article.published
    accessed: date | None = article.saved if address(article) else None
    found: dict[str, Any] = {
        "id": _key(letter, article),
        "type": "article-newspaper",
        "title": article.headline or "",
        "container-title": article.publisher or "",
        "author": [{"literal": name} for name in _authors(article)],
        "issued": {"date-parts": [[when.year, when.month, when.day]]} if when else None,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]} if accessed else None,
        "URL": address(article),
        "language": article.language or "",
        "note": _note(article),
        "annote": pair_note,
    }
    return {name: value for name, value in found.items() if value}


def _authors(article: Article) -> list[str]:
    """The names in the byline as they stand there: the family name, or an office, is not ours to guess."""
    names = _BETWEEN_NAMES.split(_BY.sub("", (article.byline or "").strip()))
    return [name for name in names if name]


def _note(article: Article) -> str:
    wire = f"Wire: {article.agency}. " if article.agency and article.agency != article.publisher else ""
    return f"{wire}SHA-256 of the page: {article.content_hash}" if article.content_hash else wire.strip()


def address(article: Article) -> str:
    """The article's web address with everything percent-encoded that has no place in one; empty for no address."""
    url = (article.url or "").strip()
    web = url.lower().startswith(("http://", "https://"))
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~-._") if web else ""


def _key(letter: str, article: Article) -> str:
    """A key of plain letters: outlet, date, letter of the side if it has one."""
    name = _KEY.sub("", (article.publisher or "article").lower()) or "article"
    return (
        f"{name[:24]}{article.published:%Y%m%d}{letter.lower()}"
        if article.published
        else f"{name[:24]}{letter.lower()}"
    )
