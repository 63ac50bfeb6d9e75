"""Speakers of whom something is told in brackets, who have more than a name, or who are named at the end only."""

import pytest

from storyreader.facts import extract_facts


def speakers(text: str, language: str, kind: str) -> list[str | None]:
    return [fact.speaker for fact in extract_facts(text, language=language) if fact.kind == kind]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Sen. Rita Hale (R-Orn.) said the wall leaks.", "Sen. Rita Hale (R-Orn.)"),
        ("en", "Rita Hale (D) wrote to the board that the wall leaks.", "Rita Hale (D)"),
        ("en", "Rita Hale (52), a diver, said the wall leaks.", "Rita Hale (52)"),
        ("en", "And diver Rita Hale said the wall leaks.", "diver Rita Hale"),
        ("en", "But divers and painters said the wall leaks.", "divers and painters"),
        ("de", "Die Taucherin Rita Hale (SPD) sagte, die Mauer lecke.", "Die Taucherin Rita Hale (SPD)"),
        ("fr", "Rita Hale (PS) a déclaré que le mur fuit.", "Rita Hale (PS)"),
    ],
)
def test_what_stands_around_a_name_hides_no_source(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language, "attribution") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The wall leaks,” Sen. Rita Hale (D-N.Y.) said.", "Sen. Rita Hale (D-N.Y.)"),
        ("“Are we doing enough?” an angry Mr. Hale said after the flood.", "Mr. Hale"),
        ("“The wall leaks,” club president and chief diver Rita Hale said.", "chief diver Rita Hale"),
        ("The quarrel is about the “freedom of a diver,” not the stance of the board, Hale said.", "Hale"),
        ("“Everyone must stay watchful” of this leak, Rita Hale said on Monday.", "Rita Hale"),
    ],
)
def test_who_speaks_may_stand_apart_from_the_quotation(text: str, speaker: str) -> None:
    assert speakers(text, "en", "quote") == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“The wall leaks,” read a sign, and the mayor thanked the diver who said so.",
        "“The wall leaks,” in small letters, was what the board, as Hale said, had feared.",
    ],
)
def test_who_is_named_further_on_does_not_speak(text: str) -> None:
    assert not any(found and "Hale" in found for found in speakers(text, "en", "quote"))


def test_words_that_another_speaks_are_not_those_of_who_closes_the_sentence() -> None:
    text = "The mayor called the wall “a sieve,” and the club has left, Rita Hale said."
    assert speakers(text, "en", "quote") != ["Rita Hale"]
