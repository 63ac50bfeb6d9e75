"""What an outlet's pages taught is offered, never used in silence: what was read before changes no article."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import storyreader
from storyreader.library import entry_of, find_files, read_article, scan
from storyreader.library.catalogue import Catalogue
from storyreader.library.corrections import correction_book
from storyreader.library.offers import Offers, offers_for
from tests.library.outlet_pages import APPEAL, STORIES, write_pages


def offered(file: Path, cache: Catalogue) -> Offers:
    return offers_for(read_article(file), correction_book(), cache.outlets)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "cache.sqlite") as cache:
        yield cache


@pytest.mark.parametrize("order", itertools.permutations(range(3)))
def test_an_article_is_the_same_whatever_was_read_before(tmp_path: Path, order: tuple[int, ...]) -> None:
    files = write_pages(tmp_path)
    alone = [storyreader.read_article(file) for file in files]
    assert [len(article.sentences) for article in alone] == [3, 3, 3]
    cache = Catalogue(tmp_path / "cache.sqlite")
    for place in order:
        assert read_article(files[place]) == alone[place]
        offered(files[place], cache)
    for _ in range(2):
        entries = [entry for batch in scan(files, cache) for entry in batch.entries]
        assert entries == [entry_of(article) for article in alone]
        assert [read_article(file) for file in files] == alone
    cache.close()


def test_the_sample_stories_are_read_alike_in_any_order() -> None:
    files = find_files([Path(__file__).parents[2] / "sample_data"])
    random.Random(5).shuffle(files)
    alone = {file: storyreader.read_article(file) for file in files}
    cache = Catalogue()
    for batch in scan(files, cache):
        for entry in batch.entries:
            assert entry == entry_of(alone[entry.path])
    for file in files:
        offered(Path(file), cache)
        assert read_article(file) == alone[file]
    cache.close()


def test_lines_of_other_pages_are_offered_taken_and_taken_back(tmp_path: Path, cache: Catalogue) -> None:
    files = write_pages(tmp_path)
    assert offered(files[0], cache) == Offers()
    list(scan(files, cache))
    first = read_article(files[0])
    offers = offered(files[0], cache)
    assert [(line.text, line.kept) for line in offers.taught] == [(APPEAL, False)]
    assert offers.repeated == ()
    before = correction_book().set(first, offers.lines)
    taken = read_article(files[0])
    assert taken.paragraphs == STORIES["Mill on the Arden closes"]
    assert taken.corrected == tuple(line.number for line in offers.lines)
    assert offered(files[0], cache) == Offers()
    correction_book().set(taken, before)
    assert read_article(files[0]) == first
    assert offered(files[0], cache) == offers


def test_a_line_is_offered_once_and_the_readers_own_word_comes_first(tmp_path: Path, cache: Catalogue) -> None:
    files = write_pages(tmp_path)
    list(scan(files, cache))
    correction_book().set(read_article(files[0]), offered(files[0], cache).lines)
    offers = offered(files[1], cache)
    assert [line.text for line in offers.repeated] == [APPEAL]
    assert offers.taught == ()


def test_a_line_that_the_reader_brought_back_is_not_offered_again(tmp_path: Path, cache: Catalogue) -> None:
    files = write_pages(tmp_path)
    list(scan(files, cache))
    (line,) = offered(files[0], cache).taught
    correction_book().set(read_article(files[0]), [type(line)(line.number, line.text, kept=True)])
    assert offered(files[0], cache) == Offers()


def test_what_was_taught_is_kept_between_runs(tmp_path: Path, cache: Catalogue) -> None:
    files = write_pages(tmp_path)
    list(scan(files, cache))
    cache.close()
    again = Catalogue(tmp_path / "cache.sqlite")
    assert [line.text for line in offered(files[2], again).taught] == [APPEAL]
    again.close()


def test_a_page_that_has_gone_or_changed_meanwhile_offers_nothing(tmp_path: Path, cache: Catalogue) -> None:
    files = write_pages(tmp_path)
    list(scan(files, cache))
    article = read_article(files[0])
    files[0].write_text(files[0].read_text(encoding="utf-8") + "One line more.\n", encoding="utf-8")
    assert offers_for(article, correction_book(), cache.outlets) == Offers()
    files[0].unlink()
    assert offers_for(article, correction_book(), cache.outlets) == Offers()
