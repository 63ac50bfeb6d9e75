"""A page that is too large or takes too long is read more simply, and the article says without what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_page, read_article
from storyreader.cleaning.budget import Budget
from storyreader.exporting import article_document, article_markdown, article_text, explained_text
from storyreader.loading import MOST_CHARACTERS, page_from_text
from storyreader.messages import details, simplified_text
from storyreader.page import Page

from .pages_told import BRIDGE_BODY

MORE = "</article>"
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in BRIDGE_BODY)
HTML = page_from_text(
    "<html><head><title>Bridge shut</title></head><body><nav><a href=/>Home</a></nav><article><h1>Bridge shut</h1>"
    f"{STORY}{MORE}<div hidden><p>Not shown.</p></div></body></html>",
    "html",
)
TEXT = page_from_text(
    "Bridge shut\n\nBy Orla Dunmere\n\n" + "\n\n".join(BRIDGE_BODY) + "\n\nShare\n\nRead more: Mill\n"
)


def running_out(looks: int) -> Callable[[], float]:
    """A clock that shows the end of the time at the given look and from then on."""
    seen = 0

    def clock() -> float:
        nonlocal seen
        seen += 1
        return 0.0 if seen <= looks else 1e9

    return clock


def with_more(markup: str) -> Page:
    """The page with more at the end of its article."""
    return page_from_text(HTML.text.replace(MORE, markup + MORE), "html")


def cleaned(page: Page, looks: int) -> Article:
    return clean_page(page, budget=Budget(clock=running_out(looks)))


@pytest.mark.parametrize("page", [HTML, TEXT], ids=["html", "text"])
def test_whenever_the_time_runs_out_the_story_is_read_and_what_is_missing_said(page: Page) -> None:
    whole = clean_page(page, budget=Budget(clock=lambda: 0.0))
    assert whole.simplified == ()
    for looks in (*range(1, 12), 20, 30, 40):
        article = cleaned(page, looks)
        assert set(BRIDGE_BODY) <= set(article.paragraphs), looks
        assert all(line.reason for line in article.lines)
        assert article.headline == whole.headline or "model" in article.simplified
        assert article.simplified or article.paragraphs == whole.paragraphs
    first = cleaned(page, 1)
    assert {"model", "rules", "repeats"} <= set(first.simplified)
    assert ("extractor" in first.simplified) == (page is HTML)


def test_the_usual_budget_is_enough_for_a_page() -> None:
    assert clean_page(HTML).simplified == clean_page(TEXT).simplified == ()


def test_a_text_is_read_up_to_so_many_lines_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyreader.cleaning.budget.MOST_LINES", 100)
    article = clean_page(page_from_text(TEXT.text + "A row\n" * 100 + "the end\n"))
    assert "end" in article.simplified
    assert not any("the end" in line.text for line in article.lines)
    assert set(BRIDGE_BODY) <= set(article.paragraphs)
    monkeypatch.setattr("storyreader.cleaning.budget.MOST_CHARACTERS", 2000)
    long = clean_page(page_from_text(TEXT.text + "a" * 2000))
    assert "end" in long.simplified
    assert sum(len(line.text) for line in long.lines) <= 2000


def test_blanks_at_the_end_are_no_text_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyreader.cleaning.budget.MOST_LINES", 100)
    assert clean_page(page_from_text(TEXT.text + "\n" * 200)).simplified == ()


def test_markup_is_read_up_to_so_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyreader.cleaning.markup.MOST_ELEMENTS", 100)
    article = clean_page(with_more("<i>a</i>" * 100 + "<p>The very end.</p>"))
    assert article.simplified == ("end",)
    assert set(BRIDGE_BODY) <= set(article.paragraphs)
    assert not any("very end" in line.text for line in article.lines)


def test_markup_is_read_up_to_so_many_characters_of_text() -> None:
    article = clean_page(with_more(f"<p>{'a' * MOST_CHARACTERS}</p>"))
    assert "end" in article.simplified
    assert sum(len(line.text) for line in article.lines) <= MOST_CHARACTERS


def test_the_extractor_is_asked_for_pages_of_so_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyreader.cleaning.extractor_texts.MOST_ELEMENTS", 100)
    assert clean_page(with_more("<p>" + "<i>a</i>" * 100 + "</p>")).simplified == ("extractor",)


def test_the_data_of_pictures_does_not_make_a_page_large() -> None:
    article = clean_page(with_more(f"<img src='data:image/png;base64,{'A' * 4_000_000}'>"))
    assert article.simplified == ()


def test_it_is_said_wherever_the_article_is_told() -> None:
    article = cleaned(TEXT, 1)
    remark = simplified_text(article)
    assert remark.startswith("This page is very large or took too long, so it was read without ")
    assert explained_text(article).splitlines()[0] == f"! {remark}"
    assert article_document(article)["simplified"] == list(article.simplified)
    assert "read more simply (model, " in details(article)
    assert explained_text(clean_page(TEXT))[0] in "+-"


@pytest.mark.parametrize("write", [article_text, article_markdown])
def test_it_stays_with_an_article_that_is_written_and_read_again(
    tmp_path: Path, write: Callable[[Article], str]
) -> None:
    article = cleaned(TEXT, 1)
    file = tmp_path / "written.md"
    file.write_text(write(article), "utf-8")
    again = read_article(file)
    assert again.paragraphs == article.paragraphs
    assert set(again.simplified) == set(article.simplified)
