"""Entries of a list that begin with a date: their year is that of the list, however it is asked for."""

from collections.abc import Sequence
from datetime import date

import pytest

from storyreader.facts import FactExtractor, extract_article_facts
from storyreader.reading import Reading
from tests.engine.stories import article

DAY = date(2025, 10, 20)


def values(sentences: Sequence[str], published: date | None = DAY, language: str = "en") -> list[list[object]]:
    facts = extract_article_facts(sentences, published, language)
    return [[fact.value for fact in found if fact.kind == "date"] for found in facts]


@pytest.mark.parametrize(
    ("sentences", "language", "wanted"),
    [
        (("The choir will travel from May 2026 on.", "May 6 – Tarn", "May 9 – Lund"), "en", "2026-05-06 2026-05-09"),
        (("The choir travels next year:", "Stops", "May 6: Tarn", "May 9: Lund"), "en", "2026-05-06 2026-05-09"),
        (("Wie es 2021 weiterging:", "3. Mai: ein Sturm", "9. Mai: eine Flut"), "de", "2021-05-03 2021-05-09"),
        (("La coral viajará en mayo de 2026.", "6 de mayo: Tarn", "9 de mayo: Lund"), "es", "2026-05-06 2026-05-09"),
        (("Stops of the choir", "December 28, 2023, Tarn", "January 3, Lund"), "en", "2023-12-28 2024-01-03"),
        (("The choir was founded in 1998.", "May 6 – Tarn", "May 9 – Lund"), "en", "2025-05-06 2025-05-09"),
    ],
)
def test_entries_have_the_year_of_their_list(sentences: tuple[str, ...], language: str, wanted: str) -> None:
    assert [found[0] for found in values(sentences, language=language)[-2:]] == wanted.split()


def test_a_list_dates_entries_of_an_article_without_a_day() -> None:
    assert values(("The choir sings in May 2026.", "May 6: Tarn", "May 9: Lund"), None)[1:] == [
        ["2026-05-06"], ["2026-05-09"],
    ]  # fmt: skip


def test_a_sentence_that_begins_with_a_date_is_no_list() -> None:
    assert values(("The choir sings in May 2026.", "May 6 was dull.", "It rained."))[1] == ["2025-05-06"]


def test_an_entry_is_the_same_whichever_is_asked_first() -> None:
    sentences = ("The choir sings from May 2026 on.", *(f"May {day}: town {day}" for day in range(3, 30)))
    extractor = FactExtractor(sentences, DAY, "en")
    backwards = [extractor.of(number) for number in reversed(range(len(sentences)))]
    assert tuple(reversed(backwards)) == extract_article_facts(sentences, DAY, "en")


@pytest.mark.parametrize(
    "entries",
    [
        ("May 6, 2026: town hall of Tarn, 40 seats", "May 9, 2026: town hall of Lund, 70 seats"),
        ("6 mai 2026 : mairie de Tarn, 40 places", "9 mai 2026 : mairie de Lund, 70 places"),
    ],
)
def test_entries_of_a_list_do_not_contradict_each_other(entries: tuple[str, ...]) -> None:
    assert not Reading(article(entries, DAY)).inconsistencies
