"""Dates as pages write them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from storyreader.dates.date_stamps import find_stamps, impossible_dates
from storyreader.dates.stamped_text import with_year, without_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thursday, 15 January 2026 06:40 AM EST", "2026-01-15T06:40:00-05:00"),
        ("15 January 2026, 6:40 a.m. ET", "2026-01-15T06:40:00-05:00"),
        ("15 July 2026, 6:40 a.m. ET", "2026-07-15T06:40:00-04:00"),
        ("8 March 2026, 6:40 a.m. ET", "2026-03-08T06:40:00-04:00"),
        ("Published March 3, 2025 at 4:05 p.m.", "2025-03-03T16:05:00"),
        ("2025-03-03T16:05:00Z", "2025-03-03T16:05:00+00:00"),
        ("2025-03-03T16:05:00+02:00", "2025-03-03T16:05:00+02:00"),
        ("Stand: 03.04.2025, 12:30 Uhr", "2025-04-03T12:30:00"),
        ("Le 3 février 2025 à 12h30", "2025-02-03T12:30:00"),
        ("5 de mayo de 2025", "2025-05-05"),
        ("2025. május 5.", "2025-05-05"),
        ("5 мая 2025", "2025-05-05"),
        ("2025年5月3日 12時30分", "2025-05-03T12:30:00"),
        ("23. 12. 2024 13:31", "2024-12-23T13:31:00"),
        ("POSTED TUE, MAR 3 20268:05 PM", "2026-03-03T20:05:00"),
        ("March 3, 2026117 views", "2026-03-03"),
        ("Ostvik DagbladJune 21, 2025", "2025-06-21"),
        ("Tue Jul 01 12:45:00 CEST 2025", "2025-07-01T12:45:00+02:00"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24+00:00"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
    ],
)
def test_a_date_is_read(text: str, value: str) -> None:
    assert [found.value.isoformat() for found in find_stamps(text)] == [value]


def test_a_date_that_may_be_read_two_ways_says_so() -> None:
    assert find_stamps("3/4/2025")[0].doubt
    assert not find_stamps("3/14/2025")[0].doubt


@pytest.mark.parametrize("text", ["2026-40-15", "2025-02-30", "2025/13/01"])
def test_a_date_that_cannot_exist_is_reported_and_not_repaired(text: str) -> None:
    assert find_stamps(text) == []
    assert list(impossible_dates(f"date {text} here")) == [text]


@pytest.mark.parametrize("text", ["", "3.5 per cent", "call 0816-8555-497", "page 12 of 2025", "31 June 2025", "May"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_stamps(text) == []


@given(st.text(max_size=120))
def test_any_text_is_survived(text: str) -> None:
    for found in find_stamps(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.dates(date(1981, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert [found.value for found in find_stamps(day.strftime("%d %B %Y"))] == [day]
    assert [found.value for found in find_stamps(day.isoformat())] == [day]


@pytest.mark.parametrize(
    "text", ["Ann Bell 9 March 2026, 8:15", "Ann Bell Mar 9", "Ann Bell 9. März", "Ann Bell 09.03.2026"]
)
def test_dates_are_cut_out_of_a_line(text: str) -> None:
    assert without_dates(text, "").strip() == "Ann Bell"


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("Posted Nov 19, 6:51 AM", "Posted Nov 19 2025, 6:51 AM"),
        ("Le 3 février à 12h30", "Le 3 février 2025 à 12h30"),
        ("Posted Nov 19, 2019", "Posted Nov 19, 2019"),
        ("Room 19", "Room 19"),
    ],
)
def test_a_day_without_its_year_gets_one(text: str, complete: str) -> None:
    assert with_year(text, 2025) == complete
