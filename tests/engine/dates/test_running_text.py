"""Dates of running text: which day is meant, and what of it the text leaves to its reader."""

from datetime import date

import pytest

from storyreader.facts import agree, extract_facts

DAY = date(2026, 4, 20)  # a Monday


def dates(text: str, day: date = DAY, language: str = "en") -> list[tuple[str, str, str | None]]:
    found = (fact for fact in extract_facts(text, day, language) if fact.kind == "date")
    return [(fact.text, str(fact.value), fact.inferred) for fact in found]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Am Freitag wollen sich die Gilden treffen.", "de", "2026-04-24"),
        ("Forecasters expect the storm to reach Orn on Friday.", "en", "2026-04-24"),
        ("The second part is to be broadcast on Thursday.", "en", "2026-04-23"),
        ("Ferries are to sail again on Friday.", "en", "2026-04-24"),
        ("The pass will be reopened on Wednesday.", "en", "2026-04-22"),
        ("The mayor was to be questioned on Wednesday.", "en", "2026-04-15"),
        ("The pass was reopened on Wednesday.", "en", "2026-04-15"),
        ("Divers will go down to the damaged pier on Wednesday.", "en", "2026-04-22"),
        ("Divers damaged the pier on Wednesday.", "en", "2026-04-15"),
        ("Der Pass wird am Mittwoch wieder geöffnet.", "de", "2026-04-22"),
    ],
)
def test_the_tense_tells_which_weekday(text: str, language: str, value: str) -> None:
    [(_, found, inferred)] = dates(text, DAY, language)
    assert (found, inferred) == (value, "week")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The pier, which was rammed by a barge in June, is shut.", "en", "2025-06"),
        ("The court will hear the fishers in June.", "en", "2026-06"),
        ("The pier, which was damaged by fire in December, is shut.", "en", "2025-12"),
        ("The work on the pier ends by early December.", "en", "2026-12"),
        ("Voters in Orn go to the polls in January.", "en", "2027-01"),
        ("The guild fears losing the town hall in the vote in January.", "en", "2027-01"),
        ("The hall opened in April.", "en", "2026-04"),
        ("The guild, which has not yet been invited to the July feast, waits.", "en", "2026-07"),
        ("They searched for songs that will be played from July on.", "en", "2026-07"),
        ("The hall will open in April.", "en", "2026-04"),
        ("La sala será renovada en abril.", "es", "2026-04"),
    ],
)
def test_the_tense_tells_which_year_a_month_is_of(text: str, language: str, value: str) -> None:
    [(_, found, inferred)] = dates(text, DAY, language)
    assert (found, inferred) == (value, "year")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The weir broke in May last year.", "en", "2025-05"),
        ("The weir broke in October two years ago.", "en", "2024-10"),
        ("The vote is planned for June next year.", "en", "2027-06"),
        ("Das Wehr brach im Mai vergangenen Jahres.", "de", "2025-05"),
        ("La presa se rompió en mayo del año pasado.", "es", "2025-05"),
    ],
)
def test_a_month_and_a_year_told_in_words_are_one_date(text: str, language: str, value: str) -> None:
    [(_, found, inferred)] = dates(text, DAY, language)
    assert (found, inferred) == (value, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The baths close every Monday.", "en"),
        ("Each Friday the bells ring.", "en"),
        ("Jeden Montag läuten die Glocken.", "de"),
        ("El mercado abre todos los viernes.", "es"),
        ("Le marché ouvre chaque vendredi.", "fr"),
        ("Today, such nets are rarely woven by hand.", "en"),
        ("Today, few families live from fishing.", "en"),
        ("Most divers today work part time.", "en"),
        ("He appeared on Orn Radio's “This Week.”", "en"),
        ("Divers were once feared in Orn; today most of them teach.", "en"),
        ("Most villages today have no shop of their own.", "en"),
    ],
)
def test_what_comes_again_is_no_date(text: str, language: str) -> None:
    assert dates(text, DAY, language) == []


@pytest.mark.parametrize("text", ["Today, the council voted.", "The weir is shut today.", "It will rain today."])
def test_a_plain_today_is_a_date(text: str) -> None:
    assert dates(text) == [("Today" if text.startswith("Today") else "today", "2026-04-20", None)]


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        ("The vote is in September.", "The vote was in September 2024.", True),  # the year of the left one is a guess
        ("The vote is in September.", "The vote is in October 2026.", False),
        ("Talks resume on Tuesday.", "Talks resume on 28 April 2026.", True),  # a Tuesday, too
        ("Talks resume on Tuesday.", "Talks resume on 29 April 2026.", False),
        ("The weir broke on 3 May.", "The weir broke on 3 May 2024.", True),
        ("The weir broke on 3 May.", "The weir broke on 4 May 2024.", False),
        ("The weir broke yesterday.", "The weir broke on 18 April 2026.", False),
    ],
)
def test_what_was_filled_in_contradicts_nothing(left: str, right: str, together: bool) -> None:
    pair = [next(fact for fact in extract_facts(text, DAY, "en") if fact.kind == "date") for text in (left, right)]
    assert agree(*pair) is together
    assert agree(*reversed(pair)) is together
