"""Names in bylines."""

import pytest

from storyreader.cleaning.candidates import after_opener
from storyreader.cleaning.names import looks_like_name, split_names


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
