"""No conflict where two values are told of two things; figures that rise are updates."""

from datetime import date

import pytest

from storyreader import Comparison, compare
from tests.engine.stories import article


def compared(left: str, right: str, days: tuple[date | None, date | None] = (None, None)) -> Comparison:
    return compare(article((left,), published=days[0]), article((right,), published=days[1]))


def told(comparison: Comparison, conflict: bool = True) -> list[tuple[str, str, str]]:
    return [
        (found.left_text, found.right_text, found.reason)
        for link in comparison.links
        for found in link.differences
        if found.conflict == conflict
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # dates of two earlier events of one kind
        ("In March last year a fire of some size broke out in the docks of Orn.",
         "In 1974 a fire broke out in the docks of Orn that burned for a week."),
        ("In May two years ago a flood of the river above Orn closed the mill for a week.",
         "In 1954, a 3,000 cubic metre flood of the river above Orn tore the mill away."),
        ("Im März 2025 brach in den Docks von Orn ein Feuer aus.",
         "1974 brach in den Docks von Orn ein Feuer aus, das eine Woche lang brannte."),
        # dead and injured
        ("The blast at the mill in Orn injured nine people on Monday.",
         "The blast at the mill in Orn killed two people on Monday."),
        ("Bei der Explosion in der Mühle von Orn wurden am Montag neun Menschen verletzt.",
         "Bei der Explosion in der Mühle von Orn wurden am Montag zwei Menschen getötet."),
        # shares of one group
        ("Eleven of the arrested were students, the police in Orn said.",
         "Four of the arrested were teachers, the police in Orn said."),
        # a denial, and what it denies
        ("Ulla Brenn denied the charge of theft.", "The charge of theft was brought against Ulla Brenn in May."),
        ("Ulla Brenn bestritt den Vorwurf des Diebstahls.", "Der Vorwurf des Diebstahls kam im Mai auf."),
        # not being there denies nothing of what is there
        ("The council speaks about the May dinner with the builder.",
         "“I was not at the May dinner with the builder,” Ulla Brenn said."),
        # contrary words about two people
        ("Critics of Ulla Brenn, and the opponents of her brother, met in the harbour of Orn on Monday evening.",
         "On Monday evening the supporters of the old mayor met in the harbour of Orn with Ulla Brenn."),
        # what people of other names did
        ("Brenn needed 40 minutes for the round of the island.",
         "Skarsgard needed 52 minutes for the round, more than Kettil Moe ever did on the island."),
        # the day of an event, and the day it was spoken of
        ("The dyke at Orn broke in the night, officials said Saturday.", "The dyke at Orn broke late on Friday."),
        # the day of a wreck, and the day on which its toll grew
        ("At least four people died when a ferry sank off Orn on Wednesday, rescuers said.",
         "The death toll from the sinking of a ferry off Orn rose to 11 on Thursday, rescuers said."),
        # whoever saw it, and one who did not
        ("The police of Orn want to hear from anyone who saw the fight outside the pub on Saturday night.",
         "The landlord in Orn said he did not see the fight outside the pub on Saturday night."),
        # contrary words about two people
        ("In the race for mayor of Orn are Ulla Brenn and Kettil Moe, who opposes the tunnel.",
         "Jon Skarsgard's support for the tunnel has drawn Ulla Brenn and Kettil Moe into the race for mayor of Orn."),
        # whom verbs of judgement are told of
        ("The mayor of Orn praised pilot Kettil Moe for landing the damaged plane in a field on Sunday.",
         "The airline was criticised after pilot Kettil Moe had to land the damaged plane near Orn on Sunday."),
        # groups of digits of one telephone number
        ("Call the harbour office of Orn at 0845 125 2222.", "The harbour office of Orn has 0845 125 777."),
    ],
)  # fmt: skip
def test_values_of_two_things_are_no_conflict(left: str, right: str) -> None:
    assert told(compared(left, right)) == []


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("A landslide killed four people in the village of Orn on Monday, the fire service said.",
         "Nine people died on Monday when a landslide hit the village of Orn, according to the mayor.",
         ("four people", "Nine people")),
        ("Seven of the arrested were students, the police in Orn said.",
         "Four of the arrested are students, the police in Orn said.", ("Seven", "Four")),
        ("Of the stranded hikers, 12 were bakers and six were teachers, the keeper of the hut in Orn said.",
         "Nine of the stranded hikers were teachers, the keeper of the hut in Orn said.", ("six", "Nine")),
        ("The archive of Orn burned down in 1953.", "The archive of Orn burned down in 1967.", ("1953", "1967")),
        ("An avalanche swept away a group above Orn on Saturday, killing three, rescuers said.",
         "Six skiers lost their lives in the avalanche above Orn on Saturday, the office said.", ("three", "Six")),
    ],
)  # fmt: skip
def test_values_of_one_thing_are(left: str, right: str, values: tuple[str, str]) -> None:
    ((one, other, _),) = told(compared(left, right))
    assert one.startswith(values[0])
    assert other.startswith(values[1])


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("Six people were killed when a bus fell into the gorge at Orn on Tuesday, police said.",
         "Nine people were killed when a bus fell into the gorge at Orn on Tuesday, police said.",
         (date(2026, 2, 10), date(2026, 2, 11))),
        ("Six people were killed when a bus fell into the gorge at Orn on Tuesday, police said.",
         "The number of people killed when a bus fell into the gorge at Orn has risen to nine.", (None, None)),
        ("Sechs Menschen starben am Dienstag, als bei Orn ein Bus in die Schlucht stürzte.",
         "Neun Menschen starben am Dienstag, als bei Orn ein Bus in die Schlucht stürzte.",
         (date(2026, 2, 10), date(2026, 2, 11))),
    ],
)  # fmt: skip
def test_a_toll_that_rises_is_an_update(left: str, right: str, days: tuple[date | None, date | None]) -> None:
    comparison = compared(left, right, days)
    assert told(comparison) == []
    assert "updated" in [reason for _, _, reason in told(comparison, conflict=False)]
    assert comparison.links[0].kind != "conflict"


def test_two_tolls_of_one_hour_are_a_conflict() -> None:
    text = "The police of Orn said they had arrested {} people by noon on Sunday."
    comparison = compared(text.format(14), text.format(41), (date(2026, 2, 10), date(2026, 2, 11)))
    assert [reason for _, _, reason in told(comparison)] == ["value"]


def test_a_toll_that_falls_with_time_is_a_conflict() -> None:
    text = "{} people were killed when a bus fell into the gorge at Orn on Tuesday, police said."
    comparison = compared(text.format("Nine"), text.format("Six"), (date(2026, 2, 10), date(2026, 2, 11)))
    assert [reason for _, _, reason in told(comparison)] == ["value"]


def test_values_that_may_be_of_two_things_are_not_told() -> None:
    comparison = compared(
        "The new hall of Orn has room for 240 guests, a kitchen and a stage.",
        "With 300 guests the hall opened; Orn had waited for years, and dancers came from the islands.",
    )
    assert told(comparison) == told(comparison, conflict=False) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“Nobody believes that the pier will ever be built in our lifetime,” said a blogger on the site Orn Tide.",
         "“Nobody believes that the pier will ever be built in our lifetime,” said Fishing clubs."),
        ("„Niemand glaubt, dass die Mole je gebaut wird“, sagte eine Bloggerin der Seite Orner Flut.",
         "„Niemand glaubt, dass die Mole je gebaut wird“, sagte Ulla Brenn."),
    ],
)  # fmt: skip
def test_speakers_without_a_name_contradict_nobody(left: str, right: str) -> None:
    assert told(compared(left, right)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # the missing of one side are not the dead of the other
        ("Three people died and five others are still missing in Ambeck.",
         "At least four people have died and five are still missing in Ambeck."),
        ("The Orle flooded the old town of Ambeck on Sunday night; three people died and five others are missing.",
         "At least four people died and five are missing after the Orle flooded Ambeck, the county said on Monday."),
    ],
)  # fmt: skip
def test_a_toll_beside_another_one_is_compared_with_its_own(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        ((*texts, reason),) = told(compared(one, other))
        assert {text.lower() for text in texts} == {"three people", "at least four people"}
        assert reason == "value"


def test_days_told_of_two_things_in_one_statement_are_not_told() -> None:
    found = compared(
        "Ferry captain Ola Brandt will steer Sunday's regatta boat although he was fined early yesterday for speeding "
        "in Ambeck harbour.",
        "Ola Brandt, a ferry captain, was fined early Tuesday morning for speeding in Ambeck harbour.",
    )
    assert told(found) == told(found, conflict=False) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a part of a verb is no direction
        ("Several councillors joined the mayor on Tuesday in urging Ola Brandt to give up his seat on the port board.",
         "The mayor joined several councillors on Tuesday who urged Ola Brandt to drop out of the port board."),
        # days of two things
        ("The Ambeck mill stayed closed on Monday, said Ina Kolb, who owns the mill and two bakeries.",
         "Ina Kolb, who owns the Ambeck mill, said in a statement on Saturday that she was deeply sorry."),
        # another "not" of the same person
        ("I have not broken any laws, I have not violated any rules of the port, and I have not given false figures.",
         "I have not violated any rules of the port, and I have not given false figures."),
        # a word left out here and one put in there
        ("“I will always speak for the river people,” Kolb wrote.",
         "“will always speak for the river people. #Ambeck,” Kolb wrote."),
    ],
)  # fmt: skip
def test_what_real_pages_tell_without_contradiction(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert told(compared(one, other)) == []


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("Kolb was born in Ambeck and led the harbour board from 1967 to 1979, longer than anybody before her.",
         "Kolb, a baker's daughter, led the harbour board from 1966 to 1978 and was then elected to the council.",
         ("1967", "1966")),
        ("“I will always speak for the river people,” Kolb wrote.",
         "“I will always speak for the harbour people,” Kolb wrote.",
         ("“I will always speak for the river people,”", "“I will always speak for the harbour people,”")),
        ("Shares of the mill were up 3 percent on Monday.", "Shares of the mill dropped 3 percent on Monday.",
         ("up", "dropped")),
    ],
)  # fmt: skip
def test_what_stands_in_the_same_place_contradicts(left: str, right: str, values: tuple[str, str]) -> None:
    assert values in [(one, other) for one, other, _ in told(compared(left, right))]


@pytest.mark.parametrize(("later", "conflict"), [(date(2026, 3, 9), True), (date(2026, 6, 20), False)])
def test_a_figure_of_another_season_may_have_changed(later: date, conflict: bool) -> None:
    left = "The Falland Ferry Company has offices in 15 towns and employs around 1,300 people in all of them."
    right = "The Falland Ferry Company has offices in 18 towns and employs around 1,300 people in all of them."
    comparison = compared(left, right, (date(2026, 3, 8), later))
    assert [found[:2] for found in told(comparison, conflict)] == [("15 towns", "18 towns")]
    assert told(comparison, not conflict) == []
