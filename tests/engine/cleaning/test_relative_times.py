"""Ages of articles, in many languages."""

import pytest

from storyreader.cleaning.relative_times import shows_age


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Bell • 16 hours ago", "8h", "Updated 21 minutes ago", "an hour ago", "vor 3 Stunden",
        "vor einer Stunde", "il y a 2 heures", "hace 3 horas",
        "há 5 horas", "2 ore fa", "3 uur geleden", "5 часов назад",
        "منذ 3 ساعات", "3時間前", "3小时前", "2시간 전",
    ],
)  # fmt: skip
def test_ages_are_known(text: str) -> None:
    assert shows_age(text)


@pytest.mark.parametrize("text", ["For the time being", "9 March 2026", "World Cup 2d", "vor Gericht", "5 min read"])
def test_other_lines_tell_no_age(text: str) -> None:
    assert not shows_age(text)
