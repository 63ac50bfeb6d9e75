"""The reader's own headline, outlet, byline and day: kept for the page, taken back, used wherever the page is read."""

import json
from datetime import date
from pathlib import Path

import pytest

from storyreader.article import Article
from storyreader.library import details_of, entry_of, publication, read_article
from storyreader.library.corrections import CorrectionBook, correction_book
from storyreader.library.details import OWN, NotADate, with_details

PAGE = (
    "Quillhaven Courier\n\nLantern festival moves indoors\n\nBy Ida Morrow\n\n10 March 2026\n\n"
    "The lantern festival of Quillhaven will be held in the old tram depot on Saturday, the council said.\n\n"
    "Forecasters expect gusts of 90 kilometres an hour along the estuary from noon.\n\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_the_readers_details_are_used_wherever_the_page_is_read(page: Path) -> None:
    article = read_article(page)
    own = {"headline": "Festival goes under a roof", "byline": "", "published": "2026-03-11 08:30"}
    assert correction_book().set_details(article, own) == {}
    again = read_article(page)
    assert (again.headline, again.byline) == (own["headline"], None)
    assert details_of(again)["published"] == "2026-03-11T08:30:00"
    assert again.publisher == article.publisher
    assert again.paragraphs == article.paragraphs
    assert {again.sources[name] for name in own} == {OWN}
    assert entry_of(again).headline == own["headline"]
    assert correction_book().set_details(again, {}) == own
    assert read_article(page) == article


def test_details_and_lines_do_not_disturb_each_other(page: Path, tmp_path: Path) -> None:
    book, article = CorrectionBook(tmp_path / "book.json"), read_article(page)
    book.set_details(article, {"publisher": "The Quill"})
    assert book.set(article, []) == ()
    assert book.details_of_page(article.content_hash) == {"publisher": "The Quill"}
    book.set_details(article, {})
    assert json.loads((tmp_path / "book.json").read_text(encoding="utf-8"))["pages"] == {}


def test_a_book_of_the_first_version_is_read(page: Path, tmp_path: Path) -> None:
    article, file = read_article(page), tmp_path / "book.json"
    line = {"number": 7, "text": "Forecasters expect", "kept": False}
    pages = {article.content_hash: {"outlet": "Quillhaven Courier", "lines": [line]}}
    file.write_text(json.dumps({"format": "storyreader-corrections", "version": 1, "pages": pages}), encoding="utf-8")
    book = CorrectionBook(file)
    assert [found.number for found in book.of_page(article.content_hash)] == [7]
    assert book.details_of_page(article.content_hash) == {}
    book.set_details(article, {"byline": "Ida Morrow and Sem Vell"})
    assert [found.number for found in book.of_page(article.content_hash)] == [7]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-03-10", "2026-03-10"),
        (" 2026-03-10 14:30 ", "2026-03-10T14:30:00"),
        ("2026-03-10T14:30+01:00", "2026-03-10T14:30:00+01:00"),
    ],
)
def test_days_are_written_as_iso_8601(text: str, wanted: str) -> None:
    found = publication(text)
    assert found is not None
    assert found.isoformat() == wanted
    assert publication(" ") is None


@pytest.mark.parametrize("text", ["soon", "2026-02-30", "10.03.2026"])
def test_what_is_no_day_is_named_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(NotADate, match=r"is no date.*2026-03-10"):
        publication(text)


def test_a_damaged_day_in_the_file_leaves_the_pages_own() -> None:
    article = Article("a", "Told", (), (), published=date(2026, 3, 10))
    assert with_details(article, {"published": "soon", "colour": "red"}).published == date(2026, 3, 10)
    assert details_of(article)["published"] == "2026-03-10"
    assert with_details(article, {}) is article
