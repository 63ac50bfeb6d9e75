"""Corrections are kept for each page, offered to the outlet's other pages, and never lost or torn."""

import json
from pathlib import Path

import pytest

from storyreader.article import Article
from storyreader.cleaning.corrections import Correction
from storyreader.errors import SavingFailed
from storyreader.library import read_article
from storyreader.library.corrections import CorrectionBook, correction_book

HEAD = "Quillhaven Courier\nHome\nSport\n\n{title}\n\nBy Ida Morrow\n\n"
BODY = (
    "The lantern festival of Quillhaven will be held in the old tram depot on Saturday, the council said.\n\n"
    "Forecasters expect gusts of 90 kilometres an hour along the estuary from noon.\n\n"
    "Organisers said that tickets already sold would remain valid on the new date.\n\n"
)
LETTER = "Our morning letter tells the town's news in five minutes, free of charge, every single weekday.\n\n"


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    foot = "© Quillhaven Courier. All rights reserved.\n"
    first.write_text(HEAD.format(title="Lantern festival moves indoors") + BODY + LETTER + foot, encoding="utf-8")
    other = BODY.replace("lantern", "kite").replace("tram depot", "rope works")
    second.write_text(HEAD.format(title="Kite festival moves indoors") + other + LETTER + foot, encoding="utf-8")
    return first, second


def of_line(article: Article, text: str) -> Correction:
    found = next(line for line in article.lines if line.text.startswith(text))
    return Correction(found.number, found.text, not found.kept)


def test_a_correction_is_kept_for_its_page(pages: tuple[Path, Path]) -> None:
    article = read_article(pages[0])
    correction = of_line(article, "Forecasters")
    assert correction_book().set(article, [correction]) == ()
    again = read_article(pages[0])
    assert again.corrected == (correction.number,)
    assert len(again.paragraphs) == len(article.paragraphs) - 1
    assert correction_book().set(again, []) == (correction,)
    assert read_article(pages[0]) == article


def test_it_is_offered_to_another_page_of_the_outlet_only(pages: tuple[Path, Path], tmp_path: Path) -> None:
    book = CorrectionBook(tmp_path / "book.json")
    first, second = read_article(pages[0]), read_article(pages[1])
    assert first.publisher == second.publisher == "Quillhaven Courier"
    correction = of_line(first, "Our morning letter")
    book.set(first, [correction])
    assert [offer.text for offer in book.offered(second)] == [correction.text]
    assert book.offered(first) == ()


def test_contrary_corrections_are_not_offered(pages: tuple[Path, Path], tmp_path: Path) -> None:
    book = CorrectionBook(tmp_path / "book.json")
    first, second = read_article(pages[0]), read_article(pages[1])
    correction = of_line(first, "Our morning letter")
    pages[0].write_text(pages[0].read_text(encoding="utf-8") + "\n", encoding="utf-8")
    book.set(first, [correction])
    book.set(read_article(pages[0]), [Correction(correction.number, correction.text, not correction.kept)])
    assert book.offered(second) == ()


def test_a_damaged_book_is_moved_aside(pages: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    file.write_text('{"format": "storyreader-corrections", "pages": 3}', encoding="utf-8")
    article = read_article(pages[0])
    CorrectionBook(file).set(article, [of_line(article, "Forecasters")])
    assert len(list(tmp_path.glob("book.json.damaged-*"))) == 1
    assert len(CorrectionBook(file).of_page(article.content_hash)) == 1


def test_a_newer_book_is_read_and_never_overwritten(pages: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    article = read_article(pages[0])
    book = CorrectionBook(file)
    book.set(article, [of_line(article, "Forecasters")])
    document = json.loads(file.read_text(encoding="utf-8")) | {"version": 99}
    file.write_text(json.dumps(document), encoding="utf-8")
    assert len(book.of_page(article.content_hash)) == 1
    with pytest.raises(SavingFailed, match="newer"):
        book.set(article, [])


def test_what_another_storyreader_wrote_meanwhile_stays(pages: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    first, second = read_article(pages[0]), read_article(pages[1])
    mine, theirs = CorrectionBook(file), CorrectionBook(file)
    assert mine.of_page(first.content_hash) == ()
    theirs.set(second, [of_line(second, "Forecasters")])
    mine.set(first, [of_line(first, "Forecasters")])
    assert len(theirs.of_page(first.content_hash)) == len(mine.of_page(second.content_hash)) == 1


def test_a_full_disk_is_told(pages: tuple[Path, Path], tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    article = read_article(pages[0])
    with pytest.raises(SavingFailed, match="Not saved"):
        CorrectionBook(blocked / "book.json").set(article, [of_line(article, "Forecasters")])
