"""Voices: forms of one name, names inside descriptions, and quotations told in pieces."""

import pytest

from storyreader import Comparison, compare
from storyreader.findings import find_voices
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


def test_what_a_quotation_lost_is_a_drift_all_the_same() -> None:
    whole = article(("“We are proud of the wall, as it kept the town dry,” Rita Hale said.",))
    cut = article(("“We are proud of the wall,” Rita Hale said, “and of the bridge.”",))
    (voice,) = find_voices(compare(whole, cut))
    assert any(("as it kept the town dry", "") in drift.changes for drift in voice.drifts)
