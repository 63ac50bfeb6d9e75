"""Places of one article that cannot both hold; two occasions, steps and parts are none."""

from dataclasses import replace
from datetime import date

import pytest

from storyreader.reading import Reading
from tests.engine.stories import article

BETWEEN = ("Neighbours heard a bang and ran into the road.", "The mayor thanked the helpers.")


def clashes(first: str, second: str, language: str = "en") -> list[tuple[str, str]]:
    read = Reading(replace(article((first, *BETWEEN, second)), language=language))
    return [(item.first_text, item.second_text) for item in read.inconsistencies]


@pytest.mark.parametrize(
    ("language", "first", "second", "found"),
    [
        ("en", "The blast in the dye works of Tull hurt 12 people.",
         "The blast, which hurt 15 people in the dye works of Tull, began in a cellar.", ("12 people", "15 people")),
        ("de", "Die Explosion in der Färberei von Tull verletzte 12 Menschen.",
         "Bei der Explosion in der Färberei von Tull wurden 15 Menschen verletzt, sagte Ada Voss.",
         ("12 Menschen", "15 Menschen")),
    ],
)  # fmt: skip
def test_two_values_for_one_thing_clash(language: str, first: str, second: str, found: tuple[str, str]) -> None:
    assert clashes(first, second, language) == [found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The dye works hired 20 people in Tull in May.", "The dye works hired 30 people in Tull in June."),
        ("Ada Voss won the regatta of Sarn in 2012.", "Ada Voss won the regatta of Sarn in 2016."),
        ("The works in Tull prohibit visits by schools.", "The works in Sarn allow visits by schools."),
        ("Voss met the painters on 3 May 2026.", "The tanners of Sarn wrote to the king on 5 May 2026."),
    ],
)
def test_two_occasions_or_cases_do_not_clash(first: str, second: str) -> None:
    assert clashes(first, second) == []


def test_neighbouring_sentences_tell_two_steps() -> None:
    steps = article(
        ("The town paid 3 million euros for the dye works.", "The town paid 5 million euros for the dye works.")
    )
    assert not Reading(steps).inconsistencies


@pytest.mark.parametrize(("published", "wrong"), [(date(2026, 5, 20), True), (date(2027, 1, 20), False)])
def test_a_weekday_without_a_year_is_checked_only_near_publication(published: date, wrong: bool) -> None:
    bridge = article(("The bridge over the Lenn was closed on Monday, May 6, for repairs.",), published=published)
    assert bool(Reading(bridge).inconsistencies) == wrong
