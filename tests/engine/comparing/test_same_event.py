"""One event or two: nothing is said of conflicts between two events."""

from dataclasses import replace
from datetime import date

import pytest

from storyreader import Article, compare
from storyreader.comparing.eventful import tells_of_an_event
from storyreader.comparing.same_event import FEATURES, event_features, load_event_model
from storyreader.comparing.whole_names import whole_names
from storyreader.reading import Reading
from tests.engine.stories import article

FIRE = (
    "A fire in the cannery of Orn killed three people on Monday night.",
    "The fire broke out in the packing hall, said fire chief Ulla Brenn.",
    "Flames were seen from across the harbour, and the road to the quay was closed.",
    "The town has asked for 40 more firefighters from Sarn.",
)
SAME_FIRE = (
    "Three people died when a fire destroyed the packing hall of the cannery in Orn on Monday night.",
    "Fire chief Ulla Brenn said that it broke out in the packing hall.",
    "The road to the quay was closed, and 40 firefighters from Sarn were on their way to the harbour.",
    "People in Orn saw the flames from the other side of the harbour.",
)
OTHER_FIRE = (
    "A fire in the sawmill of Tull killed five people on Friday night.",
    "The fire broke out in the drying hall, said fire chief Ivor Kent.",
    "Flames were seen from across the valley, and the road to the station was closed.",
    "The town has asked for 25 more firefighters from Marl.",
)
BRAND = (
    "Bei einem Brand in der Fischfabrik von Orn sind in der Nacht zum Montag drei Menschen gestorben.",
    "Das Feuer brach in der Packhalle aus, sagte Brandmeisterin Ulla Brenn.",
    "Die Straße zum Kai wurde gesperrt, und aus Sarn kamen 40 Feuerwehrleute.",
)
GREMIUM = (
    "Der Gemeinderat von Tull hat am Freitag den Kauf der alten Sägemühle beschlossen.",
    "Bürgermeister Ivor Kent sprach von einem guten Tag, die Gegner aus Marl von Verschwendung.",
    "Abgestimmt wurde nach vier Stunden, im Saal waren 60 Zuhörer.",
)


def on(paragraphs: tuple[str, ...], day: date | None = None) -> Article:
    return article(paragraphs, published=day)


def test_one_event() -> None:
    event = compare(on(FIRE), on(SAME_FIRE)).summary.event
    assert event.verdict == "same event"
    assert event.says.startswith("Both tell of the same event: both name ")


def test_a_later_account_of_it() -> None:
    comparison = compare(on(FIRE, date(2026, 3, 10)), on(SAME_FIRE, date(2026, 3, 12)))
    assert comparison.summary.event.verdict == "later account"
    assert "B was published 2 days later" in comparison.summary.remarks[0]
    back = compare(on(SAME_FIRE, date(2026, 3, 12)), on(FIRE, date(2026, 3, 10)))
    assert "A was published 2 days later" in back.summary.remarks[0]


@pytest.mark.parametrize(("left", "right"), [(FIRE, OTHER_FIRE), (BRAND, GREMIUM)], ids=["two fires", "auf Deutsch"])
def test_two_events_have_no_conflicts(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    comparison = compare(on(left), on(right))
    assert comparison.summary.event.verdict == "two events"
    assert "different events" in comparison.summary.remarks[0]
    assert not [found for link in comparison.links for found in link.differences if found.conflict]


def test_what_differs_between_two_events_is_still_set_side_by_side() -> None:
    comparison = compare(on(FIRE), on(OTHER_FIRE))
    assert any(found.reason == "unsure" for link in comparison.links for found in link.differences)


def test_accounts_far_apart_that_are_not_surely_one_event_are_two() -> None:
    mixed = (*GREMIUM, "Im vorigen Jahr starben bei einem Brand in Orn drei Menschen.")
    assert compare(on(BRAND), on(mixed)).summary.event.verdict == "unsure"
    far = compare(on(BRAND, date(2025, 3, 10)), on(mixed, date(2026, 3, 12)))
    assert far.summary.event.verdict == "two events"


def test_accounts_far_apart_that_share_no_name_are_of_two_events() -> None:
    train = ("A train left the rails near the town of {} on Thursday, killing {} people.",
             "It carried {1}00 passengers and was travelling fast, the rail agency said.",
             "{1} carriages fell down a slope and the line to {0} was blocked.",
             "The government has declared days of mourning.")  # fmt: skip
    one, other = (tuple(text.format(*words) for text in train) for words in (("Corvin", "14"), ("Tolma", "3")))
    assert compare(on(one, date(2025, 5, 8)), on(other, date(2026, 6, 9))).summary.event.verdict == "two events"


def test_two_storms_of_two_years_are_two_though_they_name_one_governor() -> None:
    storm = (
        "Hurricane {} made landfall near {} on Friday with strong winds, leaving {} people dead.",
        "About {}00 homes were without electricity, the utility Gulf Power said.",
        "Gov. Lena Hartwell declared a state of emergency in {} counties.",
        "The storm was expected to weaken as it moved inland.",
    )
    words = (("Odell", "Port Galen", "9"), ("Priscus", "Cape Tarn", "2"))
    one, other = (
        (storm[0].format(*told), storm[1].format(told[2]), storm[2].format(told[2]), storm[3]) for told in words
    )
    assert compare(on(one, date(2025, 9, 6)), on(other, date(2026, 10, 13))).summary.event.verdict != "later account"


def test_a_few_words_tell_nothing() -> None:
    assert compare(on(FIRE[:1]), on(OTHER_FIRE[:1])).summary.event.verdict == "unsure"
    assert compare(on(()), on(OTHER_FIRE)).summary.event.verdict == "unsure"


def test_two_languages_are_never_called_two_events() -> None:
    comparison = compare(replace(on(OTHER_FIRE), language="en"), replace(on(BRAND), language="de"))
    assert comparison.summary.event.verdict == "unsure"


def test_a_possessor_is_the_same_name() -> None:
    reading = Reading(on(("Then Orn’s mayor left.", "She loves Orn and Orn's pier.")))
    assert reading.names == {"Orn": 3}
    assert reading.names_of_lead(1) == {"Orn"}


def test_swapped_sides_give_the_same_figures() -> None:
    left, right = Reading(on(FIRE)), Reading(on(SAME_FIRE))
    assert event_features(left, right, 3) == event_features(right, left, 3)


def test_the_model_has_a_weight_for_every_figure() -> None:
    model = load_event_model()
    assert len(model.chance.weights) == len(FEATURES)
    assert 0 < model.two < model.same < 1


@pytest.mark.parametrize(
    ("sentences", "words", "names"),
    [
        (("Fire hit New Marl.", "In New Marl the Sarn Hall burnt."), ("New", "Marl", "Sarn"),
         ["New Marl", "Sarn Hall"]),
        (("In Orn Ulla Brenn spoke.", "There Brenn, Sen. Kent and I saw Brenn's car."), ("Brenn", "I", "Sen", "Kent"),
         ["Brenn", "Kent"]),
        (("The shop Val-Mer sold it.", "At Val-Mer all was shut."), ("Val", "Mer"), ["Val-Mer"]),
        (("The shop Val-du-Mer sold it.", "At Val-du-Mer all was shut."), ("Val", "Mer"), ["Val-du-Mer"]),
        (("An Orn-based shop sold it.", "At Orn all was shut."), ("Orn",), ["Orn"]),
        (("He met Brenn's Orn crew.", "And Brenn left."), ("Brenn",), ["Brenn"]),
    ],
)  # fmt: skip
def test_names_are_told_whole(sentences: tuple[str, ...], words: tuple[str, ...], names: list[str]) -> None:
    reading = Reading(article(sentences, language="en"))
    assert whole_names(words, reading, reading) == names


CHECKLIST = (
    "The Tarn Wander is the best boot for beginners on the hills of Orn.",
    "Look for soles of the Marl kind if you walk on wet rock.",
    "Your pack should weigh no more than a quarter of your own weight.",
    "The Orn Trail Two costs 90 crowns and is light.",
    "It has room for a tent, a stove and two bottles.",
    "The Tarn Wander Pro is dearer, and lasts for longer.",
    "You can buy both boots in most shops of Marl.",
    "Take a map with you, since few paths near Orn are marked.",
    "A second pair of socks weighs next to nothing.",
    "With this list you are ready for your first tour.",
)
OTHER_LIST = (
    "Beginners on the hills of Orn like the Tarn Wander best.",
    "On wet rock soles of the Marl kind hold well.",
    "A pack that weighs a quarter of what you weigh is too heavy for most.",
    "We like the Orn Trail Two, which is light and costs 90 crowns.",
    "A tent, a stove and two bottles fit into it.",
    "For long tours the Tarn Wander Pro is worth its price.",
    "Most shops of Marl have both boots.",
    "Few paths near Orn are marked, so take a map.",
    "Pack a second pair of socks.",
    "Have fun on your first tour.",
)
REPORT = (
    *FIRE,
    "The mayor spoke on Tuesday.",
    "Kent, 40, had locked the hall.",
    *(f"Nobody saw lamp {n}." for n in "ABCD"),
)


def test_guides_are_no_accounts_of_an_event() -> None:
    event = compare(on(CHECKLIST), on(OTHER_LIST)).summary.event
    assert event.verdict == "unsure"
    assert event.says.endswith(
        "A and B hardly name a day or a source, as guides and lists do, so that no conflicts are told."
    )


def test_of_guides_nothing_is_a_conflict() -> None:
    line, other = "The Orn Trail Two pack costs 90 crowns in Marl.", "The Orn Trail Two pack costs 80 crowns in Marl."
    guides = compare(on((line, *CHECKLIST)), on((other, *OTHER_LIST)))
    prices = [one for link in guides.links for one in link.differences if one.left_text == "90 crowns"]
    assert {(one.conflict, one.reason) for one in prices} == {(False, "unsure")}
    reports = compare(on((line, *FIRE)), on((other, *SAME_FIRE)))
    assert [one.conflict for link in reports.links for one in link.differences if one.left_text == "90 crowns"] == [
        True
    ]


def test_a_report_beside_a_guide_says_which_is_none() -> None:
    event = compare(on(REPORT), on(CHECKLIST)).summary.event
    assert event.verdict in {"unsure", "two events"}
    backwards = compare(on(CHECKLIST), on(REPORT)).summary.event
    assert backwards.verdict == event.verdict
    if event.verdict == "unsure":
        assert "B hardly names a day or a source" in event.says
        assert "A hardly names a day or a source" in backwards.says


def test_two_copies_of_a_guide_are_the_same_whatever_they_tell() -> None:
    assert compare(on(CHECKLIST), on(CHECKLIST)).summary.event.verdict == "same event"


@pytest.mark.parametrize(
    "text",
    [
        "この靴は初めて山を歩く人に向いています。",
        "Tyto boty jsou pro začátečníky v horách nejlepší a vydrží déle než ostatní.",
    ],
)
def test_a_text_in_a_language_with_few_words_for_sources_may_be_an_account(text: str) -> None:
    assert tells_of_an_event(Reading(on((text,) * 10)))


def test_a_few_sentences_may_be_an_account() -> None:
    assert tells_of_an_event(Reading(on(CHECKLIST[:9])))
    assert tells_of_an_event(Reading(on(REPORT)))


def test_a_round_of_games_is_an_account() -> None:
    assert tells_of_an_event(Reading(on(("Orn beat Tarn 4-2 in the rain, and Marl lost at home.", *CHECKLIST[1:]))))
