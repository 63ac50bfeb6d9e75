"""Who, when and how much, in one line."""

from datetime import UTC, date, datetime

import pytest

from storyreader.messages import details
from tests.making import make_article


@pytest.mark.parametrize(
    ("saved", "end"),
    [
        (None, "3 words"),
        (date(2026, 5, 9), "saved 9 May 2026"),
        (datetime(2026, 5, 9, 8, tzinfo=UTC), "saved 9 May 2026"),
    ],
)
def test_the_day_of_saving_stands_at_the_end(saved: date | None, end: str) -> None:
    article = make_article(["The weir broke."], publisher="Quern Post", saved=saved)
    assert details(article).startswith("Quern Post · date unknown · 3 words")
    assert details(article).endswith(end)
