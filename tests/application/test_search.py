"""Finding by words: as typed first, then with a slip; short words only as typed."""

from datetime import UTC, datetime

import pytest

from storyreader.application import matching_entries, matching_summaries
from storyreader.library import Entry
from storyreader.saving import SavedSummary

ENTRIES = [
    Entry("a.txt", headline="Bridge shut", publisher="The Ferrow Echo"),
    Entry("b.txt", headline="Crack closes bridge", publisher="Radio Ferrow", agency="Norden Wire"),
    Entry("c.txt", headline="Orchard blight", publisher="Orchard Post"),
    Entry("d.pdf", problem="bridge.pdf is a PDF."),
    Entry("e.txt", headline="Brigde toll raised", publisher="The Ferrow Echo"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", [0, 1, 4]),
        (" BRIDGE ", [0, 1, 4]),
        ("orchrd", [2]),
        ("norden wire", [1]),
        ("zzz", []),
        ("oct", []),
        ("bra", []),
        ("", [0, 1, 2, 4]),
    ],
)
def test_articles_by_headline_and_outlet(words: str, found: list[int]) -> None:
    assert matching_entries(words, ENTRIES) == found


def summary(title: str, *notes: str) -> SavedSummary:
    when = datetime(2026, 5, 4, tzinfo=UTC)
    return SavedSummary(title, title, ("Ferrow Echo", "Radio Ferrow"), when, len(notes), notes, {})


@pytest.mark.parametrize(
    ("words", "found"),
    [("avalanche", [1]), ("avalance", [1]), ("who counted", [0]), ("whu counted", []), ("radio", [0, 1]), ("", [0, 1])],
)
def test_saved_comparisons_by_title_outlet_and_note_with_slips_in_titles_alone(words: str, found: list[int]) -> None:
    assert matching_summaries(words, [summary("Bridge shut", "Who counted?"), summary("Avalanche")]) == found
