"""Finding by words: as typed first, then with a slip; short words only as typed."""

from datetime import UTC, datetime

import pytest

from storyreader.application import SavedQuery, matching_entries, matching_summaries
from storyreader.library import Entry
from storyreader.saving import NotedPassage, SavedSummary

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


def summary(title: str, *notes: NotedPassage) -> SavedSummary:
    when = datetime(2026, 5, 4, tzinfo=UTC)
    return SavedSummary(title, title, ("Ferrow Echo", "Radio Ferrow"), ("a", "b"), when, notes, {})


def note(told: str, verdict: str = "", *tags: str) -> NotedPassage:
    return NotedPassage(told, verdict, tags, ())


SAVED = [
    summary("Bridge shut", note("Who counted?", "check", "Numbers")),
    summary("Avalanche", note("Two verdicts", "agree"), note("Tagged alone", "", "source")),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [("avalanche", [1]), ("avalance", [1]), ("who counted", [0]), ("whu counted", []), ("radio", [0, 1]), ("", [0, 1])],
)
def test_saved_comparisons_by_title_outlet_and_note_with_slips_in_titles_alone(words: str, found: list[int]) -> None:
    assert matching_summaries(words, SAVED) == found


@pytest.mark.parametrize(
    ("typed", "found", "notes"),
    [
        ("#num", [0], ["Who counted?"]),
        ("verdict:CHECK", [0], ["Who counted?"]),
        ("verdict:check #source", [], []),
        ("verdict:agree #source", [], []),
        ("outlet:echo #source", [1], ["Tagged alone"]),
        ("outlet:post", [], []),
        ("avalanche verdict:agree", [1], ["Two verdicts"]),
        ("counted #", [0], ["Who counted?"]),
        ("outlet:", [0, 1], ["Who counted?", "Two verdicts", "Tagged alone"]),
    ],
)
def test_saved_comparisons_by_tag_verdict_and_outlet(typed: str, found: list[int], notes: list[str]) -> None:
    assert matching_summaries(typed, SAVED) == found
    query = SavedQuery.of(typed)
    assert [passage.told for head in SAVED for passage in query.passages(head)] == notes
