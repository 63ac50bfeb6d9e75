"""Conflicts inside linked pairs: a floor on hand-written pairs, what is said, mirror symmetry."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from storyreader.article import Sentence
from storyreader.comparison import Difference
from storyreader.contradiction.differences import differences_of, is_conflict
from storyreader.facts import extract_facts

CASES = Path(__file__).with_name("conflict_cases.txt")
FLOORS = {"conflict": 0.96, "same": 0.98}
"""Share of pairs judged rightly in English; only to be raised."""
FLOORS_ELSEWHERE = {"conflict": 0.9, "same": 0.99}

texts = st.text(
    alphabet=st.sampled_from("aAbTnot019 ,.-%$“”\"'’éжبنо\n"), max_size=60
) | st.sampled_from(
    ["At least 24 people died on Monday.", "31 people died on Friday, Ana Ruiz said.", "“We go,” said Tom Brandt.",
     "The minister did not resign in 2019.", "Prices rose 3%.", "Prices fell 4%, Paula Reyes told the Courier."]
)  # fmt: skip


def cases() -> list[tuple[str, str, str, str]]:
    """Label, language, left, right."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, left, right = (part.strip() for part in line.split(" | "))
            label, language = head.split()
            found.append((label, language, left, right))
    return found


def compared(left: str, right: str, days: tuple[date | None, date | None] = (None, None)) -> tuple[Difference, ...]:
    sides: list[list[Sentence]] = [[Sentence(text, 0, 0, 0, len(text))] for text in (left, right)]
    facts = [[extract_facts(text, day)] for text, day in zip((left, right), days, strict=True)]
    return differences_of(sides[0], sides[1], facts[0], facts[1])


def says(differences: Sequence[Difference]) -> list[str]:
    return [item.says for item in differences]


@pytest.mark.parametrize("label", ["conflict", "same"])
@pytest.mark.parametrize("english", [True, False])
def test_hand_written_pairs_keep_their_floor(label: str, english: bool) -> None:
    chosen = [case for case in cases() if case[0] == label and (case[1] == "en") == english]
    assert len(chosen) >= (60 if english else 10)
    wrong = [case for case in chosen if is_conflict(case[2], case[3], case[1])[0] != (label == "conflict")]
    floor = (FLOORS if english else FLOORS_ELSEWHERE)[label]
    assert 1 - len(wrong) / len(chosen) >= floor, "\n".join(f"{case[2]} | {case[3]}" for case in wrong)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[2][:40])
def test_swapped_pairs_are_judged_alike(case: tuple[str, str, str, str]) -> None:
    assert is_conflict(case[2], case[3]) == is_conflict(case[3], case[2])


def test_a_conflict_names_both_figures_and_a_stands_for_left() -> None:
    (found,) = compared("The fire injured 24 people in the port.", "The fire injured 31 people in the port.")
    assert found.what == "count"
    assert found.conflict
    assert 50 <= found.sure <= 100
    assert found.says.startswith("A: 24 people, B: 31 people")


def test_a_floor_and_a_count_are_shown_but_no_conflict() -> None:
    found = compared("The fire injured at least 24 people.", "The fire injured 31 people.")
    assert [item.conflict for item in found] == [False]
    assert "both can hold" in found[0].says


def test_a_fuller_name_is_named_differently() -> None:
    found = compared("President Clara Montane met the strikers.", "Montane met the strikers.")
    assert [(item.what, item.conflict) for item in found] == [("name", False)]
    assert "named differently" in found[0].says


def test_relative_days_are_compared_by_each_articles_own_date() -> None:
    days = date(2026, 3, 4), date(2026, 3, 5)
    assert not compared("The dam broke yesterday.", "The dam broke on Tuesday.", days)
    found = compared("The dam broke yesterday.", "The dam broke yesterday evening.", days)
    assert [item.what for item in found if item.conflict] == ["date"]
    assert "2026-03-03" in found[0].says
    assert "2026-03-04" in found[0].says


def test_another_speaker_of_the_same_words_is_a_conflict() -> None:
    quote = "“I will not ask a hospital to wait for rain,”"
    found = compared(f"{quote} said Hamish Dervaux.", f"{quote} said Corin Vasey.")
    assert [item.what for item in found if item.conflict] == ["speaker"]


def test_a_quotation_that_lost_a_word_is_shown_without_alarm() -> None:
    found = compared(
        "“We were minutes away from a very different night,” said Margit Halloran.",
        "“We were minutes from a very different night,” said Margit Halloran.",
    )
    assert [(item.what, item.conflict) for item in found] == [("quote", False)]


def test_another_source_is_shown_without_alarm() -> None:
    found = compared(
        "The shed held salt, according to the Port Union.", "The shed held salt, according to Mayor Ilse Dorn."
    )
    assert ("source", False) in [(item.what, item.conflict) for item in found]


def test_a_value_told_in_another_sentence_of_the_link_is_no_conflict() -> None:
    left = [Sentence("The fire injured 24 people.", 3, 0, 0, 27)]
    right = [Sentence("The fire injured 31 people.", 5, 0, 0, 27), Sentence("At first it was 24 people.", 6, 0, 28, 54)]
    found = differences_of(
        left, right, [extract_facts(item.text) for item in left], [extract_facts(item.text) for item in right]
    )
    assert not [item for item in found if item.conflict]


@settings(max_examples=150)
@given(texts, texts)
def test_swapping_mirrors_every_difference(left: str, right: str) -> None:
    there, back = compared(left, right), compared(right, left)
    mirrored = {(item.what, item.right, item.left, item.sure, item.conflict) for item in back}
    assert {(item.what, item.left, item.right, item.sure, item.conflict) for item in there} == mirrored
    for item in there:
        assert 0 <= item.sure <= 100
        assert 0 <= item.left.start < item.left.end <= len(left)
        assert 0 <= item.right.start < item.right.end <= len(right)
        assert item.says.startswith("A: ")


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Mirelle is a 1994 thriller film by Ada Voss.", "Mirelle is a heavy truck built in Orrin.", False),
        ("Mirelle is a 1994 thriller film by Ada Voss.", "Mirelle is a movie about a truck in Orrin.", False),
        ("Mirelle is a film by Ada Voss.", "Tessaly is a heavy truck built in Orrin.", False),
        ("Tom Kell (born 4 May 1961) is a British chess player.", "Kell is a retired tennis player.", False),
        ("Tom Kell is a nurse.", "Tom Kell, 41, is a senator from Orrin.", False),
        ("Tom Kell is a nurse and senator.", "Tom Kell, 41, is a senator from Orrin.", False),
        ("Tom Kell is a teenager.", "Tom Kell is a gifted swimmer.", False),
        ("Tom Kell is not a nurse.", "Tom Kell is a senator.", False),
        ("Mirelle is a film festival.", "Mirelle is a small town near Orrin.", False),
        ("Mirelle is a town in Peru.", "Mirelle is a quiet place in the south of Spain.", False),
        ("Mirelle is a town in Spain.", "Mirelle is a town in Europe.", False),
        ("Mirelle is a town in Kenya and a port in Africa.", "Mirelle (once Mir) is the largest city of Ghana.", False),
        ("Voss is a German biologist.", "Voss is an Austrian biologist.", True),
        ("Tom Kell, a farmer from Orrin, found the wreck.", "The wreck was found by Tom Kell, a singer.", False),
        ("Tom Kell, a farmer from Orrin, found the wreck.", "The wreck was found by Ada Kell, a singer.", False),
        ("Orrin is a small town.", "The mayor of Orrin is a nurse.", False),
        ("The mayor of Orrin is a nurse.", "The sheriff of Orrin is a singer.", False),
        ("Ada Voss is the leader of Norway.", "The week after, Voss was in Peru to open a dam.", False),
    ],
)
def test_what_kind_of_thing_a_subject_is_said_to_be_is_not_compared(left: str, right: str, wanted: bool) -> None:
    assert is_conflict(left, right, "en")[0] == wanted
    assert is_conflict(right, left, "en")[0] == wanted


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three of the five divers reached the wreck.", "Two of the five divers did not reach the wreck."),
        ("Fifteen of the 31 barns have no roof today.", "In about half of the 31 barns there is no roof today."),
        ("The envoy is to see the three guilds on Monday.", "The envoy is to see the other two guilds on Monday."),
        ("Greek divers searched the wreck on Monday.", "Divers from Athens searched the wreck on Monday."),
        ("British divers searched the wreck.", "UK divers searched the wreck."),
        (
            "About one-half of the harvest is gone, growers said.",
            "About one half of the harvest is gone, growers said.",
        ),
        ("The mayor did not attend the opening.", "The mayor skipped the opening."),
        ("The growers are not willing to sell the barns.", "The growers are unwilling to sell the barns."),
        ("Those who do not know the harbour may wonder.", "Those who know little about the harbour may wonder."),
        (
            "The guild wants the right mayor.",
            "The guild wants the right mayor; if she is not the right one, it will say so.",
        ),
        ("Voss bought the mill from Kell in May.", "Kell sold the mill to Voss in May."),
        ("The water rose to 41 degrees Fahrenheit.", "The water rose to 5 degrees Celsius."),
        ("The mill was sold to Voss after 1921.", "The mill was sold to Voss in 1925."),
        ("Voss was not the first woman to lead the guild.", "Voss was the second woman to lead the guild."),
        ("The style was born in 1978.", "The style was born in the late 1960s and in the 1970s."),
        ("She starred in films of the 1940s and 1950s.", "She starred in movies of the 1940s and 1950s."),
    ],
)
def test_what_has_an_explanation_is_no_conflict(left: str, right: str) -> None:
    assert not is_conflict(left, right, "en")[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three of the five divers reached the wreck.", "Four of the five divers did not reach the wreck."),
        ("The pump failed twice during the night.", "The pump failed five times during the night."),
        ("The mill was sold to Voss after 1921.", "The mill was sold to Voss in 1915."),
        ("All the divers were found.", "None of the divers was found."),
        ("Mayor Lida Voss opened the ferry dock.", "Mayor Lida Brandt opened the ferry dock."),
        ("Voss bought the mill in May.", "Voss sold the mill in May."),
        ("The harbour guards were invited but cancelled.", "The harbour guards were not invited but cancelled."),
        ("The owner always checks the pumps himself.", "The owner never checks the pumps himself."),
        (
            "The guild sued the ferry company Friday in Orrin.",
            "The guild sued the ferry company Sunday, claiming damages.",
        ),
    ],
)
def test_conflicts_of_few_words_are_seen(left: str, right: str) -> None:
    assert is_conflict(left, right, "en")[0]


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        ("The fire broke out in Lyon.", "The fire broke out in Paris.", "place"),
        ("Two men were arrested near Orrin.", "Two men were arrested near Tull.", "place"),
        ("The prize went to Lida Voss on Monday.", "The prize went to Lida Brandt on Monday.", "name"),
    ],
)
def test_names_behind_a_word_of_place_are_told_as_places(left: str, right: str, what: str) -> None:
    assert [(item.what, item.conflict) for item in compared(left, right)] == [(what, True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Turnout in Orrin fell to {} percent in the rain.", True),
        ("Rents in Orrin rose {} percent in early spring.", True),
        ("The yield on the bonds fell to {} percent in trading.", False),
        ("Shares of Orrin Mills rose {} percent in early trading.", False),
        ("The index closed at {} points.", False),
    ],
)
def test_near_figures_of_a_market_are_of_two_hours_and_no_conflict(text: str, wanted: bool) -> None:
    assert is_conflict(text.format(3.1), text.format(3.4), "en")[0] == wanted
    assert is_conflict(text.format(3.4), text.format(3.1), "en")[0] == wanted


def test_other_figures_of_a_market_are_a_conflict() -> None:
    text = "The yield on the bonds fell to {} percent in trading."
    assert is_conflict(text.format(5), text.format(7), "en")[0]


NEAR = [
    ("The quake killed 67 people in Orrin.", "The quake killed 71 people in Orrin.", True),
    ("The firm will pay $412 million for the mill.", "The firm will pay $431 million for the mill.", True),
    ("Prices rose 3.2 percent in May.", "Prices rose 3.4 percent in May.", True),
    ("The ship carried 1,624 crates.", "The ship carried 1,626 crates.", True),
    ("Le feu a détruit 67 maisons à Orrin.", "Le feu a détruit 71 maisons à Orrin.", True),
    ("The quake killed about 67 people in Orrin.", "The quake killed 71 people in Orrin.", False),
    ("The firm will pay $412 million for the mill.", "The firm will pay $412.3 million for the mill.", False),
    ("Some 1,600 people came.", "Some 1,626 people came.", False),
]


@pytest.mark.parametrize(("left", "right", "wanted"), NEAR)
def test_exact_figures_in_the_same_place_differ_however_near_they_are(left: str, right: str, wanted: bool) -> None:
    assert is_conflict(left, right)[0] == wanted
    assert is_conflict(right, left)[0] == wanted


def test_a_longer_description_of_one_speaker_is_no_other_speaker() -> None:
    quote = "“I will not ask a hospital to wait for rain.”"
    left = f"On 12 May the head of the town's water board, Dr. Corin Vasey, wrote: {quote}"
    right = f"In a note to nurses, the board's new chief, Dr. Corin Vasey, wrote: {quote}"
    assert not [item for item in compared(left, right) if item.what == "speaker"]
