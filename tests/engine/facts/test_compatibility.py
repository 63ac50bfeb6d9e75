"""Which figures can both be true: rounding, totals of parts, differences; and what no longer can."""

from datetime import date

import pytest

from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import aligned_sentence
from storyreader.contradiction.candidates import candidates
from storyreader.contradiction.differences import is_conflict
from storyreader.contradiction.slot_features import Candidate
from storyreader.fact import Fact
from storyreader.facts import extract_facts
from storyreader.facts.compatibility import agree, is_total, moments, same_measure


def figures(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(text, date(2026, 5, 6), "en") if fact.kind in {"number", "money", "percent"}]


def value_places(one: str, other: str) -> list[Candidate]:
    """The places at which two sentences may tell different values, likely or not."""
    pair = AlignedPair(*(aligned_sentence(text, figures(text), "en") for text in (one, other)))
    return [candidate for candidate in candidates(pair) if candidate.family == "value"]


def figure(text: str) -> Fact:
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("1,204 homes", "1,209 homes", False),  # 0.4 %: exact figures differ at any size
        ("1,204.4 homes", "1,204 homes", True),  # decimals are rounded
        ("1,204.7 homes", "1,204 homes", True),  # or cut off
        ("24.7 homes", "24 homes", False),  # but not of small figures
        ("1,204 homes", "1,217 homes", False),  # 1.1 %
        ("1,204 homes", "1,251 homes", False),  # 3.8 %
        ("about 1,204 homes", "1,251 homes", True),
        ("1,204 homes", "1,200 homes", True),
        ("64 homes", "65 homes", False),  # small figures are counted, not rounded
    ],
)
def test_figures_are_one_when_one_has_fewer_digits_and_never_because_they_are_near(
    one: str, other: str, wanted: bool
) -> None:
    left, right = figure(f"The fire destroyed {one}."), figure(f"The fire destroyed {other}.")
    assert agree(left, right) is wanted
    assert agree(right, left) is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("40 miles an hour", "64 km/h", True),
        ("43 miles an hour", "75 km/h", False),  # 69
        ("15 miles", "25 kilometres", True),  # 24.1, told to fives
        ("600 acres", "240 hectares", True),
        ("600 acres", "280 hectares", False),
        ("95 degrees Fahrenheit", "35 degrees Celsius", True),
        ("95 degrees Fahrenheit", "45 degrees Celsius", False),
        ("32 degrees Fahrenheit", "0 degrees Celsius", True),
        ("12 knots", "22 km/h", True),
        ("18 months", "1 year", False),
        ("three weeks", "20 days", True),
        ("2 megawatts", "2,000 kilowatts", True),
        ("30 lakh people", "3 million people", True),
    ],
)
def test_values_in_other_units_are_one_when_one_is_the_other_rounded(one: str, other: str, wanted: bool) -> None:
    left, right = (extract_facts(f"It was {text}.", None, "en")[-1] for text in (one, other))
    assert same_measure(left, right)
    assert agree(left, right) is wanted
    assert agree(right, left) is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("10 p.m. EDT", "02:00 GMT", True),
        ("10 p.m. EDT", "03:00 GMT", False),
        ("6 a.m. ET", "11:00 GMT", True),
        ("6 a.m. ET", "10:00 GMT", True),  # ET tells no summer
        ("6 a.m. ET", "12:00 GMT", False),
        ("18:00 CET", "18:00 GMT", False),
        ("20:00 GMT+3", "1700 GMT", True),
        ("18:15", "4.15 p.m. GMT", True),  # of some zone
        ("18:15", "4.40 p.m. GMT", False),
        ("18:15", "19:15", False),
        ("7 p.m. Pacific time", "0300 GMT", True),
    ],
)
def test_times_are_one_when_they_are_one_moment(one: str, other: str, wanted: bool) -> None:
    left, right = (extract_facts(f"It began at {text}.", None, "en")[0] for text in (one, other))
    assert agree(left, right) is wanted
    assert agree(right, left) is wanted


def test_a_zone_counts_in_every_language() -> None:
    left, right = (
        extract_facts(text, None, language)[0]
        for text, language in (("Um 15 Uhr MEZ fiel der Turm.", "de"), ("в 17:00 по московскому времени", "ru"))
    )
    assert agree(left, right)
    assert moments(left) == {14 * 60}


def test_the_day_on_which_a_moment_falls_is_no_conflict() -> None:
    told = (
        "The balloon Ursa rose over Tessin at 10.15 p.m. EST on Monday.",
        ("The balloon Ursa rose over Tessin at 03:15 GMT on Tuesday."),
    )
    later = told[1].replace("Tuesday", "Friday")
    assert not is_conflict(*told, "en")[0]
    assert is_conflict(told[0], later, "en")[0]


def test_values_in_other_units_are_one_across_languages() -> None:
    left, right = (
        extract_facts(text, None, language)[-1]
        for text, language in (("Winds of 40 miles per hour", "en"), ("vents de 64 kilomètres à l'heure", "fr"))
    )
    assert agree(left, right)


@pytest.mark.parametrize(("one", "other"), [("879", "897"), ("1,243", "1,234"), ("978", "987")])
def test_swapped_digits_are_a_conflict_though_the_figures_are_near(one: str, other: str) -> None:
    assert is_conflict(f"The ferry carried {one} passengers.", f"The ferry carried {other} passengers.", "en")[0]


@pytest.mark.parametrize(
    ("whole", "parts", "wanted"),
    [
        ("The ferry carried 43 passengers.", "The ferry carried 30 passengers and 13 crew.", False),
        ("The ferry carried 45 passengers.", "The ferry carried 30 passengers and 13 crew.", True),
        ("The storm killed nine people.", "The storm killed four people in Orrin and five people in Sarn.", False),
        ("The storm killed eight people.", "The storm killed four people in Orrin and five people in Sarn.", True),
        ("The party won 31 seats.", "The party won 20 seats in the north and 11 seats in the south.", False),
        ("The party won 35 seats.", "The party won 20 seats in the north and 11 seats in the south.", True),
    ],
)
def test_a_total_contradicts_other_parts_but_not_its_own(whole: str, parts: str, wanted: bool) -> None:
    assert is_conflict(whole, parts, "en")[0] is wanted
    assert is_conflict(parts, whole, "en")[0] is wanted


@pytest.mark.parametrize(
    ("change", "ends", "wanted"),
    [
        ("The company cut 30 jobs at its plant.", "The company had 70 jobs at its plant and now has 40 jobs.", False),
        ("The company cut 25 jobs at its plant.", "The company had 70 jobs at its plant and now has 40 jobs.", True),
    ],
)
def test_a_change_contradicts_other_ends_but_not_its_own(change: str, ends: str, wanted: bool) -> None:
    assert bool(value_places(change, ends)) is wanted
    assert bool(value_places(ends, change)) is wanted


@pytest.mark.parametrize(
    ("text", "others", "wanted"),
    [
        ("Membership rose by 5.", "Membership rose from 4 to a total of 9.", True),
        ("Membership fell by 5.", "Membership fell from 9 to a total of 4.", True),
        ("Membership rose by 6.", "Membership rose from 4 to a total of 9.", False),
        ("There were 12 boats.", "There were 3 boats, 4 rafts and 5 canoes.", True),
        ("There were 13 boats.", "There were 3 boats, 4 rafts and 5 canoes.", False),
        ("There were 12 boats.", "There were 12 rafts.", False),
    ],
)
def test_what_figures_make_together(text: str, others: str, wanted: bool) -> None:
    assert is_total(figure(text), figures(others)) is wanted
