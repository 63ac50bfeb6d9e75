"""Which outlet an account credits with its story, and through whom."""

from dataclasses import replace

import pytest

from storyreader import Article, compare, find_findings
from tests.engine.stories import article


def told(*sentences: str, language: str = "en", **fields: str) -> Article:
    return replace(article(sentences, **fields), language=language)  # type: ignore[arg-type] # only texts are given


def chains(left: Article, right: Article) -> list[str]:
    return [item.says for item in find_findings(compare(left, right)).observations if item.code == "source_chain"]


PLAIN = "The bishop of Sarn sold a vineyard to his cousin in May."


@pytest.mark.parametrize(
    ("credited", "says"),
    [
        ("The bishop of Sarn sold a vineyard to his cousin in May, the Quern Post reported.", "Quern Post"),
        ("The bishop of Sarn sold a vineyard to his cousin in May, Reuters reported, citing the Quern Post.",
         "Quern Post through Reuters"),
        ("The bishop of Sarn sold a vineyard to his cousin in May, his clerk told CNN.", "CNN"),
        ("The bishop of Sarn sold a vineyard to his cousin in May, according to a report in the Tull Gazette.",
         "Tull Gazette"),
    ],
)  # fmt: skip
def test_an_outlet_that_one_account_credits_is_named(credited: str, says: str) -> None:
    assert chains(told(credited), told(PLAIN)) == [f"A credits {says}, B names no outlet."]
    assert chains(told(PLAIN), told(credited)) == [f"A names no outlet, B credits {says}."]


@pytest.mark.parametrize(
    ("language", "credited", "plain", "says"),
    [
        ("de", "Der Bischof von Sarn verkaufte im Mai einen Weinberg, wie die Quernzeitung berichtete.",
         "Der Bischof von Sarn verkaufte im Mai einen Weinberg.", "Quernzeitung"),
        ("es", "El obispo de Sarn vendió un viñedo en mayo, según el diario El País.",
         "El obispo de Sarn vendió un viñedo en mayo.", "El País"),
    ],
)  # fmt: skip
def test_outlets_are_known_in_other_languages(language: str, credited: str, plain: str, says: str) -> None:
    found = chains(told(credited, language=language), told(plain, language=language))
    assert found == [f"A credits {says}, B names no outlet."]


def test_the_agency_that_carried_the_account_is_named_as_the_way() -> None:
    credited = told("The Quern Post reported that the bishop of Sarn sold a vineyard in May.", agency="Reuters")
    assert chains(credited, told(PLAIN)) == ["A credits The Quern Post through Reuters, B names no outlet."]


@pytest.mark.parametrize(
    "other",
    [
        told(PLAIN, "The Quern Post had asked for the deed."),
        told(PLAIN, publisher="Quern Post"),
    ],
)
def test_an_outlet_that_the_other_account_names_or_is_needs_no_word(other: Article) -> None:
    credited = told("The bishop of Sarn sold a vineyard to his cousin in May, the Quern Post reported.")
    assert chains(credited, other) == []


def test_people_and_acts_credit_nobody() -> None:
    assert chains(told("The bishop of Sarn sold a vineyard in May, Majority Leader Ada Voss said."), told(PLAIN)) == []
    fired = told("The Quern Post announced that the bishop of Sarn sold a vineyard in May.")
    assert chains(fired, told(PLAIN)) == []
