"""What the list says of a story: its name, its days, its versions, and the accounts in other languages."""

from collections.abc import Sequence
from typing import Any

import pytest

from storyreader.library import (
    Entry,
    Story,
    change_between,
    group_stories,
    possible_versions,
    with_other_languages,
)
from storyreader.library.addresses import canonical_address
from storyreader.library.story_names import story_name
from storyreader.messages import days_line, story_line, version_line


def entries(*headlines: str, **fields: object) -> list[Entry]:
    return [
        Entry(f"{at}.txt", headline=text, publisher=f"Outlet {at}", **fields)  # type: ignore[arg-type]
        for at, text in enumerate(headlines)
    ]


@pytest.mark.parametrize(
    ("headlines", "name"),
    [
        (("Orn doubles down on ‘Rods. We love it.’", "‘Rods. We love it.’: Orn divided", "Rods for Orn"), "Rods"),
        (("Council backs Ferrow Gorge dam", "As it happened: Ferrow Gorge dam", "Verrin says yes"), "Ferrow Gorge dam"),
        (("Theft of data at hospital", "Inquiry into data theft", "Minister on data theft"), "Data theft"),
        (("A fire in Aldermouth", "24 hurt at Aldermouth"), "Aldermouth"),
        (("Ten hurt in fire", "A fire burns"), "Ten hurt in fire"),  # a small word alone is no name
        (("The king of Spain", "The king of Norway"), "The king of Spain"),
        (("إضراب يوقف العبّارات", "شلل في حركة العبّارات"), "العبّارات"),
        (("Bridge shut", "Nothing of it"), "Bridge shut"),
        (("Orn’s Private Lander Is Late", "Orn adds firms to its lander", "The lander of Brenn"), "Orn"),
    ],
)
def test_a_story_is_called_what_several_outlets_call_it(headlines: tuple[str, ...], name: str) -> None:
    assert story_name(entries(*headlines)) == name


def test_the_words_of_one_outlet_alone_are_no_name() -> None:
    twins = [Entry(f"{at}.txt", headline="Late night session on the dam", publisher="Echo") for at in range(2)]
    other = Entry("3.txt", headline="The Ferrow Dam is voted", publisher="Radio")
    last = Entry("4.txt", headline="Ferrow Dam approved", publisher="Post")
    assert story_name([*twins, other, last]) == "Ferrow Dam"


@pytest.mark.parametrize(
    ("times", "line"),
    [
        (["2026-04-22T23:10:00+02:00", None, "2026-04-23"], "22-23 Apr"),
        (["2026-04-22"], "22 Apr"),
        (["2026-04-30", "2026-05-02"], "30 Apr-2 May"),
        (["2025-12-31", "2026-01-01"], "31 Dec 2025-1 Jan 2026"),
        ([None], ""),
    ],
)
def test_days(times: list[str | None], line: str) -> None:
    assert days_line(times) == line


def test_a_story_in_a_line() -> None:
    story = Story("Ferrow Dam", (0, 1))
    there = entries("Dam", "Dam", published="2026-04-22")
    assert story_line(story, there, None) == "Ferrow Dam · 2 accounts · 22 Apr"
    assert story_line(story, there, 0) == "Ferrow Dam · 2 accounts · 22 Apr"
    assert story_line(story, there, 3) == "Ferrow Dam · 2 accounts · 22 Apr · ! 3"
    assert story_line(story, there, 3, 2) == "Ferrow Dam · 2 accounts · 22 Apr · ! 3 · board: 2 new"


SENTENCES = ["The bridge closed.", "Engineers found a crack in the pillar.", "Twelve vans were on it.", "No one spoke."]


@pytest.mark.parametrize(
    ("later", "line"),
    [
        (SENTENCES, "two versions, the same sentences"),
        (SENTENCES[:3], "two versions, 1 sentence dropped"),
        ([*SENTENCES, "A diver looked.", "Buses run."], "two versions, 2 sentences added"),
        (
            [SENTENCES[0], "Engineers found a crack in one pillar.", SENTENCES[2], "A diver looked at the foot."],
            "two versions, 1 sentence dropped, 1 added, 1 reworded: 1 number",
        ),
        (["Something else altogether.", "And more of it."], None),
        ([], None),
    ],
)
def test_what_became_of_an_earlier_version(later: list[str], line: str | None) -> None:
    change = change_between(SENTENCES, later)
    assert (version_line(change) if change is not None else None) == line


def test_versions_are_of_one_outlet_in_one_story_the_earlier_first() -> None:
    there = [
        Entry("0", publisher="Echo", published="2026-04-22", updated="2026-04-23"),
        Entry("1", publisher="ECHO", published="2026-04-22"),
        Entry("2", publisher="Radio"),
        Entry("3", publisher="Echo"),
        Entry("4"),
        Entry("5"),
    ]
    assert possible_versions(there, [Story("x", (0, 1, 2, 4, 5)), Story("y", (3,))]) == {(1, 0): 0.5}


def test_versions_are_of_one_address_whatever_they_call_themselves() -> None:
    there = [
        Entry("0", publisher="Echo", published="2026-04-23"),
        Entry("1", publisher="The Echo"),
        Entry("2"),
        Entry("3"),
    ]
    addresses = [
        "https://www.echo.example/a/fire?utm_source=x", "http://echo.example/a/fire/amp", "https://echo.example/",
        "https://www.echo.example",
    ]  # fmt: skip
    assert possible_versions(there, [Story("x", (0, 1))], addresses) == {(1, 0): 0.1}
    assert possible_versions(there, [], ["https://echo.example/a?id=1", "https://echo.example/a?id=2", None]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.x.example/a/", "http://x.example/a"),
        ("https://m.x.example/a/index.html#top", "https://x.example/a"),
        ("https://x.example/amp/a.html?fbclid=1", "https://x.example/a.html"),
        ("https://x.example/?b=2&a=1", "https://x.example?a=1&b=2&utm_medium=rss"),
    ],
)
def test_two_ways_of_writing_an_address(one: str, other: str) -> None:
    assert canonical_address(one) == canonical_address(other) != ""


@pytest.mark.parametrize("address", ["", "https://x.example/", "file:///a.html", "http://[x", "mailto:a@x.example"])
def test_what_is_no_address_of_a_page(address: str) -> None:
    assert canonical_address(address) == ""


def test_edits_are_ranked_by_what_they_touch() -> None:
    before = [
        "Workers in the harbour town were surprised by the flood again.",
        "Officials said that the bridge of the old town was closed.",
        "“We will open it again in the spring”, said Orla Dunmere of the board.",
        "Mayor Anna Berg spoke to the people of the town for an hour.",
        "The storm left 24 people without a home in the valley.",
        "The road to the harbour will be closed until the summer comes.",
        "Nothing of it is gone.",
    ]
    after = [
        "Workers in the harbour town were startled by the flood again.",
        "The bridge of the old town was closed.",
        "“We will open it again in the winter”, said Orla Dunmere of the board.",
        "Mayor Karl Holm spoke to the people of the town for an hour.",
        "The storm left 31 people without a home in the valley.",
        "The road to the harbour will allegedly be closed until the summer comes.",
        "Nothing of it is gone.",
        "In all 7 ferries sailed.",
    ]
    change = change_between(before, after, ("Flood in the harbour", "Flood kills nobody"), "en", 0.1)
    assert change is not None
    assert [edit.kind for edit in change.edits] == [
        "headline", "number", "number", "name", "quotation", "attribution", "caveat", "wording",
    ]  # fmt: skip
    assert (change.edits[1].before, change.edits[1].after) == (before[4], after[4])
    assert (change.edits[2].before, change.edits[2].after) == ("", after[7])
    assert version_line(change) == (
        "two versions, 1 sentence added, 6 reworded: "
        "other headline, 1 number, 1 name, 1 quotation, 1 attribution, 1 caveat"
    )


def test_of_one_address_less_must_be_the_same() -> None:
    before, after = (
        [f"Sentence {word} of it." for word in "abcdefgh"],
        ["Sentence a of it.", *["Now all is other."] * 7],
    )
    assert change_between(before, after) is None
    assert change_between(before, after, least=0.1) is not None
    assert change_between(before, ["Now all is other."], least=0.1) is None


class Encoder:
    """Puts texts where a table says, by their first word."""

    def __init__(self, places: dict[str, tuple[float, float, float]]) -> None:
        self._places = places

    def vectors(self, texts: Sequence[str]) -> Any:
        numpy = pytest.importorskip("numpy")
        return numpy.array([self._places[text.split()[0]] for text in texts])


STORIES = [Story("Ferry", (0, 1)), Story("Flood", (2,)), Story("Transbordador", (3,))]


def told(day: str | None = "2026-04-24") -> list[Entry]:
    return [
        Entry("0", headline="Ferry aground", language="en", published="2026-04-22"),
        Entry("1", headline="Ferry aground", language="en", published="2026-04-23"),
        Entry("2", headline="Flood ends", language="en", published="2026-04-22"),
        Entry("3", headline="Transbordador encallado", language="es", published=day),
    ]


def test_an_account_in_another_language_joins_the_story_it_is_clearly_closest_to() -> None:
    near = Encoder({"Ferry": (1, 0, 0), "Flood": (0, 1, 0), "Transbordador": (0.9, 0.1, 0.42)})
    joined = with_other_languages(told(), STORIES, near, lambda _: "")
    assert [story.members for story in joined] == [(0, 1, 3), (2,)]
    assert joined[0].title == "Ferry"


@pytest.mark.parametrize(
    ("place", "day"),
    [((0.6, 0.1, 0.8), "2026-04-24"), ((0.9, 0.89, 0.0), "2026-04-24"), ((1, 0, 0), "2026-06-24"), ((1, 0, 0), None)],
)
def test_what_is_far_or_between_two_or_of_other_days_stays_alone(
    place: tuple[float, float, float], day: str | None
) -> None:
    encoder = Encoder({"Ferry": (1, 0, 0), "Flood": (0, 1, 0), "Transbordador": place})
    assert with_other_languages(told(day), STORIES, encoder, lambda _: "") == STORIES


def test_stories_found_by_words_have_the_name_of_their_headlines() -> None:
    words = "council:2 ferrow:4 gorge:2 vote:2"
    there = entries("Ferrow Gorge dam approved", "Council says yes to the Ferrow Gorge dam")
    assert [story.title for story in group_stories(there, [words, words])] == ["Ferrow Gorge dam"]
