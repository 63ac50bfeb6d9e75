"""The same words on another day, and values across two languages."""

from dataclasses import replace
from datetime import date

import pytest

from storyreader import Article, Comparison, compare
from tests.engine.stories import article


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(d.left_text, d.right_text, d.reason) for link in comparison.links for d in link.differences if d.conflict]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The pier of Orn was opened yesterday.", "yesterday"),
        ("Die Mole von Orn wurde gestern eröffnet.", "gestern"),
        ("El muelle de Orn se inauguró ayer.", "ayer"),
    ],
)
def test_a_day_that_was_copied_is_another_day(text: str, word: str) -> None:
    left, right = (article((text,), published=date(2026, 3, day)) for day in (11, 16))
    comparison = compare(left, right)
    assert told(comparison) == [(word, word, "date")]
    assert comparison.links[0].kind == "conflict"
    assert comparison.links[0].differences[0].says.endswith("neither date lies inside the other")


@pytest.mark.parametrize(
    "text", ["The pier of Orn was opened on Monday.", "The pier of Orn was opened on 3 March 2026."]
)
def test_what_was_filled_in_is_no_ground_for_a_conflict(text: str) -> None:
    left, right = (article((text,), published=date(2026, 3, day)) for day in (11, 17))
    assert told(compare(left, right)) == []


def in_language(text: tuple[str, ...], language: str) -> Article:
    return replace(article(text, published=date(2026, 3, 9)), language=language)


def test_figures_and_days_across_languages() -> None:
    told_in_english = "In Tull 14 people died, the office of Orn said.", "Another 31 were taken to the clinic of Lenzo."
    told_in_spanish = "En Tull murieron 14 personas, dijo Orn.", "Otras 41 fueron llevadas a la clínica de Lenzo."
    left, right = in_language(told_in_english, "en"), in_language(told_in_spanish, "es")
    comparison = compare(left, right)
    assert [(one, other) for one, other, _ in told(comparison)] in ([("31", "41")], [("Another 31", "Otras 41")])


def test_nothing_is_told_across_languages_where_nothing_agrees() -> None:
    left = in_language(("The choir of 31 sang.",), "en")
    right = in_language(("El coro de 41 cantó.",), "es")
    assert told(compare(left, right)) == []
