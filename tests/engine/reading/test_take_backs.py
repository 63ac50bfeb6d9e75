"""Articles that correct or withdraw an earlier report, and what the summary says of them."""

from dataclasses import replace
from datetime import date

import pytest

from storyreader import Article, compare
from storyreader.reading import Reading
from tests.engine.stories import article

REPORT = "The salt works of Tull gave the mayor a boat in April, letters show."


def told(*sentences: str, headline: str = "", day: int = 6, language: str = "en", **fields: str) -> Article:
    made = article(sentences, published=date(2026, 5, day), headline=headline, **fields)
    return replace(made, language=language)


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "Correction: the boat was not the mayor's", "The boat belongs to another man."),
        ("en", "A boat in Tull", "We reported the gift in error and have withdrawn the article."),
        ("en", "A boat in Tull", "The Quern Post regrets the error."),
        ("en", "A boat in Tull", "Our report of Monday was wrong."),
        ("de", "Berichtigung: Das Boot gehört nicht dem Bürgermeister", "Das Boot gehört einem anderen Mann."),
        (
            "de",
            "Ein Boot in Tull",
            "Wir haben fälschlicherweise berichtet und bitten den Bürgermeister um Entschuldigung.",
        ),
        ("es", "Fe de errores", "El barco es de otro hombre."),
        ("es", "Un barco en Tull", "Pedimos disculpas al alcalde y hemos retirado el artículo."),
        ("fr", "Rectificatif : le bateau n'est pas au maire", "Le bateau est à un autre homme."),
    ],
)
def test_reports_that_are_taken_back_are_known(language: str, headline: str, text: str) -> None:
    assert Reading(told(text, headline=headline, language=language)).take_back == "report"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Correction officers march in Tull", "Guards of the prison walked to the market."),
        ("Tull airline is sorry", "“We apologise for the late planes,” the airline of Tull wrote."),
        ("Minister withdraws bill", "The minister has withdrawn the bill on salt."),
    ],
)
def test_other_corrections_and_regrets_are_none(headline: str, text: str) -> None:
    assert Reading(told(text, headline=headline)).take_back == ""


def test_the_summary_says_which_account_takes_a_report_back() -> None:
    report = told(REPORT, day=3)
    correction = told(REPORT, "That was wrong, and we apologise to the mayor.", day=6)
    assert (
        "B corrects or withdraws an earlier report, perhaps what A tells."
        in compare(report, correction).summary.remarks
    )
    assert (
        "A corrects or withdraws an earlier report, perhaps what B tells."
        in compare(correction, report).summary.remarks
    )
    later = told(REPORT, day=9)
    assert not compare(correction, later).summary.remarks


def test_a_note_on_an_earlier_version_counts_beside_that_outlets_page_only() -> None:
    note = told(REPORT, "An earlier version of this article gave a wrong year.", publisher="Quern Post")
    same, other = (told(REPORT, "Fishermen laughed.", publisher=name) for name in ("Quern Post", "Tull Gazette"))
    assert [item.code for item in compare(same, note).summary.observations] == ["taken_back"]
    assert not compare(other, note).summary.observations
