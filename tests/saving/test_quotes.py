"""A quotation that stands, or nearly stands, in two places: found where one is clearly better, else left open."""

import pytest

from storyreader.saving.quotes import QuotedText, QuoteSelector
from tests.making import make_article

WAVED = "He waved."
FERRY = QuotedText(
    make_article(["The ferry left Orrin at dawn.", WAVED, "The ferry left Orrin at dusk.", WAVED, "Rain fell."])
)
FIRST, SECOND = (place for place, _ in FERRY._occurrences(WAVED))


@pytest.mark.parametrize(
    ("prefix", "suffix", "place"),
    [
        ("The ferry left Orrin at dawn.", "The ferry left", FIRST),
        ("The ferry left Orrin at dusk.", "Rain fell.", SECOND),
        ("The ferry left Orrin at noon.", "", None),  # a little more like dawn than like dusk: not enough
        ("The ferry left Orrin at dark.", "", None),
        ("Snow lay on every roof of the town.", "", None),
    ],
)
def test_of_two_places_only_a_clearly_better_one_is_taken(prefix: str, suffix: str, place: int | None) -> None:
    found = FERRY.find(QuoteSelector(WAVED, prefix, suffix))
    assert (found[0] if found else None) == place


def test_of_two_alike_sentences_a_changed_quotation_is_neither() -> None:
    dawn, dusk = (f"The captain of the ferry saw a light on the pier at {time}." for time in ("dawn", "dusk"))
    changed = QuoteSelector("The captain of the ferry saw a lamp on the pier at noon.")
    assert QuotedText(make_article([dawn, dusk, "Rain fell."])).find(changed) is None
    found = QuotedText(make_article([dawn, "Nobody was hurt.", "Rain fell."])).find(changed)
    assert found is not None
    assert dawn[slice(*found)].startswith("The captain of the ferry saw a light")
