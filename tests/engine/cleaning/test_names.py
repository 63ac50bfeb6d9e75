"""Names in bylines."""

import pytest

from storyreader.cleaning.candidates import after_opener
from storyreader.cleaning.names import eastern_name, looks_like_name, split_names


@pytest.mark.parametrize("text", ["Ann Bell", "Jan van der Hout", "Eva-Maria O’Neill", "J. R. Fenn", "Oge Beedee Ade"])
def test_names_look_like_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text", ["Ann", "Read More", "Latest News", "the old harbour", "World Politics", "Sign Up Now"]
)
def test_other_words_do_not(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Bell, Carl Dorn and Eva Fink, Staff Writers", ["Ann Bell", "Carl Dorn", "Eva Fink"]),
        ("Ann Bell | Harbour Reporter | ann@outlet.example", ["Ann Bell"]),
        ("Ann Bell und Carl Dorn", ["Ann Bell", "Carl Dorn"]),
        ("Ann Bell 12 March 2025", ["Ann Bell"]),
        ("한지우 기자", ["한지우"]),
        ("nothing to see here", []),
        ("Rosalind PeakeStaff Writer", ["Rosalind Peake"]),
        ("Ann McDonald", ["Ann McDonald"]),
        ("Ann BellHarbour Reporter", ["Ann Bell"]),
        ("Ann MacDonald Reporter", ["Ann MacDonald"]),
        ("執筆者：佐伯まどか", ["佐伯まどか"]),
        ("【木下あかね】", ["木下あかね"]),
        ("【写真あり】", []),
        ("Ingrid Solvang@isolvang Mar 12, 2025, 8:55am EST", ["Ingrid Solvang"]),
        ("Conor AllisonJanuary 14, 2026", ["Conor Allison"]),
        ("Ann Bell@bell and Carl Dorn@dorn Mar 12, 2025", ["Ann Bell", "Carl Dorn"]),
        ("Jule Radeck Vom 30. März 2020", ["Jule Radeck"]),
        ("Maëlle Fontanier Publié le 3 mars 2026", ["Maëlle Fontanier"]),
        ("See Gallery", []),
        ("Keine Kommentare", []),
        ("Quern Bell's", []),
        ("Ann Bell » Harbour", ["Ann Bell"]),
        ("著者：後藤大介", ["後藤大介"]),
        ("著者：早川真由美", ["早川真由美"]),
        ("文＝小暮久", ["小暮久"]),
        ("本报记者 李守田、周雨亭", ["李守田", "周雨亭"]),
        ("【早瀬和也】", ["早瀬和也"]),
        ("文化庁長官", []),
    ],
)
def test_a_byline_is_cut_into_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("By Ann Bell", "Ann Bell"),
        ("Von Ann Bell", "Ann Bell"),
        ("12.03.2025 von Ann Bell", "Ann Bell"),
        ("Ann Bell", None),
    ],
)
def test_words_for_by_are_known(text: str, rest: str | None) -> None:
    assert after_opener(text) == rest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("松村太一", "松村太一"),
        ("林 美咲", "林 美咲"),
        ("ジョン・スミス", "ジョン・スミス"),
        ("編集部", None),
        ("北浜新聞", None),
    ],
)
def test_an_eastern_name_may_stand_alone_and_a_desk_may_not(text: str, name: str | None) -> None:
    assert eastern_name(text) == name
