"""Voices: forms of one name, names inside descriptions, and quotations told in pieces."""

import pytest

from storyreader import Comparison, compare
from storyreader.findings import find_findings, find_voices, values_by_row
from storyreader.messages import voice_table
from tests.engine.stories import article


def names(comparison: Comparison) -> list[str]:
    return [voice.name for voice in find_voices(comparison)]


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("“It leaks,” said Rita Hale of the Sarn Diving Club.", "“It leaks,” Hale said.", "Rita Hale"),
        ("“It leaks,” the head of the club's school, Dr. Rita Hale, said.", "“It leaks,” said Rita Hale.", "Rita Hale"),
        ("Prime Minister Rita Hale came. “It leaks,” the prime minister said.", "“It leaks,” Hale said.", "Rita Hale"),
    ],
)
def test_forms_of_one_name_are_one_voice(left: str, right: str, name: str) -> None:
    (found,) = find_voices(compare(article((left,)), article((right,))))
    assert name in found.name
    assert (len(found.left), len(found.right)) == (1, 1)


@pytest.mark.parametrize("speaker", ["A spokesman for Rita Hale", "Sarn officials", "Rita Hale and Tom Reid"])
def test_a_name_that_only_belongs_to_a_speaker_is_not_its_name(speaker: str) -> None:
    other = article(("Rita Hale left Sarn. Tom Reid stayed in Sarn.",))
    assert names(compare(article((f"Rita Hale left Sarn. {speaker} said nobody came.",)), other)) == [speaker]


def test_pieces_of_one_quotation_are_no_drift() -> None:
    whole = article(("“We are proud of the wall, as it kept the town dry,” Rita Hale said.",))
    cut = article(("“We are proud of the wall,” Rita Hale said, “as it kept the town dry.”",))
    for left, right in ((whole, cut), (cut, whole)):
        assert not any(voice.drifts for voice in find_voices(compare(left, right)))


def test_a_quotation_that_the_other_tells_in_sentences_of_its_own_is_no_drift() -> None:
    parts = "We will keep the wall", "We will keep the bridge", "We will keep the mill", "And we will keep the ferry"
    whole = article((f"“{', '.join(parts[:3])}, and we will keep the ferry,” Rita Hale said.",))
    cut = article((f"“{'. '.join(parts)},” Rita Hale said.",))
    again = article((f"“{parts[0]},” Rita Hale began.", "The fair opened.", f"“{'. '.join(parts)},” she said."))
    for left, right in ((whole, cut), (cut, whole), (again, cut), (cut, again)):
        assert not any(voice.drifts for voice in find_voices(compare(left, right)))


def test_the_pieces_of_a_quotation_stand_beside_the_whole() -> None:
    whole = article(("“We are proud of the wall, as it kept the town dry,” Rita Hale said.",))
    cut = article(("“We are proud of the wall,” Rita Hale said, “as it kept the town dry.”",))
    (group,) = voice_table(find_findings(compare(whole, cut)))
    assert [(item.state, item.left.text != "", item.right.text != "") for item in group.items] == [
        ("same", True, True), ("same", True, True)
    ]  # fmt: skip


def test_what_a_quotation_lost_is_a_drift_all_the_same() -> None:
    whole = article(("“We are proud of the wall, as it kept the town dry,” Rita Hale said.",))
    cut = article(("“We are proud of the wall,” Rita Hale said, “and of the bridge.”",))
    (voice,) = find_voices(compare(whole, cut))
    assert any(("as it kept the town dry", "") in drift.changes for drift in voice.drifts)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We are proud of the wall, as it kept the town dry", "proud of the wall, as it kept the town dry"),
        ("The rusted-out wall of Sarn—and the bridge", "The rusted out wall of Sarn — and the bridge"),
    ],
)
def test_less_of_a_quotation_and_other_stops_are_no_drift(left: str, right: str) -> None:
    pair = compare(article((f"“{left},” Rita Hale said.",)), article((f"“{right},” Rita Hale said.",)))
    (voice,) = find_voices(pair)
    assert all(drift.trimmed for drift in voice.drifts)
    (item,) = voice_table(find_findings(pair))[0].items
    assert (item.state, item.is_stop) == ("same", False)
    assert not values_by_row(pair, find_findings(pair))


def test_what_turns_the_sense_of_a_quotation_is_never_a_trim() -> None:
    left, right = "I do not think that we are proud of the wall", "we are proud of the wall"
    pair = compare(article((f"“{left},” Rita Hale said.",)), article((f"“{right},” Rita Hale said.",)))
    assert [drift.trimmed for voice in find_voices(pair) for drift in voice.drifts] == [False]


def test_small_words_that_a_quotation_lost_are_no_value_of_their_row() -> None:
    left, right = "We are just so proud of your old wall", "We are so proud of your wall"
    pair = compare(article((f"“{left},” Rita Hale said.",)), article((f"“{right},” Rita Hale said.",)))
    values = [value.left_text for found in values_by_row(pair, find_findings(pair)).values() for value in found]
    assert values == ["old"]
