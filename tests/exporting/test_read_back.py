"""What `storyreader clean` writes is read back as the article that it was."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import sample_data
from storyreader import exporting, library, loading
from storyreader.article import Article
from storyreader.library import find_files, read_article
from storyreader.page import Page

WRITERS: dict[str, Callable[[Article], str]] = {
    "text": exporting.article_text,
    "markdown": exporting.article_markdown,
    "json": lambda article: json.dumps(exporting.article_document(article), indent=2),
    "jsonl": lambda article: json.dumps(exporting.article_document(article)) + "\n",
}
FIELDS = ("headline", "publisher", "byline", "published", "url", "paragraphs")
UNKNOWN = {"(no headline found)", "outlet unknown"}
MORE = ("agency", "standfirst", "updated", "saved", "tags", "language")


def plain(text: str) -> str:
    """A text as cleaning leaves it, and none of the words that stand where nothing is known."""
    text = " ".join(text.split())
    return text if text and text not in UNKNOWN and not text.startswith(("wire: ", "by ")) else "x"


line = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters="·"), min_size=1
).map(plain)
moment = st.one_of(
    st.dates(date(1900, 1, 1)),
    st.datetimes(datetime(1900, 1, 1)),  # noqa: DTZ001 (pages tell times without a zone)
    st.datetimes(
        datetime(1900, 1, 2),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))]),
    ),
)
articles = st.builds(
    Article,
    id=st.just("x"),
    headline=st.none() | line,
    paragraphs=st.lists(line, min_size=1, max_size=4).map(tuple),
    sentences=st.just(()),
    standfirst=st.none() | line,
    byline=st.none() | line,
    publisher=st.none() | line,
    agency=st.none() | line,
    published=st.none() | moment,
    updated=st.none() | moment,
    tags=st.lists(line.map(lambda text: text.replace("; ", ";")), max_size=2).map(tuple),
    language=st.sampled_from(["en", "de"]),
    url=st.sampled_from([None, "https://outlet.example/a?b=c#d"]),
)


def told(article: Article, *, more: bool) -> dict[str, object]:
    return {field: getattr(article, field) for field in (*FIELDS, *(MORE if more else ()))}


@pytest.mark.parametrize("form", WRITERS)
@given(article=articles)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_article_is_read_back(form: str, article: Article, tmp_path: Path) -> None:
    file = tmp_path / f"any.{form}"
    file.write_text(WRITERS[form](article), encoding="utf-8", newline="")
    more = form != "text"
    again = read_article(file)
    assert told(again, more=more) == told(article, more=more)


@pytest.mark.parametrize("form", WRITERS)
def test_several_articles_in_one_file(form: str, tmp_path: Path) -> None:
    stories = [read_article(file) for file in find_files([sample_data.folder() / "harbour-fire"])]
    file = tmp_path / f"all.{form}"
    texts = [WRITERS[form](story) for story in stories]
    text = f"[{','.join(texts)}]" if form == "json" else ("" if form == "jsonl" else "\n").join(texts)
    file.write_text(text, encoding="utf-8")
    pages = [page for page in loading.read_pages(file) if isinstance(page, Page)]
    again = [library.article_of(page) for page in pages]
    more = form != "text"
    assert [told(article, more=more) for article in again] == [told(article, more=more) for article in stories]
    assert [loading.read_page(page.path) for page in pages] == pages
    assert [[s.text for s in article.sentences] for article in again] == [
        [s.text for s in article.sentences] for article in stories
    ]
