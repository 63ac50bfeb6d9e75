"""Trails of sections before a headline."""

import pytest

from storyreader.cleaning import clean_text
from storyreader.cleaning.fields.trails import end_of_trail, is_trail

from .pages_told import BRIDGE_BODY

HEADLINE = "Ferry replaces the old rail bridge at Dunmere"


@pytest.mark.parametrize(
    "trail",
    [
        "Home > News > {}", "Startseite » Region » {}", "Home /{}", "home / Harbour / {}", "Quern Post › {}",
        "Back / {}",
    ],
)  # fmt: skip
def test_a_headline_is_what_stands_behind_its_trail(trail: str) -> None:
    line = trail.format(HEADLINE)
    assert end_of_trail(line) == HEADLINE
    article = clean_text(f"News\nSport\n\n{line}\nBy Bram Oakes\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY))
    assert article.headline == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        "Bridge and ferry / who pays?",
        "Die Sache mit »Bote« und »Kurier«",
        "Bridge shut | Quern Post",
        "Four long weeks without a bridge > what now?",
    ],
)
def test_other_marks_in_a_headline_stay(text: str) -> None:
    assert end_of_trail(text) == text


def test_sections_alone_are_a_trail() -> None:
    assert is_trail("Home » News » Harbour")
    assert not is_trail("Home » Ferry replaces the old rail bridge")


def test_what_leads_to_the_page_before_is_no_headline() -> None:
    lead = "« Ferry replaces the old rail bridge at Dunmere | Main"
    article = clean_text(f"Quern Blog\n\n{lead}\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY))
    assert article.headline != lead
