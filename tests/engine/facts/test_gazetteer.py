"""Which known place lies in which."""

import pytest

from storyreader.facts.gazetteer import country_of, elsewhere, in_one_another


@pytest.mark.parametrize(
    ("one", "other"),
    [("Greek", "Athens"), ("British", "the UK"), ("Nigerian", "African"), ("Texas", "U.S."), ("Lyon", "Europe")],
)
def test_a_place_lies_in_a_larger_one(one: str, other: str) -> None:
    lands = country_of(one), country_of(other)
    assert all(lands)
    assert in_one_another(*lands)
    assert not elsewhere(*lands)


@pytest.mark.parametrize(
    ("one", "other"), [("Iraq", "Iran"), ("Paris", "Lyon"), ("Peru", "Asia"), ("Turkey", "France")]
)
def test_two_places_are_elsewhere(one: str, other: str) -> None:
    assert elsewhere(country_of(one), country_of(other))
    assert elsewhere(country_of(other), country_of(one))


@pytest.mark.parametrize(("one", "other"), [("Turkey", "Europe"), ("Orrin", "France"), ("Muslim", "Spain")])
def test_nothing_is_said_of_what_the_table_does_not_tell(one: str, other: str) -> None:
    assert not elsewhere(country_of(one), country_of(other))
    assert not elsewhere(country_of(other), country_of(one))
