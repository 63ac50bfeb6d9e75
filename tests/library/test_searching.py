"""Queries: how they are read, and which articles of the catalogue they find, best first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from storyreader.library import Catalogue, Condition, Match, NotAQuery, ReadPage, entry_of, parse_query
from storyreader.library.excerpts import excerpt_of
from tests.making import make_article

PAGES = {
    "harbour": ("Fire at the harbour", "The Ferrow Echo", "Orla Dunmere", date(2026, 4, 22), (
        "A warehouse burned at the harbour.", "The fire brigade came from Ferrow.")),
    "orchard": ("Blight in the orchards", "Orchard Post", "Bram Oke", date(2026, 5, 2), (
        "The brigade of pickers found the blight.", "No fire was lit near the harbour.")),
    "port": ("東京都で火事", "朝日", None, None, ("港の倉庫が燃えた。", "消防隊が来た。")),
    "thai": ("ไฟไหม้ที่ท่าเรือ", "ข่าว", None, None, ("โกดังเก่าถูกไฟไหม้",)),
    "vote": ("Council votes on the café", "Radio Ferrow", None, None, ("The vote on the CAFÉ was close.",)),
}  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "library.sqlite") as catalogue:
        for name, (headline, outlet, byline, published, sentences) in PAGES.items():
            file = tmp_path / f"{name}.txt"
            file.write_text(headline, encoding="utf-8")
            article = make_article(sentences, headline=headline, publisher=outlet, byline=byline, published=published,
                                   id=name, path=str(file))  # fmt: skip
            catalogue.put(file, [ReadPage(entry_of(article), article)])
        catalogue.flush()
        yield catalogue


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbour", ["harbour", "orchard"]),  # in a headline it weighs more
        ("fire harbour", ["harbour", "orchard"]),
        ('"fire brigade"', ["harbour"]),
        ("harb*", ["harbour", "orchard"]),
        ("harb", []),
        ("cafe", ["vote"]),
        ("harbour -orchards", ["harbour"]),
        ('-"fire brigade" -vote -倉庫 -ไฟ', ["orchard"]),
        ("outlet:ferrow", ["vote", "harbour"]),
        ("outlet:ferrow -outlet:echo", ["vote"]),
        ('outlet:"the ferrow echo"', ["harbour"]),
        ("by:dunmere", ["harbour"]),
        ("date:2026-04", ["harbour"]),
        ("date:2026-04-22..2026-05-01", ["harbour"]),
        ("date:2026-05..", ["orchard"]),
        ("date:..2026-04-30", ["harbour"]),
        ("-date:2026-05", ["harbour", "port", "thai", "vote"]),
        ("harbour date:2026", ["harbour", "orchard"]),
        ("", ["orchard", "harbour", "port", "thai", "vote"]),  # the latest first
        ("nowhere", []),
        ("京都", ["port"]),  # signs inside of a run of them
        ("倉庫", ["port"]),
        ("庫倉", []),
        ("火事 消防", ["port"]),
        ("消防*", ["port"]),
        ("ท่าเรือ", ["thai"]),
        ("outlet:朝", ["port"]),
    ],
)
def test_a_query_finds(catalogue: Catalogue, typed: str, found: list[str]) -> None:
    assert [match.article for match in catalogue.search(parse_query(typed), 10)] == found


def test_an_excerpt_is_the_best_place_of_the_text(catalogue: Catalogue) -> None:
    (match,) = catalogue.search(parse_query('"fire brigade"'), 10)
    assert match == Match("harbour", (("The ", False), ("fire brigade", True), (" came from Ferrow.", False)))
    (of_headline,) = catalogue.search(parse_query("votes"), 10)
    assert of_headline == Match("vote")
    (accents,) = catalogue.search(parse_query("cafe vote"), 10)
    assert [text for text, is_found in accents.excerpt if is_found] == ["vote", "CAFÉ"]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("A fire.\nThe fire, a flood.\nA flood.", "fire flood",
         [("The ", 0), ("fire", 1), (", a ", 0), ("flood", 1), (".", 0)]),
        ("Harbours and harbour masters.", "harb*", [("Harb", 1), ("ours and ", 0), ("harb", 1), ("our masters.", 0)]),
        ("Nothing of it.", "fire", []),
        ("The dam-keeper.", '"dam keeper"', [("The ", 0), ("dam-keeper", 1), (".", 0)]),
        ("港の倉庫が燃えた。\n倉庫。", "倉庫が", [("港の", 0), ("倉庫が", 1), ("燃えた。", 0)]),
        ("Пожар в старом порту.\nПожар-порту.", '"пожар порту"', [("Пожар-порту", 1), (".", 0)]),
    ],
)  # fmt: skip
def test_the_sentence_with_most_of_what_was_typed_is_shown(text: str, typed: str, found: list[tuple[str, int]]) -> None:
    assert excerpt_of(text, parse_query(typed).conditions) == tuple(
        (piece, bool(is_found)) for piece, is_found in found
    )


def test_no_more_than_asked_for(catalogue: Catalogue) -> None:
    assert len(catalogue.search(parse_query("harbour"), 1)) == 1


def test_a_text_that_has_changed_is_found_by_its_new_words(catalogue: Catalogue, tmp_path: Path) -> None:
    article = make_article(["A warehouse flooded."], headline="Flood", id="harbour", path=str(tmp_path / "harbour.txt"))
    catalogue.put(tmp_path / "harbour.txt", [ReadPage(entry_of(article), article)])
    catalogue.flush()
    assert catalogue.search(parse_query("burned"), 10) == []
    assert [match.article for match in catalogue.search(parse_query("flooded"), 10)] == ["harbour"]


def test_how_a_query_is_read() -> None:
    query = parse_query('harbour "fire brigade" -outlet:"The Echo" is:new 10:30 -tag:dam* "open end')
    assert query.conditions == (
        Condition("text", "harbour"), Condition("text", "fire brigade"), Condition("outlet", "The Echo", negated=True),
        Condition("is", "new"), Condition("text", "10:30"), Condition("tag", "dam", negated=True),
        Condition("text", "open end"),
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["date:soon", "date:2026-4", "is:odd", "has:wings"])
def test_what_cannot_be_looked_for_is_said(typed: str) -> None:
    with pytest.raises(NotAQuery) as error:
        parse_query(typed)
    assert error.value.hint


@given(st.text(alphabet=st.sampled_from("ab\"*-: ()^{}+'.,NEARORAND\n\x02é字"), max_size=30))
def test_whatever_is_typed_is_no_fault(catalogue_of_none: Catalogue, typed: str) -> None:
    assert catalogue_of_none.search(parse_query(typed), 10) == []


@pytest.fixture(scope="module")
def catalogue_of_none(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue(tmp_path_factory.mktemp("none") / "library.sqlite") as catalogue:
        yield catalogue


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    """Texts with a word that stands in more of them than are put in order."""
    monkeypatch.setattr("storyreader.library.searching.RANKED", 3)
    with Catalogue(tmp_path / "library.sqlite") as catalogue:
        for number in range(8):
            file = tmp_path / f"{number}.txt"
            file.write_text("", encoding="utf-8")
            headline = "Harbour" if number == 2 else "Quay"
            article = make_article(
                ["The harbour was quiet."], headline=headline, publisher=f"Echo {number % 2}",
                published=date(2026, 4, 1 + number), id=f"{number}", path=str(file),
            )  # fmt: skip
            catalogue.put(file, [ReadPage(entry_of(article), article)])
        catalogue.flush()
        yield catalogue


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbour", "2 7 6 5 4 3 1 0"),  # in the headline, then the one read last
        ("harbour -outlet:1", "2 6 4 0"),
        ("harbour date:2026-04-03..2026-04-05", "2 4 3"),
        ("harbour -date:2026-04-03..2026-04-05", "7 6 5 1 0"),
        ("outlet:echo harbour -quay", "2"),
        ("h*", "2"),  # of one letter in headlines and outlets, where it stands in some
        ("w*", "7 6 5 4 3 2 1 0"),
    ],
)
def test_of_very_many_those_with_the_words_in_the_headline_come_first(many: Catalogue, typed: str, found: str) -> None:
    assert [match.article for match in many.search(parse_query(typed), 10)] == found.split()
    assert [match.article for match in many.search(parse_query(typed), 2)] == found.split()[:2]
