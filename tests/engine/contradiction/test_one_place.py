"""What differs between linked sentences is told where it stands in one place of one claim."""

import pytest

from storyreader.article import Sentence
from storyreader.comparison import LinkKind
from storyreader.contradiction import conflicts_of, harmless_of
from storyreader.fact import Fact
from storyreader.facts import extract_facts

Texts = tuple[str, str]


def told(texts: Texts, link: LinkKind | None) -> list[Texts]:
    """The conflicts of two sentences that are linked so."""
    left, right = map(sentences, texts)
    found = conflicts_of(left, right, facts(texts[0]), facts(texts[1]), "en", link)
    return [(one.left_text, one.right_text) for one in found]


def unsure(texts: Texts, link: LinkKind | None) -> list[Texts]:
    """What stays side by side."""
    left, right = map(sentences, texts)
    found = harmless_of(left, right, facts(texts[0]), facts(texts[1]), "en", link)
    return [(one.left_text, one.right_text) for one in found if one.reason == "unsure"]


def sentences(text: str) -> list[Sentence]:
    return [Sentence(text, 0, 0, 0, len(text))]


def facts(text: str) -> list[tuple[Fact, ...]]:
    return [extract_facts(text, language="en")]


def test_two_places_of_which_one_may_lie_in_the_other_stay_side_by_side() -> None:
    texts = (
        "A man was charged with setting fire to two barns in Falland.",
        "A man was charged with setting fire to two barns in Ostby.",
    )
    for ordered, expected in ((texts, ("Falland", "Ostby")), (texts[::-1], ("Ostby", "Falland"))):
        assert expected in told(ordered, None), "as one statement it is a conflict"
        assert told(ordered, "reworded") == []
        assert expected in unsure(ordered, "reworded")


@pytest.mark.parametrize(
    ("link", "left", "right", "values"),
    [
        ("reworded", "The Orn coast guard took 26 smugglers off the cape on Sunday.",
         "On Sunday the Orn coast guard took three boats of the smugglers off the cape.",
         ("26 smugglers", "three boats")),
        ("partial", "Tor Moe, a 20-year-old baker, fell into the harbour of Orn.",
         "An 11-year-old girl fell into the harbour of Orn with Tor Moe.", ("20-year-old baker", "11-year-old girl")),
        ("partial", "The ferry firm of Orn announced on Twitter today (14 October 2025) that its lines are restored.",
         "Orn's ferry firm announced on Twitter today (20 October 2025) that it has sold two ships after the storm.",
         ("14 October 2025", "20 October 2025")),
        # items of lists: what stands around them tells of whom
        ("reworded", "Falland Post plans start at $16 a month for 500 letters",
         "Falland Post plans start at $20 a month for 500 letters", ("$16", "$20")),
        ("reworded", "A 33-year-old friend of Ulla Brenn was fetched from the Orn ridge on Saturday.",
         "On Saturday Ulla Brenn, 34, and a friend were fetched from the Orn ridge.", ("33-year-old friend", "34")),
        ("partial", "Ulla Brenn, who kept the lighthouse of Orn from 1967 to 1979, was the first woman there.",
         "Brenn was the first woman in the lighthouse; she kept it up to 1978.", ("1979", "1978")),
    ],
)  # fmt: skip
def test_what_may_be_of_two_things_is_not_told(link: LinkKind, left: str, right: str, values: Texts) -> None:
    for texts, expected in (((left, right), values), ((right, left), values[::-1])):
        assert expected in told(texts, None), "as one statement it is a conflict"
        assert told(texts, link) == []
        assert unsure(texts, link) == []


@pytest.mark.parametrize(
    ("link", "left", "right"),
    [
        # names of a list
        ("partial", "Cables run from Orn to Egypt, Italy and France, the firm said.",
         "Traffic was cut to Orn, Egypt, Taiwan and Pakistan, the firm said."),
        # to whom it was told
        ("reworded", "Ulla Brenn has gone to the coast, her agent told Harbourlight.",
         "Ulla Brenn has gone to the coast, her agent told Saltmarsh."),
        # what somebody would not say
        ("partial", "Ulla Brenn said on Friday that the ferry would be repaired.",
         "Ulla Brenn would not say what the ferry would be repaired with."),
        # the same figures, told of two things
        ("partial", "Ulla Brenn, 43, who has two boys, 6 and 16, was seen at the mill in Orn with 5% more flour.",
         "The mill in Orn sold 5% more flour to the mother of two girls, 6 and 8, than to Ulla Brenn, 43."),
        # contrary words of two things
        ("reworded", "Brenn had just left the mill ten minutes earlier.",
         "After leaving the mill Brenn came back ten minutes later with a lamp."),
    ],
)  # fmt: skip
def test_words_of_two_claims_are_no_conflict(link: LinkKind, left: str, right: str) -> None:
    for texts in ((left, right), (right, left)):
        assert told(texts, None), "as one statement it is a conflict"
        assert told(texts, link) == []


@pytest.mark.parametrize(
    ("link", "left", "right", "values"),
    [
        ("reworded", "The Orn coast guard took two fast boats off the cape on Sunday.",
         "On Sunday the Orn coast guard took three boats, all empty, off the cape.", ("two fast", "three boats")),
        ("partial", "Sixty-year-old Ulla Brenn is accused of burning down the mill in Orn.",
         "The police of Orn arrested 61-year-old Ulla Brenn at a motel on Friday.",
         ("Sixty-year-old", "61-year-old")),
        ("reworded", "Ulla Brenn, 62, was fined nine crowns on Friday for the fire at the mill in Orn.",
         "A court on Friday fined the 61-year-old Ulla Brenn nine crowns for the fire at the mill in Orn.",
         ("62", "61-year-old")),
        ("reworded", "A 33-year-old climber, Ulla Brenn, was fetched from the Orn ridge on Saturday.",
         "Ulla Brenn, 34, was fetched from the Orn ridge on Saturday.", ("33-year-old climber", "34")),
        ("reworded", "The owner's office in Orn was told at 17:30 CEST on Wednesday.",
         "At 5.30 p.m. GMT on Wednesday the owner's office in Orn was told.", ("17:30 CEST", "5.30 p.m. GMT")),
        ("reworded", "The diver has not been suspended, the club confirmed yesterday.",
         "The diver, who cannot be named for reasons of law, has been suspended.",
         ("not been suspended", "suspended")),
        ("reworded", "The sprinklers of the mill worked, the Orn fire service said, but were not enough.",
         "The sprinklers of the mill failed, according to the Orn fire service.", ("worked", "failed")),
        ("partial", "Sales rose 3% to 14.6 billion crowns.",
         "Sales in the spring in all of Orn fell 3 per cent to SKr14.6bn, the brewery said.", ("rose", "fell")),
        ("reworded", "The price of a diver's permit will rise to £75.",
         "The price of a diver's permit will stay at £60.", ("rise", "stay")),
        ("reworded", "Of those who fell ill, 64 were pupils and nine were cooks, the mayor of Orn said on Tuesday.",
         "Twelve of those who fell ill were cooks, the mayor of Orn said on Tuesday.", ("nine were cooks", "Twelve")),
        ("reworded", "Ulla Brenn, 34, is accused of threatening the keeper of the mill in Orn with a knife.",
         "Ulla Brenn, a 35-year-old baker, is accused of threatening the keeper of the mill in Orn with a knife.",
         ("34", "35-year-old baker")),
        ("partial", "The ferry sank 150 miles east of Orn after a collision, the owners said.",
         "A collision sank the ferry about 150 miles west of Orn in the night.", ("east", "west")),
        ("partial", "The quake lay at a depth of 30 kilometres, and its strength was told in the night.",
         "According to the office of Orn the quake lay at a depth of 36 kilometres.",
         ("30 kilometres", "36 kilometres")),
        ("reworded", "Of the 43 who worked below, 32 came out alone, the owner said.",
         "The owner said 43 were below and 33 managed to leave.", ("32 came", "33 managed")),
    ],
)  # fmt: skip
def test_what_stands_in_one_place_is_told_of_linked_sentences(
    link: LinkKind, left: str, right: str, values: Texts
) -> None:
    assert told((left, right), link) == [values]
    assert told((right, left), link) == [values[::-1]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ulla Brenn checked into the Falland Clinic on Thursday.",
         "Ulla Brenn checked into the Falland Center on Thursday."),
        ("Danish divers searched the old wreck and found 12 crates, the statement said.",
         "Marine divers searched the old wreck and found 12 crates."),
        ("The president of the Medical Assn. of Falland spoke in Orn on Monday.",
         "Ulla Brenn, President of the Medical Association of Falland, spoke in Orn on Monday."),
        ("“The fire in the mill was set by hand, and we will find out who did it,” Tor Moe said.",
         "“The fire in the mill was set by hand, and we will find out who did it,” Authorities said."),
        ("“The thief gave himself up to the police of Orn just after 6 p.m.,” Brenn said.",
         "“The thief gave himself up to the police of Orn just after 6:00 p.m.,” Brenn said."),
        ("The club paid $200MM for the player, a report said.",
         "The club paid $200 million for the player, a report said."),
        ("Ulla Brenn beat Tor Moe in the third round to keep her title.",
         "In 2008, Ulla Brenn beat Tor Moe in the ninth round."),
        # the numbers of items
        ("3. Falland Pier – best for rods and nets", "5. Falland Pier, best for nets and rods"),
        ("Reason 1: The pier of Falland is safe.", "Reason 4: The pier of Falland is safe."),
        # two ways to tell a time, a name, a mood
        ("By the dawn of the 19th century the pier of Orn was one of the busiest in the country.",
         "By the end of the 18th century the pier of Orn was one of the busiest in the country."),
        ("Boats were built in Orn as late as the 15th century.",
         "Boats were built in Orn as early as the 15th century."),
        ("The nets were first sold in what is now Iran.", "The nets were first sold in what is now Persia."),
        ("Those who left early were glad, and the quality of their work improved.",
         "Those who left early were glad, and, not surprisingly, the quality of their work improved."),
    ],
)  # fmt: skip
def test_one_thing_told_in_two_ways_is_no_conflict(left: str, right: str) -> None:
    assert told((left, right), None) == []
    assert told((right, left), None) == []


def test_a_figure_counts_no_particle() -> None:
    texts = "灯台の高さは36.9と推定される。", "灯台の高さは３６・６と推定される。"
    own = [extract_facts(text, language="ja") for text in texts]
    (found,) = conflicts_of(sentences(texts[0]), sentences(texts[1]), own[:1], own[1:], "ja", "reworded")
    assert (found.left_text, found.right_text) == ("36.9", "３６・６")


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "A jury in Quernmouth has found former hospital warden Lena Dunmere guilty of fraud.",
            "Lena Dunmere, the former warden of the hospital, was cleared of fraud on Tuesday.",
            [("guilty", "cleared")],
        ),
        (
            "The planning committee rejected the scheme for a mill on Gull Moor on Monday.",
            "On Wednesday the town council approved the scheme for a mill on Gull Moor.",
            [],
        ),
    ],
)
def test_contrary_words_of_one_thing_behind_shared_words(left: str, right: str, words: list[Texts]) -> None:
    assert told((left, right), "partial") == words
