"""Pasted text and pages of the web become files of the reader's own."""

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storyreader import application, loading
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.page import Page
from storyreader.paths import added_folder

TEXT = "\n  Ferry late: “nobody” said why\n\nThe ferry was late again on Monday.\n"
MARKUP = '<html><head><meta charset="latin-1"></head><body><p>The café’s ferry was late.</p></body></html>'


def test_pasted_text_is_kept_once_and_named_by_its_first_line() -> None:
    file = application.keep_pasted(TEXT)
    assert file.parent == added_folder()
    assert file.name.startswith("ferry-late-nobody-said-why-")
    assert application.keep_pasted(TEXT) == file
    assert loading.read_page(file).text == TEXT
    assert application.keep_pasted("../../etc\n\x1b[31m").parent == added_folder()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> list[Page | UnreadablePage]:
    answer: list[Page | UnreadablePage] = []

    def fetch_pages(url: str) -> Generator[Page | UnreadablePage, None, None]:
        yield from answer

    monkeypatch.setattr("storyreader.loading.fetch_pages", fetch_pages)
    return answer


def test_a_page_of_the_web_is_kept_with_its_address_and_time(web: list[Page | UnreadablePage]) -> None:
    url, when = "https://www.outlet.example/a--b?c=1", datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    web.append(Page(url, "html", MARKUP, "cp1252", "x" * 64, 9, url, saved=when))
    file = application.keep_fetched(url)
    assert file.name.startswith("outlet-example-a-b-c-1-")
    page = loading.read_page(file)
    assert page.text.endswith(MARKUP)
    assert (page.url, page.saved) == ("https://www.outlet.example/a-%2Db?c=1", when)


def test_what_is_no_page_is_told(web: list[Page | UnreadablePage]) -> None:
    web.append(UnreadablePage("It answers 404.", "Look again.", "x"))
    with pytest.raises(UnreadablePage, match="404"):
        application.keep_fetched("https://outlet.example/")
    web[:] = [Page("https://x#1", "html", "x", "utf-8", "", 0), Page("https://x#2", "html", "y", "utf-8", "", 0)]
    with pytest.raises(StoryReaderError, match="no single page"):
        application.keep_fetched("https://outlet.example/feed")
    assert not list(Path(added_folder()).glob("*.html"))
